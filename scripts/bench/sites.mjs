// What is opened and compared: Envol's pages, with nothing, a plan or ten years; a plain page and a checklist, written by hand; and
// plain pages with the same words as Envol's.
import { readFileSync } from 'node:fs';

/** @typedef {'offline' | 'warm' | 'cold'} Way */
/** @typedef {'nothing' | 'plan' | 'tenYears' | 'underLock'} Keeps */

/**
 * A page to open, and where in it to look.
 * @typedef {object} Site
 * @property {string} name
 * @property {string} folder a finished site
 * @property {string} path
 * @property {readonly Way[]} ways
 * @property {string} shown what is there once the person's own words, or the first choice, are shown and answer a tap
 * @property {string} awake what is there once everything works
 * @property {string} [box] what is tapped
 * @property {Keeps} [keeps] of Envol: what it keeps before it is measured
 */

const ownWords = {
	today: 'main .rows :is(input, button)',
	hope: 'main .notes article .words',
	dice: 'main section[aria-labelledby="later"] .take',
	plan: 'main details.card summary .meta'
};

/** @param {string} name @param {string} folder @returns {Site[]} */
function envol(name, folder) {
	/** @param {keyof typeof ownWords} page @param {Keeps} keeps @returns {Pick<Site, 'folder' | 'path' | 'keeps' | 'shown' | 'awake'>} */
	const page = (page, keeps) => ({
		folder,
		path: `/en/${page}/`,
		keeps,
		shown: ownWords[page],
		awake: `html[data-ready]:not([data-early]) ${ownWords[page]}`
	});
	const choice = 'section.card .button.main';
	return [
		{
			...page('today', 'nothing'),
			name: `${name}, nothing kept`,
			ways: ['cold'],
			shown: `html:is([data-ready], [data-answers]) ${choice}`,
			awake: `html[data-ready] ${choice}`
		},
		{ ...page('today', 'plan'), name: `${name}, a plan`, ways: ['offline', 'warm'], box: 'main .rows input' },
		{ ...page('today', 'tenYears'), name: `${name}, ten years`, ways: ['offline', 'warm'], box: 'main .rows input' },
		{ ...page('hope', 'tenYears'), name: `${name}, Hope`, ways: ['offline'] },
		{ ...page('dice', 'tenYears'), name: `${name}, Dice`, ways: ['offline'] },
		{ ...page('plan', 'tenYears'), name: `${name}, My plan`, ways: ['offline'] }
	]; // prettier-ignore
}

/** @param {string} name @param {string} folder @param {readonly Way[]} [ways] @returns {Site} */
const byHand = (name, folder, ways = ['offline', 'warm', 'cold']) => {
	const ready = name === 'checklist' ? 'body[data-ready] li' : 'li';
	return { name, folder, path: '/', ways, shown: ready, awake: ready, box: 'input' };
};

/** Envol's own pages beside plain ones with the same words. @param {string} folder of those @returns {Site[]} */
const sameWords = (folder) =>
	/** @type {const} */ (['today', 'help']).flatMap((page) => [
		{ name: `plain, the words of ${page}`, folder, path: `/${page}.html`, ways: ['cold'], shown: 'h1', awake: 'h1' },
		...(page === 'help'
			? [{ name: 'Envol, help', folder: 'build', path: '/en/help/', ways: /** @type {Way[]} */ (['cold']), shown: 'h1', awake: 'html[data-ready]' }]
			: [])
	]); // prettier-ignore

/**
 * @param {readonly [name: string, folder: string][]} others builds of Envol to compare with, and pages ("page:<name>")
 * @param {string} [plainFolder] of plain pages with the words of Envol's
 * @returns {Site[]}
 */
export const sitesOf = (others, plainFolder) => [
	byHand('plain page', 'scripts/bench/pages/plain'),
	byHand('checklist', 'scripts/bench/pages/checklist'),
	...(plainFolder ? sameWords(plainFolder) : []),
	...others.flatMap(([name, folder]) =>
		name.startsWith('page:') ? byHand(name.slice(5), folder) : envol(name, folder)
	),
	...envol('Envol', 'build')
];

/** The words of a built page, as plain HTML without script or app. @param {string} file */
export function plainPage(file) {
	const html = readFileSync(file, 'utf8');
	const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
	const banner = /<aside[^>]*>([\s\S]*?)<\/aside>/.exec(html)?.[1] ?? '';
	const bare = (banner + main)
		.replace(/<!--.*?-->/gs, '')
		.replace(/<(svg|template|noscript|script)[\s\S]*?<\/\1>/g, '')
		.replace(/ (class|id|data-[\w-]+|aria-[\w-]+)(="[^"]*")?/g, '');
	return `<!doctype html><html lang="en-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plain</title><style>body{font:18px/1.55 system-ui,sans-serif;margin:16px;max-width:720px}</style></head><body>${bare}</body></html>`;
}
