// What a first visit costs on the wire, page by page, and what the offline copy weighs. Run after `npm run build`.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';
import { allPages } from '../src/pages.js';
import { findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const kB = 1000;
const budgets = { help: 45 * kB, today: 75 * kB, other: 85 * kB, helpPage: 14 * kB, offline: 700 * kB };

const executablePath = findChromium();
if (!existsSync('build/index.html') || !executablePath) {
	console.error('Needs build/ (run `npm run build` first) and Chromium.');
	process.exit(1);
}

/** @param {Buffer} bytes */
function brotli(bytes) {
	return brotliCompressSync(bytes, {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
	}).length;
}

let isOver = false;
/** @param {string} what @param {number} bytes @param {number} budget */
function tell(what, bytes, budget) {
	const isTooMuch = bytes > budget;
	isOver ||= isTooMuch;
	const numbers = `${(bytes / kB).toFixed(1).padStart(7)} kB of ${String(budget / kB).padStart(4)}`;
	console.log(`${isTooMuch ? 'OVER' : '  ok'} ${numbers}  ${what}`);
}

const server = await serve('build');
const browser = await chromium.launch({
	executablePath,
	args: userInfo().uid === 0 ? ['--no-sandbox'] : []
});
/** @type {Map<string, number>} */
const sizes = new Map();
console.log('JavaScript of a first visit (brotli):');
for (const address of allPages) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	/** @type {Promise<number>[]} */
	const scripts = [];
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!pathname.endsWith('.js')) return;
		scripts.push(
			response.body().then((body) => {
				if (!sizes.has(pathname)) sizes.set(pathname, brotli(body));
				return sizes.get(pathname) ?? 0;
			})
		);
	});
	await page.goto(server.url + address, { waitUntil: 'networkidle' });
	const total = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
	const kind = /\/help\/$/.test(address) ? 'help' : /\/today\/$/.test(address) ? 'today' : 'other';
	tell(`${address} (${scripts.length} files)`, total, budgets[kind]);
	await context.close();
}
await browser.close();
await server.stop();

console.log('The help page alone, read with nothing else (brotli):');
for (const lang of ['en', 'fr'])
	tell(`/${lang}/help/ HTML`, brotli(readFileSync(`build/${lang}/help/index.html`)), budgets.helpPage);

console.log('The offline copy (as it lies on the device):');
const worker = readFileSync('build/sw.js', 'utf8');
const urls = [...worker.matchAll(/"?url"?:\s*[`"']([^`"']+)[`"']/g)].map(([, url]) => url ?? '');
const total = [...new Set(urls)].reduce((sum, url) => {
	const file = join('build', url.endsWith('/') ? `${url}index.html` : url);
	return sum + (existsSync(file) ? statSync(file).size : 0);
}, 0);
tell(`${new Set(urls).size} files`, total, budgets.offline);
if (urls.length < 50) {
	console.error('The list of the offline copy could not be read.');
	isOver = true;
}
process.exit(isOver ? 1 : 0);
