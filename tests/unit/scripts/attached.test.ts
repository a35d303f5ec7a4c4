import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((name) => /\.(svelte|ts)$/.test(name))
	.map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }));

/** The function of that name in a source: its line, and those that stand deeper below it. */
function bodyOf(text: string, name: string): string | undefined {
	const [body] =
		new RegExp(`^(\\t*)(export )?(const|function) ${name}\\b.*(\\n\\1\\t.*)*`, 'm').exec(text) ?? [];
	return body;
}

test('what takes the focus when its element comes follows nothing that a listener of that reads', () => {
	const names = new Set(
		sources.flatMap(({ text }) => [...text.matchAll(/\{@attach (\w+)\}/g)].map(([, name]) => name!))
	);
	const takers = sources.flatMap(({ name, text }) =>
		[...names]
			.map((attached) => ({ name, attached, body: bodyOf(text, attached) ?? '' }))
			.filter(({ body }) => body.includes('focus('))
	);
	expect(takers.map(({ attached }) => attached).sort()).toEqual([
		'begin',
		'openIfLinked',
		'readFirst',
		'ready'
	]);
	expect(takers.filter(({ body }) => !body.includes('untrack(')).map(({ name }) => name)).toEqual([]);
});
