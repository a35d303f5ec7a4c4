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

/** What stands on a page, from top to bottom. A text may go on as another piece on the next page. */
export type Piece =
	| { kind: 'head'; note: NoteId; day: string; prompt?: string }
	| { kind: 'text'; note: NoteId; text: string }
	| { kind: 'photo'; note: NoteId; photo: PaperPhoto };

export type PaperPage = readonly Piece[];

/** How much paper there is: so many pages, and what one of them holds. More pieces never fit better than fewer. */
export interface Room {
	pages: number;
	fits: (page: PaperPage) => boolean;
}

export interface LaidOut {
	pages: readonly PaperPage[];
	/** Those for which there is no room. */
	leftOut: readonly NoteId[];
}

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

/** The pages with this note at their end; undefined when there is not enough room for all of it. */
function withNote(pages: readonly PaperPage[], note: PaperNote, room: Room): PaperPage[] | undefined {
	const done = [...pages];
	let page: Piece[] = [...(done.pop() ?? [])];
	const { id, day, prompt } = note;
	// stays with what comes after it: a day never stands alone at the foot of a page
	let head: Piece[] = [{ kind: 'head', note: id, day, ...(prompt && { prompt }) }];
	const put = (piece?: Piece) => {
		page = [...page, ...head, ...(piece ? [piece] : [])];
		head = [];
	};
	const holds = (...pieces: Piece[]) => room.fits([...page, ...head, ...pieces]);
	const turn = () => {
		done.push(page);
		page = [];
		return done.length < room.pages;
	};
	if (room.pages === 0) return undefined;

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
		} else if (page.length === 0) return undefined;
		if (!turn()) return undefined;
	}
	for (const photo of note.photos) {
		const piece = { kind: 'photo' as const, note: id, photo };
		if (!holds(piece) && (page.length === 0 || !turn() || !holds(piece))) return undefined;
		put(piece);
	}
	if (head.length > 0) {
		if (!holds() && (page.length === 0 || !turn() || !holds())) return undefined;
		put();
	}
	return [...done, page];
}

/**
 * Puts notes on pages, in their order. Nothing of a note is lost and no photo is split; a note for which there is not
 * enough room is left out whole, and named.
 */
export function layOut(notes: readonly PaperNote[], room: Room): LaidOut {
	let pages: readonly PaperPage[] = [];
	const leftOut: NoteId[] = [];
	for (const note of notes) {
		const next = withNote(pages, note, room);
		if (next) pages = next;
		else leftOut.push(note.id);
	}
	return { pages, leftOut };
}

/** Front and back of each sheet: the page on the left, then the page on the right. */
export type Side = readonly [left: number, right: number];

/**
 * Which pages stand side by side so that sheets printed on both sides, laid in each other and folded once, read in
 * order. The sides follow each other as a printer prints them: front, back, front, back.
 */
export function imposition(pages: 4 | 8): readonly Side[] {
	return Array.from({ length: pages / 4 }, (_, sheet): readonly Side[] => [
		[pages - 2 * sheet, 1 + 2 * sheet],
		[2 + 2 * sheet, pages - 1 - 2 * sheet]
	]).flat();
}

/** A cover and a back page go around the pages of a booklet. */
export const mostBookletPages = 6;

/** One sheet of paper is enough for two pages between the covers. */
export function bookletSize(pages: number): 4 | 8 {
	return pages <= 2 ? 4 : 8;
}

/** In millimetres: as wide as the page or as high as it may be, whichever comes first, and in its own proportions. */
export function photoSize(
	{ width, height }: Pick<PaperPhoto, 'width' | 'height'>,
	widest: number,
	highest: number
): { width: number; height: number } {
	const scale = Math.min(widest / width, highest / height);
	return { width: Math.floor(width * scale * 10) / 10, height: Math.floor(height * scale * 10) / 10 };
}
