// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestedLine } from '$lib/content/catalogue-numbers';
import { petals } from '$lib/domain/petal';
import type { Line } from '$lib/domain/prescription';
import { arrangeFlower, petalOf } from '../../../src/lib/features/sheet/paper/flower';

const line = (id: string): Line => suggestedLine(id)!;
const inOwnWords = (words: string): Line => ({ ...line('hyg-wake-make-bed'), item: undefined, words });

describe('where a step stands on the flower', () => {
	test.each([
		['phy-walk-around-block-own-pace', 'physical'],
		['soc-call-someone-ten-minutes', 'social'],
		['men-knit-crochet-sew-few-rows', 'mental'],
		['hyg-engage-take-step-toward-work-study', 'occupation'],
		['hyg-routine-chore', 'responsibilities'],
		['hyg-eat-eat-three-times-today-even', 'healthy-habits']
	] as const)('%s: %s', (id, petal) => {
		expect(petalOf(line(id))).toBe(petal);
	});

	test('where the person put it, whatever it is', () => {
		expect(petalOf({ ...line('hyg-routine-chore'), petal: 'social' })).toBe('social');
	});
});

describe('a flower with many steps', () => {
	const many = Array.from({ length: 12 }, (_, index) => inOwnWords(`a step of some words, number ${index}`));
	const words = ({ words }: Line) => [words ?? ''];

	const heading = () => ['Healthy habits'];
	const arranged = (lines: readonly Line[]) => arrangeFlower(lines, words, heading, () => 1);

	test('loses none: what finds no room stands below', () => {
		const { petals: flower, rest } = arranged(many);
		expect(flower.map(({ petal }) => petal)).toEqual(petals);
		expect(rest.length).toBeGreaterThan(0);
		expect(new Set([...flower.flatMap(({ steps }) => steps.map(({ line }) => line)), ...rest])).toEqual(
			new Set(many)
		);
	});

	test('has one size of words on all petals', () => {
		const short = petals.map((petal) => ({ ...inOwnWords('Marcher dix minutes'), petal }));
		expect(arranged(short).size).toBe('huge');
		expect(arranged(short.slice(1)).size).toBe('large');
		expect(arranged(many.slice(0, 1)).size).toBe('large');
		expect(arranged(many.slice(0, 3)).size).toBe('middle');
	});

	test('has every letter of a step on its rows, also of a word that is wider than a petal', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
				const line = inOwnWords(typed);
				const { petals: flower, rest } = arranged([line]);
				const rows = flower.flatMap(({ steps }) => steps.flatMap(({ texts }) => texts.flat()));
				const bare = (text: string) => text.replace(/\s+/g, '');
				if (rest.length === 0) expect(bare(rows.join(''))).toBe(bare(typed));
			})
		);
	});
});
