import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** @typedef {'en' | 'fr'} Lang */
/** A piece of text in one language. @typedef {{ lang: Lang, text: string }} Passage */

/** @param {import('@formatjs/icu-messageformat-parser').MessageFormatElement[]} parts @returns {string[]} */
function literals(parts) {
	return parts.flatMap((part) => {
		if (part.type === TYPE.literal) return [part.value];
		if (part.type === TYPE.plural || part.type === TYPE.select)
			return Object.values(part.options).flatMap((option) => literals(option.value));
		if (part.type === TYPE.tag) return literals(part.children);
		// an argument may stand inside a word's hyphen or apostrophe: what is left of it is still one piece
		return [' '];
	});
}

/**
 * Everything a message can say, every branch of its plurals included.
 * @param {string} message in ICU form
 * @returns {string}
 */
export function saidBy(message) {
	return literals(parse(message)).join(' ');
}

/**
 * The prose of a page in Markdown: without code, addresses and marks. What stands in « » in an English page is French, and the
 * other way round what stands in “ ” in a French one is English.
 * @param {string} markdown
 * @param {Lang} lang of the page
 * @returns {Passage[]}
 */
export function passagesOfMarkdown(markdown, lang) {
	const prose = markdown
		.replace(/^(```|~~~)[\s\S]*?^\1/gm, ' ')
		.replace(/^(?: {4,}|\t).*$/gm, ' ')
		.replace(/`[^`]*`/g, ' ')
		.replace(/<[^>]+>/g, ' ')
		.replace(/\]\([^)]*\)/g, '] ');
	const other = lang === 'en' ? 'fr' : 'en';
	const quoted = lang === 'en' ? /«[^»]*»/g : /“[^”]*”/g;
	return [
		{ lang, text: prose.replace(quoted, ' ') },
		...Array.from(prose.matchAll(quoted), ([text]) => /** @type {Passage} */ ({ lang: other, text }))
	];
}

/** Addresses, file names, numbers with letters, and what is written as code: none of them is a word. */
const notWords =
	/\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+\b(?:\/\S*)?|\S*[@/\\_=#<>]\S*|\b\w*\d\w*\b|\b[a-z]+[A-Z]\w*\b|\{[^}]*\}/gu;

/**
 * The words of a text, with straight apostrophes, as a dictionary wants them.
 * @param {string} text
 * @returns {string[]}
 */
export function wordsIn(text) {
	const clean = text
		.normalize('NFC')
		.replace(/’/g, "'")
		.replace(/\u00ad/g, '')
		.replace(notWords, ' ');
	return clean.match(/\p{L}[\p{L}\p{M}]*(?:['·-]\p{L}[\p{L}\p{M}]*)*/gu) ?? [];
}

/**
 * Whether a word is spelled well: whole, or each of its parts, as French joins them with an apostrophe or a hyphen.
 * @param {string} word
 * @param {(word: string) => boolean} isKnown
 * @returns {boolean}
 */
export function isSpelledWell(word, isKnown) {
	if (word.length === 1 || isKnown(word) || isKnown(word.toLowerCase())) return true;
	const parts = word.split(/['-]/);
	return (
		parts.length > 1 &&
		parts.every((part) => part.length <= 1 || elided.has(part.toLowerCase()) || isSpelledWell(part, isKnown))
	);
}

/** What stands before an apostrophe in French, and after one in English. */
const elided = new Set(['qu', 'lorsqu', 'puisqu', 'jusqu', 'quelqu', 'aujourd', 'hui', 'll', 've', 're']);
