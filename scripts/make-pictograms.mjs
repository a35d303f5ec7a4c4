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
 * The form of a shape as a part of a path: one element for a drawing is read in a third of the time of six.
 * @param {string} tag of a shape of SVG
 * @param {Record<string, string>} attributes
 * @returns {string | undefined} undefined for a shape with anything more than its form
 */
export function lineOf(tag, attributes) {
	const { d, points, ...numbers } = attributes;
	const known = /** @type {Record<string, string[]>} */ ({
		path: [],
		polyline: [],
		polygon: [],
		line: ['x1', 'y1', 'x2', 'y2'],
		circle: ['cx', 'cy', 'r'],
		ellipse: ['cx', 'cy', 'rx', 'ry'],
		rect: ['x', 'y', 'width', 'height', 'rx', 'ry']
	})[tag];
	if (!known || Object.keys(numbers).some((name) => !known.includes(name))) return undefined;
	const of = (/** @type {string} */ name) => Number(numbers[name] ?? 0);
	const say = (/** @type {number[]} */ ...all) => all.map((each) => +each.toFixed(3)).join(' ');
	if (tag === 'path')
		// a path may begin with a move from where the one before it ended: here all begin from nothing
		return d?.replace(
			/^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)\s*(?=(.)?)/,
			(_, x, y, next = '') => `M${x} ${y}${/[-\d.]/.test(next) ? 'l' : ''}`
		);
	if (points !== undefined) {
		const [x, y, ...rest] = points.trim().split(/[\s,]+/);
		return `M${x} ${y}L${rest.join(' ')}${tag === 'polygon' ? 'z' : ''}`;
	}
	if (tag === 'line') return `M${say(of('x1'), of('y1'))}L${say(of('x2'), of('y2'))}`;
	if (tag === 'rect') {
		const [x, y, width, height] = [of('x'), of('y'), of('width'), of('height')];
		const r = of('rx') || of('ry');
		if (of('ry') && of('ry') !== r) return undefined;
		const [w, h] = [width - 2 * r, height - 2 * r];
		const corner = (/** @type {number} */ dx, /** @type {number} */ dy) =>
			r > 0 ? `a${say(r, r)} 0 0 1 ${say(dx * r, dy * r)}` : '';
		return `M${say(x + r, y)}h${say(w)}${corner(1, 1)}v${say(h)}${corner(-1, 1)}h${say(-w)}${corner(-1, -1)}v${say(-h)}${corner(1, -1)}z`;
	}
	const [rx, ry] = tag === 'circle' ? [of('r'), of('r')] : [of('rx'), of('ry')];
	const half = (/** @type {number} */ way) => `a${say(rx, ry)} 0 1 0 ${say(way * 2 * rx, 0)}`;
	return `M${say(of('cx') - rx, of('cy'))}${half(1)}${half(-1)}z`;
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
