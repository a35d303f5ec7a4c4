import { expect, test } from 'vitest';
import type { Face } from '$lib/domain/die';
import { mostOwn, noDice, parseKeptDice, type KeptDice } from '$lib/domain/kept-dice';
import { dieToShare, type SharedDie } from '$lib/domain/shared-die';
import { withIdeasOf, withSharedDie } from '$lib/domain/taken-die';
import { anIdea } from '../../support/ideas';

const activity = (id: string) => anIdea({ id, activity: id });
const five = ['phy-a', 'soc-b', 'men-c', 'min-d'].map(activity);
const sewing = anIdea({ id: 'own-1', words: 'Broder', form: 'mental', effort: 2 });
const shared: SharedDie = [
	{ kind: 'rest' },
	{ kind: 'activity', id: 'phy-a' },
	{ kind: 'activity', id: 'soc-b' },
	{ kind: 'activity', id: 'men-c' },
	{ kind: 'activity', id: 'min-d' },
	{ kind: 'own', words: 'Broder', form: 'mental', effort: 2 }
];
let count = 0;
const newId = () => `new-${++count}`;

test('my six go out as ideas by name and own words, never with the id that this device gave them', () => {
	const die = dieToShare(['rest', ...five, sewing]);
	expect(die).toEqual(shared);
	expect(JSON.stringify(die)).not.toContain('own-1');
});

test.each<[string, Face[]]>([
	['five faces', ['rest', ...five]],
	['two faces that say the same', [...five, sewing, anIdea({ id: 'own-2', words: ' broder ' })]]
])('a die with %s waits', (_, faces) => {
	expect(dieToShare(faces)).toBeUndefined();
});

test('a die that came takes the place of my six; its words come among my own ideas, once', () => {
	const mine: KeptDice = { ...noDice, six: ['x', 'y'], favourites: ['x'], play: 'one' };
	const taken = withSharedDie(mine, shared, newId)!;
	expect(taken.six.slice(0, 5)).toEqual(['rest', 'phy-a', 'soc-b', 'men-c', 'min-d']);
	expect(taken.own).toEqual([{ id: taken.six[5], words: 'Broder', form: 'mental', effort: 2 }]);
	expect(taken).toMatchObject({ play: 'six', favourites: ['x'] });
	expect(parseKeptDice(taken)).toEqual(taken);
	const again = withSharedDie(taken, shared, newId)!;
	expect(again.own).toEqual(taken.own);
	expect(again.six).toEqual(taken.six);
});

test('my six can stay: then only the ideas in own words come, once, among mine', () => {
	const mine: KeptDice = { ...noDice, six: ['x', 'y'], favourites: ['x'], play: 'one' };
	const taken = withIdeasOf(mine, shared, newId)!;
	expect(taken).toEqual({ ...mine, own: taken.own });
	expect(taken.own.map(({ words }) => words)).toEqual(['Broder']);
	expect(withIdeasOf(taken, shared, newId)).toEqual(taken);
});

test('a face of a newer Envol leaves its place free', () => {
	const die: SharedDie = [...shared.slice(1), { kind: 'unknown', number: 1999 }];
	expect(withSharedDie(noDice, die, newId)!.six).toHaveLength(5);
});

test('with no room for more ideas of my own, nothing changes and nothing is lost', () => {
	const own = Array.from({ length: mostOwn }, (_, i) => ({
		id: `own-${i}`,
		words: `Idée ${i}`,
		form: 'mental' as const,
		effort: 1 as const
	}));
	expect(withSharedDie({ ...noDice, own }, shared, newId)).toBeUndefined();
	expect(withSharedDie({ ...noDice, own: own.slice(1) }, shared, newId)!.own).toHaveLength(mostOwn);
});
