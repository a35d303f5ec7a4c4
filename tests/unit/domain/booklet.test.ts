import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bookletSize,
	cutAt,
	imposition,
	layOut,
	photoSize,
	type PaperNote,
	type Fits,
	type PaperPage
} from '$lib/domain/booklet';
import { runs } from '../../support/property-runs';

/** A page of so many lines of so many characters; a photo takes up to ten lines. */
function roomOf(lines: number, letters: number): Fits {
	const lineCount = (text: string) =>
		text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
	const height = (page: PaperPage) =>
		page.reduce((sum, piece) => {
			if (piece.kind === 'head') return sum + 2 + lineCount(piece.prompt ?? '');
			return sum + (piece.kind === 'photos' ? 10 * piece.share : lineCount(piece.text));
		}, 0);
	return (page) => height(page) <= lines;
}

const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 400 }),
	fc
		.array(
			fc.constantFrom(
				'J’ai',
				'mangé',
				'dehors.',
				'Encore',
				'un',
				'peu…',
				'\n\n',
				'anticonstitutionnellement',
				'👩‍🎨'
			),
			{ maxLength: 400 }
		) // prettier-ignore
		.map((words) => words.join(' '))
);
const anyNotes: fc.Arbitrary<PaperNote[]> = fc
	.array(
		fc.record(
			{
				day: fc.constantFrom('November 21, 2026', '21 novembre 2026'),
				prompt: fc.string({ minLength: 1, maxLength: 80 }),
				text: anyText,
				photos: fc.array(fc.record({ width: fc.nat(1600), height: fc.nat(1600), alt: fc.string() }), {
					maxLength: 4
				})
			},
			{ requiredKeys: ['day', 'text', 'photos'] }
		),
		{ maxLength: 12 }
	)
	.map((notes) =>
		notes.map((note, i) => ({
			...note,
			id: `note-${i}`,
			photos: note.photos.map((photo, j) => ({ ...photo, id: `photo-${i}-${j}` }))
		}))
	);
const anyRoom = fc
	.record({ lines: fc.integer({ min: 1, max: 60 }), letters: fc.integer({ min: 8, max: 90 }) })
	.map(({ lines, letters }) => roomOf(lines, letters));

