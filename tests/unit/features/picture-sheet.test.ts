// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostPictures } from '$lib/domain/prescription';
import type { Frequency } from '$lib/domain/step';
import {
	columnsFor,
	gridSize,
	layTiles,
	listSize,
	listSizes,
	marksOf
} from '../../../src/lib/features/sheet/paper/picture-sheet';
import { layCards } from '../../../src/lib/features/sheet/paper/wallet';
import { aLine, anyPrescription, aPrescription } from '../../support/prescriptions';
import { runs } from '../../support/property-runs';

const titled = (...words: readonly string[]) => ({
	sheet: aPrescription({ lines: words.map((each) => aLine({ words: each })) }),
	titles: words.map((each) => [each])
});
const six = titled('Ouvrir les rideaux', 'Déjeuner', 'Marcher', 'Un café avec Paul', 'Tricoter', 'Au lit');

describe('which sheet is drawn as pictures', () => {
	test('one of six steps or fewer; a seventh makes it a list', () => {
		for (let count = 1; count <= mostPictures; count++) {
			const { sheet, titles } = titled(...six.titles.slice(0, count).map(([words]) => words!));
			expect(layTiles(sheet, {}, titles), String(count)).toMatchObject({ columns: columnsFor(count) });
		}
		const seven = titled(...six.titles.map(([words]) => words!), 'Respirer');
		expect(layTiles(seven.sheet, {}, seven.titles)).toBeUndefined();
		expect(layTiles(aPrescription(), {}, [])).toBeUndefined();
	});

	test('no other look than the list: large print and the flower were chosen', () => {
		for (const layout of ['large', 'flower'] as const)
			expect(layTiles({ ...six.sheet, layout }, {}, six.titles)).toBeUndefined();
	});

	test('not where the drawings would have to be small, for what stands beside them', () => {
		const each = ['Appeler lundi matin', 'Écrire ce que je mange', 'Apporter ma feuille'];
		const agreements = { me: each, team: each, lovedOnes: [] };
		const signs = [{ words: 'Je dors le jour et je ne réponds plus à personne' }];
		const ideas = { physical: [{ words: 'Marcher' }], social: [], mental: [] };
		expect(layTiles({ ...six.sheet, agreements, signs, ideas }, {}, six.titles)).toBeUndefined();
		const few = titled('Marcher', 'Un café avec Paul');
		expect(layTiles({ ...few.sheet, agreements }, {}, few.titles)).toBeDefined();
	});

	test('not where a word would have to be broken, or is far too long', () => {
		const long = titled('Rindfleischetikettierungsueberwachungsaufgabenuebertragungsg', ...six.titles.slice(1).map(([words]) => words!)); // prettier-ignore
		expect(layTiles(long.sheet, {}, long.titles)).toBeUndefined();
	});
});

describe('the words of the tiles', () => {
	test('are 20 points or more where they are short, and largest where they are alone', () => {
		expect(layTiles(six.sheet, {}, six.titles)?.points).toBe(20);
		expect(layTiles(six.sheet, { goal: 'retourner voir ma sœur à Rimouski' }, six.titles)?.points).toBe(20);
		const one = titled('Marcher dix minutes');
		expect(layTiles(one.sheet, {}, one.titles)?.points).toBe(32);
	});

	test('are never larger with more to say, and never below 14', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,5}$/), { minLength: 1, maxLength: 6 }),
				fc.nat(5),
				(words, at) => {
					const short = titled(...words);
					const longer = titled(...words.map((each, index) => (index === at ? `${each} et encore` : each)));
					const [before, after] = [short, longer].map(
						({ sheet, titles }) => layTiles(sheet, {}, titles)?.points ?? 0
					);
					expect(after).toBeLessThanOrEqual(before!);
					if (after) expect(after).toBeGreaterThanOrEqual(14);
				}
			),
			{ numRuns: runs(200) }
		);
	});
});

test.each([
	[{ kind: 'daily' }, 4],
	[{ kind: 'most-days' }, 4],
	[{ kind: 'weekdays', days: [4] }, 1],
	[{ kind: 'weekdays', days: [1, 2, 3, 4, 5] }, 4],
	[{ kind: 'weekly', times: 3 }, 3],
	[{ kind: 'once' }, 1],
	[{ kind: 'as-needed' }, 0]
] as const satisfies readonly (readonly [Frequency, number])[])(
	'%j has %i rings to mark',
	(frequency, rings) => {
		expect(marksOf(frequency)).toBe(rings);
	}
);

