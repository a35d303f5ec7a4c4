import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { asleep } from './asleep.ts';
import { barriers } from './barriers.ts';
import { expect, test, testOffline } from './fixtures.ts';
import { lockNow, lockScreen, lockSetting, openWith, passphrase, pin, turnOn } from './locking.ts';
import { addOwn, awake, beginWith, rowsOf, step, visit } from './person.ts';
import { share } from './share.ts';
import { say as sayIn, wordsOf } from './words.ts';
import { kept } from './worker.ts';

const say = wordsOf('en');
const own = 'A step for nobody else';

/** A passkey belongs to a name, and an address is none. */
const onLocalhost = test.extend({
	server: async ({ served }, use) => {
		const server = await served('build');
		await use({ ...server, url: server.url.replace('127.0.0.1', 'localhost') });
	}
});

/**
 * From now on words become a key at once. On purpose that takes a while on a phone: so it does in the first test, in `lock-files.spec.ts`
 * and in `tests/unit/copy/seal.test.ts`.
 */
const quickKeys = (page: Page) =>
	page.context().addInitScript(() => {
		// an empty tab has none
		if (!('SubtleCrypto' in globalThis)) return;
		const { deriveKey } = SubtleCrypto.prototype;
		SubtleCrypto.prototype.deriveKey = function (how, ...rest) {
			const quick = typeof how === 'object' && 'iterations' in how ? { ...how, iterations: 1 } : how;
			return deriveKey.call(this, quick as typeof how, ...rest);
		};
	});

/** Somebody with a step of their own, and a lock. */
async function withLock(page: Page, kind: 'passphrase' | 'pin' = 'passphrase'): Promise<string> {
	await visit(page, '/en/prescription/');
	await addOwn(page, 'en', own);
	return turnOn(page, 'en', kind);
}

/** The same, where keys are made at once. */
async function withQuickLock(page: Page, kind: 'passphrase' | 'pin' = 'passphrase'): Promise<string> {
	await quickKeys(page);
	return withLock(page, kind);
}

/** Nobody else has Envol open, and no worker: the key is nowhere. */
const reloaded = async (page: Page) => {
	await page.reload();
	await awake(page);
};

test('a lock is turned on, closes all that is the person’s, and opens with the right words alone', async ({
	page
}) => {
	await beginWith(page, 'en', 'first-steps');
	await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('list');
	await withLock(page);
	await visit(page, '/en/today/');
	await expect(lockScreen(page, 'en')).toBeVisible();
	await expect(page.getByText(own)).toHaveCount(0);
	// the list that a page shows at once is not there
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('list');
	await openWith(page, 'en', 'lock.passphrase', 'other words here');
	await expect(page.getByText(say('lock.wrong.passphrase'))).toBeVisible();
	await expect(page.getByLabel(say('lock.passphrase'))).toHaveValue('other words here');
	await expect(page.getByLabel(say('lock.passphrase'))).toBeFocused();
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await expect(step(page, own)).toBeVisible();
	await expect(lockScreen(page, 'en')).toHaveCount(0);
	await lockNow(page, 'en').click();
	await expect(page.getByRole('heading', { name: say('lock.title') })).toBeFocused();
	await expect(page.getByText(own)).toHaveCount(0);
});

test('several wrong tries: a pause, counted for the eye and said once, kept across a reload', async ({
	page
}) => {
	await withQuickLock(page);
	await visit(page, '/en/plan/');
	for (let tries = 0; tries < 5; tries += 1) {
		const field = page.getByLabel(say('lock.passphrase'));
		await field.fill(`wrong words ${tries}`);
		await expect(page.locator('button[aria-disabled="false"]', { hasText: say('lock.open') })).toBeVisible();
		await field.press('Enter');
		await expect(page.getByText(say('lock.wrong.passphrase'))).toBeVisible();
	}
	await expect(page.getByText(/1\d seconds/)).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: say('lock.pause') })).toHaveCount(1);
	await reloaded(page);
	await expect(page.getByText(/1\d seconds|\d seconds/)).toBeVisible();
	await page.getByLabel(say('lock.passphrase')).fill(passphrase);
	await page.getByLabel(say('lock.passphrase')).press('Enter');
	await expect(
		page
			.getByRole('status')
			.filter({ hasText: say('lock.pause') })
			.first()
	).toBeAttached();
	await expect(page.locator('button[aria-disabled="false"]', { hasText: say('lock.open') })).toBeVisible();
	await page.getByLabel(say('lock.passphrase')).press('Enter');
	await expect(lockScreen(page, 'en')).toHaveCount(0);
});

