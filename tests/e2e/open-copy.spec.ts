import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { plainOf, sealWithNode } from '../support/copies.ts';
import { png } from '../support/photos/png.ts';
import { expect, test } from './fixtures.ts';

const passphrase = 'river lamp bread cloud stone';
const picture = png({ width: 40, height: 30, orientation: 1 });
const note = (id: string, day: string, text: string) => ({
	id,
	day,
	at: 1,
	changedAt: 1,
	text,
	tags: [],
	chimes: []
});
const rows = (table: string, list: unknown[]) => {
	const bytes = Buffer.from(JSON.stringify(list));
	return { head: { part: 'rows', table, count: list.length, bytes: bytes.length }, bytes };
};
/** A person's life in a few parts, sealed by a program that is not Envol. */
const sealed = sealWithNode(
	plainOf([
		{ head: { part: 'about', schema: 2, madeAt: 1 } },
		rows('days', [{ day: '2026-11-27', ticks: [{ step: 's', at: 1 }], note: 'Il a neigé' }]),
		rows('steps', [{ id: 's', habit: 'wake', words: 'Feed the cat' }]),
		rows('settings', [{ key: 'planNotes', value: { asks: [], alone: 'music by the window' } }]),
		rows('notes', [note('n', '2026-11-28', '<b>Soup</b> 🌱\n\u202eright'), note('m', '2026-11-20', 'Bread')]),
		{
			head: { part: 'row', table: 'photos', row: { id: 'p', note: 'n', at: 1, order: 0, alt: 'The lake' }, files: [{ name: 'picture', type: 'image/png', bytes: picture.length }] }, // prettier-ignore
			bytes: picture
		}
	]),
	{ passphrase: passphrase.replaceAll(' ', ''), chunk: 4096 }
);
const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

/** The page as it lies on a stick, opened by a double-click: no address, no server. */
async function onAStick(page: Page, tolerate: (pattern: RegExp) => unknown): Promise<string[]> {
	tolerate(/a request left: file:/);
	const asked: string[] = [];
	page.on(
		'request',
		(request) => void (/^(?:file|blob|data):/.test(request.url()) || asked.push(request.url()))
	);
	await page.goto(pathToFileURL(resolve('build/open-copy.html')).href);
	return asked;
}

async function open(page: Page, name: string, bytes: Buffer, words?: string): Promise<void> {
	await page.locator('#file').setInputFiles(file(name, bytes));
	if (words !== undefined) await page.locator('#passphrase').fill(words);
	await page.locator('#open').click();
}

test('a copy opens without Envol: its words and photos are shown, and saved to be read anywhere', async ({
	page,
	tolerate
}) => {
	const asked = await onAStick(page, tolerate);
	const status = page.getByRole('status');
	for (const href of ['tel:911', 'tel:988', 'sms:988'])
		await expect(page.locator(`a[href="${href}"]`).first()).toBeVisible();

	await open(page, 'mine.envol', sealed, 'river lamp bread');
	await expect(status).toHaveText('These words do not open it. Check each word, then try again.');
	const cut = sealed.subarray(0, sealed.length - 5);
	await open(page, 'mine.envol', Buffer.from(cut), passphrase);
	await expect(status).toHaveText(/damaged|do not open/);
	await open(page, 'other.txt', Buffer.from('hello'));
	await expect(status).toHaveText('This is not a copy made by Envol.');

	await open(page, 'mine.envol', sealed, 'River-Lamp bread cloud stone');
	await expect(status).toHaveText('Here is what is in it.');
	const all = page.locator('#all');
	await expect(all.locator('article').first()).toContainText('<b>Soup</b> 🌱');
	await expect(all.locator('b')).toHaveCount(0);
	for (const words of ['Bread', 'Il a neigé', 'Feed the cat', 'music by the window'])
		await expect(all).toContainText(words);
	const image = all.getByRole('img', { name: 'The lake' });
	await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(40);
	await page.getByRole('button', { name: 'Français' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ouvrir une copie faite par Envol');

	const saving = page.waitForEvent('download');
	await page.locator('#saveJson').click();
	const json = readFileSync(await (await saving).path());
	const savingPage = page.waitForEvent('download');
	await page.locator('#saveHtml').click();
	const html = readFileSync(await (await savingPage).path(), 'utf8');
	expect(html).toContain('&lt;b&gt;Soup&lt;/b&gt;');
	expect(html).toContain(`src="data:image/png;base64,${picture.toString('base64')}"`);
	// what was saved is a readable copy: it opens here too
	await open(page, 'mine.json', json);
	await expect(status).toHaveText('Voici ce qu’elle contient.');
	await expect(all).toContainText('Feed the cat');
	json[200]! ^= 1;
	await open(page, 'mine.json', json);
	await expect(status).toHaveText(/abîmée/);

	// the very bytes that Envol writes
	await open(page, 'small.envol', readFileSync('tests/vectors/copy/small.envol'), passphrase);
	await expect(all).toContainText('Un pas 🌱');
	await open(page, 'small.json', readFileSync('tests/vectors/copy/small-readable.json'));
	await expect(status).toHaveText('Voici ce qu’elle contient.');
	expect(asked).toEqual([]);
});
