import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noDice, parseKeptDice, withId, withoutOwn } from '$lib/domain/kept-dice';
import { anyWishes } from '../../support/ideas';

test.each([undefined, null, 7, 'text', [], {}])('%j is read as dice nobody chose anything for', (value) => {
	expect(parseKeptDice(value)).toEqual(noDice);
});

test('filters come back as they were chosen, but never the kind', () => {
	fc.assert(
		fc.property(anyWishes, ({ form, ...wishes }) => {
			expect(parseKeptDice({ wishes: { ...wishes, form } }).wishes).toEqual(wishes);
		})
	);
});

test('whatever a damaged record holds, the rest of it can be read', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom(...Object.keys(noDice)), fc.anything()), (given) => {
			const dice = parseKeptDice(given);
			expect(parseKeptDice(dice)).toEqual(dice);
		})
	);
	expect(
		parseKeptDice({
			play: 'chess',
			own: [{ id: 'own-1', words: '  Broder ', form: 'sleeping', effort: 9 }, { words: 'no id' }, 4],
			hidden: ['a', 'a', 7, ''],
			six: ['a', 'b', 'c', 'd', 'e', 'f', 'g']
		})
	).toEqual({
		...noDice,
		own: [{ id: 'own-1', words: 'Broder', form: 'mental', effort: 1 }],
		hidden: ['a'],
		six: ['a', 'b', 'c', 'd', 'e', 'f']
	});
});

test('what was said of outside comes back with its day, or not at all; shaking is off unless turned on', () => {
	const said = { day: '2026-07-10', season: 'winter', time: 'day' };
	expect(parseKeptDice({ said, isShakeOn: true })).toMatchObject({ said, isShakeOn: true });
	for (const broken of [
		{ ...said, day: '2026-02-30' },
		{ day: said.day, season: 'monsoon' },
		{ season: 'fall' }
	])
		expect(parseKeptDice({ said: broken, isShakeOn: 'yes' })).toEqual(noDice);
});

test('a list takes an idea once and lets it go', () => {
	expect(withId(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
	expect(withId(['a', 'b'], 'a', false)).toEqual(['b']);
});

test('an own idea that goes leaves no trace in the lists', () => {
	const own = { id: 'own-1', words: 'Broder', form: 'mental', effort: 1 } as const;
	const dice = {
		...noDice,
		own: [own],
		favourites: ['own-1', 'x'],
		hidden: ['own-1'],
		six: ['rest', 'own-1']
	};
	expect(withoutOwn(dice, 'own-1')).toEqual({ ...noDice, favourites: ['x'], six: ['rest'] });
});