test('a forgotten PIN: the recovery page opens it, in any letters; another one can be made', async ({
	page
}) => {
	const recovery = await withQuickLock(page, 'pin');
	expect(recovery.split(' ')).toHaveLength(8);
	await visit(page, '/en/hope/');
	await page.getByText(say('lock.forgot.ask')).click();
	await expect(page.getByText(say('lock.forgot.none'))).toBeVisible();
	await page.getByRole('button', { name: say('lock.recovery.use') }).click();
	await openWith(page, 'en', 'lock.recovery.label', 'not these words');
	await expect(page.getByText(say('lock.wrong.recovery'))).toBeVisible();
	await openWith(page, 'en', 'lock.recovery.label', recovery.toUpperCase().replaceAll(' ', '-'));
	await expect(lockScreen(page, 'en')).toHaveCount(0);
	const part = await lockSetting(page, 'en');
	await expect(part.getByText(say('lock-setting.locked'))).toBeVisible();
});

test('a PIN by keyboard alone', async ({ page }) => {
	await withQuickLock(page, 'pin');
	await visit(page, '/en/today/');
	const field = page.getByLabel(say('lock.pin'));
	await expect(field).toHaveAttribute('inputmode', 'numeric');
	await expect(field).toHaveAttribute('type', 'password');
	// nobody has to know it by heart: a password manager may fill it in, and it can be pasted
	await expect(field).toHaveAttribute('autocomplete', 'current-password');
	const isLetIn = await field.evaluate((it) =>
		it.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true }))
	);
	expect(isLetIn).toBe(true);
	// what a screen reader is given, in its order: no word of the person's among it
	await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - region "${say('lock.title')}":
      - heading "${say('lock.title')}" [level=1]
      - paragraph: ${say('lock.lead')}
      - text: ${say('lock.pin')}
      - textbox "${say('lock.pin')}"
      - checkbox "${say('lock.show')}"
      - status
      - button "${say('lock.open')}"
      - button "${say('lock.recovery.use')}"
      - group: ${say('lock.forgot.ask')}
    - navigation "${say('lock.outside.label')}":
      - list:
        - listitem:
          - link "${say('lock.outside.help')}"
        - listitem:
          - link "${say('lock.outside.minimum')}"
        - listitem:
          - link "${say('lock.outside.here')}"
  `);
	await expect(page.locator('body')).not.toContainText(own);
	await field.focus();
	await page.keyboard.type(pin);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(field).toHaveAttribute('type', 'text');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: say('lock.open'), exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(step(page, own)).toBeVisible();
});

test('K1, K2: while it is locked, help, the lines of a hard day and being here now are there as before', async ({
	page,
	context
}) => {
	await withQuickLock(page);
	await visit(page, '/en/plan/');
	for (const href of ['tel:911', 'tel:988', 'sms:988'])
		await expect(page.locator(`aside a[href="${href}"]:visible`).first()).toBeInViewport();
	await page.getByRole('link', { name: say('lock.outside.minimum') }).click();
	await expect(page).toHaveURL('/en/hard-day/');
	await expect(page.getByRole('heading', { name: say('hard-day.title') })).toBeVisible();
	await expect(page.getByText(say('lock.waits'))).toBeVisible();
	await visit(page, '/en/here/');
	await expect(page.getByText(say('here.senses.title'))).toBeVisible();
	await page.goto('/en/help/');
	await expect(page.locator('main a[href="tel:988"]').first()).toBeVisible();
	// the person's own people are sealed: Help says so, and where they are
	await page.getByRole('link', { name: say('help.people.sealed') }).click();
	await expect(lockScreen(page, 'en')).toBeVisible();
	// from such a page the rest can be opened too
	await visit(page, '/en/hard-day/');
	await page.getByRole('button', { name: say('lock.open') }).click();
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await expect(lockNow(page, 'en')).toBeVisible();
	// without script
	const plain = await context.browser()!.newContext({ javaScriptEnabled: false });
	const other = await plain.newPage();
	await other.goto(new URL('/en/hard-day/', page.url()).href);
	await expect(other.locator('a[href="tel:911"]:visible').first()).toBeVisible();
	await plain.close();
});

test('two tabs: what is open in one is open in the other; locking one locks both', async ({
	page,
	context
}) => {
	await withQuickLock(page);
	const other = await context.newPage();
	await visit(other, '/en/today/');
	await expect(step(other, own)).toBeVisible();
	await page.bringToFront();
	await lockNow(page, 'en').click();
	await expect(page.getByText(say('lock.waits'))).toBeVisible();
	await other.bringToFront();
	await expect(lockScreen(other, 'en')).toBeVisible();
	await expect(other.getByText(own)).toHaveCount(0);
	await openWith(other, 'en', 'lock.passphrase', passphrase);
	await expect(step(other, own)).toBeVisible();
	await page.bringToFront();
	await expect(lockNow(page, 'en')).toBeVisible();
	// a tab that is open while a lock is turned off goes on
	const part = await lockSetting(page, 'en');
	await part.getByText(say('lock-setting.off.title')).click();
	await part.getByRole('button', { name: say('lock-setting.off.make') }).click();
	await expect(part.getByText(say('lock-setting.off.done'))).toBeVisible();
	await other.bringToFront();
	await expect(step(other, own)).toBeVisible();
	await other.close();
	await page.bringToFront();
	await visit(page, '/en/today/');
	await expect(step(page, own)).toBeVisible();
	await expect(lockNow(page, 'en')).toHaveCount(0);
});

test('what is being typed is saved before it locks', async ({ page }) => {
	await withQuickLock(page);
	await visit(page, '/en/hope/write/');
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	// by its name: the lock screen has a field too, until it is open
	const field = page.getByLabel(say('hope.write.text'), { exact: true });
	await field.fill('Words that nobody saved yet');
	await lockNow(page, 'en').click();
	await expect(lockScreen(page, 'en')).toBeVisible();
	await expect(page.getByText('Words that nobody saved yet')).toHaveCount(0);
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await expect(field).toHaveValue('Words that nobody saved yet');
});

test('no copy is made while it is locked; erasing stays possible', async ({ page }) => {
	await withQuickLock(page);
	await visit(page, '/en/copy/');
	await expect(page.getByText(say('lock.copy'))).toBeVisible();
	await expect(page.getByRole('button', { name: say('copies.make') })).toHaveCount(0);
	await page.getByText(say('lock.forgot.ask')).click();
	await page.getByRole('link', { name: say('lock.forgot.erase') }).click();
	await expect(page).toHaveURL('/en/settings/#erase');
	await page.getByRole('button', { name: say('settings.erase.ask') }).click();
	await page.getByRole('button', { name: say('settings.erase.yes') }).click();
	await expect(page).toHaveURL('/erase/');
	expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
	expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

onLocalhost('a passkey opens it, where the device has one', async ({ page, context }) => {
	const session: CDPSession = await context.newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			ctap2Version: 'ctap2_1',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			hasPrf: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	await withQuickLock(page);
	const part = page.getByRole('region', { name: say('settings.lock.title'), exact: true });
	await part.getByText(say('lock-setting.passkey.title'), { exact: true }).click();
	await part.getByRole('button', { name: say('lock-setting.passkey.add') }).click();
	await expect(part.getByText(say('lock-setting.passkey.added'))).toBeVisible();
	await visit(page, '/en/today/');
	await page.getByRole('button', { name: say('lock.passkey') }).click();
	await expect(step(page, own)).toBeVisible();
});

test('away: out of view nothing shows, and after the minutes that were chosen it is locked', async ({
	page
}) => {
	await page.clock.install();
	await withQuickLock(page);
	await visit(page, '/en/today/');
	await openWith(page, 'en', 'lock.passphrase', passphrase);
	await expect(step(page, own)).toBeVisible();
	const turn = (to: 'hidden' | 'visible') =>
		page.evaluate((state) => {
			Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
			document.dispatchEvent(new Event('visibilitychange'));
			return getComputedStyle(document.getElementById('main')!).visibility;
		}, to);
	expect(await turn('hidden')).toBe('hidden');
	expect(await turn('visible')).toBe('visible');
	await turn('hidden');
	// it slept: no timer ran
	await page.clock.setSystemTime(Date.now() + 6 * 60_000);
	expect(await turn('visible')).toBe('hidden');
	await page.clock.runFor(3_000);
	await expect(lockScreen(page, 'en')).toBeVisible();
	await expect(page.getByText(own)).toHaveCount(0);
});

for (const lang of ['en', 'fr'] as const)
	test(`${lang}: the lock screen and its part of Settings, at every size, have no barrier`, async ({
		page
	}) => {
		await quickKeys(page);
		await beginWith(page, lang, 'first-steps');
		const part = await lockSetting(page, lang);
		await part.getByRole('button', { name: sayIn(lang, 'lock-setting.turnOn') }).click();
		await expect(part.getByText(sayIn(lang, 'lock-setting.trouble.empty'))).toBeVisible();
		expect(await barriers(page, 'setting it up')).toEqual([]);
		await turnOn(page, lang, 'pin');
		for (const folded of await part.locator('summary').all()) await folded.click();
		expect(await barriers(page, 'changing it')).toEqual([]);
		await visit(page, `/${lang}/today/`);
		await page.getByText(sayIn(lang, 'lock.forgot.ask')).click();
		expect(await barriers(page, 'the lock screen')).toEqual([]);
		await page.setViewportSize({ width: 320, height: 568 });
		await page.evaluate(() => (document.documentElement.dataset.text = '200'));
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		await expect(page.locator('aside a[href="tel:911"]:visible').first()).toBeInViewport();
	});

test.describe('killing the browser', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	test('what waited in the page when a lock was turned on shows nothing, also where the browser had no time to write that down', async ({
		device
	}) => {
		let page = await (await device.open()).newPage();
		await beginWith(page, 'en', 'first-steps');
		await visit(page, '/en/prescription/');
		await addOwn(page, 'en', own);
		await visit(page, '/en/today/');
		const list = () => page.evaluate(() => localStorage.getItem('envol.early-list'));
		await expect.poll(list).not.toBeNull();
		// without a lock it is there before the app is awake
		await asleep(page);
		await page.goto('/en/today/');
		await expect(page.locator('#early').getByText(own)).toBeVisible();
		await page.context().close();
		const early = join(device.folder, 'Default/Local Storage');
		cpSync(early, `${device.folder}-early`, { recursive: true });

		page = await (await device.open()).newPage();
		await turnOn(page, 'en', 'passphrase');
		await device.kill();
		// as where it is killed within seconds: what it wrote later is not there
		rmSync(early, { recursive: true });
		cpSync(`${device.folder}-early`, early, { recursive: true });
		page = await (await device.open()).newPage();
		const wake = await asleep(page);
		await page.goto('/en/today/');
		expect(await list()).not.toBeNull();
		// nothing is read: its database is gone
		expect(await page.evaluate(() => window.envolFirstRead)).toBeUndefined();
		await expect(page.getByText(own)).toHaveCount(0);
		await wake();
		await expect(lockScreen(page, 'en')).toBeVisible();
		await expect(page.getByText(own)).toHaveCount(0);
		await openWith(page, 'en', 'lock.passphrase', passphrase);
		await expect(step(page, own)).toBeVisible();
	});
});

test.describe('with the offline copy', () => {
	test.use({ serviceWorkers: 'allow' });

	test('from page to page it stays open, in the memory of the worker; once it is locked, nowhere', async ({
		page,
		server
	}) => {
		await visit(page, '/en/today/');
		await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
		await withQuickLock(page);
		// a whole new page, and no other one is open
		await visit(page, '/en/today/');
		await expect(step(page, own)).toBeVisible();
		await lockNow(page, 'en').click();
		await expect(lockScreen(page, 'en')).toBeVisible();
		await reloaded(page);
		await expect(lockScreen(page, 'en')).toBeVisible();

		// a photo that comes from the gallery now waits in memory until it is open; nothing of it is in a store
		const shared = await share(page.context(), server.url, 1);
		await expect(lockScreen(shared, 'en')).toBeVisible();
		expect(await rowsOf(shared, 'photos')).toEqual([]);
		await openWith(shared, 'en', 'lock.passphrase', passphrase);
		const strip = shared.getByRole('list', { name: say('hope.photos.list') }).locator(':scope > li');
		await expect(strip).toHaveCount(1);
		expect(await rowsOf(shared, 'photos')).toHaveLength(1);
	});

	/** What the worker would have Today show at once. */
	const waiting = (page: Page) =>
		page.evaluate(
			() =>
				new Promise<string>((resolve) => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = ({ data }: MessageEvent<{ list?: unknown }>) =>
						resolve(JSON.stringify(data.list ?? {}));
					navigator.serviceWorker.controller!.postMessage({ type: 'EARLY_ASK' }, [port2]);
				})
		);
	/** Somebody with a lock that is open, whose list waits for the next opening. */
	async function withList(page: Page): Promise<void> {
		await visit(page, '/en/today/');
		await kept(page);
		await withQuickLock(page);
		await visit(page, '/en/today/');
		await expect(step(page, own)).toBeVisible();
		await expect.poll(() => waiting(page)).toContain(own);
		// in memory alone
		const written = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
		expect(written).not.toContain('early');
	}

	testOffline(
		'while it is open, Today shows its list before the app is awake; as soon as another page locks, no more, here or anywhere',
		async ({ page, context, server, tolerate }) => {
			await withList(page);
			const other = await context.newPage();
			await visit(other, '/en/plan/');
			await expect(lockNow(other, 'en')).toBeVisible();
			// the app cannot start any more
			tolerate(/^page error: $|entry\/start|Failed to load resource/);
			await page.evaluate(async () => {
				for (const name of await caches.keys()) {
					const cache = await caches.open(name);
					for (const request of await cache.keys())
						if (request.url.includes('/entry/start')) await cache.delete(request);
				}
			});
			await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
			await server.stop();
			await page.goto('/en/today/');
			await expect(page.locator('#early').getByText(own)).toBeVisible();
			await step(page, own).check();
			// a whole new page: the tap is in the same memory
			await page.goto('/en/today/');
			await expect(step(page, own)).toBeChecked();
			expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('early');
			await lockNow(other, 'en').click();
			await expect(lockScreen(other, 'en')).toBeVisible();
			await expect(page.getByText(own)).toHaveCount(0);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await waiting(page)).toBe('{}');
			await page.reload();
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByText(own)).toHaveCount(0);
		}
	);

	test('with the worker stopped, the list comes with the app and the key from another page, or the words are asked for', async ({
		page,
		context
	}) => {
		await withList(page);
		const devtools = await context.newCDPSession(page);
		await devtools.send('ServiceWorker.enable');
		const other = await context.newPage();
		await visit(other, '/en/today/');
		// it has the key itself
		await expect(lockNow(other, 'en')).toBeVisible();
		await devtools.send('ServiceWorker.stopAllWorkers');
		await reloaded(page);
		await expect(step(page, own)).toBeVisible();
		await other.close();
		// a page that gives no worker the key meanwhile
		await page.goto('/en/help/');
		await devtools.send('ServiceWorker.stopAllWorkers');
		await visit(page, '/en/today/');
		await expect(lockScreen(page, 'en')).toBeVisible();
		await expect(page.getByText(own)).toHaveCount(0);
		expect(await waiting(page)).toBe('{}');
	});
});
