import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bookletSize,
	cutAt,
	imposition,
	layOut,
	photoSize,
	type PaperNote,
	type PaperPage,
	type Room
} from '$lib/domain/booklet';
import { runs } from '../../support/property-runs';

/** A page of so many lines of so many characters; a photo takes ten lines. */
function roomOf(pages: number, lines: number, letters: number): Room {
	const lineCount = (text: string) =>
		text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
	const height = (page: PaperPage) =>
		page.reduce((sum, piece) => {
			if (piece.kind === 'head') return sum + 2 + lineCount(piece.prompt ?? '');
			return sum + (piece.kind === 'photo' ? 10 : lineCount(piece.text));
		}, 0);
	return { pages, fits: (page) => height(page) <= lines };
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
	.record({
		pages: fc.integer({ min: 0, max: 8 }),
		lines: fc.integer({ min: 1, max: 60 }),
		letters: fc.integer({ min: 8, max: 90 })
	}) // prettier-ignore
	.map(({ pages, lines, letters }) => roomOf(pages, lines, letters));

test('whatever is chosen, no word is lost, no order changes, and no page is too full', () => {
	fc.assert(
		fc.property(anyNotes, anyRoom, (notes, room) => {
			const { pages, leftOut } = layOut(notes, room);
			expect(pages.length).toBeLessThanOrEqual(room.pages);
			for (const page of pages) expect(room.fits(page)).toBe(true);
			const pieces = pages.flat();
			const printed = notes.filter(({ id }) => !leftOut.includes(id));
			expect(pieces.filter(({ kind }) => kind === 'head').map(({ note }) => note)).toEqual(
				printed.map(({ id }) => id)
			);
			for (const note of printed) {
				const own = pieces.filter((piece) => piece.note === note.id);
				expect(own.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')).toBe(note.text);
				expect(own.flatMap((piece) => (piece.kind === 'photo' ? [piece.photo] : []))).toEqual(note.photos);
			}
			for (const page of pages) {
				const last = page.at(-1);
				if (last?.kind !== 'head') continue;
				const { text, photos } = notes.find(({ id }) => id === last.note)!;
				expect([text, photos.length]).toEqual(['', 0]);
			}
		}),
		{ numRuns: runs(1_000) }
	);
});

test('a long text goes on over the pages, and a note that has no room is named', () => {
	const note = (id: string, words: number): PaperNote => ({
		id,
		day: 'November 21, 2026',
		text: 'word '.repeat(words).trim(),
		photos: []
	});
	const { pages, leftOut } = layOut(
		[note('long', 300), note('too-long', 3000), note('short', 5)],
		roomOf(6, 30, 50)
	);
	expect(leftOut).toEqual(['too-long']);
	expect(pages).toHaveLength(2);
	expect(pages[1]!.at(-1)).toMatchObject({ note: 'short' });
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

test.each([4, 8] as const)('%i pages: what stands behind a page comes before or after it', (count) => {
	const sides = imposition(count);
	expect(sides.flat().sort()).toEqual(Array.from({ length: count }, (_, i) => i + 1));
	for (let sheet = 0; sheet < sides.length; sheet += 2) {
		const [front, back] = [sides[sheet]!, sides[sheet + 1]!];
		// turned over its short edge, the left of the back is behind the right of the front
		expect(Math.abs(front[1] - back[0])).toBe(1);
		expect(Math.abs(front[0] - back[1])).toBe(1);
	}
});

test('a short booklet takes one sheet of paper', () => {
	expect([0, 1, 2, 3, 6].map(bookletSize)).toEqual([4, 4, 4, 8, 8]);
});

test('a photo keeps its proportions, wide or high', () => {
	expect(photoSize({ width: 1600, height: 1200 }, 120, 80)).toEqual({ width: 106.6, height: 80 });
	expect(photoSize({ width: 1600, height: 400 }, 120, 80)).toEqual({ width: 120, height: 30 });
	expect(photoSize({ width: 400, height: 1600 }, 120, 80)).toEqual({ width: 20, height: 80 });
});
