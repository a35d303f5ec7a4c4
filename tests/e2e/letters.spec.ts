import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { expect, testOffline as test, testOwnSite } from './fixtures.ts';
import { visit } from './person.ts';
import { kept, keptAtFirst, keptWhatCanBeHad } from './worker.ts';

declare global {
	/** How wide each text was in each frame, as the test saw it. */
	var seen: Record<string, number[]>;
}

/** From now on every page of this context notes, frame by frame, how wide the words of its heading and of the first call are. */
const noteWidths = (page: Page) =>
	page.context().addInitScript(() => {
		globalThis.seen = {};
		const look = () => {
			for (const element of ['h1', 'a[href="tel:911"]'].map((each) => document.querySelector(each))) {
				if (!element) continue;
				const range = document.createRange();
				range.selectNodeContents(element);
				const widths = (globalThis.seen[element.textContent.trim()] ??= []);
				const width = Math.round(range.getBoundingClientRect().width * 10) / 10;
				if (width > 0 && !widths.includes(width)) widths.push(width);
			}
			// after the frame was painted
			requestAnimationFrame(() => setTimeout(look));
		};
		requestAnimationFrame(() => setTimeout(look));
	});

/** Opens these pages one after the other, in one session. Resolves to the face of each page, and the width of the call on it. */
async function faces(page: Page, addresses: readonly string[]) {
	const all: { isOurs: boolean; call: number | undefined }[] = [];
	for (const address of addresses) {
		await visit(page, address);
		await page.evaluate(() => document.fonts.ready);
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
		const seen = await page.evaluate(() => globalThis.seen);
		for (const [words, widths] of Object.entries(seen))
			expect(widths, `${words}, on ${address}`).toHaveLength(1);
		all.push({
			isOurs: await page.evaluate(() => 'font' in document.documentElement.dataset),
			call: Object.entries(seen).find(([words]) => words.includes('9-1-1'))?.[1][0]
		});
	}
	return all;
}
/**
 * A session that begins in our letters. On a busy machine they may come after the first paint of any page: then the device's own stay to
 * the end of that session, and they are there again in a later one.
 */
async function sessionInOurs(context: BrowserContext): Promise<Awaited<ReturnType<typeof faces>>> {
	let all: Awaited<ReturnType<typeof faces>> = [];
	await expect
		.poll(async () => {
			const page = await context.newPage();
			all = await faces(page, addresses);
			await page.close();
			return all[0]!.isOurs;
		})
		.toBe(true);
	return all;
}
/** Where the letters of a session were the device's own for the first time; its length where they never were. */
const lostAt = (all: readonly { isOurs: boolean }[]) => {
	const at = all.findIndex(({ isOurs }) => !isOurs);
	return at < 0 ? all.length : at;
};
const addresses = ['/en/today/', '/en/help/', '/en/hope/', '/en/plan/'];

test('one face of letters from the first page of a session to its last, and no word ever changes its width', async ({
	page,
	server,
	context
}) => {
	await noteWidths(page);
	const [first] = await faces(page, addresses.slice(0, 1));
	expect(first!.isOurs).toBe(false);
	await kept(page);
	// the copy holds our letters now, and this session goes on in those it began with
	const cold = await faces(page, addresses);
	expect(cold.map(({ isOurs }) => isOurs)).toEqual(addresses.map(() => false));
	expect(cold[0]).toEqual(first);

	for (const isAway of [false, true]) {
		if (isAway) await server.stop();
		const ours = await sessionInOurs(context);
		const lost = lostAt(ours);
		for (const [at, { call }] of ours.slice(0, lost).entries())
			expect(call, addresses[at]).not.toBe(cold[at]!.call);
		expect(ours.slice(lost)).toEqual(cold.slice(lost));
	}
});

testOwnSite(
	'letters that cannot be had are not waited for, and stay away until the next opening',
	async ({ page, folder, tolerate }) => {
		tolerate(/Failed to load resource|envol\.woff2/);
		rmSync(`${folder}/fonts`, { recursive: true });
		await noteWidths(page);
		await visit(page, '/en/today/');
		await keptAtFirst(page);
		await keptWhatCanBeHad(page);
		const another = await page.context().newPage();
		const [first, ...others] = await faces(another, addresses);
		expect(first!.isOurs).toBe(false);
		for (const other of others) expect(other).toEqual(first);
	}
);
