import { expect, test } from 'vitest';
import { habitItems } from '$lib/content/habits';
import { searchTopics, searchWordsOf } from '$lib/content/search-words';
import { matches } from '$lib/domain/search';

const found = (typed: string) =>
	habitItems.map(({ id }) => id).filter((id) => matches(searchWordsOf(id), typed));

test.each([
	['tabac', 'hyg-substances-have-cigarette-vape-less-today'],
	['smoke', 'hyg-substances-have-cigarette-vape-less-today'],
	['smoke', 'hyg-substances-take-day-off-cannabis-can'],
	['vape', 'hyg-substances-call-quit-line-free'],
	['vapoter', 'hyg-substances-have-cigarette-vape-less-today'],
	['joint', 'hyg-substances-take-day-off-cannabis-can'],
	['pot', 'hyg-substances-take-day-off-cannabis-can'],
	['weed', 'hyg-substances-take-day-off-cannabis-can'],
	['cigarette', 'hyg-substances-have-cigarette-vape-less-today'],
	['clope', 'hyg-substances-have-cigarette-vape-less-today'],
	['booze', 'hyg-substances-choose-day-no-alcohol'],
	['brosse', 'hyg-substances-choose-day-no-alcohol'],
	['médication', 'hyg-routine-take-medication-as-agreed-care'],
	['pills', 'hyg-routine-fill-pill-box-set-reminder'],
	['médoc', 'hyg-routine-take-medication-as-agreed-care'],
	['Bière', 'hyg-substances-choose-day-no-alcohol'],
	['biere', 'hyg-substances-if-drink-drink-less-less'],
	['alcohol', 'hyg-substances-if-drink-drink-less-less'],
	['alcool', 'hyg-substances-swap-drink-water-drink-no'],
	['drogue', 'hyg-substances-if-use-drugs-not-use'],
	['meds', 'hyg-routine-fill-pill-box-set-reminder'],
	['pilule', 'hyg-routine-take-medication-as-agreed-care'],
	['insomnie', 'hyg-sleep-go-bed-when-feel-sleepy']
])('%s finds %s', (typed, id) => {
	expect(found(typed)).toContain(id);
});

test('every step that is found this way is in the catalogue', () => {
	const known = new Set(habitItems.map(({ id }) => id));
	expect(searchTopics.flatMap(({ items }) => items).filter((id) => !known.has(id))).toEqual([]);
});

test('every step about substances is found by what it is about', () => {
	const about = habitItems.filter(({ habit }) => habit === 'substances').map(({ id }) => id);
	expect(about.filter((id) => searchWordsOf(id) === '')).toEqual([]);
});
