import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from '../e2e/fixtures.ts';
import type { BothHarness, Content } from '../harness/both-page.ts';

type Given = { both: BothHarness };

/** How many of each; a shorter run says so: `ENVOL_KILLS=100 ENVOL_CUTS=10 npm run test:endurance`. */
export const times = {
	kills: Number(process.env.ENVOL_KILLS ?? 1000),
	cuts: Number(process.env.ENVOL_CUTS ?? 50)
};

export interface How {
	/** The database alone, without the journal: it must lose. */
	isAlone?: boolean;
	/** Durability as browsers have it unless they are told: it must lose in a power cut. */
	isRelaxed?: boolean;
}

/** The page with both stores, open in this browser; what is said to be saved is counted from now on. */
export async function openBoth(
	context: BrowserContext,
	url: string,
	{ isAlone = false, isRelaxed = false }: How = {}
): Promise<{ page: Page; saved: () => number }> {
	if (isAlone || isRelaxed)
		await context.addInitScript(() =>
			Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined })
		);
	if (isRelaxed)
		await context.addInitScript(() => {
			const { transaction } = IDBDatabase.prototype;
			IDBDatabase.prototype.transaction = function (names, mode) {
				return transaction.call(this, names, mode, { durability: 'relaxed' });
			};
		});
	const page = await context.newPage();
	let latest = 0;
	page.on('console', (message) => {
		const [, count] = /^saved (\d+)$/.exec(message.text()) ?? [];
		if (count) latest = Number(count);
	});
	await page.goto(url);
	await page.waitForFunction(() => 'both' in globalThis);
	return { page, saved: () => latest };
}

export const read = (page: Page) => page.evaluate(() => (globalThis as unknown as Given).both.read());
export const check = (page: Page) => page.evaluate(() => (globalThis as unknown as Given).both.check());
export const erase = (page: Page) => page.evaluate(() => (globalThis as unknown as Given).both.erase());
export const change = (page: Page, count: number, letters: number) =>
	page.evaluate(([count, letters]) => (globalThis as unknown as Given).both.change(count, letters), [
		count,
		letters
	] as const);
/** Writes nothing more; what was said to be saved is known then. */
export const stopWriting = (page: Page) => page.evaluate(() => (globalThis as unknown as Given).both.stop());
/** Goes on until it is stopped, or the page ends. */
export const startWriting = (page: Page, from: number, letters: number) =>
	void page
		.evaluate(([from, letters]) => (globalThis as unknown as Given).both.write(from, letters), [
			from,
			letters
		] as const)
		.catch(() => undefined);

/**
 * What of all changes up to this one is not there, and what is half there; empty when all is well. The change after it may be there,
 * wholly.
 */
export function missingIn(content: Content, saved: number): string[] {
	const wrong: string[] = [];
	const latest = (fits: (count: number) => boolean) => {
		for (let count = saved; count > 0; count -= 1) if (fits(count)) return count;
		return 0;
	};
	const isPlan = (count: number) => count % 7 === 3;
	const isNote = (count: number) => count % 7 === 5;
	const isPhoto = (count: number) => count % 21 === 6;
	for (let slot = 0; slot < 5; slot += 1) {
		const wanted = latest(
			(count) => count % 5 === slot && !isPlan(count) && !isNote(count) && !isPhoto(count)
		);
		const day = `2016-01-0${slot + 1}`;
		if ((content.days[day] ?? 0) < wanted) wrong.push(`day ${day}: ${content.days[day]} for ${wanted}`);
	}
	const [a, b] = content.steps;
	if (a !== b) wrong.push(`half a plan: ${a}, ${b}`);
	if (a < latest(isPlan)) wrong.push(`plan: ${a} for ${latest(isPlan)}`);
	if (content.stitches !== content.notes.length)
		wrong.push(`half a note: ${content.stitches} stitches, ${content.notes.length} notes`);
	for (let count = 1; count <= saved; count += 1) {
		if (isNote(count) && !content.notes.includes(count)) wrong.push(`note ${count}`);
		if (!isNote(count) && isPhoto(count) && !isPlan(count) && !content.photos[`p${count}`])
			wrong.push(`photo ${count}`);
	}
	return wrong;
}

/** Waits until all of it is there: at a start both stores are compared a moment later. */
export async function expectAll(page: Page, saved: number, about: string): Promise<void> {
	await expect
		.poll(async () => missingIn(await read(page), saved), { message: about, timeout: 30_000 })
		.toEqual([]);
}

export function dropDatabase(folder: string): void {
	if (existsSync(join(folder, 'Default/IndexedDB')))
		rmSync(join(folder, 'Default/IndexedDB'), { recursive: true });
}
