import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { eachKindUpright } from '../support/photos/photo-set.ts';
import { expect, testOffline as test } from './fixtures.ts';
import { beginWith, visit } from './person.ts';
import { wordsOf } from './words.ts';
import { kept } from './worker.ts';

/** Posts photos as the share sheet of a phone does: from outside, into a new page. */
async function share(context: BrowserContext, origin: string, count: number): Promise<Page> {
	const page = await context.newPage();
	await page.setContent(
		`<form method="post" enctype="multipart/form-data" action="${origin}/copy/shared">` +
			'<input type="file" name="photo" multiple /><button>Share</button></form>'
	);
	await page.locator('input').setInputFiles(
		eachKindUpright()
			.slice(0, count)
			.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes() }))
	);
	await page.getByText('Share').click();
	return page;
}

test('photos shared from the gallery become a note begun, without a network too, and nothing else keeps them', async ({
	page,
	server,
	context
}) => {
	const say = wordsOf('fr');
	await beginWith(page, 'fr', 'first-steps');
	await kept(page);
	await page.close();
	await server.stop();

	// no page is open: the worker knows no language, and the person's own is gone on to
	const shared = await share(context, server.url, 2);
	await expect(shared).toHaveURL(/\/fr\/hope\/write\/#[\w-]{20,}$/);
	const strip = shared.getByRole('list', { name: say('hope.photos.list') }).locator(':scope > li');
	await expect(strip).toHaveCount(2);
	await expect(shared.getByRole('heading', { level: 1 })).toHaveText(say('hope.write.title'));
	// the copy of Envol, and in which language its door leads on
	const caches = (await shared.evaluate(() => globalThis.caches.keys())).toSorted();
	expect(caches).toEqual(['envol-door', expect.stringContaining('precache')]);

	// the note is a draft like any other: there after a reload, once
	await shared.reload();
	await expect(strip).toHaveCount(2);
	await shared.getByLabel(say('hope.write.text')).fill('Au bord de l’eau');
	await shared.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(shared).toHaveURL(/\/fr\/hope\/$/);
	await expect(shared.getByText('Au bord de l’eau').first()).toBeVisible();

	// what was taken is not there a second time, and the page says what can be done
	await visit(shared, '/fr/hope/write/#shared');
	await expect(shared.getByText(say('hope.photos.trouble.away'))).toBeVisible();
	await expect(strip).toHaveCount(0);
});

test('both names of the app take the same from other apps', () => {
	const targetOf = (file: string) =>
		(JSON.parse(readFileSync(file, 'utf8')) as { share_target: unknown }).share_target;
	expect(targetOf('build/plain.webmanifest')).toEqual(targetOf('build/manifest.webmanifest'));
});
