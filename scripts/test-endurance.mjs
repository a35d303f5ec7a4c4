/**
 * The longer run: every property with fresh values and ten times the tries, each protection of what a person wrote switched off in
 * turn, then the browser: hundreds of photos, kills, power cuts. Names what it finds, with the seed and path of its values; the last
 * line is the sum. A shorter run says how many:
 *
 *     npm run test:endurance
 *     ENVOL_KILLS=100 ENVOL_CUTS=10 ENVOL_NAVIGATIONS=200 npm run test:endurance
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { env, needNode, needPackages, root } from './ready.mjs';
import { countBrowser, countUnit, inWords } from './reports.mjs';
import { tryWithout } from './unprotected.mjs';

const reports = `${root}test-results`;
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const found = [];

/** @param {string} program @param {string[]} words @param {Record<string, string>} [more] */
const run = (program, words, more = {}) =>
	spawnSync(program, words, {
		cwd: root,
		env: { ...env, ...more },
		stdio: 'inherit',
		shell: process.platform === 'win32'
	}).status === 0;

/**
 * @param {string} file where the runner leaves its report
 * @param {(file: string) => boolean} start
 * @param {(report: never) => import('./reports.mjs').Counted} count
 */
function part(file, start, count) {
	rmSync(file, { force: true });
	const isFine = start(file);
	const counted = existsSync(file)
		? count(/** @type {never} */ (JSON.parse(readFileSync(file, 'utf8'))))
		: undefined;
	total.passed += counted?.passed ?? 0;
	total.failed += counted && (isFine || counted.failed > 0) ? counted.failed : 1;
	total.skipped += counted?.skipped ?? 0;
	found.push(...(counted?.names ?? [`${file} was never written`]));
}

needNode();
if (!needPackages()) process.exit(1);
mkdirSync(reports, { recursive: true });
run('svelte-kit', ['sync']);
const withProperties = readdirSync(`${root}tests/unit`, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.test.ts'))
	.map((name) => `tests/unit/${name.replaceAll('\\', '/')}`)
	.filter((name) => /fast-check|property-runs/.test(readFileSync(root + name, 'utf8')));
part(
	`${reports}/properties.json`,
	(file) =>
		run(
			'vitest',
			['run', ...withProperties, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
			{
				ENVOL_PROPERTIES: 'fresh'
			}
		),
	countUnit
);
const without = tryWithout();
for (const sum of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[sum] += without[sum];
found.push(...without.names);
if (run('vite', ['build', '--logLevel=warn']))
	part(
		`${reports}/endurance.json`,
		(file) =>
			run('playwright', ['test', '--config', 'playwright.endurance.config.ts', '--reporter=list,json'], {
				PLAYWRIGHT_JSON_OUTPUT_NAME: file
			}),
		countBrowser
	);
else {
	total.failed += 1;
	found.push('the site could not be built');
}
if (found.length > 0) console.log(`\nFound:\n${found.join('\n')}\nMake of each a test with these values.`);
console.log(`\n${inWords(total)}`);
process.exit(total.failed === 0 ? 0 : 1);
