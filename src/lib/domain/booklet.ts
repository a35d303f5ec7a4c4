import { graphemes } from './graphemes';
import type { NoteId, PhotoId } from './note';

/** A photo on paper: what it measures on screen, and what is in it. */
export interface PaperPhoto {
	id: PhotoId;
	width: number;
	height: number;
	alt: string;
}

/** A note made ready for paper: everything in words, in the language on screen. */
export interface PaperNote {
	id: NoteId;
	day: string;
	prompt?: string;
	text: string;
	photos: readonly PaperPhoto[];
}

/**
 * What stands on a page, from top to bottom. A text may go on as another piece on the next page. A photo takes a share of
 * the room that photos may take: 1 is all of it.
 */
export type Piece =
	| { kind: 'head'; note: NoteId; day: string; prompt?: string }
	| { kind: 'text'; note: NoteId; text: string }
	| { kind: 'photo'; note: NoteId; photo: PaperPhoto; share: number };

export type PaperPage = readonly Piece[];

/** What one page holds. More pieces never fit better than fewer. */
export type Fits = (page: PaperPage) => boolean;

/** Photos that are smaller make room on one page; smaller than that they say little. */
const shares = [1, 0.75, 0.5] as const;

/** In characters: a shorter beginning of a text does not stay alone at the foot of a page. */
const shortestStart = 120;

/** Where a text may be cut, and how well, never at a no-break space: 3 between paragraphs, 2 between sentences, 1 between words. */
function seamsIn(text: string): { at: number; strength: 1 | 2 | 3 }[] {
	return [...text.matchAll(/[^\S\u00a0\u202f]+/gu)].map(({ index, 0: gap }) => {
		const isSentence = /[.!?…:][\s»”"’)]*$/u.test(text.slice(Math.max(0, index - 4), index));
		return { at: index + gap.length, strength: gap.includes('\n') ? 3 : isSentence ? 2 : 1 };
	});
}

/** The seams inside a word that has none: never through a letter, its accents, or a joined picture. */
function seamsInWord(text: string): number[] {
	let at = 0;
	return graphemes(text)
		.slice(0, -1)
		.map((letter) => (at += letter.length));
}

/** How many of the first `count` fit, when a longer one never fits where a shorter one does not. */
function mostThatFit(count: number, fits: (index: number) => boolean): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (fits(middle - 1)) low = middle;
		else high = middle - 1;
	}
	return low;
}

/**
 * Where to cut a text so that its beginning fits: between paragraphs or sentences when one of those is near the end
 * of what fits, else between words, and inside a word only when it is longer than the page. 0 when nothing fits.
 */
export function cutAt(text: string, fits: (start: string) => boolean): number {
	const seams = seamsIn(text).filter(({ at }) => at < text.length);
	const most = mostThatFit(seams.length, (index) => fits(text.slice(0, seams[index]!.at)));
	const last = seams[most - 1];
	if (!last) {
		const inWord = seamsInWord(text);
		return inWord[mostThatFit(inWord.length, (index) => fits(text.slice(0, inWord[index]))) - 1] ?? 0;
	}
	const near = (strength: number, share: number) =>
		seams.slice(0, most).findLast((seam) => seam.strength >= strength && seam.at >= last.at * share);
	return (near(3, 0.6) ?? near(2, 0.7) ?? last).at;
}

/** The pages with this note at their end. A piece that fits on no page stands on one of its own: nothing is left out. */
function withNote(pages: readonly PaperPage[], note: PaperNote, share: number, fits: Fits): PaperPage[] {
	const done = [...pages];
	let page: Piece[] = [...(done.pop() ?? [])];
	const { id, day, prompt } = note;
	// stays with what comes after it: a day never stands alone at the foot of a page
	let head: Piece[] = [{ kind: 'head', note: id, day, ...(prompt && { prompt }) }];
	const put = (piece?: Piece) => {
		page = [...page, ...head, ...(piece ? [piece] : [])];
		head = [];
	};
	const holds = (...pieces: Piece[]) => fits([...page, ...head, ...pieces]);
	const turn = () => {
		done.push(page);
		page = [];
	};

	let rest = note.text;
	while (rest) {
		const whole = { kind: 'text' as const, note: id, text: rest };
		if (holds(whole)) {
			put(whole);
			break;
		}
		const at = cutAt(rest, (start) => holds({ ...whole, text: start }));
		if (at >= shortestStart || (at > 0 && page.length === 0)) {
			put({ ...whole, text: rest.slice(0, at) });
			rest = rest.slice(at);
		} else if (page.length === 0) {
			put(whole);
			break;
		}
		turn();
	}
	for (const photo of note.photos) {
		const piece = { kind: 'photo' as const, note: id, photo, share };
		if (page.length > 0 && !holds(piece)) turn();
		// with a long question or many words below it, a page of its own can still be too small
		put(
			shares
				.flatMap((smaller) => (smaller <= share ? { ...piece, share: smaller } : []))
				.find((each) => holds(each)) ?? { ...piece, share: shares[2] }
		);
	}
	if (head.length > 0) {
		if (page.length > 0 && !holds()) turn();
		put();
	}
	return [...done, page];
}

/** Photos of half the size bring no more pages than these onto one. */
const mostToBring = 3;

/**
 * Puts notes on as many pages as they take, in their order. Nothing is left out and no photo is split.
 * @param mayShrink where smaller photos bring all of it onto one page, they are smaller
 */
export function layOut(notes: readonly PaperNote[], fits: Fits, mayShrink = false): PaperPage[] {
	const made = (share: number) =>
		notes.reduce<PaperPage[]>((pages, note) => withNote(pages, note, share, fits), []);
	const pages = made(1);
	if (!mayShrink || pages.length <= 1 || pages.length > mostToBring) return pages;
	if (notes.every(({ photos }) => photos.length === 0)) return pages;
	for (const share of shares.slice(1)) {
		const smaller = made(share);
		if (smaller.length === 1) return smaller;
	}
	return pages;
}

/** Front and back of each sheet: the page on the left, then the page on the right. */
export type Side = readonly [left: number, right: number];

/**
 * Which pages stand side by side so that sheets printed on both sides, laid in each other and folded once, read in
 * order. The sides follow each other as a printer prints them: front, back, front, back.
 * @param pages a multiple of four
 */
export function imposition(pages: number): readonly Side[] {
	return Array.from({ length: pages / 4 }, (_, sheet): readonly Side[] => [
		[pages - 2 * sheet, 1 + 2 * sheet],
		[2 + 2 * sheet, pages - 1 - 2 * sheet]
	]).flat();
}

/** A cover and a back page go around the pages of a booklet; each sheet of paper makes four. */
export function bookletSize(pages: number): number {
	return Math.max(1, Math.ceil((pages + 2) / 4)) * 4;
}

/** More sheets than these, folded together, make a book that springs open. */
export const mostSheetsToFold = 6;

/** In millimetres: as wide as the page or as high as it may be, whichever comes first, and in its own proportions. */
export function photoSize(
	{ width, height }: Pick<PaperPhoto, 'width' | 'height'>,
	widest: number,
	highest: number
): { width: number; height: number } {
	const scale = Math.min(widest / width, highest / height);
	return { width: Math.floor(width * scale * 10) / 10, height: Math.floor(height * scale * 10) / 10 };
}
