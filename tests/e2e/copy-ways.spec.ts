import { copyFileSync, readFileSync } from 'node:fs';
import { camerasOf, pretendCamera } from './camera.ts';
import { expect, test, testOffline } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { beginWith, rowsOf, visit } from './person.ts';
import { kept } from './worker.ts';
import { wordsOf } from './words.ts';

const lang = 'fr';
const say = wordsOf(lang);
const copy = 'tests/vectors/copy/small-readable.json';

test('steps, plan and people go from the screen of one phone to the camera of another', async ({
	page,
	anotherContext
}) => {
	await fill(page, lang);
	const before = await rowsOf(page, 'steps');
	await visit(page, `/${lang}/copy/phone/`);
	await page.getByRole('button', { name: say('copies.phone.show') }).click();
	const code = page.locator('main .code');
	await expect(code).toBeVisible();
	const next = page.getByRole('button', { name: say('copies.phone.next') });
	const labelOf = (place: number, count: number) => say('copies.phone.label', { place, count });
	const shown = page.locator('main p.label');
	const count = Number(/(\d+)\D*$/.exec(await shown.innerText())![1]);
	expect(count).toBeGreaterThan(1);
	const pictures: Buffer[] = [];
	const first = Number(/\d+/.exec(await shown.innerText())![0]);
	for (let i = 0; i < count; i++) {
		await expect(shown).toHaveText(labelOf(((first - 1 + i) % count) + 1, count));
		pictures.push(await code.screenshot());
		await next.click();
	}

	const other = await (await anotherContext()).newPage();
	// in any order
	await pretendCamera(other, [...pictures].reverse());
	await visit(other, `/${lang}/copy/back/`);
	await other.getByRole('button', { name: say('copies.back.codes') }).click();
	await expect(other.getByRole('progressbar')).toBeVisible();
	await expect(other.getByRole('heading', { name: say('copies.back.preview') })).toBeVisible({
		timeout: 60_000
	});
	expect(await camerasOf(other)).toEqual(['ended']);
	await other.getByRole('button', { name: say('copies.back.go'), exact: true }).click();
	await expect(other.getByRole('heading', { name: say('copies.back.done') })).toBeVisible();
	expect(await rowsOf(other, 'steps')).toEqual(before);
});

test('in a tab of an iPhone, words that are here come along before the home screen', async ({
	anotherContext
}) => {
	const context = await anotherContext({
		userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'
	});
	const page = await context.newPage();
	await visit(page, `/${lang}/install/`);
	const guide = page.getByRole('heading', { name: say('copies.iphone.title') });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(guide).toHaveCount(0);
	await beginWith(page, lang, 'first-steps');
	await visit(page, `/${lang}/install/`);
	await expect(guide).toBeVisible();
	await page.getByRole('link', { name: say('copies.iphone.save') }).click();
	await expect(page).toHaveURL(`/${lang}/copy/`);
});

testOffline(
	'with no network, a copy opens in the installed Envol by a tap on its file, and when another app shares it',
	async ({ server, device }, info) => {
		const file = info.outputPath('mine.envol');
		copyFileSync(copy, file);
		const context = await device.open({ serviceWorkers: 'allow' });
		const page = await context.newPage();
		await beginWith(page, lang, 'first-steps');
		await kept(page);
		const session = await context.newCDPSession(page);
		const manifestId = `${server.url}/`;
		await session.send('PWA.install', { manifestId, installUrlOrBundleUrl: `${server.url}/${lang}/today/` });
		await server.stop();
		const opened = context.waitForEvent('page', (each) => each.url().includes('/copy/back/'));
		await session.send('PWA.launchFilesInApp', { manifestId, files: [file] });
		const window = await opened;
		await expect(window).toHaveURL(`/${lang}/copy/back/`);
		await expect(window.getByRole('heading', { name: say('copies.back.preview') })).toBeVisible();
		await window.getByRole('button', { name: say('copies.back.go'), exact: true }).click();
		await expect(window.getByRole('heading', { name: say('copies.back.done') })).toBeVisible();
		expect(await rowsOf(window, 'notes')).toMatchObject([{ id: 'n' }]);

		// as the share sheet of a phone posts it
		const address = await page.evaluate(
			async (text) => {
				const form = new FormData();
				form.append('copy', new File([text], 'envol.json', { type: 'application/json' }));
				return (await fetch('/copy/shared', { method: 'POST', body: form })).url;
			},
			readFileSync(copy, 'utf8')
		);
		expect(address).toMatch(/\/(en|fr)\/copy\/back\/$/);
		// neither a file nor another app knows a language: the person's own is gone on to
		await page.goto('/en/copy/back/?outside');
		await expect(page).toHaveURL(`/${lang}/copy/back/`);
		await expect(page.getByRole('heading', { name: say('copies.back.preview') })).toBeVisible();
		await page.reload();
		await expect(page.locator('html[data-ready]')).toBeAttached();
		// it was read: nothing of it stays on the shelf
		expect(await page.evaluate(() => caches.keys())).not.toContain('envol-shared-file');
	}
);
