import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, inBoth, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { fill } from './full-profile.ts';
import { decodedByApp, decodedByZbar, keep, missingTools, pagesIn, scanOf, textIn } from './paper-tools.ts';
import { addOwn, beginWith, rowsOf, status, visit } from './person.ts';
import { langs, only, wordsOf, type Lang } from './words.ts';

/** What a person has: each table but what belongs to this device alone, with every picture and sound as its SHA-256. */
function everything(page: Page): Promise<Record<string, unknown[]>> {
	return page.evaluate(async () => {
		const plain = async (value: unknown): Promise<unknown> => {
			if (value instanceof Blob || value instanceof ArrayBuffer) {
				const bytes = value instanceof Blob ? await value.arrayBuffer() : value;
				const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
				return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
			}
			if (Array.isArray(value)) return Promise.all(value.map(plain));
			if (typeof value !== 'object' || value === null) return value;
			const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
			return Object.fromEntries(
				await Promise.all(pairs.map(async ([key, each]) => [key, await plain(each)] as const))
			);
		};
		const asked = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(new Error('cannot read'));
			});
		const db = await asked(indexedDB.open('envol'));
		const found: Record<string, unknown[]> = {};
		for (const name of db.objectStoreNames) {
			if (name === 'safety' || name === 'ballast') continue;
			const rows: unknown[] = await asked(db.transaction(name).objectStore(name).getAll());
			const here = ['copies', 'preferences', 'lastCopy', 'journal', 'told'];
			found[name] = (await Promise.all(rows.map(plain))).filter(
				(row) => !here.includes((row as { key?: string } | null)?.key ?? '')
			) as unknown[];
		}
		db.close();
		return found;
	});
}

async function eraseAll(page: Page, lang: Lang): Promise<void> {
	const say = wordsOf(lang);
	await visit(page, `/${lang}/settings/`);
	await page.getByRole('button', { name: say('settings.erase.ask') }).click();
	await page.getByRole('button', { name: say('settings.erase.yes') }).click();
	await expect(page.locator('html[data-erased="gone"]')).toHaveCount(1);
}

/** The file that a tap hands over, on disk. */
async function downloaded(page: Page, path: string, tap: () => Promise<void>): Promise<string> {
	const coming = page.waitForEvent('download');
	await tap();
	const file = await coming;
	await file.saveAs(path);
	return path;
}

const fileField = (page: Page) => page.getByRole('main').locator('input[type="file"]').first();

function parts(page: Page, lang: Lang) {
	const say = wordsOf(lang);
	const button = (key: string): Locator => page.getByRole('button', { name: say(key), exact: true });
	return {
		say,
		button,
		make: button('copies.make'),
		phrase: page.getByLabel(say('copies.back.label'), { exact: true }),
		open: button('copies.back.open'),
		preview: page.getByRole('heading', { name: say('copies.back.preview') }),
		go: button('copies.back.go'),
		done: page.getByRole('heading', { name: say('copies.back.done') }),
		trouble: (key: string) => page.getByRole('alert').filter({ hasText: say(`copies.problems.${key}`) })
	};
}

