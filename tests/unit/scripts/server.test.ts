import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve } from '../../../scripts/server.mjs';

let folder: string;
let stop: () => Promise<void>;
const script = '_app/immutable/chunks/one.js';

function write(words: string): void {
	writeFileSync(join(folder, script), words);
	writeFileSync(join(folder, `${script}.br`), brotliCompressSync(words));
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'envol-server-'));
	mkdirSync(join(folder, '_app/immutable/chunks'), { recursive: true });
	writeFileSync(join(folder, '_headers'), '/_app/immutable/*\n  Cache-Control: public, immutable\n');
	writeFileSync(join(folder, '_app/immutable/chunks/small.css'), 'p{}');
	write('first()');
});
afterEach(async () => {
	await stop();
	rmSync(folder, { recursive: true });
});

async function asking(isFixed: boolean) {
	const server = await serve(folder, { isFixed });
	({ stop } = server);
	return async (path: string, encoding = 'gzip, br') => {
		const answer = await fetch(`${server.url}/${path}`, { headers: { 'accept-encoding': encoding } });
		const named = ['content-type', 'content-encoding', 'content-length', 'cache-control', 'vary'];
		return [answer.status, await answer.text(), ...named.map((name) => answer.headers.get(name))];
	};
}

test('what is sent from memory is what is sent from the disk, with the same headers', async () => {
	const paths: [path: string, encoding?: string][] = [
		[script],
		[script, 'gzip'],
		['_app/immutable/chunks/small.css'],
		['_app/immutable/chunks/none.js']
	];
	const answers = async (isFixed: boolean) => {
		const ask = await asking(isFixed);
		const all = [];
		for (const path of [...paths, ...paths]) all.push(await ask(...path));
		return all;
	};
	const fromDisk = await answers(false);
	await stop();
	expect(fromDisk[0]!.slice(0, 4)).toEqual([200, 'first()', 'text/javascript', 'br']);
	expect(await answers(true)).toEqual(fromDisk);
});

test('a site that changes while it is served is read anew each time; one that is fixed is not', async () => {
	const ask = await asking(false);
	await ask(script);
	write('second()');
	expect((await ask(script))[1]).toBe('second()');
	await stop();
	const askFixed = await asking(true);
	await askFixed(script);
	write('third()');
	expect((await askFixed(script))[1]).toBe('second()');
});

test('all is emptied for who goes to the page on which Erase ends, never for a link from elsewhere or for the offline copy that takes it', async () => {
	mkdirSync(join(folder, 'erase'));
	writeFileSync(join(folder, 'erase/index.html'), '<title>Erased</title>');
	writeFileSync(join(folder, '_headers'), '/erase/\n  Clear-Site-Data: "storage"\n');
	const server = await serve(folder);
	({ stop } = server);
	// the one of Node sets the mode itself
	const cleared = (headers: Record<string, string>) =>
		new Promise((resolve) =>
			get(`${server.url}/erase/`, { headers }, (answer) => {
				answer.resume();
				resolve(answer.headers['clear-site-data']);
			})
		);
	const site = 'sec-fetch-site';
	const mode = 'sec-fetch-mode';
	expect(await cleared({ [site]: 'same-origin', [mode]: 'navigate' })).toBe('"storage"');
	// by the worker, for who goes there
	expect(await cleared({ [site]: 'same-origin', [mode]: 'same-origin' })).toBe('"storage"');
	expect(await cleared({ [site]: 'cross-site', [mode]: 'navigate' })).toBeUndefined();
	expect(await cleared({ [site]: 'same-origin', [mode]: 'cors' })).toBeUndefined();
});