test('whatever is chosen, no word and no photo is left out, no order changes, and no page is too full', () => {
	fc.assert(
		fc.property(anyNotes, anyRoom, fc.boolean(), (notes, fits, mayShrink) => {
			const pages = layOut(notes, fits, mayShrink);
			// what no page could hold, however little else stands on it, has one of its own
			for (const page of pages)
				expect(fits(page) || page.filter(({ kind }) => kind !== 'head').length <= 1).toBe(true);
			const pieces = pages.flat();
			expect(pieces.filter(({ kind }) => kind === 'head').map(({ note }) => note)).toEqual(
				notes.map(({ id }) => id)
			);
			for (const note of notes) {
				const own = pieces.filter((piece) => piece.note === note.id);
				expect(own.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toBe(note.text);
				expect(own.flatMap((piece) => (piece.kind === 'photos' ? piece.photos : []))).toEqual(note.photos);
			}
			for (const page of pages) {
				const last = page.at(-1);
				if (last?.kind !== 'head') continue;
				const { text, photos } = notes.find(({ id }) => id === last.note)!;
				expect([text, photos.length]).toEqual(['', 0]);
			}
		}),
		{ numRuns: runs(500) }
	);
});

describe('a note that is too much for one page', () => {
	const note = (id: string, words: number, photos = 0): PaperNote => ({
		id,
		day: 'November 21, 2026',
		text: 'word '.repeat(words).trim(),
		photos: Array.from({ length: photos }, (_, i) => ({ id: `${id}-${i}`, width: 800, height: 600, alt: '' }))
	});
	const sharesOf = (pages: readonly PaperPage[]) =>
		pages.flat().flatMap((piece) => (piece.kind === 'photos' ? [piece.share] : []));

	test('goes on over as many as it takes, and the next one follows it', () => {
		const pages = layOut([note('long', 300), note('longer', 3000), note('short', 5)], roomOf(30, 50));
		expect(pages).toHaveLength(12);
		expect(pages.at(-1)!.at(-1)).toMatchObject({ note: 'short' });
	});

	test('has smaller photos where those bring it onto one', () => {
		expect(sharesOf(layOut([note('four', 20, 4)], roomOf(26, 50), true))).toEqual([1, 1]);
		expect(sharesOf(layOut([note('four', 20, 4)], roomOf(22, 50), true))).toEqual([0.75, 0.75]);
		expect(sharesOf(layOut([note('four', 20, 4)], roomOf(16, 50), true))).toEqual([0.5, 0.5]);
	});

	test('has them as large as they may be on more pages, where smaller ones are not enough', () => {
		const pages = layOut([note('many', 20, 9)], roomOf(26, 50), true);
		expect(sharesOf(pages)).toEqual([1, 1, 1, 1, 1]);
		expect(pages).toHaveLength(3);
	});

	const rowsOf = (pages: readonly PaperPage[]) =>
		pages.flat().flatMap((piece) => (piece.kind === 'photos' ? [piece.photos.length] : []));

	test('has its photos two by two, in order, the last of an odd number alone', () => {
		expect(rowsOf(layOut([note('five', 5, 5)], roomOf(60, 50)))).toEqual([2, 2, 1]);
	});

	test('never has one of its photos beside that of another note', () => {
		expect(rowsOf(layOut([note('a', 5, 1), note('b', 5, 1)], roomOf(60, 50)))).toEqual([1, 1]);
	});

	test('has photos one by one where their words would not fit side by side', () => {
		const room = roomOf(20, 50);
		const withLongWords: Fits = (page) =>
			room(page) && page.every((piece) => piece.kind !== 'photos' || piece.photos.length < 2);
		expect(rowsOf(layOut([note('two', 5, 2)], withLongWords))).toEqual([1, 1]);
	});
});

describe('where a text is cut', () => {
	const upTo = (most: number) => (start: string) => start.trimEnd().length <= most;

	test.each([
		['between paragraphs', 'One two three.\n\nFour five six seven', 22, 'One two three.\n\n'],
		['else between sentences', 'One two three. Four five six seven', 20, 'One two three. '],
		[
			'after French quotation marks',
			'Elle dit «\u00a0ça ira.\u00a0» Puis on a ri encore',
			24,
			'Elle dit «\u00a0ça ira.\u00a0» '
		],
		['else between words', 'One two three four five six seven', 20, 'One two three four '],
		['inside a word only when it must', 'abcdefghijkl', 5, 'abcde'],
		['never inside a letter with its accent', 'aaaae\u0301aaa', 5, 'aaaa'],
		['never inside a joined picture', '👩‍🎨👩‍🎨', 7, '👩‍🎨'],
		['not at all where nothing fits', 'abc', 0, '']
	])('%s', (_, text, most, start) => {
		expect(text.slice(0, cutAt(text, upTo(most)))).toBe(start);
	});
});

test('two sheets, printed on both sides, laid in each other and folded once, read in order', () => {
	expect(imposition(8)).toEqual([
		[8, 1],
		[2, 7],
		[6, 3],
		[4, 5]
	]);
	expect(imposition(4)).toEqual([
		[4, 1],
		[2, 3]
	]);
});

test.each([4, 8, 12, 20])('%i pages: what stands behind a page comes before or after it', (count) => {
	const sides = imposition(count);
	expect(sides.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
	for (let sheet = 0; sheet < sides.length; sheet += 2) {
		const [front, back] = [sides[sheet]!, sides[sheet + 1]!];
		// turned over its short edge, the left of the back is behind the right of the front
		expect(Math.abs(front[1] - back[0])).toBe(1);
		expect(Math.abs(front[0] - back[1])).toBe(1);
	}
});

test('a booklet takes as few sheets as hold its pages and a cover', () => {
	expect([0, 1, 2, 3, 6, 7, 10, 11].map(bookletSize)).toEqual([4, 4, 4, 8, 8, 12, 12, 16]);
});

test('a photo keeps its proportions, wide or high', () => {
	expect(photoSize({ width: 1600, height: 1200 }, 120, 80)).toEqual({ width: 106.6, height: 80 });
	expect(photoSize({ width: 1600, height: 400 }, 120, 80)).toEqual({ width: 120, height: 30 });
	expect(photoSize({ width: 400, height: 1600 }, 120, 80)).toEqual({ width: 20, height: 80 });
});
