import { describe, expect, test } from 'vitest';
import { isSpelledWell, passagesOfMarkdown, saidBy, wordsIn } from '../../../scripts/spelling/texts.mjs';

describe('what is spelled', () => {
	test('every branch of a plural is read, and no argument', () => {
		expect(wordsIn(saidBy('{count, plural, =0 {None yet} one {# day} other {# days of {name}}}'))).toEqual([
			'None',
			'yet',
			'day',
			'days',
			'of'
		]);
	});

	test('numbers, addresses, file names and code are not words', () => {
		expect(wordsIn('Call 9-8-8, see suicide.ca/en or docs/safety.md, A4, sha256 and pageData.')).toEqual([
			'Call',
			'see',
			'or',
			'and'
		]);
	});

	test('an apostrophe and a hyphen stay inside the word, curly or straight', () => {
		expect(wordsIn("l’après-midi, aujourd'hui")).toEqual(["l'après-midi", "aujourd'hui"]);
	});

	test('a page in Markdown is read without its code, and French inside it as French', () => {
		const page = 'Say `colr` and [this](http://x.y), « où »\n\n```\nwrng\n```\n\n    npm strt\n';
		const [english, french] = passagesOfMarkdown(page, 'en');
		expect(wordsIn(english?.text ?? '')).toEqual(['Say', 'and', 'this']);
		expect(french).toEqual({ lang: 'fr', text: '« où »' });
	});
});

describe('what is spelled well', () => {
	const knows = (word: string) => ['help', 'page', 'Québec', 'homme', 'jour'].includes(word);

	test('a word at the start of a sentence counts as itself, a name without its capital does not', () => {
		expect(isSpelledWell('Help', knows)).toBe(true);
		expect(isSpelledWell('québec', knows)).toBe(false);
	});

	test('joined words are looked at one by one', () => {
		expect(isSpelledWell("l'homme", knows)).toBe(true);
		expect(isSpelledWell("lorsqu'homme", knows)).toBe(true);
		expect(isSpelledWell('help-page', knows)).toBe(true);
		expect(isSpelledWell('help-pgae', knows)).toBe(false);
		expect(isSpelledWell('hlep', knows)).toBe(false);
	});
});