describe('the size of a list', () => {
	const words = 'Marcher dix minutes';
	const sized = (count: number, more = {}) =>
		listSize(
			aPrescription({ lines: Array.from({ length: count }, () => aLine({ words })), ...more }),
			{},
			Array.from({ length: count }, () => [words])
		);

	test('grows with the room, in large print too: five steps are huge, twelve as small as they need to be', () => {
		expect([sized(5), sized(12), sized(0)]).toEqual(['huge', 'usual', 'usual']);
		expect([sized(5, { layout: 'large' }), sized(9, { layout: 'large' })]).toEqual(['huge', 'usual']);
		expect(sized(5, { layout: 'flower' })).toBe('usual');
	});

	test('grows in two languages too', () => {
		const lines = Array.from({ length: 5 }, () => aLine({ item: 'hyg-wake-make-bed', habit: 'wake' }));
		for (const [fr, en, size] of [
			['Faire son lit', 'Make my bed', 'huge'],
			[
				'Prendre une courte pause au milieu de la journée',
				'Take a short break in the middle of the day',
				'roomy'
			]
		] as const)
			expect(
				listSize(
					aPrescription({ langs: 'fr-en', lines }),
					{},
					lines.map(() => [fr, en])
				)
			).toBe(size);
	});

	test('leaves room for a large code, where it can', () => {
		for (let count = 1; count <= 20; count++) {
			const { sheet, titles } = titled(...Array.from({ length: count }, () => words));
			const [usual, large] = [false, true].map((isLarge) => listSize(sheet, {}, titles, isLarge));
			expect(listSizes.indexOf(large!)).toBeGreaterThanOrEqual(listSizes.indexOf(usual!));
		}
	});

	test('never grows with more on the sheet', () => {
		fc.assert(
			fc.property(anyPrescription, (sheet) => {
				if (sheet.lines.length === 0) return;
				const titles = sheet.lines.map(({ words }) => [words ?? 'x'.repeat(40)]);
				const more = { ...sheet, lines: [...sheet.lines, aLine({ words: 'encore' })] };
				const [before, after] = [
					listSize(sheet, {}, titles),
					listSize(more, {}, [...titles, ['encore']])
				].map((size) => listSizes.indexOf(size));
				expect(after).toBeGreaterThanOrEqual(before!);
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('the steps of a week or a month', () => {
	const times = (count: number, ...texts: string[]) => Array.from({ length: count }, () => texts);
	const words = ['Prendre une marche', 'Take a walk'];

	test('are the larger the fewer there are, and with shorter words', () => {
		for (const of of ['week', 'month'] as const) {
			expect(gridSize(of, times(2, words[0]!), false)).toBe('huge');
			expect(gridSize(of, times(12, words.join(' ').repeat(2)), false)).toBe('usual');
			const sizes = ['huge', 'big', 'some', 'usual'];
			for (let count = 1; count < 20; count++) {
				const [one, more, inTwo] = [
					gridSize(of, times(count, words[0]!), false),
					gridSize(of, times(count + 1, words[0]!), false),
					gridSize(of, times(count, ...words), true)
				].map((size) => sizes.indexOf(size));
				expect(more).toBeGreaterThanOrEqual(one!);
				expect(inTwo).toBeGreaterThanOrEqual(one!);
			}
		}
	});

	test('are no larger than a row of a month becomes, however few', () => {
		expect(gridSize('month', times(1, 'a word and another '.repeat(6)), false)).toBe('usual');
	});
});

describe('the steps of a wallet card', () => {
	const times = (count: number, words: string) => Array.from({ length: count }, () => words);
	const long = 'Prendre l’autobus 80 jusqu’au local avec Geneviève et Marie-Ève, matin';

	test('stand on one card, ten of two lines each, and twenty short ones on two', () => {
		expect(layCards([])).toEqual([0]);
		expect(layCards(times(10, long))).toEqual([10]);
		expect(layCards(times(20, 'Marcher dix minutes'))).toEqual([10, 10]);
	});

	test('go on on a second card where one has no room for twelve long ones, and on more for twenty of four lines', () => {
		expect(layCards(times(12, long))).toEqual([6, 6]);
		expect(layCards(times(20, `${long} ${long}`))).toEqual([4, 4, 4, 4, 4]);
	});

	test('are all there, once, on as many cards as they need and no card empty', () => {
		const texts = fc.array(fc.string({ minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(texts, (steps) => {
				const counts = layCards(steps);
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(steps.length);
				expect(Math.min(...counts)).toBeGreaterThan(0);
				// each card alone has room for its steps
				let from = 0;
				for (const count of counts) expect(layCards(steps.slice(from, (from += count)))).toEqual([count]);
				expect(layCards([...steps, 'encore']).length).toBeGreaterThanOrEqual(counts.length);
			}),
			{ numRuns: runs(200) }
		);
	});
});
