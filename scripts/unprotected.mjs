/**
 * Switches off every protection of what a person wrote, one after the other, in a copy of the sources, and runs the test that is
 * there for it: each has to fail. A test that stays green with its protection off shows nothing. Part of the longer run:
 *
 *     npm run test:endurance
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { env, root } from './ready.mjs';

/**
 * @typedef {object} Protection
 * @property {string} name what is switched off
 * @property {string} file where it is
 * @property {string} on what stands there
 * @property {string} off what stands there without it
 * @property {string} test the file that must fail then
 */

/** @type {readonly Protection[]} */
export const protections = [
	{
		name: 'the checksum of an entry',
		file: 'src/lib/second-store/entries.ts',
		on: 'if (sum !== view.getUint32(from + 32, true)) return undefined;',
		off: '',
		test: 'tests/unit/second-store/journal.test.ts'
	},
	{
		name: 'an entry is on disk before anybody is told',
		file: 'src/lib/second-store/generations.ts',
		on: '\t\t\tthis.#current.flush();\n',
		off: '',
		test: 'tests/unit/second-store/cuts.test.ts'
	},
	{
		name: 'the header of a new generation comes last',
		file: 'src/lib/second-store/generations.ts',
		on: '\t\tspare.truncate(0);\n\t\tspare.flush();\n\t\tlet end',
		off: '\t\tspare.truncate(0);\n\t\twriteAll(spare, headerOf(this.#generation + 1), 0);\n\t\tspare.flush();\n\t\tlet end',
		test: 'tests/unit/second-store/cuts.test.ts'
	},
	{
		name: 'the checksum of a picture beside the journal',
		file: 'src/lib/second-store/media.ts',
		on: 'return isWhole ? bytes : undefined;',
		off: 'return bytes;',
		test: 'tests/unit/second-store/journal.test.ts'
	},
	{
		name: 'the last pictures are read in both stores at a start',
		file: 'src/lib/second-store/keeper.ts',
		on: 'todo.push(...(await this.#damagedIn(state, found.rows, todo)));',
		off: '',
		test: 'tests/unit/storage/check.test.ts'
	},
	{
		name: 'what was not made after all is void',
		file: 'src/lib/second-store/state.ts',
		on: "if (entry.kind === 'void' || place < (voidFrom.get(nameOf(entry)) ?? 0)) continue;",
		off: "if (entry.kind === 'void') continue;",
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'both stores are compared at each start',
		file: 'src/lib/storage/open.ts',
		on: '\t\tsecond?.compare(\n',
		off: '\t\tif (Date.now() < 0) second?.compare(\n',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'an empty database is rebuilt',
		file: 'src/lib/storage/open.ts',
		on: 'if (isEmpty && !isForGood) throw new Emptied();',
		off: '',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'what was mended is told',
		file: 'src/lib/storage/rebuilt.ts',
		on: 'if (broughtBack > 0) await addNews(db, { mendedAt: second.now() });',
		off: '',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'two states are merged where the person went on from the older one',
		file: 'src/lib/second-store/compare.ts',
		on: 'missed.order < known.order &&',
		off: 'missed.order < 0 &&',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: '"Saved" waits for both stores',
		file: 'src/lib/storage/write.ts',
		on: 'await settled?.();',
		off: '',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'an erase empties the journal',
		file: 'src/lib/storage/open.ts',
		on: 'await second?.erase();',
		off: '',
		test: 'tests/unit/storage/second-store.test.ts'
	},
	{
		name: 'the database is told to write for good',
		file: 'src/lib/storage/database.ts',
		on: "chromeTransactionDurability: 'strict'",
		off: "chromeTransactionDurability: 'default'",
		test: 'tests/unit/storage/schema.test.ts'
	},
	{
		name: 'a write is tried again',
		file: 'src/lib/storage/write.ts',
		on: 'const pausesMs = [50, 200, 600];',
		off: '/** @type {number[]} */\nconst pausesMs: number[] = [];',
		test: 'tests/unit/storage/trouble.test.ts'
	},
	{
		name: 'room is kept free for words',
		file: 'src/lib/storage/write.ts',
		on: 'if (await dropBallast(db)) continue;',
		off: '',
		test: 'tests/unit/storage/trouble.test.ts'
	},
	{
		name: 'pictures do not take that room',
		file: 'src/lib/storage/write.ts',
		on: "needs !== 'bytes' && !triedWithoutBallast",
		off: '!triedWithoutBallast',
		test: 'tests/unit/storage/trouble.test.ts'
	},
	{
		name: 'an old page writes nothing into the database of a newer Envol',
		file: 'src/lib/storage/open.ts',
		on: "if (Math.floor(version / 10) > schemaVersion && !isLockedVersion(version)) throw storageError('newer');",
		off: '',
		test: 'tests/unit/storage/trouble.test.ts'
	},
	{
		name: 'transactions end with a page that the browser stores',
		file: 'src/lib/storage/end-with-page.ts',
		on: 'else transaction.abort();',
		off: '',
		test: 'tests/unit/storage/end-with-page.test.ts'
	},
	{
		name: 'so does the worker of the journal',
		file: 'src/lib/app/second-store.ts',
		on: 'this.#worker?.terminate();',
		off: '',
		test: 'tests/unit/app/second-store.test.ts'
	},
	{
		name: 'nothing is erased inside another page',
		file: 'src/lib/app/erase.ts',
		on: 'if (isFramed()) return false;',
		off: '',
		test: 'tests/unit/app/erase.test.ts'
	},
	{
		name: 'an erase that ended in between is ended at the next start',
		file: 'src/lib/storage/open.ts',
		on: 'if (isEmpty && (await isErasing())) throw new EraseCutShort(second);',
		off: '',
		test: 'tests/unit/app/erase.test.ts'
	},
	{
		name: 'an erase leaves other apps at the same address alone',
		file: 'src/lib/platform/erased.ts',
		on: 'for (const name of await ownCaches()) await caches.delete(name);',
		off: 'for (const name of await caches.keys()) await caches.delete(name);',
		test: 'tests/unit/platform/erased.test.ts'
	},
	{
		name: 'a page of a network that asks to sign in is told from one of Envol',
		file: 'src/lib/domain/page-answer.ts',
		on: '/\\bhref=["\']?tel:988\\b/.test(text) && ',
		off: '',
		test: 'tests/unit/domain/page-answer.test.ts'
	}
];

