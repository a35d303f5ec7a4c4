// Writes static/spots.svg: the few of Envol's own drawings that pages show, out of those for paper. Run after a change of
// either: node scripts/make-spots.mjs
import { readFileSync, writeFileSync } from 'node:fs';

/** @param {readonly string[]} names @param {string} drawings the file for paper, one drawing a line */
export function spotSheet(names, drawings) {
	const lines = drawings.split('\n');
	const found = names.map((name) => {
		const line = lines.find((each) => each.startsWith(`<g id="${name}"`));
		if (!line) throw new Error(`no drawing named ${name}`);
		return line;
	});
	return `<svg xmlns="http://www.w3.org/2000/svg">\n${found.join('\n')}\n</svg>\n`;
}

if (process.argv[1]?.endsWith('make-spots.mjs')) {
	const [, list = ''] =
		/spotNames = \[([^\]]*)\]/.exec(readFileSync('src/lib/domain/drawing.ts', 'utf8')) ?? [];
	const names = [...list.matchAll(/'([a-z]+)'/g)].map(([, name]) => name ?? '');
	writeFileSync('static/spots.svg', spotSheet(names, readFileSync('src/lib/paper/drawings.svg', 'utf8')));
	console.log(`static/spots.svg: ${names.length} drawings`);
}
