// Holds the built site to its size: what each first page loads, and what the offline copy weighs. Run after a build:
//     npm run check:size
// Each page is opened once by a browser that keeps nothing and has no worker, so that the count is what a first visit
// really asks for, whatever the page decides to load.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { allPages } from '../src/pages.js';
import { findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const kB = 1000;
/** Script on first load, kB of brotli. */
const budgets = { help: 45, today: 75, others: 85 };
const helpHtml = 14;
/** The offline copy, kB as stored: Envol's own files, and everything with the libraries. */
const wholeOfOurs = 700;

/** @param {string} page */
function budgetOf(page) {
	if (page.endsWith('/help/')) return budgets.help;
	if (page.includes('/today/')) return budgets.today;
	return budgets.others;
}

/** @param {Buffer} bytes */
function compressed(bytes) {
	return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** @param {number} bytes */
const shown = (bytes) => (bytes / kB).toFixed(1).padStart(7);

if (!existsSync('build/sw.js')) {
	console.error('There is no built site yet. Run: npm run build');
	process.exit(1);
}

/** @type {string[]} */
const problems = [];
const server = await serve('build', { port: 0 });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});

console.log('first load of each page          script kB   limit');
for (const page of allPages) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const tab = await context.newPage();
	/** @type {Map<string, number>} */
	const scripts = new Map();
	/** @type {Promise<void>[]} */
	const reading = [];
	tab.on('response', (response) => {
		if (response.request().resourceType() !== 'script' && !response.url().endsWith('.js')) return;
		reading.push(
			response.body().then(
				(body) => void scripts.set(response.url(), compressed(body)),
				() => undefined
			)
		);
	});
	await tab.goto(server.url + page, { waitUntil: 'networkidle' });
	await Promise.all(reading);
	const sum = [...scripts.values()].reduce((all, size) => all + size, 0);
	const limit = budgetOf(page) * kB;
	const isOver = sum > limit;
	if (isOver) problems.push(`${page} loads ${shown(sum).trim()} kB of script, the limit is ${limit / kB}`);
	console.log(`${page.padEnd(32)} ${shown(sum)} ${String(limit / kB).padStart(9)}${isOver ? '  over' : ''}`);
	await context.close();
}
await browser.close();
await server.stop();

for (const lang of ['en', 'fr']) {
	const size = compressed(readFileSync(`build/${lang}/help/index.html`));
	console.log(`Help alone, /${lang}/                ${shown(size)} ${String(helpHtml).padStart(9)}`);
	if (size > helpHtml * kB)
		problems.push(`/${lang}/help/ is ${shown(size).trim()} kB, the limit is ${helpHtml}`);
}

/** Files of the offline copy whose code is a library's: the framework, the database, the texts' runtime. */
const librarySigns = [
	/\bDexieError|Dexie\.\w/,
	/svelte\.dev\/e\//,
	/sveltekit:(?:scroll|snapshot|start)/,
	/IntlMessageFormat|intl-messageformat/
];
let whole = 0;
let libraries = 0;
for (const [, url = ''] of readFileSync('build/sw.js', 'utf8').matchAll(/["']?url["']?:\s*["'`]([^"'`]+)/g)) {
	const file = `build/${url.replace(/^\//, '')}${url.endsWith('/') ? 'index.html' : ''}`;
	const size = statSync(file).size;
	whole += size;
	if (file.endsWith('.js') && librarySigns.some((sign) => sign.test(readFileSync(file, 'utf8'))))
		libraries += size;
}
console.log(`offline copy                     ${shown(whole)}`);
console.log(`  of it, libraries               ${shown(libraries)}`);
console.log(
	`  of it, ours                    ${shown(whole - libraries)} ${String(wholeOfOurs).padStart(9)}`
);
if (whole - libraries > wholeOfOurs * kB)
	problems.push(
		`the offline copy holds ${shown(whole - libraries).trim()} kB of ours, the limit is ${wholeOfOurs}`
	);

if (problems.length > 0) {
	console.error(`\n${problems.join('\n')}`);
	process.exit(1);
}
console.log('\nEverything fits.');
