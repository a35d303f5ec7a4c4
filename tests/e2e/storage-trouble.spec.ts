import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
	addOwn,
	awake,
	beginWith,
	chosen,
	rowsOf,
	status,
	steps,
	waitedForDatabase,
	visit
} from './person.ts';
import { only, wordsOf } from './words.ts';

/** Usable: a person with nothing saved can begin, tick, and is told that it will not be kept. */
async function expectUsableButNotSaved(page: Page, lang: 'en' | 'fr', reason: 'blocked' | 'slow') {
	const say = wordsOf(lang);
	await page.clock.install();
	await visit(page, `/${lang}/today/`);
	await waitedForDatabase(page);
	await expect(page.getByRole('alert')).toContainText(say(`shell.storage.${reason}`));
	const begin = page.getByRole('button', { name: say('today.empty.firstSteps') });
	await expect(begin).toBeVisible();
	await begin.click();
	await steps(page).first().check();
	await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
	await expect(steps(page).first()).toBeChecked();
}

interface Shape {
	version: number;
	stores: Record<string, { keyPath: string; autoIncrement: boolean; indexes: string[] }>;
}
/** The database as this Envol makes it. */
const newest = readdirSync('tests/support')
	.filter((name) => /^schema-v\d+\.json$/.test(name))
	.map((name) => JSON.parse(readFileSync(`tests/support/${name}`, 'utf8')) as Shape)
	.sort((a, b) => a.version - b.version)
	.at(-1)!;
/** As the browser numbers the one of the next Envol. */
const newerVersion = (newest.version + 1) * 10;

for (const lang of only('fr')) {
	const say = wordsOf(lang);
	test.describe(`storage in trouble, ${lang}`, () => {
		test('D5 no database: Today works all the same, and says "not saved"', async ({ page, context }) => {
			await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
			await expectUsableButNotSaved(page, lang, 'blocked');
		});

		test('D5 a database that throws as soon as it is looked at: the same', async ({ page, context }) => {
			await context.addInitScript(() =>
				Object.defineProperty(globalThis, 'indexedDB', {
					configurable: true,
					get: () => {
						throw new DOMException('not here', 'SecurityError');
					}
				})
			);
			await expectUsableButNotSaved(page, lang, 'blocked');
		});

		test('a database that refuses: the same', async ({ page, context }) => {
			await context.addInitScript(() => {
				const refuse = () => {
					throw new DOMException('not here', 'SecurityError');
				};
				IDBFactory.prototype.open = refuse;
				IDBFactory.prototype.databases = refuse;
			});
			await expectUsableButNotSaved(page, lang, 'blocked');
		});

		test('a database that never answers: the same', async ({ page, context }) => {
			await context.addInitScript(() => {
				IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
				IDBFactory.prototype.databases = () => new Promise(() => undefined);
			});
			await expectUsableButNotSaved(page, lang, 'slow');
		});

		test('a full disk: a kind word, nothing half written, what was saved is safe', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			await steps(page).nth(1).check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			const before = await rowsOf(page, 'days');
			await fillDisk(page);
			await steps(page).nth(2).click();
			await expect(status(page, lang)).toContainText(say('shell.storage.full'));
			await expect(steps(page).nth(2)).not.toBeChecked();
			await visit(page, `/${lang}/prescription/`);
			await fillDisk(page);
			await page.getByLabel(say('prescription.own.label')).fill('Trop plein');
			await expect(page.getByText(say('prescription.own.other'), { exact: true })).toBeVisible();
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			await expect(status(page, lang)).toContainText(say('shell.storage.full'));
			// the words are still in the field
			await expect(page.getByLabel(say('prescription.own.label'))).toHaveValue('Trop plein');
			await makeRoom(page);
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			await expect(chosen(page, lang)).toHaveCount(6);
			await visit(page, `/${lang}/today/`);
			await expect(steps(page).nth(1)).toBeChecked();
			expect(await rowsOf(page, 'days')).toEqual(before);
		});

		test('a database of a newer Envol: nothing is written, and the page asks to be loaded again', async ({
			page
		}) => {
			await page.goto('/#choose');
			await page.evaluate(
				([stores, version]) =>
					new Promise<void>((resolve) => {
						const opening = indexedDB.open('envol', version);
						opening.onupgradeneeded = () => {
							for (const [name, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
								const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
								for (const index of indexes)
									store.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
							}
							opening.result.createObjectStore('something', { keyPath: 'new' });
						};
						opening.onsuccess = () => {
							opening.result.close();
							resolve();
						};
					}),
				[newest.stores, newerVersion] as const
			);
			await visit(page, `/${lang}/today/`);
			await expect(page.getByRole('alert')).toContainText(say('shell.storage.newer'));
			const begin = page.getByRole('button', { name: say('today.empty.firstSteps') });
			await begin.click();
			await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
			// long enough for a draft to be kept, by the clock of the page
			await page.clock.install();
			await visit(page, `/${lang}/prescription/`);
			await page.getByLabel(say('prescription.own.label')).fill('Rien');
			await page.clock.runFor(5000);
			for (const table of ['days', 'steps', 'drafts', 'settings'] as const)
				expect(await rowsOf(page, table), table).toEqual([]);
			await page.getByRole('button', { name: say('shell.storage.reload') }).click();
			await awake(page);
		});

		test('a newer Envol opens in another tab: this one steps aside and asks to be loaded again', async ({
			page,
			context,
			tolerate
		}) => {
			tolerate(/Another connection wants to upgrade database/);
			await beginWith(page, lang, 'first-steps');
			const newer = await context.newPage();
			await newer.goto('/#choose');
			const isUpgraded = newer.evaluate(
				(version) =>
					new Promise<boolean>((resolve) => {
						const opening = indexedDB.open('envol', version);
						opening.onsuccess = () => {
							opening.result.close();
							resolve(true);
						};
						opening.onblocked = () => resolve(false);
					}),
				newerVersion
			);
			expect(await isUpgraded).toBe(true);
			await expect(page.getByRole('alert')).toContainText(say('shell.storage.newer'));
			const before = await rowsOf(newer, 'days');
			await steps(page).first().click();
			await expect(status(page, lang)).toContainText(say('shell.storage.newer'));
			await expect(steps(page).first()).not.toBeChecked();
			expect(await rowsOf(newer, 'days')).toEqual(before);
		});
	});
}

test('a plan that was here and is gone, and no journal has it, is never taken for a first visit', async ({
	page
}) => {
	await page.addInitScript(() =>
		Object.defineProperty(navigator.storage ?? {}, 'getDirectory', { value: undefined })
	);
	await visit(page, '/en/prescription/');
	await addOwn(page, 'en', 'Feed the cat');
	await page.goto('/#choose');
	await page.evaluate(
		() => new Promise((resolve) => (indexedDB.deleteDatabase('envol').onsuccess = resolve))
	);
	await visit(page, '/en/today/');
	await expect(page.getByText(wordsOf('en')('shell.lost.missing'))).toBeVisible();
});

/** From now on this page meets a full device at each write, as the browser would report it. */
async function fillDisk(page: Page): Promise<void> {
	await page.evaluate(() => {
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('no room', 'QuotaExceededError');
		};
		addEventListener('room', () => (IDBObjectStore.prototype.put = put), { once: true });
	});
}

async function makeRoom(page: Page): Promise<void> {
	await page.evaluate(() => dispatchEvent(new Event('room')));
}
