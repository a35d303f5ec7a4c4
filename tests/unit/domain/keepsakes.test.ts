import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	longestLine,
	mostLines,
	mostOnCard,
	noLines,
	parseKeptLines,
	withLine,
	withOnCard,
	withoutLine
} from '$lib/domain/kept-lines';
import { inOrder, seriesOf, tidySeries, type Photo } from '$lib/domain/photo';
import { knitting, lastRows, stitches, stitchesInARow } from '$lib/domain/stitch';

describe('my own lines', () => {
	const line = (id: string, words = id) => ({ id, words, at: 1 });

	test('the newest first, the same words once, and removing one leaves the others', () => {
		const kept = withLine(withLine(withLine(noLines, line('a')), line('b')), line('c', ' a '));
		expect(kept.lines.map(({ id }) => id)).toEqual(['b', 'a']);
		expect(withoutLine(kept, 'b').lines.map(({ id }) => id)).toEqual(['a']);
	});

	test('a card has room for a few: one more takes the place of the last', () => {
		let kept = ['a', 'b', 'c', 'd'].reduce((all, id) => withLine(all, line(id)), noLines);
		for (const id of ['a', 'b', 'c', 'd']) kept = withOnCard(kept, id, true);
		expect(kept.lines.filter(({ isOnCard }) => isOnCard)).toHaveLength(mostOnCard);
		expect(kept.lines.find(({ id }) => id === 'd')?.isOnCard).toBe(true);
		expect(withOnCard(kept, 'd', false).lines.find(({ id }) => id === 'd')).not.toHaveProperty('isOnCard');
	});

	test('read from anywhere never break, and never grow past their bounds', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const { lines } = parseKeptLines({ lines: value });
				expect(lines.length).toBeLessThanOrEqual(mostLines);
				for (const { words } of lines) expect(words.length).toBeLessThanOrEqual(longestLine);
			})
		);
		expect(parseKeptLines({ lines: [line('a'), line('a', 'twice'), { id: 'b', words: ' ' }] }).lines).toEqual(
			[line('a')]
		);
	});
});

describe('stitches', () => {
	test('each note adds exactly one, and none that is there ever moves', () => {
		fc.assert(
			fc.property(fc.nat(900), (count) => {
				expect(stitches(count)).toHaveLength(count);
				expect(stitches(count + 1).slice(0, count)).toEqual(stitches(count));
			})
		);
	});

	test('no two lie on one place, and each lies beside the one before', () => {
		const all = stitches(300);
		expect(new Set(all.map(({ column, row }) => `${column} ${row}`)).size).toBe(300);
		all.slice(1).forEach((stitch, i) => {
			const before = all[i]!;
			expect(Math.abs(stitch.column - before.column) + Math.abs(stitch.row - before.row)).toBe(1);
		});
	});

	test('a small picture shows the last rows whole', () => {
		const { from, shown } = lastRows(stitchesInARow * 9 + 3, 4);
		expect(from).toBe(6);
		expect(shown).toHaveLength(stitchesInARow * 3 + 3);
		expect(lastRows(0, 4)).toEqual({ from: 0, shown: [] });
	});

	test('a band has one size, and each stitch is one place of it taken: the pattern is seen to grow', () => {
		const places = (path: string) => path.split('M').length - 1;
		fc.assert(
			fc.property(fc.nat(2000), (count) => {
				const { viewBox, free, strands } = knitting(count);
				expect(viewBox).toBe(knitting(0).viewBox);
				expect(strands).toHaveLength(4);
				const taken = strands.reduce((sum, strand) => sum + places(strand), 0);
				expect(taken + places(free)).toBe(stitchesInARow * 4);
				expect(taken).toBe(
					count <= stitchesInARow * 4
						? count
						: stitchesInARow * 3 + (count % stitchesInARow || stitchesInARow)
				);
			})
		);
	});
});

describe('photos', () => {
	const photo = (id: string, given: Partial<Photo> = {}): Photo => ({
		id,
		note: 'n',
		at: 1,
		order: 0,
		width: 1,
		height: 1,
		bytes: 1,
		alt: '',
		...given
	});

	test('stand in the order the person gave, without those deleted', () => {
		const photos = [photo('b', { order: 2 }), photo('a', { order: 1 }), photo('c', { deletedAt: 1 })];
		expect(inOrder(photos).map(({ id }) => id)).toEqual(['a', 'b']);
	});

	test('a piece of work is in the order the person gave its photos, note after note', () => {
		const photos = [
			photo('b1', { note: 'b', series: 'Scarf', at: 20, order: 0 }),
			photo('a1', { note: 'a', series: 'Scarf', at: 10, order: 1 }),
			photo('a2', { note: 'a', series: 'Scarf', at: 11, order: 0 }),
			// added last, to the note that was begun first
			photo('a3', { note: 'a', series: 'Scarf', at: 30, order: 2 })
		];
		expect(seriesOf(photos)[0]!.photos.map(({ id }) => id)).toEqual(['a2', 'a1', 'a3', 'b1']);
	});

	test('a piece of work goes from its first photo to its last; the latest work comes first', () => {
		const photos = [
			photo('scarf 2', { note: 'm', series: 'Scarf', at: 5 }),
			photo('chair', { note: 'o', series: 'Chair', at: 9 }),
			photo('scarf 1', { series: 'Scarf', at: 2 }),
			photo('alone', { at: 7 })
		];
		expect(seriesOf(photos).map(({ name, photos: of }) => [name, of.map(({ id }) => id)])).toEqual([
			['Chair', ['chair']],
			['Scarf', ['scarf 1', 'scarf 2']]
		]);
		expect(tidySeries('  My   scarf ')).toBe('My scarf');
		expect(tidySeries(' ')).toBeUndefined();
	});
});