async function readableCopy(page: Page, lang: Lang, path: string): Promise<string> {
	const { say, make } = parts(page, lang);
	await visit(page, `/${lang}/copy/`);
	await page.getByRole('radio', { name: say('copies.kind.readable') }).check();
	return downloaded(page, path, () => make.click());
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);

	test.describe(`copies, ${lang}`, () => {
		test('a sealed copy brings everything back where everything was erased, to the last byte of a photo', async ({
			page
		}, info) => {
			await fill(page, lang);
			const before = await everything(page);
			expect(before.pictures?.length).toBeGreaterThan(0);

			await visit(page, `/${lang}/copy/`);
			const { make, phrase, open, preview, go, done, trouble, button } = parts(page, lang);
			const words = page.locator('main .words').first();
			await expect(words.locator('span')).toHaveCount(5);
			const secret = await words.innerText();
			await button('copies.phrase.other').click();
			await expect(words).not.toHaveText(secret);
			const typed = (await words.locator('span').allInnerTexts()).join('').toUpperCase();
			// the keyboard alone makes it
			await make.focus();
			const file = await downloaded(page, info.outputPath('copy.envol'), () => page.keyboard.press('Enter'));
			await expect(page.getByRole('heading', { name: say('copies.ready.title') })).toBeFocused();
			const bytes = readFileSync(file);
			expect(bytes.toString('latin1')).not.toContain('changedAt');

			await eraseAll(page, lang);
			await visit(page, `/${lang}/`);
			await page.getByRole('link', { name: say('welcome.what.copy') }).click();
			await expect(page).toHaveURL(`/${lang}/copy/back/`);
			// another file, and one that was cut
			const cut = info.outputPath('cut.envol');
			writeFileSync(cut, bytes.subarray(0, bytes.length - 100));
			const letter = info.outputPath('letter.txt');
			writeFileSync(letter, 'Dear bank');
			await fileField(page).setInputFiles(letter);
			await expect(trouble('not-a-copy')).toBeVisible();
			await fileField(page).setInputFiles(cut);
			await phrase.fill(typed);
			await open.click();
			// of a small one too little is left to tell it from wrong words: both are said
			await expect(trouble('wrong-passphrase')).toBeVisible();
			await button('copies.back.another').click();
			// the whole one, with wrong words first: they stay, to be mended
			await fileField(page).setInputFiles(file);
			await phrase.fill(`${typed} non`);
			await phrase.press('Enter');
			await expect(trouble('wrong-passphrase')).toBeVisible();
			await expect(phrase).toHaveValue(`${typed} non`);
			await phrase.fill(typed);
			await phrase.press('Enter');
			await expect(preview).toBeFocused();
			await expect(page.getByRole('row', { name: say('copies.counts.photos') })).toBeVisible();
			await expect(page.getByText(say('copies.back.nothingHere'))).toBeVisible();
			await go.click();
			await expect(done).toBeVisible();
			expect(await everything(page)).toEqual(before);
		});

		test('a copy is joined to what is here, or takes its place, and an undo gives back what was here', async ({
			page
		}, info) => {
			const { preview, go, done, button, trouble } = parts(page, lang);
			await beginWith(page, lang, 'first-steps');
			const first = await rowsOf(page, 'steps');
			const file = await readableCopy(page, lang, info.outputPath('copy.json'));
			await expect(page.getByText(say('copies.ready.title'))).toBeVisible();
			expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('envol');
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Nourrir le chat');
			const here = await everything(page);

			await visit(page, `/${lang}/copy/back/`);
			await fileField(page).setInputFiles(file);
			await expect(preview).toBeFocused();
			expect(await barriers(page, 'the preview of a copy')).toEqual([]);
			await go.click();
			await expect(done).toBeVisible();
			// joined: all of both is here
			expect(await rowsOf(page, 'steps')).toHaveLength(first.length + 1);

			await visit(page, `/${lang}/copy/back/`);
			await fileField(page).setInputFiles(file);
			await page.getByRole('radio', { name: say('copies.back.replace') }).check();
			await go.click();
			await expect(done).toBeVisible();
			expect(await rowsOf(page, 'steps')).toEqual(first);
			// the way back is there after a reload too
			await visit(page, `/${lang}/copy/back/`);
			await button('copies.back.undo').click();
			await expect(page.getByText(say('copies.back.undone'))).toBeVisible();
			expect((await everything(page)).steps).toEqual(here.steps);

			// one that was cut, and one of a newer Envol: both are said, and change nothing
			const cut = info.outputPath('cut.json');
			writeFileSync(cut, readFileSync(file).subarray(0, -100));
			await fileField(page).setInputFiles(cut);
			await expect(trouble('damaged')).toBeVisible();
			const newer = info.outputPath('newer.json');
			writeFileSync(newer, readFileSync(file, 'utf8').replace('"version":1', '"version":9'));
			await fileField(page).setInputFiles(newer);
			await expect(trouble('newer')).toBeVisible();
			expect((await everything(page)).steps).toEqual(here.steps);
		});

		test('what was last saved is said, and Today asks softly after three notes, until "Not now"', async ({
			page
		}) => {
			await page.goto('/404.html');
			await keepJournal(page, { notes: ['a', 'b', 'c'].map((id) => ({ id, text: `note ${id}` })) });
			await visit(page, `/${lang}/today/`);
			const ask = page.getByRole('region', { name: say('copies.ask.title') });
			await expect(ask).toBeVisible();
			await ask.getByRole('button', { name: say('copies.ask.notNow') }).click();
			await expect(status(page, lang)).toContainText(say('copies.ask.later'));
			await expect(ask).toBeHidden();
			await page.getByRole('button', { name: say('shell.status.undo'), exact: true }).click();
			await expect(ask).toBeVisible();
			await ask.getByRole('link', { name: say('copies.ask.save') }).click();
			await expect(page.getByText(say('copies.last.none'))).toBeVisible();
		});
	});
}

for (const lang of langs) {
	inBoth(
		`the page to put away has the words and a code that any reader reads, ${lang}`,
		async ({ page }, info) => {
			inBoth.skip(missingTools.length > 0, `needs ${missingTools.join(', ')}`);
			const { say, button } = parts(page, lang);
			await page.addInitScript(() => (window.print = () => undefined));
			await visit(page, `/${lang}/copy/`);
			await page.getByRole('radio', { name: say('copies.phrase.own') }).check();
			const own = page.getByLabel(say('copies.phrase.ownLabel'), { exact: true }).last();
			await button('copies.phrase.print').click();
			await expect(page.getByText(say('copies.phrase.empty'))).toBeVisible();
			await own.fill('Notre érable près du lac');
			await button('copies.phrase.print').click();
			await expect(page.locator('.phrase-paper')).toBeAttached();
			await page.emulateMedia({ media: 'print' });
			const pdf = keep(info.outputPath('phrase.pdf'), await page.pdf({ preferCSSPageSize: true }));
			expect(pagesIn(pdf)).toBe(1);
			const text = textIn(pdf);
			for (const key of ['title', 'for', 'care']) expect(text).toContain(say(`copies.paper.${key}`));
			expect(text).toContain('Notre érable près du lac');
			const scan = scanOf(pdf, 'gray');
			expect(decodedByZbar(scan)).toBe('Envol copy: Notre erable pres du lac');
			expect(decodedByApp(scan)).toBe('Envol copy: Notre erable pres du lac');
		}
	);
}
