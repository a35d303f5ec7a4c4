import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heirs, neighbours } from '$lib/domain/heirs';

/** All of them, the first choice first. */
function inTurn<T>(...given: Parameters<typeof heirs<T>>): T[] {
	const { next, before } = heirs(...given);
	return [...next, ...before];
}

describe('who takes the keyboard’s place', () => {
	test('the next one, when one was removed', () => {
		expect(inTurn(['a', 'b', 'c', 'd'], ['a', 'c', 'd'], 'b')).toEqual(['c', 'd', 'a']);
	});

	test('the one before, nearest first, when the last was removed', () => {
		expect(inTurn(['a', 'b', 'c'], ['a', 'b'], 'c')).toEqual(['b', 'a']);
	});

	test('what came in its stead, before what follows', () => {
		expect(inTurn(['title', 'start', 'hint'], ['title', 'stop', 'hint'], 'start')[0]).toBe('stop');
		expect(inTurn(['start'], ['stop'], 'start')).toEqual(['stop']);
		expect(inTurn(['start', 'hint'], ['stop', 'hint'], 'start')[0]).toBe('stop');
	});

	test('nobody, when nothing is left', () => {
		expect(inTurn(['a'], [], 'a')).toEqual([]);
	});

	test('what stood before it may have left too', () => {
		expect(inTurn(['a', 'b', 'c', 'd'], ['a', 'd'], 'c')).toEqual(['d', 'a']);
	});

	test('everybody who is left is an heir, once; the next one comes first', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (was, at) => {
				const place = at % was.length;
				const gone = was[place]!;
				const now = was.filter((one) => one !== gone);
				const found = inTurn(was, now, gone);
				expect([...found].sort()).toEqual([...now].sort());
				expect(found[0]).toBe(place < now.length ? was[place + 1] : now.at(-1));
			})
		);
	});

	test('its neighbour, when a button rests at the end of a list', () => {
		expect(neighbours(['up', 'down', 'remove'], 'down')).toEqual(['up', 'remove']);
		expect(neighbours(['up', 'down', 'remove'], 'up')).toEqual(['down', 'remove']);
	});
});
