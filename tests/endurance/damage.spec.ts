import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, truncateSync, statSync, writeFileSync, writeSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { expect, test } from '../e2e/fixtures.ts';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import { levelOf, zeroTheTail } from '../e2e/browser-files.ts';
import { change, check, dropDatabase, missingIn, openBoth, read } from './both-stores.ts';

const filesOf = (folder: string, fits: (name: string) => boolean) =>
	readdirSync(levelOf(folder))
		.filter(fits)
		.sort()
		.map((name) => join(levelOf(folder), name));
const logOf = (folder: string) => filesOf(folder, (name) => name.endsWith('.log')).at(-1)!;
const tablesOf = (folder: string) => filesOf(folder, (name) => /\.(ldb|sst)$/.test(name));
const picturesOf = (folder: string) =>
	readdirSync(join(folder, 'Default/IndexedDB'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.blob\/.*\/[0-9a-f]+$/.test(name))
		.map((name) => join(folder, 'Default/IndexedDB', name))
		.filter((path) => statSync(path).isFile());

function zero(path: string, from: number, to: number): void {
	const file = openSync(path, 'r+');
	writeSync(file, new Uint8Array(to - from), 0, to - from, from);
	closeSync(file);
}
function flip(path: string): void {
	const file = openSync(path, 'r+');
	const byte = new Uint8Array(1);
	const at = Math.floor(fstatSync(file).size / 2);
	readSync(file, byte, 0, 1, at);
	byte[0]! ^= 4;
	writeSync(file, byte, 0, 1, at);
	closeSync(file);
}

/** What a disk, a power cut or a tool that tidies up does to the files of the browser's database. */
const damages: Record<string, (folder: string) => void> = {
	'the end of the log is zeros': (folder) => zeroTheTail(folder),
	'half of the log is gone': (folder) =>
		truncateSync(logOf(folder), Math.floor(statSync(logOf(folder)).size / 2)),
	'a bit of the log is another': (folder) => flip(logOf(folder)),
	'the log is gone': (folder) => rmSync(logOf(folder)),
	'the middle of all tables is zeros': (folder) => {
		for (const path of tablesOf(folder))
			zero(path, Math.floor(statSync(path).size / 3), Math.floor(statSync(path).size / 2));
	},
	'all tables are gone': (folder) => tablesOf(folder).forEach((path) => rmSync(path)),
	'the list of the tables is gone': (folder) =>
		filesOf(folder, (name) => name.startsWith('MANIFEST')).forEach((path) => rmSync(path)),
	'the name of that list is another': (folder) =>
		writeFileSync(join(levelOf(folder), 'CURRENT'), 'nonsense\n'),
	'all of the database is gone': dropDatabase,
	'the pictures are gone': (folder) => {
		for (const name of readdirSync(join(folder, 'Default/IndexedDB')))
			if (name.endsWith('.blob')) rmSync(join(folder, 'Default/IndexedDB', name), { recursive: true });
	},
	'half of each picture is gone': (folder) => {
		for (const path of picturesOf(folder)) truncateSync(path, Math.floor(statSync(path).size / 2));
	},
	'the files of the pictures are empty': (folder) => {
		for (const path of picturesOf(folder)) truncateSync(path, 0);
	}
};

test.describe('kinds of damage', () => {
	test.skip(process.platform !== 'linux', 'knows where the browser keeps its files there');
	for (const [name, damage] of Object.entries(damages))
		test(`D4 ${name}: nothing is lost, and it is told`, async ({ device, served, tolerate }) => {
			tolerate(/./);
			const { url } = await served(await builtOnce('both', buildBothStores));
			const saved = 48;
			// three sessions, so that there are tables and a log
			for (let session = 0; session < 3; session += 1) {
				const { page } = await openBoth(await device.open(), url);
				for (let count = 1; count <= 16; count += 1) await change(page, session * 16 + count, 1500);
				await page.context().close();
			}
			damage(device.folder);
			const { page } = await openBoth(await device.open(), url);
			const lostAtFirst = missingIn(await read(page), saved);
			if (/picture/.test(name)) expect((await check(page)).isMended).toBe(true);
			await expect.poll(async () => missingIn(await read(page), saved), { timeout: 30_000 }).toEqual([]);
			const { isTold, reason } = await read(page);
			console.log(
				`${name}: ${lostAtFirst.length} missing at first, 0 after it; ${reason ?? (isTold ? 'told' : 'nothing to tell')}`
			);
			// told wherever something had been missing, or is only in memory now
			if (lostAtFirst.length > 0 && !/picture/.test(name))
				expect(isTold || reason === 'unreadable').toBe(true);
			await page.context().close();
			const again = await openBoth(await device.open(), url);
			await expect
				.poll(async () => missingIn(await read(again.page), saved), { timeout: 30_000 })
				.toEqual([]);
		});
});
