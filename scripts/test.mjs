/**
 * Everything that can be checked, in one command, on a fresh machine with Node 20.19 or later.
 * Installs what is missing: packages, and on Debian or Ubuntu as root the browsers of the system.
 * The last lines name what failed, a browser test that passes only on a second try among them; the very last says how many
 * passed and failed. The exit code is 1 if anything failed.
 *
 *     npm test
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { findChromium, findFirefox, findHeadlessShell, findWebKit } from './browsers.mjs';
import { countBrowser, countUnit, inWords } from './reports.mjs';
import { env, needNode, needPackages, root } from './ready.mjs';

const limitMs = 45 * 60_000;
const reports = `${root}test-results`;

/** @typedef {{ passed: number, failed: number, skipped: number, names?: string[] }} Count `names` of what failed */
/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {Map<string, string>} */
const summary = new Map();
/** What failed, by name. @type {string[]} */
const failures = [];
/** What is said once something else is over. @type {Promise<void>[]} */
const untold = [];
const begun = Date.now();
/** @param {number} since */
const secondsSince = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Takes what a program writes. @typedef {(words: string | Buffer) => void} Say */

/** @type {Say} */
const aloud = (words) => void process.stdout.write(words);

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} words
 * @param {Say} say takes what it writes
 * @param {Record<string, string>} [more] for its environment
 * @param {boolean} [isPatient] takes only what others leave of the processor
 * @returns {Promise<boolean>} whether it ended well
 */
function run(program, words, say, more = {}, isPatient = false) {
	return new Promise((resolve) => {
		const child = spawn(program, words, {
			cwd: root,
			env: { ...env, ...more },
			stdio: say === aloud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
			timeout: limitMs,
			shell: process.platform === 'win32'
		});
		if (isPatient && child.pid) giveWay(child.pid);
		child.stdout?.on('data', say);
		child.stderr?.on('data', say);
		child.on('error', (error) => {
			say(`${program}: ${error.message}\n`);
			resolve(false);
		});
		child.on('close', (code) => resolve(code === 0));
	});
}

/** @param {number} pid */
function giveWay(pid) {
	try {
		setPriority(pid, constants.priority.PRIORITY_LOW);
	} catch {
		// it ended already, or this system lets nobody choose
	}
}

/** @typedef {(say: Say) => Count | Promise<Count>} Work */

/**
 * One part of the run: its heading, its time, what it adds to the count. What it has to say comes when it is done, so that
 * two parts at once never mix their lines.
 * @param {string} title
 * @param {Work} work
 * @param {{ isAloud?: boolean, after?: Promise<unknown> }} [how] aloud, it speaks as it goes; another that runs beside it
 * speaks after it
 * @returns {Promise<boolean>} whether nothing failed
 */
async function part(title, work, { isAloud = false, after } = {}) {
	/** @type {Buffer[]} */
	const said = [];
	const start = Date.now();
	if (isAloud) aloud(`\n== ${title}\n`);
	const count = await work(isAloud ? aloud : (words) => void said.push(Buffer.from(words)));
	const line = `${title}: ${inWords(count)} (${secondsSince(start)})`;
	const tell = () => {
		if (!isAloud) aloud(`\n== ${title}\n${Buffer.concat(said)}`);
		aloud(`-- ${line}\n`);
	};
	if (after) untold.push(after.then(tell));
	else tell();
	summary.set(title, line);
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
	failures.push(...(count.names ?? []).map((name) => `${title}: ${name}`));
	return count.failed === 0;
}

/**
 * Does all of these, in this order, so many at a time.
 * @param {(() => Promise<unknown>)[]} all
 * @param {number} atOnce
 */
async function inLanes(all, atOnce) {
	const left = [...all];
	const lane = async () => {
		for (let next = left.shift(); next; next = left.shift()) await next();
	};
	await Promise.all(Array.from({ length: atOnce }, lane));
}

const one = { passed: 1, failed: 0, skipped: 0 };
const oneFailed = { passed: 0, failed: 1, skipped: 0 };
const oneSkipped = { passed: 0, failed: 0, skipped: 1 };

/**
 * A part that is one program, and counts as one.
 * @param {string} program
 * @param {...string} words
 * @returns {Work}
 */
const asking =
	(program, ...words) =>
	async (say) =>
		(await run(program, words, say)) ? one : oneFailed;

/** The same, without haste. @param {string} program @param {...string} words @returns {Work} */
const askingPatiently =
	(program, ...words) =>
	async (say) =>
		(await run(program, words, say, {}, true)) ? one : oneFailed;

/** @param {Say} say @param {string} why */
function skip(say, why) {
	say(`${why}\n`);
	return oneSkipped;
}

