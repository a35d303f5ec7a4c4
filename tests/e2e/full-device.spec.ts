import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { beginWith, rowsOf, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

/** How many rows of space set aside for words there are. */
const ballast = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const opening = indexedDB.open('envol');
				opening.onsuccess = () => {
					const db = opening.result;
					const counting = db.transaction('ballast').objectStore('ballast').count();
					counting.onsuccess = () => {
						db.close();
						resolve(counting.result);
					};
				};
			})
	);

/**
 * Fills the rest of the space with a database of another name, until not even 2 kB fit. Resolves to false, with
 * nothing filled, while the browser does not hold to the quota yet.
 */
const fill = (page: Page) =>
	page.evaluate(async () => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('filler', 1);
			opening.onupgradeneeded = () => opening.result.createObjectStore('all', { autoIncrement: true });
			opening.onsuccess = () => resolve(opening.result);
		});
		const put = (bytes: number) =>
			new Promise<boolean>((resolve) => {
				const noise = new Uint8Array(bytes);
				for (let at = 0; at < bytes; at += 65_536)
					crypto.getRandomValues(noise.subarray(at, Math.min(bytes, at + 65_536)));
				const transaction = db.transaction('all', 'readwrite');
				transaction.objectStore('all').put(new Blob([noise]));
				transaction.oncomplete = () => resolve(true);
				transaction.onabort = () => resolve(false);
			});
		const isHeld = !(await put(8 * 1024 * 1024));
		if (isHeld) for (let bytes = 1024 * 1024; bytes >= 2048;) if (!(await put(bytes))) bytes /= 2;
		db.close();
		return isHeld;
	});

/** Noise, which no coding makes small. */
const noisyPhoto = (page: Page) =>
	page.evaluate(async () => {
		const canvas = new OffscreenCanvas(800, 800);
		const context = canvas.getContext('2d')!;
		const noise = new ImageData(800, 800);
		for (let at = 0; at < noise.data.length; at += 65_536)
			crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
		context.putImageData(noise, 0, 0);
		const bytes = new Uint8Array(
			await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer()
		);
		return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	});

test('D7: on a full device a photo is refused, and words come first: a long note, a tick and the note of the day are saved', async ({
	page,
	context
}) => {
	const client = await context.newCDPSession(page);
	await visit(page, '/en/about/');
	// before anything is written: the browser remembers for half a minute how much room there was
	const { origin } = new URL(page.url());
	await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4 * 1024 * 1024 });
	await beginWith(page, 'en', 'first-steps');
	await expect.poll(() => ballast(page)).toBe(1);
	await expect.poll(() => fill(page), { timeout: 60_000 }).toBe(true);

	await visit(page, '/en/hope/write/#photo');
	const text = page.getByLabel(say('hope.write.text'), { exact: true });
	await page.getByLabel(say('hope.photos.add'), { exact: true }).setInputFiles({
		name: 'noise.jpg',
		mimeType: 'image/jpeg',
		buffer: Buffer.from(await noisyPhoto(page), 'base64')
	});
	await expect(page.getByRole('alert')).toContainText(/no room left/);
	const wordsFirst = page.getByText(say('shell.storage.wordsFirst'));
	await expect(wordsFirst).toBeVisible();
	expect(await ballast(page)).toBe(1);
	const long = 'A long day. '.repeat(800);
	await text.fill(long);
	await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(page).toHaveURL(/\/hope\/$/);

	await page.getByRole('link', { name: say('shell.nav.today'), exact: true }).click();
	await expect(wordsFirst).toBeVisible();
	await steps(page).first().check();
	await expect(status(page, 'en')).toContainText(say('today.status.done'));
	await page.getByLabel(say('today.note.label')).fill('Still here.');
	await page.getByLabel(say('today.note.label')).blur();
	await expect(page.getByText(say('today.note.saved')).first()).toBeVisible();
	await page.reload();
	await expect(steps(page).first()).toBeChecked();
	await expect(page.getByLabel(say('today.note.label'))).toHaveValue('Still here.');
	expect(JSON.stringify(await rowsOf(page, 'notes'))).toContain(long.trim());
	expect(await rowsOf(page, 'photos')).toEqual([]);
});
