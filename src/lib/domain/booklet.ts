import { graphemes } from './graphemes';
import type { NoteId, PhotoId } from './note';

/** A photo on paper: its size on screen, and its description. */
export interface PaperPhoto {
	id: PhotoId;
	width: number;
	height: number;
	alt: string;
}

/** A note ready for paper, with every text in the language on screen. */
export interface PaperNote {
	id: NoteId;
	day: string;
	prompt?: string;
	text: string;
	photos: readonly PaperPhoto[];
}

/**
 * A piece of a page, from top to bottom. A text may continue as another piece on the next page. Photos are one, or two
 * side by side; `share` is the part of the room for photos that they may take: 1 is all of it.
 */
export type Piece =
	| { kind: 'head'; note: NoteId; day: string; prompt?: string }
	| { kind: 'text'; note: NoteId; text: string }
	| { kind: 'photos'; note: NoteId; photos: readonly PaperPhoto[]; share: number };

export type PaperPage = readonly Piece[];

/** Whether a page with these pieces fits on paper. Once it is too full, adding pieces cannot make it fit. */
export type Fits = (page: PaperPage) => boolean;

/** Photos may shrink to make room on a page; below half size they are too small to see. */
const shares = [1, 0.75, 0.5] as const;

/** In characters: a shorter beginning of a text is not left alone at the foot of a page. */
const shortestStart = 120;

/**
 * Where a text may be cut, and how well, never at a no-break space: 3 between paragraphs, 2 between sentences, 1
 * between words.
 */
function seamsIn(text: string): { at: number; strength: 1 | 2 | 3 }[] {
	return [...text.matchAll(/[^\S\u00a0\u202f]+/gu)].map(({ index, 0: gap }) => {
		const isSentence = /[.!?…:][\s»”"’)]*$/u.test(text.slice(Math.max(0, index - 4), index));
		return { at: index + gap.length, strength: gap.includes('\n') ? 3 : isSentence ? 2 : 1 };
	});
}

/**
 * Where a word longer than the page may be cut: never inside a grapheme (a letter with its accents, a joined emoji).
 */
function seamsInWord(text: string): number[] {
	let at = 0;
	return graphemes(text)
		.slice(0, -1)
		.map((letter) => (at += letter.length));
}

/** How many of the first `count` fit, by binary search: when one does not fit, no longer one does. */
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

/**
 * The pages with this note added at the end. A piece too large for any page gets a page of its own: nothing is left
 * out.
 */
function withNote(pages: readonly PaperPage[], note: PaperNote, share: number, fits: Fits): PaperPage[] {
	const done = [...pages];
	let page: Piece[] = [...(done.pop() ?? [])];
	const { id, day, prompt } = note;
	// the heading stays with what follows it: a date never stands alone at the foot of a page
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
	const rowOf = (photos: readonly PaperPhoto[]) => ({ kind: 'photos' as const, note: id, photos, share });
	for (let placed = 0; placed < note.photos.length;) {
		const pair = rowOf(note.photos.slice(placed, placed + 2));
		// two by two, unless their words are so long that they need the whole width
		const piece = fits([...head, pair]) ? pair : rowOf(pair.photos.slice(0, 1));
		placed += piece.photos.length;
		if (page.length > 0 && !holds(piece)) turn();
		// below a long question or many words, even a new page can be too small
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

/** The most pages that halving the photos can bring onto one. */
const mostToBring = 3;

/**
 * Lays notes out on as many pages as they take, in order. Nothing is left out, no photo is split, and photos of a note stand two by two.
 * @param mayShrink whether photos may shrink where that brings everything onto one page
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

/** The number of pages of a booklet, with its cover and back page; each sheet of paper makes four. */
export function bookletSize(pages: number): number {
	return Math.max(1, Math.ceil((pages + 2) / 4)) * 4;
}

/** More sheets than this, folded together, make a book that springs open. */
export const mostSheetsToFold = 6;

/** The largest size in millimetres within the page's width and the given height, in the photo's own proportions. */
export function photoSize(
	{ width, height }: Pick<PaperPhoto, 'width' | 'height'>,
	widest: number,
	highest: number
): { width: number; height: number } {
	const scale = Math.min(widest / width, highest / height);
	return { width: Math.floor(width * scale * 10) / 10, height: Math.floor(height * scale * 10) / 10 };
}
