import { doors, pages } from './pages.js';

/** Addresses, for a regular expression: without their last slash, the longest first. @param {readonly string[]} paths */
const oneOf = (paths) => paths.flatMap((path) => path.slice(0, -1) || []).join('|');

/** An inline script without the comments and indentation that every page would carry. @param {string} source */
export function shortened(source) {
	return source
		.replace(/\/\*\*[^]*?\*\/ ?/g, '')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('//'))
		.join('\n');
}

/**
 * The boot script as it is inlined in each page: without comments and indentation, since every page carries it. What
 * it must know about the pages comes from their table.
 * @param {string} source the text of `boot.js`
 */
export function bootScript(source) {
	return shortened(source)
		.replace('TAKES_A_PLAN', oneOf(pages.filter((page) => page.takesAPlan).map(({ path }) => path)))
		.replace('DOORS', oneOf(doors));
}
