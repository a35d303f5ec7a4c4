import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { pageProcessesOf } from '../e2e/kill.ts';
import { buildHarness, builtOnce } from '../harness/build.ts';
import type { CopyHarness } from '../harness/copy-page.ts';

const size = { days: 3650, ticks: 20, notes: 5000, photos: 500 };
const passphrase = 'river lamp bread cloud stone';
type Given = { copyHarness: CopyHarness };

/** How many megabytes the pages of the browser in this folder hold right now. */
function memoryOf(folder: string): () => number {
	const ids = pageProcessesOf(folder);
	return () =>
		Math.max(
			0,
			...ids.map((id) => {
				try {
					return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024;
				} catch {
					return 0;
				}
			})
		);
}

/** What the work gives, and how many megabytes more the page held at its worst. */
async function watched<T>(
	folder: string,
	page: Page,
	work: () => Promise<T>
): Promise<T & { megabytes: number }> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const read = memoryOf(folder);
	const before = read();
	let most = before;
	const watching = setInterval(() => (most = Math.max(most, read())), 20);
	const value = await work();
	clearInterval(watching);
	return { ...value, megabytes: Math.round(most - before) };
}

test('L1: ten years with 5,000 notes and 500 photos go into a copy within 3 s, and come back within 10', async ({
	device,
	served,
	tolerate
}) => {
	// a page of its own, with nothing but copies on it
	tolerate(/a request left: http:\/\/127\.0\.0\.1/);
	const server = await served(await builtOnce('copy', (folder) => buildHarness(folder, 'copy')));
	// on the disk, as a person's browser: one that keeps all in memory has no room for so many pictures twice
	const page = await (await device.open()).newPage();
	await page.goto(server.url);
	await page.waitForFunction(() => 'copyHarness' in globalThis);
	// a browser that has just started has room for half a gigabyte of files, until it has looked at the disk
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const pieces: Blob[] = [];
				try {
					while (pieces.length < 150) {
						const piece = new Blob([new Uint8Array(2 ** 22)]);
						await piece.slice(-1).arrayBuffer();
						pieces.push(piece);
					}
					return true;
				} catch {
					return false;
				}
			})
		)
		.toBe(true);
	const photo = await page.evaluate(
		(size) => (globalThis as unknown as Given).copyHarness.fill('old', size),
		size
	);
	const save = (words?: string) =>
		watched(device.folder, page, () => page.evaluate((words) => (globalThis as unknown as Given).copyHarness.save('old', words), words)); // prettier-ignore
	const open = (words?: string) =>
		watched(device.folder, page, () => page.evaluate((words) => (globalThis as unknown as Given).copyHarness.open(words), words)); // prettier-ignore
	const bringBack = (name: string, how: 'merge' | 'replace') =>
		watched(device.folder, page, () => page.evaluate(([name, how]) => (globalThis as unknown as Given).copyHarness.bringBack(name, how), [name, how] as const)); // prettier-ignore

	const rows: { what: string; ms: number; megabytes: number; goal: string }[] = [];
	const keep = (what: string, { ms, megabytes }: { ms: number; megabytes: number }, goal = '') =>
		void rows.push({ what, ms, megabytes, goal });

	const sealed = await save(passphrase);
	keep('a sealed copy, to the file', sealed, '3000');
	const opened = await open(passphrase);
	expect(opened).toMatchObject({ notes: size.notes, photos: size.photos });
	keep('opened and looked through, to the last byte', opened);
	const brought = await bringBack('fresh', 'merge');
	keep('brought back on an empty device', brought);
	keep('both together', { ms: opened.ms + brought.ms, megabytes: Math.max(opened.megabytes, brought.megabytes) }, '10000'); // prettier-ignore
	expect(await page.evaluate(() => (globalThis as unknown as Given).copyHarness.isSame('old', 'fresh'))).toBe(
		true
	);
	keep('merged once more', await bringBack('fresh', 'merge'));
	keep('put in the place of itself', await bringBack('fresh', 'replace'));
	const readable = await save();
	keep('a readable copy, to the file', readable);
	keep('a readable copy, opened and looked through', await open());

	const table = rows.map(
		({ what, ms, megabytes, goal }) => `| ${what} | ${ms} | ${goal} | ${megabytes || ''} |`
	);
	console.log(table.join('\n'));
	writeFileSync(
		'docs/benchmarks-copies.md',
		`# How long a copy of ten years takes

Last run of \`npm run test:endurance\`: ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores. ${size.days} days with ${size.ticks} ticks each, ${size.notes} notes,
${size.photos} photos of ${Math.round(photo / 1000)} kB: a sealed copy of ${Math.round(sealed.bytes / 1e6)} MB, a readable one of ${Math.round(readable.bytes / 1e6)} MB. Each figure is one try. Memory is what the page held more than before,
at its worst; the goal is 200 MB.

| what | ms | goal | MB |
|---|---|---|---|
${table.join('\n')}
`
	);
	for (const { what, megabytes } of rows) expect(megabytes, what).toBeLessThan(200);
	expect(sealed.ms).toBeLessThanOrEqual(3000);
	expect(opened.ms + brought.ms).toBeLessThanOrEqual(10_000);
});
