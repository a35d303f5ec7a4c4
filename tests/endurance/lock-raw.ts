import { appendFileSync, cpSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/server.mjs';
import { expect, test as base, type Device } from '../e2e/fixtures.ts';
import { dayNote, live, ownStep } from '../e2e/lock-walk.ts';
import { lockNow, lockScreen, openWith, passphrase, turnOn } from '../e2e/locking.ts';
import { rowsOf, step, visit } from '../e2e/person.ts';
import { foundIn } from '../e2e/raw-files.ts';
import { wordsOf } from '../e2e/words.ts';
import { eachKindUpright } from '../support/photos/photo-set.ts';

const say = wordsOf('en');

/** A host that clears the browser's files at the end of an erase, as docs/hosting shows. */
export const test = base.extend({
	// eslint-disable-next-line no-empty-pattern -- the first argument names what is needed: nothing
	server: async ({}, use, info) => {
		const folder = info.outputPath('site');
		cpSync('build', folder, { recursive: true });
		appendFileSync(`${folder}/_headers`, '\n/erase/\n  Clear-Site-Data: "cache", "storage"\n');
		const server = await serve(folder);
		await use(server);
		await server.stop();
	}
});

const name = 'Bartholomew';
/** Written under the lock. */
const [later, laterStep] = ['An amber otter slept on it', 'Feed the amber otter'];

/** The middle of a photo as it is stored, as words. */
async function partOfPhoto(page: Page): Promise<string> {
	const base64 = await page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('envol');
			opening.onsuccess = () => resolve(opening.result);
		});
		const [row] = await new Promise<{ blob: Blob }[]>((resolve) => {
			const all = db.transaction('pictures').objectStore('pictures').getAll();
			all.onsuccess = () => resolve(all.result);
		});
		db.close();
		const bytes = new Uint8Array(await row!.blob.arrayBuffer());
		return btoa(String.fromCharCode(...bytes.subarray(bytes.length >> 1, (bytes.length >> 1) + 40)));
	});
	return Buffer.from(base64, 'base64').toString('latin1');
}

/**
 * By place in the profile, "IndexedDB" for example, what of these words lies there.
 * @param depth which part of a path names the place
 */
function placesOf(folder: string, words: readonly string[], depth: number): Record<string, string[]> {
	const places: Record<string, Set<string>> = {};
	for (const [word, files] of Object.entries(foundIn(folder, words)))
		for (const file of files) (places[file.split('/')[depth] ?? file] ??= new Set()).add(word);
	return Object.fromEntries(Object.entries(places).map(([place, all]) => [place, [...all].sort()]));
}

/** Where a browser keeps things, and how it is told to let go of what no page uses. */
interface Kind {
	/** Which part of a path in the profile names the place. */
	depth: number;
	database: string;
	journal: string;
	letGo: (page: Page) => Promise<unknown>;
}

/**
 * Lives with the app without a lock and under one, and searches all files of the browser each time: under it none has a word of before or
 * after; erased, nothing is left.
 */
export async function searchAllFiles(device: Device, kind: Kind): Promise<void> {
	let page = await (await device.open()).newPage();
	await live(page);
	await visit(page, '/en/plan/people/');
	await page.getByRole('button', { name: say('people.add.close') }).click();
	await page.getByLabel(say('people.name'), { exact: true }).fill(name);
	await expect.poll(async () => JSON.stringify(await rowsOf(page, 'settings'))).toContain(name);
	await visit(page, '/en/hope/');
	await page.getByRole('link', { name: say('hope.pillars.photo') }).click();
	const [photo] = eachKindUpright();
	await page
		.getByLabel(say('hope.photos.add'), { exact: true })
		.setInputFiles([{ name: photo!.name, mimeType: photo!.type, buffer: photo!.bytes() }]);
	const photos = page.getByRole('list', { name: say('hope.photos.list') });
	await expect(photos.locator(':scope > li')).toHaveCount(1);
	await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(page).toHaveURL(/\/hope\/$/);
	const before = [ownStep, dayNote, name, await partOfPhoto(page)];
	const after = [later, laterStep, passphrase];

	const found = () => placesOf(device.folder, [...before, ...after], kind.depth);
	/** The browser puts its files in order beside everything else; what a page holds of a picture goes with the page. */
	const sealed = async (what: string) => {
		await kind.letGo(page);
		await expect.poll(found, { message: what }).toEqual({});
	};
	// they are there to be found, each in the database and in the journal
	const { [kind.database]: database, [kind.journal]: journal } = found();
	expect(database).toEqual([...before].sort());
	expect(journal).toEqual([...before].sort());

	await turnOn(page, 'en', 'passphrase');
	await visit(page, '/en/today/');
	await expect(lockScreen(page, 'en')).toBeVisible();
	await sealed('turned on');

	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await expect(step(page, ownStep)).toBeVisible();
	await page.getByLabel(say('today.note.label')).fill(later);
	await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
	await sealed('open');
	await lockNow(page, 'en').click();
	await expect(lockScreen(page, 'en')).toBeVisible();
	await sealed('locked');

	// ended while words are on the screen, half typed
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await page.getByLabel(say('today.note.label')).fill(`${later}. ${laterStep}`);
	await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
	await device.kill();
	page = await (await device.open()).newPage();
	await visit(page, '/en/today/');
	await expect(lockScreen(page, 'en')).toBeVisible();
	await sealed('killed');

	await visit(page, '/en/settings/#erase');
	await page.getByRole('button', { name: say('settings.erase.ask') }).click();
	await page.getByRole('button', { name: say('settings.erase.yes') }).click();
	// what takes longer than a few seconds is said to be undone, and asked for again
	const failed = page.getByText(say('settings.erase.failed'));
	const isErased = () => new URL(page.url()).pathname === '/erase/';
	await expect.poll(async () => isErased() || (await failed.count()) > 0).toBe(true);
	if (!isErased()) await page.getByRole('button', { name: say('settings.erase.yes') }).click();
	await expect(page).toHaveURL('/erase/');
	await expect.poll(found).toEqual({});
}
