/**
 * Everything that can be checked, in one command, on a fresh machine with Node 20.19 or later.
 * Installs what is missing: packages, and on Debian or Ubuntu as root the browsers of the system.
 * The last line says how many passed and failed; the exit code is 1 if anything failed.
 *
 *     npm test
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium, findFirefox, findWebKit } from './browsers.mjs';
import { env, needNode, needPackages, root } from './ready.mjs';

const limitMs = 45 * 60_000;
const reports = `${root}test-results`;

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const summary = [];

/**
 * Runs a program to its end, its words going straight to the screen.
 * @param {string} program
 * @param {string[]} words
 * @param {Record<string, string>} [more] for its environment
 * @returns {boolean} whether it ended well
 */
function run(program, words, more = {}) {
	const { status, error } = spawnSync(program, words, {
		cwd: root,
		env: { ...env, ...more },
		stdio: ['ignore', 'inherit', 'inherit'],
		timeout: limitMs,
		shell: process.platform === 'win32'
	});
	if (error) console.error(`${program}: ${error.message}`);
	return status === 0;
}

/** @param {Count} count */
function inWords({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * One part of the run: its heading, its time, what it adds to the count.
 * @param {string} title
 * @param {() => Count} work
 * @returns {boolean} whether nothing failed
 */
function part(title, work) {
	console.log(`\n== ${title}`);
	const start = Date.now();
	const count = work();
	const line = `${title}: ${inWords(count)} (${((Date.now() - start) / 1000).toFixed(1)} s)`;
	console.log(`-- ${line}`);
	summary.push(line);
	total.passed += count.passed;
	total.failed += count.failed;
	total.skipped += count.skipped;
	return count.failed === 0;
}

const one = { passed: 1, failed: 0, skipped: 0 };
const oneFailed = { passed: 0, failed: 1, skipped: 0 };
const oneSkipped = { passed: 0, failed: 0, skipped: 1 };

/** @param {boolean} isFine */
const asOne = (isFine) => (isFine ? one : oneFailed);

/** @param {string} why */
function skip(why) {
	console.log(why);
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

/** @returns {Count} */
function unitTests() {
	const file = `${reports}/unit.json`;
	rmSync(file, { force: true });
	const isFine = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
	const report = read(file);
	if (!report) return oneFailed;
	/** @type {{ status: string, assertionResults: unknown[] }[]} */
	const files = report.testResults;
	const unread = files.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	);
	return atLeastOneFailure(
		{
			passed: report.numPassedTests,
			failed: report.numFailedTests + unread.length,
			skipped: report.numPendingTests + report.numTodoTests
		},
		isFine
	);
}

/** @returns {Count} */
function browserTests() {
	if (!findChromium()) {
		console.log('Chromium is not on this machine, so nothing was tried in a browser.');
		return oneFailed;
	}
	const file = `${reports}/browser.json`;
	rmSync(file, { force: true });
	const isFine = run('playwright', ['test', '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: file,
		PLAYWRIGHT_FORCE_TTY: '0'
	});
	const report = read(file);
	if (!report) return oneFailed;
	const { expected, unexpected, flaky, skipped } = report.stats;
	if (flaky > 0) console.log(`${flaky} passed only when tried again.`);
	return atLeastOneFailure({ passed: expected + flaky, failed: unexpected, skipped }, isFine);
}

/** @returns {Count} */
function webKitTests() {
	if (!existsSync(`${root}scripts/webkit-smoke.mjs`)) return skip('There is no such run yet.');
	if (!findWebKit()) return skip('WebKitGTK is not on this machine.');
	return asOne(run('node', ['scripts/webkit-smoke.mjs']));
}

const browsers = [
	{ name: 'Chromium', debian: 'chromium', isThere: () => findChromium() !== undefined },
	{ name: 'Firefox ESR', debian: 'firefox-esr', isThere: () => findFirefox() !== undefined },
	{ name: 'WebKitGTK', debian: 'webkit2gtk-driver', isThere: () => findWebKit() !== undefined },
	{ name: 'Xvfb', debian: 'xvfb', isThere: () => existsSync('/usr/bin/Xvfb') },
	{ name: 'poppler', debian: 'poppler-utils', isThere: () => existsSync('/usr/bin/pdftotext') },
	{ name: 'zbar', debian: 'zbar-tools', isThere: () => existsSync('/usr/bin/zbarimg') }
];

/** Browsers come from the system, never from anywhere else; all but Chromium may be missing. */
function needBrowsers() {
	const missing = browsers.filter(({ isThere }) => !isThere());
	if (missing.length === 0) return;
	console.log(`Not on this machine: ${missing.map(({ name }) => name).join(', ')}.`);
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Asking the system for them.');
		const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
		const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
		run('apt-get', [...patient, 'update'], quiet);
		for (const { debian, isThere } of missing)
			if (!isThere()) run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', debian], quiet);
	}
	for (const { name, isThere } of missing) if (!isThere()) console.log(`${name}: not to be had, left out.`);
	if (!findChromium())
		console.log(
			process.platform === 'linux'
				? 'Please install Chromium (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to it.'
				: 'Please install Google Chrome or Chromium, or set CHROMIUM_PATH to its program.'
		);
}

/** Says the sum on a line of its own, last, and ends. */
function end() {
	console.log(`\n${summary.join('\n')}\n`);
	console.log(inWords(total));
	process.exit(total.failed === 0 ? 0 : 1);
}

needNode();
if (!needPackages()) {
	part('Packages', () => oneFailed);
	end();
}
needBrowsers();
mkdirSync(reports, { recursive: true });
run('svelte-kit', ['sync']);

part('Format', () => asOne(run('prettier', ['--check', '--log-level=warn', '.'])));
part('Lint', () => asOne(run('eslint', ['.'])));
part('Types', () => asOne(run('npm', ['run', '--silent', 'check'])));
part('Unit tests', unitTests);
const isBuilt = part('Build', () => asOne(run('vite', ['build', '--logLevel=warn'])));

/** @type {[title: string, work: () => Count][]} */
const onTheBuiltSite = [
	['Sizes', () => asOne(run('node', ['scripts/check-size.mjs']))],
	['Reading', () => asOne(run('node', ['scripts/check-reading.mjs']))],
	['Browser tests', browserTests],
	['WebKit', webKitTests]
];
for (const [title, work] of onTheBuiltSite)
	part(title, isBuilt ? work : () => skip('There is no built site to look at.'));
end();
