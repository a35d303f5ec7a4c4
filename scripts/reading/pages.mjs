import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

/** Not read as sentences: names and hours of the help lines, their numbers, lists of places, drawings. */
const leftOut =
	'script, style, template, svg, select, li small, article small, h4, a[href^="tel:"], a[href^="sms:"], dd, [aria-hidden="true"]';
const inline = new Set(['A', 'ABBR', 'B', 'BDI', 'CODE', 'EM', 'I', 'SPAN', 'STRONG', 'TIME']);
/** In these, a span is part of a sentence; in a button or a row it stands alone. */
const running = new Set(['P', 'H1', 'H2', 'H3', 'LI', 'DT']);

/** @param {Element} element */
function standsAlone(element) {
	if (!inline.has(element.tagName)) return true;
	if (element.matches('a.button')) return true;
	let parent = element.parentElement;
	while (parent && inline.has(parent.tagName)) parent = parent.parentElement;
	return !parent || !running.has(parent.tagName);
}

/**
 * The texts inside an element, block by block.
 * @param {Element} root
 * @param {string} locale texts in another language are left out
 * @returns {string[]}
 */
function blocksIn(root, locale) {
	/** @type {string[]} */
	const blocks = [''];
	/** @param {Element} element */
	const read = (element) => {
		const lang = element.getAttribute('lang');
		if (element.matches(leftOut) || (lang && !locale.startsWith(lang.slice(0, 2)))) return;
		const isAlone = standsAlone(element);
		if (isAlone) blocks.push('');
		for (const node of element.childNodes) {
			if (node.nodeType === node.TEXT_NODE) blocks[blocks.length - 1] += node.textContent ?? '';
			else if (node.nodeType === node.ELEMENT_NODE) read(/** @type {Element} */ (node));
		}
		if (isAlone) blocks.push('');
	};
	read(root);
	return blocks.map((block) => block.replace(/\s+/g, ' ').trim()).filter((block) => block !== '');
}

/**
 * The blocks of text of a built page: what stands in its <main>.
 * @param {string} file
 * @param {import('./grade.mjs').Lang} lang
 */
export function blocksOfPage(file, lang) {
	const { window } = new JSDOM(readFileSync(file, 'utf8'));
	const main = window.document.querySelector('main');
	const blocks = main ? blocksIn(main, lang) : [];
	window.close();
	return blocks;
}