/** @returns {{ passed: number, failed: number, skipped: number, names: string[] }} what `reports.mjs` counts, too */
export function tryWithout() {
	const copy = `${root}test-results/unprotected/`;
	rmSync(copy, { recursive: true, force: true });
	mkdirSync(copy, { recursive: true });
	const parts = ['.svelte-kit', 'docs', 'messages', 'scripts', 'src', 'static', 'tests'];
	const files = [
		'package.json',
		'package-lock.json',
		'svelte.config.js',
		'tsconfig.json',
		'vite.config.ts',
		'vitest.config.ts'
	];
	for (const part of [...parts, ...files])
		cpSync(`${root}${part}`, `${copy}${part}`, {
			recursive: true,
			filter: (path) => !path.includes('.svelte-kit/output')
		});
	// the libraries lie outside of the copy
	const config = readFileSync(`${copy}vitest.config.ts`, 'utf8');
	writeFileSync(
		`${copy}vitest.config.ts`,
		config.replace('plugins: [sveltekit()],', '$& server: { fs: { strict: false } },')
	);
	/** @param {string} test */
	const passes = (test) =>
		spawnSync('vitest', ['run', test, '--bail=1', '--reporter=dot'], {
			cwd: copy,
			env,
			stdio: 'ignore',
			shell: process.platform === 'win32'
		}).status === 0;
	const counted = { passed: 0, failed: 0, skipped: 0, names: /** @type {string[]} */ ([]) };
	// what fails with everything in place shows nothing by failing
	for (const test of new Set(protections.map((each) => each.test))) {
		if (passes(test)) continue;
		counted.failed += 1;
		counted.names.push(`${test} fails with every protection in place`);
	}
	for (const { name, file, on, off, test } of protections) {
		const whole = readFileSync(copy + file, 'utf8');
		const without = whole.replace(on, () => off);
		if (without === whole) {
			counted.failed += 1;
			counted.names.push(`without "${name}": ${file} no longer has it in these words`);
			continue;
		}
		writeFileSync(copy + file, without);
		const isNoticed = !passes(test);
		writeFileSync(copy + file, whole);
		console.log(`without ${name}: ${isNoticed ? 'its test fails, as it should' : 'NOTHING FAILS'} (${test})`);
		if (isNoticed) counted.passed += 1;
		else {
			counted.failed += 1;
			counted.names.push(`without "${name}" ${test} still passes`);
		}
	}
	rmSync(copy, { recursive: true, force: true });
	return counted;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const { failed, names } = tryWithout();
	console.log(names.join('\n'));
	process.exit(failed === 0 ? 0 : 1);
}
