// Writes static/pictograms.svg from the Lucide icons named in src/lib/domain/pictogram.ts: one small file that every
// list shares. Run after a change of the names: node scripts/make-pictograms.mjs
import { readFileSync, writeFileSync } from 'node:fs';

/** @param {string} name of a Lucide icon */
function symbol(name) {
	const source = readFileSync(`node_modules/@lucide/svelte/dist/icons/${name}.svelte`, 'utf8');
	const icon = /const iconData = (\{.*\});/.exec(source)?.[1];
	if (!icon) throw new Error(`no drawing named ${name}`);
	/** @type {{ node: [string, Record<string, string>][] }} */
	const { node } = JSON.parse(icon);
	/** What only has a form is one line; what is filled stays apart. @type {string[]} */
	const lines = [];
	/** @type {string[]} */
	const others = [];
	for (const [tag, attributes] of node) {
		const line = lineOf(tag, attributes);
		if (line) lines.push(line);
		else
			others.push(
				`<${tag} ${Object.entries(attributes)
					.map(([key, value]) => `${key}="${value}"`)
					.join(' ')}/>`
			);
	}
	const line = lines.length > 0 ? `<path d="${lines.join('')}"/>` : '';
	return `<symbol id="${name}" viewBox="0 0 24 24">${line}${others.join('')}</symbol>`;
}

/**
 * The form of a shape as a part of a path: a drawing is read sooner as one element than as six.
 * @param {string} tag of a shape of SVG
 * @param {Record<string, string>} attributes
 * @returns {string | undefined} undefined for a shape with anything more than its form, or of a kind that no drawing has
 */
export function lineOf(tag, attributes) {
	const names = Object.keys(attributes).sort().join(' ');
	const of = (/** @type {string} */ name) => Number(attributes[name] ?? 0);
	const line = (/** @type {(string | number)[]} */ ...parts) =>
		parts.map((part) => (typeof part === 'number' ? +part.toFixed(3) : part)).join(' ');
	if (tag === 'path' && names === 'd')
		// a path may begin with a move from where the one before it ended: here all begin from nothing
		return attributes['d']?.replace(
			/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=(.)?)/,
			(_, x, y, next = '') => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`
		);
	if (tag === 'line' && names === 'x1 x2 y1 y2')
		return line('M', of('x1'), of('y1'), 'L', of('x2'), of('y2'));
	if (tag === 'circle' && names === 'cx cy r') {
		const r = of('r');
		return line(
			'M',
			of('cx') - r,
			of('cy'),
			'a',
			r,
			r,
			0,
			1,
			0,
			2 * r,
			0,
			'a',
			r,
			r,
			0,
			1,
			0,
			-2 * r,
			0,
			'z'
		);
	}
	if (tag === 'rect' && /^height rx (ry )?width x y$/.test(names) && (of('ry') || of('rx')) === of('rx')) {
		const r = of('rx');
		const [w, h] = [of('width') - 2 * r, of('height') - 2 * r];
		const corner = (/** @type {number} */ dx, /** @type {number} */ dy) =>
			line('a', r, r, 0, 0, 1, dx * r, dy * r);
		return line('M', of('x') + r, of('y'), 'h', w, corner(1, 1), 'v', h, corner(-1, 1), 'h', -w, corner(-1, -1), 'v', -h, corner(1, -1), 'z'); // prettier-ignore
	}
	return undefined;
}

/** @param {readonly string[]} names */
export function pictogramSheet(names) {
	return `<svg xmlns="http://www.w3.org/2000/svg">\n${names.map(symbol).join('\n')}\n</svg>\n`;
}

if (process.argv[1]?.endsWith('make-pictograms.mjs')) {
	const list = readFileSync('src/lib/domain/pictogram.ts', 'utf8');
	const names = [...list.matchAll(/^\t'([a-z0-9-]+)'/gm)].map(([, name]) => name ?? '');
	writeFileSync('static/pictograms.svg', pictogramSheet(names));
	console.log(`static/pictograms.svg: ${names.length} drawings`);
}
