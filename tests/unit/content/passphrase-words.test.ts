import { expect, test } from 'vitest';
import { passphraseWords as english } from '$lib/content/passphrase-words-en';
import { passphraseWords as french } from '$lib/content/passphrase-words-fr';
import { normalisePassphrase, wordsInList } from '$lib/domain/passphrase';

const lists = [
	['en', english],
	['fr', french]
] as const;

/** Is one of them the other with one letter more, less or changed? */
function isOneApart(a: string, b: string): boolean {
	if (a.length > b.length) return isOneApart(b, a);
	let at = 0;
	while (at < a.length && a[at] === b[at]) at += 1;
	if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
	return b.length === a.length + 1 && a.slice(at) === b.slice(at + 1);
}

test('the measure of the next tests tells words apart', () => {
	expect(isOneApart('lake', 'lane')).toBe(true);
	expect(isOneApart('lane', 'plane')).toBe(true);
	expect(isOneApart('lake', 'plane')).toBe(false);
});

test.each(lists)('the list of %s is whole, short and typed with plain letters', (_lang, words) => {
	expect(words).toHaveLength(wordsInList);
	for (const word of words) expect(normalisePassphrase(word)).toMatch(/^[a-z]{3,9}$/);
	expect(new Set(words.map(normalisePassphrase)).size).toBe(wordsInList);
});

test.each(lists)('without gaps, words of %s still say where each begins', (_lang, words) => {
	const all = new Set(words.map(normalisePassphrase));
	const beginnings = [...all].flatMap((word) =>
		Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1))
	);
	expect(beginnings.filter((beginning) => all.has(beginning))).toEqual([]);
});

test.each(lists)('one wrong letter never makes another word of %s', (_lang, words) => {
	const all = words.map(normalisePassphrase);
	const near = all.flatMap((a, index) => all.slice(index + 1).filter((b) => isOneApart(a, b)));
	expect(near).toEqual([]);
});

test('nothing in them hurts, or names a means', () => {
	const never = {
		en: 'arrow blade bridge cliff cord death drown drug fall gun hook jump kill knife knot lonely needle pill poison rail razor rope shoot sick spider tank tower train weapon wine',
		fr: 'alcool arme balcon corde couteau falaise fusil lame larme mort noyer pendre poison pont race rail raton sang saut seul tabac toit tour train vin'
	};
	for (const [lang, words] of lists)
		expect(never[lang].split(' ').filter((word) => words.includes(word))).toEqual([]);
});
