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
	const shapes = node.map(
		([tag, attributes]) =>
			`<${tag} ${Object.entries(attributes)
				.map(([key, value]) => `${key}="${value}"`)
				.join(' ')}/>`
	);
	return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`;
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
