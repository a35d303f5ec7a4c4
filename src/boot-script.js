import { minifySync } from 'vite';
import { doors, pages } from './pages.js';

/** Addresses, for a regular expression: without their last slash, the longest first. @param {readonly string[]} paths */
const oneOf = (paths) => paths.flatMap((path) => path.slice(0, -1) || []).join('|');

/** An inline script without what only people read: every page would carry it. @param {string} source */
export function shortened(source) {
	return minifySync('inline.js', source, {
		module: false,
		compress: { target: 'es2020' },
		mangle: true,
		codegen: { removeWhitespace: true }
	}).code.trim();
}

/**
 * The boot script as it is inlined in each page, shortened, since every page carries it. What
 * it must know about the pages comes from their table.
 * @param {string} source the text of `boot.js`
 */
export function bootScript(source) {
	return shortened(source)
		.replace('TAKES_A_PLAN', oneOf(pages.filter((page) => page.takesAPlan).map(({ path }) => path)))
		.replace('DOORS', oneOf(doors));
}
