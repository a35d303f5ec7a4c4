import { readFileSync } from 'node:fs';
import { expect, testOffline as test } from './fixtures.ts';
import { beginWith, visit } from './person.ts';
import { share } from './share.ts';
import { wordsOf } from './words.ts';
import { kept } from './worker.ts';

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
