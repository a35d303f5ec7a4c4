// Holds the built site to its size: what each first page loads, and what the offline copy weighs. Run after a build:
//     npm run check:size
// Each page is opened once by a browser that keeps nothing and has no worker, so that the count is what a first visit
// really asks for, whatever the page decides to load.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { addressesOf, allPages, pages as table } from '../src/pages.js';
import { filesOf, firstOnesFirst, lockKeys, readManifest } from './build/offline-copy.mjs';
import { argsForShortVisits, findHeadlessShell } from './browsers.mjs';
import { serve } from './server.mjs';

const kB = 1000;
/** A visit is over once nothing was requested for this long. */
const quietMs = 500;
/** Script on first load, kB of brotli. */
const budgets = { help: 45, today: 77, others: 87 };
const helpHtml = 14;
/**
 * The budgets of the offline copy, in kB as stored, of Envol's own files, by part: what a person uses day by day,
 * then what the dice, the hope journal, the plan, the pages for hard days, the sheets and codes, saving a copy and
 * bringing it back, the pages for those who walk along, the journal beside the database, and the lock add. See
 * docs/decisions/0009-what-the-offline-copy-weighs.md.
 */
const wholeOfOurs = {
	daily: 998,
	dice: 396,
	hope: 397,
	plan: 422,
	hardDays: 163,
	sheets: 341,
	copies: 200,
	alongside: 256,
	journal: 30,
	lock: 71
};
/** The files stored before anything else, in kB as stored, of Envol's own: help, the day, a hard day. */
const firstOfOurs = 884;
/**
 * Scripts that only one part requests, though a page of another names them: those that make and draw codes and
 * pictures.
 */
const scriptsOf = {
	// of My steps, once something is looked for: nearly all of it is the list of ideas
	dice: ['src/lib/content/activity-pictograms.ts', 'src/lib/features/prescription/FoundSteps.svelte'],
	// copies: requested on a tap, or by a page of another part only where there is something to save
	copies: [
		'src/lib/features/today/AskForCopy.svelte',
		'src/lib/features/install/WordsFirst.svelte',
		'src/lib/storage/copies.ts',
		'src/lib/app/copies/copies.ts'
	],
	// of My steps, once own words are typed: nearly all of it is the words that name a drawing
	sheets: [
		'src/lib/app/sheet-code.ts',
		'src/lib/platform/qr.ts',
		'src/lib/features/prescription/OwnOffers.svelte'
	],
	// what an example says of the plan and the rest of a life, asked for by a tap
	plan: ['src/lib/app/example-life.ts'],
	alongside: ['src/lib/features/alongside/wake-poster.ts'],
	// needed after a crash only; the last one of Settings too, once it is tapped
	journal: ['src/lib/storage/rebuilt.ts', 'src/lib/app/copies/join-rows.ts', 'src/lib/app/erase.ts'],
	// requested by who has a lock, or turns one on
	lock: lockKeys
};

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
const browser = await chromium.launch({ executablePath: findHeadlessShell(), args: argsForShortVisits });

console.log('first load of each page          script kB   limit');
/** Sizes of files seen already: most pages share most of theirs. @type {Map<string, number>} */
const known = new Map();

/** A browser of its own with one tab, which visits one page after the other: another tab costs as much as the visit. */
async function newVisitor() {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const tab = await context.newPage();
	const session = await context.newCDPSession(tab);
	/** @type {Set<string>} */
	const scripts = new Set();
	/** @type {Promise<void>[]} */
	const reading = [];
	tab.on('response', (response) => {
		const url = response.url();
		if (response.request().resourceType() !== 'script' && !url.endsWith('.js')) return;
		scripts.add(url);
		if (known.has(url)) return;
		reading.push(
			response.body().then(
				(body) => void known.set(url, compressed(body)),
				() => undefined
			)
		);
	});
	let open = 0;
	let last = Date.now();
	/** @param {number} more */
	const count = (more) => {
		open += more;
		last = Date.now();
	};
	tab.on('request', () => count(1));
	tab.on('requestfinished', () => count(-1));
	tab.on('requestfailed', () => count(-1));
	/**
	 * What one first visit asks for, in bytes of brotli. What the page before stored is forgotten first.
	 * @param {string} page
	 */
	async function scriptOf(page) {
		// a picture: nothing of the page before goes on, and the browser needs no other process
		await tab.goto(`${server.url}/favicon.svg`);
		await tab.evaluate(() => sessionStorage.clear());
		await session.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'all' });
		scripts.clear();
		open = 0;
		await tab.goto(server.url + page);
		// on a busy computer the network may be quiet before the page has started to request anything
		await tab.locator('html[data-ready]').waitFor({ state: 'attached' });
		while (open > 0 || Date.now() - last < quietMs) await pause(50);
		await Promise.all(reading.splice(0));
		return [...scripts].reduce((all, url) => all + (known.get(url) ?? 0), 0);
	}
	return { scriptOf, leave: () => context.close() };
}

