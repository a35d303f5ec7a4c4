/**
 * Is every word spelled as the dictionaries of Canadian English and of French have it? Reads all messages and all pages of the
 * documentation. A name, or a word of the house, goes into scripts/spelling/known-words.txt.
 *
 *     npm run check:spelling
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nspell from 'nspell';
import english from 'dictionary-en-ca';
import french from 'dictionary-fr';
import { isSpelledWell, passagesOfMarkdown, saidBy, wordsIn } from './spelling/texts.mjs';

/** @typedef {import('./spelling/texts.mjs').Lang} Lang */
/** @typedef {import('./spelling/texts.mjs').Passage & { where: string }} Found */

const root = fileURLToPath(new URL('..', import.meta.url));
/** Pages written in French; every other one is in English. */
const frenchPages = new Set(['LISEZMOI.md']);
/** Pages where the two stand side by side, in one table: there a word may come from either. */
const bilingualPages = new Set([
	'docs/glossary.md',
	'docs/review.md',
	'docs/review-native-speakers.md',
	'LICENSE-CONTENT.md'
]);

/** @param {Lang} lang @returns {Found[]} */
function messages(lang) {
	/** @param {unknown} value @param {string} where @returns {Found[]} */
	const texts = (value, where) =>
		typeof value === 'string'
			? [{ lang, text: saidBy(value), where }]
			: Object.entries(value ?? {}).flatMap(([key, inner]) => texts(inner, `${where}.${key}`));
	return readdirSync(`${root}messages/${lang}`)
		.filter((file) => file.endsWith('.json'))
		.flatMap((file) =>
			texts(
				JSON.parse(readFileSync(`${root}messages/${lang}/${file}`, 'utf8')),
				`${lang} ${file.replace('.json', '')}`
			)
		);
}

/** The pages of the documentation, but for the figures of benchmarks. @returns {Found[]} */
function pages() {
	const files = [
		...readdirSync(root),
		...readdirSync(`${root}docs`, { recursive: true }).map((file) => `docs/${file}`)
	].filter((file) => file.endsWith('.md') && !file.startsWith('docs/benchmarks'));
	return files.flatMap((where) =>
		passagesOfMarkdown(readFileSync(root + where, 'utf8'), frenchPages.has(where) ? 'fr' : 'en').map(
			(passage) => ({ ...passage, where })
		)
	);
}

/** @returns {Set<string>} */
function knownWords() {
	const lines = readFileSync(`${root}scripts/spelling/known-words.txt`, 'utf8').split('\n');
	return new Set(lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean));
}

const dictionaries = { en: nspell(english), fr: nspell(french) };
const known = knownWords();
/** @type {Set<string>} */
const used = new Set();
/** @type {Map<string, boolean>} */
const answers = new Map();

/** @param {Lang} lang @param {string} word */
function isKnown(lang, word) {
	if (known.has(word)) {
		used.add(word);
		return true;
	}
	const key = `${lang} ${word}`;
	const answer = answers.get(key) ?? dictionaries[lang].correct(word);
	answers.set(key, answer);
	return answer;
}

/** @param {Lang} lang @returns {Lang} */
function otherThan(lang) {
	return lang === 'en' ? 'fr' : 'en';
}

/** @type {Map<string, Set<string>>} */
const wrong = new Map();
let read = 0;
for (const { lang, text, where } of [...messages('en'), ...messages('fr'), ...pages()])
	for (const word of wordsIn(text)) {
		read += 1;
		if (isSpelledWell(word, (part) => isKnown(lang, part))) continue;
		if (bilingualPages.has(where) && isSpelledWell(word, (part) => isKnown(otherThan(lang), part))) continue;
		const key = `${lang} ${word}`;
		wrong.set(key, (wrong.get(key) ?? new Set()).add(where));
	}

for (const [word, places] of [...wrong].sort()) console.log(`${word}: ${[...places].slice(0, 4).join(', ')}`);
const idle = [...known].filter((word) => !used.has(word));
if (idle.length > 0) console.log(`No longer needed in known-words.txt: ${idle.join(', ')}`);
console.log(`${read} words read, ${wrong.size} not in the dictionaries.`);
process.exitCode = wrong.size === 0 && idle.length === 0 ? 0 : 1;