/** @param {string} file */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** What a runner says, trusted only as far as its exit code: a run that broke counts as a failure at least once. */
function atLeastOneFailure(/** @type {Count} */ count, /** @type {boolean} */ isFine) {
	return isFine || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** The unit tests of these projects of vitest.config.ts. @param {...string} projects @returns {Work} */
const unitTests =
	(...projects) =>
	async (say) => {
		const file = `${reports}/unit-${projects.join('-')}.json`;
		rmSync(file, { force: true });
		const isFine = await run(
			'vitest',
			[
				'run',
				...projects.map((project) => `--project=${project}`),
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${file}`
			],
			say
		);
		const report = read(file);
		if (!report) return oneFailed;
		return atLeastOneFailure(countUnit(report), isFine);
	};

/** @type {Work} */
async function browserTests(say) {
	if (!findChromium()) {
		say('Chromium is not on this machine, so nothing was tried in a browser.\n');
		return oneFailed;
	}
	const file = `${reports}/browser.json`;
	rmSync(file, { force: true });
	const isFine = await run('playwright', ['test', '--reporter=list,json'], say, {
		PLAYWRIGHT_JSON_OUTPUT_NAME: file,
		PLAYWRIGHT_FORCE_TTY: '0'
	});
	const report = read(file);
	if (!report) return oneFailed;
	return atLeastOneFailure(countBrowser(report), isFine);
}

/** @type {Work} */
function webKitTests(say) {
	if (!findWebKit()) return skip(say, 'WebKitGTK is not on this machine.');
	return asking('node', 'scripts/webkit-smoke.mjs')(say);
}

const browsers = [
	{ name: 'Chromium', debian: 'chromium', isThere: () => findChromium() !== undefined },
	{
		name: 'Chromium’s headless shell',
		debian: 'chromium-headless-shell',
		isThere: () => findHeadlessShell() !== findChromium()
	},
	{ name: 'Firefox ESR', debian: 'firefox-esr', isThere: () => findFirefox() !== undefined },
	{ name: 'WebKitGTK', debian: 'webkit2gtk-driver', isThere: () => findWebKit() !== undefined },
	{ name: 'Xvfb', debian: 'xvfb', isThere: () => existsSync('/usr/bin/Xvfb') },
	{ name: 'poppler', debian: 'poppler-utils', isThere: () => existsSync('/usr/bin/pdftotext') },
	{ name: 'zbar', debian: 'zbar-tools', isThere: () => existsSync('/usr/bin/zbarimg') }
];

/** Browsers come from the system, never from anywhere else; all but Chromium may be missing. */
async function needBrowsers() {
	const missing = browsers.filter(({ isThere }) => !isThere());
	if (missing.length === 0) return;
	console.log(`Not on this machine: ${missing.map(({ name }) => name).join(', ')}.`);
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Asking the system for them.');
		const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
		const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
		await run('apt-get', [...patient, 'update'], aloud, quiet);
		for (const { debian, isThere } of missing)
			if (!isThere())
				await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', debian], aloud, quiet);
	}
	for (const { name, isThere } of missing) if (!isThere()) console.log(`${name}: not to be had, left out.`);
	if (!findChromium())
		console.log(
			process.platform === 'linux'
				? 'Please install Chromium (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to it.'
				: 'Please install Google Chrome or Chromium, or set CHROMIUM_PATH to its program.'
		);
}

const titles = [
	'Format',
	'Lint',
	'Types',
	'Unit tests',
	'Storage tests',
	'Build',
	'Sizes',
	'Reading',
	'Spelling',
	'WebKit',
	'Browser tests'
];

/** Says the sum on a line of its own, last, and ends. */
function end() {
	const lines = ['Packages', ...titles].flatMap((title) => summary.get(title) ?? []);
	console.log(`\n${lines.join('\n')}\nAll of it: ${secondsSince(begun)}\n`);
	if (failures.length > 0) console.log(`Failed:\n${failures.join('\n')}\n`);
	console.log(inWords(total));
	process.exit(total.failed === 0 ? 0 : 1);
}

needNode();
if (!needPackages()) {
	await part('Packages', () => oneFailed);
	end();
}
await needBrowsers();
mkdirSync(reports, { recursive: true });
await run('svelte-kit', ['sync'], aloud);

// Beside the build only what leaves its workshop (.svelte-kit) alone: types and unit tests write there too, and a site built
// meanwhile can be broken. Then the longest first, so that no lane stands empty at the end.
console.log(
	'Build, lint, tests without a browser, sizes, reading, spelling, WebKit: each speaks when it is done.'
);
const building = part('Build', asking('vite', 'build', '--logLevel=warn'));
/** @param {() => Promise<unknown>} work */
const afterBuild = (work) => () => building.then(work);
/** @param {Work} work @returns {Work} */
const onTheBuiltSite = (work) => async (say) =>
	(await building) ? work(say) : skip(say, 'There is no built site to look at.');
await inLanes(
	[
		() => building,
		() => part('Lint', asking('eslint', '.')),
		afterBuild(() => part('Unit tests', unitTests('plain', 'browser-like'))),
		afterBuild(() => part('Storage tests', unitTests('storage'))),
		afterBuild(() => part('Sizes', onTheBuiltSite(asking('node', 'scripts/check-size.mjs')))),
		afterBuild(() => part('WebKit', onTheBuiltSite(webKitTests))),
		() => part('Spelling', asking('node', 'scripts/check-spelling.mjs')),
		afterBuild(() => part('Reading', onTheBuiltSite(asking('node', 'scripts/check-reading.mjs'))))
	],
	Math.min(4, Math.max(2, availableParallelism()))
);
// Some of what the browser tests look at has to come within a second. So what runs beside them takes only what they leave: a
// browser test waits now and then.
const inBrowsers = part('Browser tests', onTheBuiltSite(browserTests), { isAloud: true });
await inLanes(
	[
		() => part('Types', askingPatiently('npm', 'run', '--silent', 'check'), { after: inBrowsers }),
		() =>
			part('Format', askingPatiently('prettier', '--check', '--log-level=warn', '.'), { after: inBrowsers })
	],
	1
);
await inBrowsers;
await Promise.all(untold);
end();