/**
 * On a busy computer the database can be slow to open, and then the page asks for what a slow device needs. So what is over
 * is looked at again, by itself: what is really too much is so every time.
 * @param {string} page @param {number} sum
 */
async function leastOf(page, sum) {
	let least = sum;
	for (let again = 0; again < 3 && least > budgetOf(page) * kB; again++) {
		const { scriptOf, leave } = await newVisitor();
		least = Math.min(least, await scriptOf(page));
		await leave();
	}
	return least;
}

/** A few at a time: most of a visit is waiting for the network to be quiet. Each lane runs independently. */
const lanes = 5;
/** @type {Map<string, number>} */
const loads = new Map();
const left = [...allPages];
const visitAll = async () => {
	const { scriptOf, leave } = await newVisitor();
	for (let page = left.shift(); page; page = left.shift()) loads.set(page, await scriptOf(page));
	await leave();
};
await Promise.all(Array.from({ length: lanes }, visitAll));
for (const page of allPages) {
	const sum = await leastOf(page, loads.get(page) ?? Infinity);
	const limit = budgetOf(page) * kB;
	const isOver = sum > limit;
	if (isOver) problems.push(`${page} loads ${shown(sum).trim()} kB of script, the limit is ${limit / kB}`);
	console.log(`${page.padEnd(32)} ${shown(sum)} ${String(limit / kB).padStart(9)}${isOver ? '  over' : ''}`);
}
await browser.close();
await server.stop();

for (const lang of ['en', 'fr']) {
	const size = compressed(readFileSync(`build/${lang}/help/index.html`));
	console.log(`Help alone, /${lang}/                ${shown(size)} ${String(helpHtml).padStart(9)}`);
	if (size > helpHtml * kB)
		problems.push(`/${lang}/help/ is ${shown(size).trim()} kB, the limit is ${helpHtml}`);
}

/** Files of the offline copy that are a library's code: the framework, the database, the message runtime. */
const librarySigns = [
	/\bDexieError|Dexie\.\w/,
	/svelte\.dev\/e\//,
	/sveltekit:(?:scroll|snapshot|start)/,
	/IntlMessageFormat|intl-messageformat/,
	// the pictures of looking back: the library and the little that calls it are one file
	/\$chartjs/
];

const manifest = readManifest();

const added = /** @type {const} */ ([
	'dice',
	'hope',
	'plan',
	'hardDays',
	'sheets',
	'copies',
	'alongside',
	'journal',
	'lock'
]);
const partOfAddress = new Map(
	table.flatMap((page) => addressesOf(page).map((address) => /** @type {const} */ ([address, page.part])))
);
/** @param {string} path */
const partOfPage = (path) => partOfAddress.get(path.replace(/index\.html$/, '')) ?? 'daily';
/** The part whose pages alone open with these texts; undefined if several do. @param {string} group */
function partOfTexts(group) {
	const parts = new Set(
		table.flatMap((page) => (page.words.some((words) => words === group) ? page.part : []))
	);
	// Help has its own copy of the lines of a hard day, in its HTML
	if (parts.size > 1 && group === 'survival') return 'hardDays';
	return parts.size === 1 ? [...parts][0] : undefined;
}
/** These files of the sources, and what they request. @param {readonly string[]} keys */
function filesBelow(keys) {
	/** @type {Set<string>} */
	const found = new Set();
	const waiting = [...keys];
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		const { file = '', imports = [], dynamicImports = [] } = manifest[key] ?? {};
		if (found.has(file)) continue;
		found.add(file);
		waiting.push(...imports, ...dynamicImports);
	}
	return found;
}

/** The part that this file of the sources belongs to, and no other; undefined if none. @param {string} key */
function partOfSource(key) {
	if (lockKeys.includes(key)) return 'lock';
	const group = /^messages\/..\/(.+)\.json$/.exec(key)?.[1];
	if (group) return partOfTexts(group);
	return /** @type {const} */ (['dice', 'sheets', 'copies', 'plan', 'alongside', 'journal', 'lock']).find(
		(part) => scriptsOf[part].includes(key)
	);
}
/** In order: a file belongs to the first part that requests it. */
const filesOfParts = /** @type {const} */ (['daily', ...added]).map((part) => ({
	part,
	files: filesOf(
		allPages.filter((page) => partOfPage(page) === part),
		manifest,
		(key) => {
			const own = partOfSource(key);
			return own !== undefined && own !== 'daily' && own !== part;
		}
	)
}));

