import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNearBeginning, nearlyMatches } from '$lib/domain/one-letter-off';
import { matches } from '$lib/domain/search';
import { runs } from '../../support/property-runs';

const letter = fc.constantFrom(...'abcdeé'.normalize('NFC'));
const aWord = fc.array(letter, { minLength: 4, maxLength: 9 }).map((letters) => letters.join(''));
/** Slow and sure: every text that one change makes of this one. */
function oneChangeFrom(text: string): Set<string> {
	const made = new Set([text]);
	const letters = [...'abcdeé'];
	for (let at = 0; at <= text.length; at++) {
		const [before, after] = [text.slice(0, at), text.slice(at)];
		if (after) made.add(before + after.slice(1));
		if (after.length > 1) made.add(before + after[1]! + after[0]! + after.slice(2));
		for (const other of letters) {
			made.add(before + other + after);
			if (after) made.add(before + other + after.slice(1));
		}
	}
	return made;
}

describe('one letter off', () => {
	test('is exactly what one change makes of a beginning of the word', () => {
		fc.assert(
			fc.property(aWord, aWord, (word, typed) => {
				const beginnings = Array.from({ length: word.length + 1 }, (_, n) => word.slice(0, n));
				const expected = beginnings.some((beginning) => oneChangeFrom(beginning).has(typed));
				expect(isNearBeginning(word, typed)).toBe(expected);
			}),
			{ numRuns: runs(400) }
		);
	});

	test('any one slip in a word of five letters or more still finds it', () => {
		fc.assert(
			fc.property(aWord, fc.nat(8), fc.nat(3), letter, (start, place, slip, other) => {
				const word = `${start}z`;
				const at = place % (word.length - 1);
				const [before, after] = [word.slice(0, at), word.slice(at)];
				const typed = [
					before + after.slice(1),
					before + other + after,
					before + other + after.slice(1),
					before + after[1]! + after[0]! + after.slice(2)
				][slip]!;
				expect(nearlyMatches(`le ${word} du soir`, typed)).toBe(true);
			})
		);
	});

	test('finds all that is found as it is written', () => {
		fc.assert(
			fc.property(
				fc.array(aWord, { minLength: 1, maxLength: 4 }),
				fc.nat(9),
				fc.nat(3),
				(words, upTo, at) => {
					const typed = words[at % words.length]!.slice(0, upTo);
					expect(matches(words.join(' '), typed)).toBe(true);
					expect(nearlyMatches(words.join(' '), typed)).toBe(true);
				}
			)
		);
	});

	test.each([
		['cigarettes', 'cigarete'],
		['médicaments', 'medicamment'],
		['médication', 'mediaction'],
		['cannabis', 'canabis'],
		['alcohol', 'alchol'],
		['marcher', 'marhcer'],
		['sommeil', 'someil'],
		['Walk around the block', 'wlak blcok']
	])('%s is found by %s', (text, typed) => {
		expect(nearlyMatches(text, typed)).toBe(true);
	});

	test.each([
		['the pot', 'pat'],
		['sommeil', 'soleil'],
		['walk', 'work'],
		['walk around', 'walk home']
	])('%s is not found by %s', (text, typed) => {
		expect(nearlyMatches(text, typed)).toBe(false);
	});
});
