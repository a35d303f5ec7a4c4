// @vitest-environment node
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOtherApp, type OtherApp } from '$lib/app/other-apps';
import { localDay } from '$lib/domain/local-day';
import expected from '../../vectors/other-apps/habits.json';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-29');
const vector = (name: string) => Uint8Array.from(readFileSync(`tests/vectors/other-apps/${name}`));
const read = (bytes: Uint8Array | string, name = 'file', day = today) =>
	readOtherApp(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name, day);
const habitsOf = (file: OtherApp) => (file.kind === 'habits' ? file.habits : file.kind);

describe('habits of another program come in as they were there', () => {
	test.each([
		['a backup of Loop', 'loop.db', 'loop'],
		['a backup of Loop from before amounts, in UTF-16 and small pages', 'loop-old.db', 'loop'],
		['an archive of CSV files of Loop', 'loop.zip', 'loop'],
		['a file of Table Habit', 'table-habit.json', 'table-habit']
	])('%s', async (_, name, from) => {
		expect(await read(vector(name), name)).toEqual({ kind: 'habits', from, habits: expected });
	});

	test('a day that has not come is not brought in', async () => {
		const early = habitsOf(await read(vector('loop.db'), 'a', localDay('2024-01-03')));
		expect(early).toMatchObject([{ days: ['2024-01-01', '2024-01-02'] }, {}, {}, {}]);
	});

	test('one table of all habits, by whatever name; an amount is more than a mark', async () => {
		const table = 'Date,Read,Run,\r\n2024-02-01,YES_MANUAL,0,\r\n2024-02-02,UNKNOWN,1500,\r\n2024-02-03,YES_AUTO,3,\r\nx,YES_MANUAL,9,\r\n'; // prettier-ignore
		expect(habitsOf(await read(table, 'my (1).csv'))).toMatchObject([
			{ name: 'Read', days: ['2024-02-01'] },
			{ name: 'Run', days: ['2024-02-02'] }
		]);
	});

	test('two habits of one name are one, with the days of both', async () => {
		const [records, more] = [19_000, 19_001].map((date) => [{ record_date: date, record_type: 1, record_value: 1 }]); // prettier-ignore
		const file = {
			habits: [
				{ name: 'Walk', status: 3, records },
				{ name: ' walk ', records: more }
			]
		};
		expect(habitsOf(await read(JSON.stringify(file)))).toEqual([
			{ name: 'Walk', frequency: { kind: 'daily' }, days: ['2022-01-08', '2022-01-09'], isAway: false }
		]);
	});
});

describe('anything else is refused, and never breaks anything', () => {
	const refused = ['unknown', 'damaged', 'too-large'];

	test.each([
		['nothing', '', 'unknown'],
		['a letter', 'Dear me,\n\nall is well.', 'unknown'],
		['a table of something else', 'Name,Town\nLéa,Laval\n', 'unknown'],
		['JSON of something else', '{"format":"envol-open","version":1,"steps":[]}', 'unknown'],
		['half of a JSON', '{"habits":[{"name":"Walk"', 'damaged'],
		['no habit at all', '{"habits":[]}', 'unknown'],
		['habits without a name', '{"habits":[{"name":"  "},{"name":3},null,[]]}', 'unknown'],
		[
			'names of what every object has',
			'{"habits":{"__proto__":[]},"__proto__":{"habits":[{"name":"a"}]}}',
			'unknown'
		],
		['brackets without end', '{"habits":' + '['.repeat(200_000), 'damaged'],
		['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'unknown'],
		['an archive that is none', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array<number>(40).fill(0)]), 'damaged'],
		['a database that is none', 'SQLite format 3\0', 'damaged']
	])('%s', async (_, content, kind) => {
		expect((await read(content)).kind).toBe(kind);
	});

	test('a habit that is called as every object is keeps its name, and changes nothing else', async () => {
		const file =
			'{"habits":[{"name":"__proto__","records":[{"__proto__":{"record_type":1}}]},{"name":"constructor"}]}';
		expect(habitsOf(await read(file))).toMatchObject([
			{ name: '__proto__', days: [] },
			{ name: 'constructor' }
		]);
		const table = 'Position,Name,__proto__\n001,toString,x\n';
		expect(habitsOf(await read(table))).toMatchObject([{ name: 'toString' }]);
		expect(({} as Record<string, unknown>).record_type).toBeUndefined();
	});

	test('a database whose pages lead back to each other ends', async () => {
		const bytes = vector('loop.db');
		const view = new DataView(bytes.buffer);
		// each inner page of a tree leads to itself
		let turned = 0;
		for (let page = 0; page < bytes.length; page += 4096) {
			if (bytes[page] !== 5) continue;
			view.setUint32(page + 8, page / 4096 + 1);
			turned += 1;
		}
		expect(turned).toBeGreaterThan(0);
		expect((await read(bytes)).kind).toBe('damaged');
	});

	test('a page whose every cell is the same long row ends', async () => {
		const size = 65_536;
		const bytes = new Uint8Array(size);
		const view = new DataView(bytes.buffer);
		bytes.set(new TextEncoder().encode('SQLite format 3\0'));
		view.setUint16(16, 1);
		view.setUint32(56, 1);
		bytes[100] = 13;
		view.setUint16(103, 15_000);
		for (let i = 0; i < 15_000; i++) view.setUint16(108 + i * 2, 40_000);
		// one row of twenty thousand letters
		bytes.set([0x81, 0x9c, 0x20, 1, 4, 0x82, 0xb8, 0x4d], 40_000);
		expect((await read(bytes)).kind).toBe('damaged');
	});

	test.each(['loop.db', 'loop-old.db', 'loop.zip', 'table-habit.json'])(
		'%s, cut anywhere or with bytes changed: read, or refused in a word',
		async (name) => {
			const whole = vector(name);
			await fc.assert(
				fc.asyncProperty(
					fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
					fc.option(fc.nat()),
					async (harms, cut) => {
						const harmed = Uint8Array.from(whole);
						// the first bytes lead everywhere: half of the harm is there
						for (const [i, [at, byte]] of harms.entries()) harmed[at % (i % 2 ? 200 : harmed.length)] = byte;
						const result = await read(harmed.subarray(0, cut === null ? undefined : cut % harmed.length));
						expect([...refused, 'habits']).toContain(result.kind);
						for (const { name: given, days } of result.kind === 'habits' ? result.habits : []) {
							expect(given).not.toBe('');
							expect(days).toEqual([...new Set(days)].sort());
						}
					}
				),
				{ numRuns: runs(60) }
			);
		}
	);
});