/** What a lock alone asks for. */
const ofLock = filesBelow(scriptsOf.lock);

/** What no page asks for by itself: the worker of the journal, and what gives back what a crash took. */
const ofJournal = new Set(scriptsOf.journal.map((key) => manifest[key]?.file));

/** Which part a file of the offline copy belongs to. @param {string} path */
function partOf(path) {
	if (path.startsWith('_app/immutable/workers/') || ofJournal.has(path)) return 'journal';
	if (/^_app\/(held|opened)\.js$/.test(path)) return 'lock';
	if (!path.startsWith('_app/immutable/') || path.includes('/entry/')) return partOfPage(`/${path}`);
	// what no page asks for: the script of a page that comes as plain HTML, and the drawings
	const others = path.includes('/nodes/') ? 'alongside' : 'sheets';
	return filesOfParts.find(({ files }) => files.has(path))?.part ?? (ofLock.has(path) ? 'lock' : others);
}

/** Libraries that load later have a file of their own. */
const fromLibraries = new Set(
	Object.entries(manifest).flatMap(([key, { file }]) => (key.startsWith('node_modules/') ? [file] : []))
);
const sums = {
	libraries: 0,
	daily: 0,
	dice: 0,
	hope: 0,
	plan: 0,
	hardDays: 0,
	sheets: 0,
	copies: 0,
	alongside: 0,
	journal: 0,
	lock: 0
};
/** What comes first: Envol's own bytes, and all bytes on the wire. */
const first = { ours: 0, wire: 0 };
/** Of it, ours. @type {{ path: string, size: number }[]} */
const firstFiles = [];
let wire = 0;
const entries = [...readFileSync('build/sw.js', 'utf8').matchAll(/["']?url["']?:\s*["'`]([^"'`]+)/g)].map(
	([, url = '']) => ({ url })
);
for (const { url, isFirst } of firstOnesFirst(entries)) {
	const path = url.replace(/^\//, '');
	const file = `build/${path}${url.endsWith('/') ? 'index.html' : ''}`;
	const bytes = readFileSync(file);
	const isLibrary =
		fromLibraries.has(path) ||
		(file.endsWith('.js') && librarySigns.some((sign) => sign.test(bytes.toString())));
	sums[isLibrary ? 'libraries' : partOf(path)] += bytes.length;
	const sent = statSync(`${file}.br`, { throwIfNoEntry: false })?.size ?? bytes.length;
	wire += sent;
	if (isFirst) {
		first.wire += sent;
		if (isLibrary) continue;
		first.ours += bytes.length;
		firstFiles.push({ path, size: bytes.length });
	}
}
console.log(
	`offline copy                     ${shown(Object.values(sums).reduce((all, size) => all + size, 0))}`
);
console.log(`  on the wire                    ${shown(wire)}`);
console.log(`  of it, libraries               ${shown(sums.libraries)}`);
console.log(
	`  of it, ours, kept first        ${shown(first.ours)} ${String(firstOfOurs).padStart(9)} (all of it on the wire ${shown(first.wire).trim()})`
);
/** What a file was made of, as far as its name in the build says. @param {string} path */
const sourceOf = (path) => {
	const [key = path, { name } = {}] = Object.entries(manifest).find(([, { file }]) => file === path) ?? [];
	return key.startsWith('_') && name ? `script with ${name}` : key;
};
for (const { path, size } of firstFiles.toSorted((a, b) => b.size - a.size).slice(0, 10))
	console.log(`       ${sourceOf(path).padEnd(25)} ${shown(size)}`);
if (first.ours > firstOfOurs * kB)
	problems.push(
		`the copy that comes first holds ${shown(first.ours).trim()} kB of ours, the limit is ${firstOfOurs}`
	);
for (const { part } of filesOfParts) {
	if (part === 'journal' && sums.journal === 0) problems.push('the worker of the journal is in no copy');
	console.log(
		`  of it, ours, ${part.padEnd(18)}${shown(sums[part])} ${String(wholeOfOurs[part]).padStart(9)}`
	);
	if (sums[part] > wholeOfOurs[part] * kB)
		problems.push(
			`the offline copy holds ${shown(sums[part]).trim()} kB of ours (${part}), the limit is ${wholeOfOurs[part]}`
		);
}

if (problems.length > 0) {
	console.error(`\n${problems.join('\n')}`);
	process.exit(1);
}
console.log('\nEverything fits.');
