import type { Page } from '@playwright/test';
import { expect, inBoth, onlyIn, test } from './fixtures.ts';
import { awake, rowsOf, status, undo, visit } from './person.ts';
import { langs, wordsOf, type Lang } from './words.ts';

const marker = 'Zyxwvut';

/** Opens a folded part of the form. */
async function unfold(page: Page, title: string): Promise<void> {
	await page.locator('summary').filter({ hasText: title }).click();
}

function rows(page: Page) {
	return page.getByRole('main').locator('ol > li');
}

async function begin(page: Page, lang: Lang, preset: 'first-steps' | 'sleep' | 'flower' = 'first-steps') {
	await page.getByRole('button', { name: wordsOf(lang)(`prescribe.start.${preset}`), exact: true }).click();
	await expect(rows(page)).not.toHaveCount(0);
}

/** The link of the sheet as it is now. */
async function linkOf(page: Page, lang: Lang): Promise<string> {
	const say = wordsOf(lang);
	await page.getByRole('button', { name: say('prescribe.out.code') }).click();
	const link = await page
		.getByRole('dialog')
		.getByLabel(say('sheet-tools.code.link'), { exact: true })
		.inputValue();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: say('sheet-tools.code.close') })
		.click();
	return link;
}

/** Everything this browser keeps for the site, as one text. */
function keptBy(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const kept: string[] = [
			JSON.stringify({ ...localStorage }),
			JSON.stringify({ ...sessionStorage }),
			document.cookie,
			location.href,
			JSON.stringify(history.state)
		];
		for (const { name } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name!);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error!);
			});
			for (const store of db.objectStoreNames) {
				const all = db.transaction(store).objectStore(store).getAll();
				await new Promise((resolve) => (all.onsuccess = resolve));
				kept.push(JSON.stringify(all.result));
			}
			db.close();
		}
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				kept.push(request.url, await (await cache.match(request))!.text());
		}
		return kept.join('\n');
	});
}

/** Writes the marker into every field there is. */
async function writeEverywhere(page: Page, lang: Lang): Promise<number> {
	const say = wordsOf(lang);
	await begin(page, lang);
	for (const part of ['renew', 'ideas', 'agreements', 'signs', 'foot'] as const)
		await unfold(page, say(`prescribe.${part}.title`));
	await rows(page).first().getByRole('button', { expanded: false }).last().click();
	const fields = page
		.getByRole('main')
		.locator('input:not([type=checkbox], [type=date], [type=file], [readonly])');
	// what each part brings is there
	await expect.poll(() => fields.count()).toBeGreaterThan(12);
	const count = await fields.count();
	for (let index = 0; index < count; index++) await fields.nth(index).fill(`${marker} ${index}`);
	await page.getByRole('button', { name: say('prescribe.add.addOwn'), exact: true }).click();
	await expect(page.getByRole('main')).toContainText(marker);
	return count;
}

for (const lang of langs) {
	const say = wordsOf(lang);

	test.describe(`a prescription made together, ${lang}`, () => {
		const test = onlyIn('fr', lang);
		test('a ready-made start is two actions away from the print dialog', async ({ page }) => {
			await page.addInitScript(() => {
				Object.assign(globalThis, { printed: 0 });
				globalThis.print = () => void ((globalThis as unknown as { printed: number }).printed += 1);
			});
			await visit(page, `/${lang}/prescribe/`);
			let actions = 0;
			for (const name of [say('prescribe.start.first-steps'), say('prescribe.out.print')]) {
				await page.getByRole('button', { name, exact: true }).click();
				actions += 1;
			}
			expect(actions).toBeLessThanOrEqual(5);
			await expect
				.poll(() => page.evaluate(() => (globalThis as unknown as { printed: number }).printed))
				.toBe(1);
		});

		test('a personal sheet takes few actions', async ({ page }, info) => {
			await visit(page, `/${lang}/prescribe/`);
			await page.evaluate(() => {
				globalThis.print = () => undefined;
			});
			const begun = Date.now();
			let actions = 0;
			const act = async (action: Promise<unknown>) => {
				await action;
				actions += 1;
			};
			const press = (name: string) => act(page.getByRole('button', { name, exact: true }).click());
			// a start, one line in own words with its time, one activity found, the day to look again, the team's telephone
			await press(say('prescribe.start.first-steps'));
			const first = (await rows(page).first().locator('b').textContent())!;
			await press(`${say('prescribe.rows.change')} , ${first}`);
			await act(page.getByLabel(say('prescribe.rows.own')).fill('Feed the cat / Nourrir le chat'));
			await act(rows(page).first().getByLabel(say('prescribe.rows.detail')).fill('8:30'));
			await act(page.getByLabel(say('prescribe.add.search')).fill(lang === 'en' ? 'song' : 'chanson'));
			await act(page.getByRole('main').locator('.rows button:has(span)').last().click());
			await press(say('prescribe.who.inWeeks', { weeks: 4 }));
			await act(unfold(page, say('prescribe.foot.title')));
			await act(page.getByLabel(say('prescribe.foot.phone')).fill('514 555-0123'));
			await press(say('prescribe.out.print'));
			info.annotations.push({ type: 'actions', description: `${actions} in ${Date.now() - begun} ms` });
			await expect(page.locator('.paper').first()).toContainText('514 555-0123');
			expect(actions).toBeLessThanOrEqual(10);
		});

		test('nothing that was typed is kept by the browser', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			expect(await writeEverywhere(page, lang)).toBeGreaterThan(12);
			await linkOf(page, lang);
			expect(await keptBy(page)).not.toContain(marker);
			// nor does the browser offer it again in any field
			const open = page.locator('main :is(input, select):not([autocomplete=off], [readonly], [type=file])');
			expect(await open.evaluateAll((fields) => fields.map((field) => field.outerHTML))).toEqual([]);
			await page.reload();
			await awake(page);
			await expect(page.getByRole('button', { name: say('prescribe.out.print') })).toBeVisible();
			expect(await page.content()).not.toContain(marker);
			await expect(rows(page)).toHaveCount(0);
		});

		test('who goes back to the page finds a blank form', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await writeEverywhere(page, lang);
			await page.goto(`/${lang}/help/`);
			await page.goBack();
			await awake(page);
			await expect(page.getByRole('button', { name: say('prescribe.out.print') })).toBeVisible();
			await expect(rows(page)).toHaveCount(0);
			expect(await page.content()).not.toContain(marker);
			const filled = await page
				.locator('main input:not([type=checkbox], [type=date], [type=file])')
				.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value).filter(Boolean));
			expect(filled).toEqual([]);
		});

		test('after a quarter of an hour without a word it asks, then clears', async ({ page }) => {
			await page.clock.install();
			await visit(page, `/${lang}/prescribe/`);
			await begin(page, lang);
			await page.clock.fastForward('14:10');
			await page.clock.runFor(2000);
			const question = page.getByRole('dialog', { name: say('sheet-tools.idle.title') });
			await expect(question).toBeVisible();
			await question.getByRole('button', { name: say('sheet-tools.idle.stay') }).click();
			await expect(question).toBeHidden();
			await page.clock.fastForward('10:00');
			await page.clock.runFor(2000);
			await expect(rows(page)).not.toHaveCount(0);
			await page.clock.fastForward('05:10');
			// the question stands for its whole minute
			await page.clock.runFor(62_000);
			await expect(rows(page)).toHaveCount(0);
			await expect(status(page, lang)).toContainText(say('prescribe.cleared'));
		});

		test('"Clear all" asks once, and leaves nothing', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await writeEverywhere(page, lang);
			await page.getByRole('button', { name: say('prescribe.out.clear'), exact: true }).click();
			await page.getByRole('button', { name: say('prescribe.out.clearYes') }).click();
			await expect(rows(page)).toHaveCount(0);
			expect(await page.content()).not.toContain(marker);
		});

		test('rows are switched off, moved, written in own words, taken out and put back', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await begin(page, lang);
			const first = (await rows(page).first().locator('b').textContent())!;
			const count = await rows(page).count();
			await rows(page).first().getByRole('checkbox').uncheck();
			await expect(page.getByRole('main')).toContainText(say('prescribe.rows.count', { count: count - 1 }));
			await page.getByRole('button', { name: say('prescribe.rows.down', { step: first }) }).click();
			await expect(rows(page).nth(1).locator('b')).toHaveText(first);
			await page.getByRole('button', { name: say('prescribe.rows.change') + ' , ' + first }).click();
			await page.getByLabel(say('prescribe.rows.own')).fill('Nourrir le chat 300 mg');
			await expect(rows(page).nth(1).locator('b')).toHaveText('Nourrir le chat 300 mg');
			await expect(rows(page).nth(1)).toContainText(say('sheet-tools.advice.dose'));
			await page
				.getByRole('button', { name: `${say('prescribe.rows.remove')}, Nourrir le chat 300 mg` })
				.click();
			await expect(rows(page)).toHaveCount(count - 1);
			await undo(page, lang);
			await expect(rows(page).nth(1).locator('b')).toHaveText('Nourrir le chat 300 mg');
		});

		inBoth('a search as one types finds steps and activities, and filters', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await page.getByLabel(say('prescribe.add.search')).fill(lang === 'en' ? 'walk' : 'MARCHE');
			const found = page.getByRole('button', {
				name: new RegExp(`^${say('prescribe.add.add', { step: '' }).trim().replace(/\s/g, '\\s')}`)
			});
			await expect(found).toHaveCount(8);
			await unfold(page, say('prescribe.add.narrow'));
			await page.getByRole('combobox', { name: say('prescribe.add.kind') }).selectOption('social');
			await expect(found.first()).toBeVisible();
			const fewer = await found.count();
			expect(fewer).toBeLessThan(8);
			const name = (await found.first().textContent())!.trim();
			await found.first().click();
			await expect(rows(page).filter({ hasText: name })).toHaveCount(1);
		});

		test('a code is opened again at the next visit, and the round trip is exact', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await begin(page, lang, 'flower');
			await unfold(page, say('prescribe.agreements.title'));
			await page
				.getByLabel(say('prescribe.agreements.line', { who: say('prescribe.agreements.team'), number: 1 }))
				.fill('Appeler mardi, à l’heure');
			await page.getByRole('button', { name: say('prescribe.who.inWeeks', { weeks: 4 }) }).click();
			const link = await linkOf(page, lang);
			const { hash } = new URL(link);
			expect(hash.length).toBeLessThan(900);
			await page.goto('about:blank');
			await visit(page, `/${lang}/prescribe/${hash}`);
			await expect(rows(page)).toHaveCount(6);
			expect(page.url()).not.toContain('#');
			expect(await linkOf(page, lang)).toBe(link);
		});

		test('the Tab key goes the way of the sheet, and reaches every control', async ({ page }) => {
			await visit(page, `/${lang}/prescribe/`);
			await begin(page, lang);
			const wanted = await page
				.locator('main :is(a[href], button, input, select, summary):visible:not(:disabled)')
				.count();
			await page.locator('main a').first().focus();
			let reached = 0;
			const back: string[] = [];
			for (let index = 0; index < wanted; index++) {
				// by their places as they are now: what is folded or told comes and goes
				const { isIn, turned } = await page.evaluate(() => {
					const held = globalThis as unknown as { before?: Element };
					const [from, at] = [held.before, document.activeElement!];
					const isIn = at.closest('main') !== null;
					if (isIn) held.before = at;
					const isBack =
						isIn && from?.isConnected && from.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING;
					return { isIn, turned: isBack ? at.outerHTML : '' };
				});
				if (isIn) reached += 1;
				if (turned) back.push(turned);
				await page.keyboard.press('Tab');
			}
			expect(back).toEqual([]);
			expect(reached).toBeGreaterThan(30);
		});

		test('with no storage, no worker, no clipboard and no camera it works all the same', async ({
			page,
			context
		}) => {
			await context.addInitScript(() => {
				Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
				for (const name of ['serviceWorker', 'clipboard', 'mediaDevices', 'storage'])
					Object.defineProperty(navigator, name, { value: undefined });
				for (const name of ['localStorage', 'sessionStorage'])
					Object.defineProperty(globalThis, name, {
						get: () => {
							throw new DOMException('not here', 'SecurityError');
						}
					});
			});
			await visit(page, `/${lang}/prescribe/`);
			await begin(page, lang);
			expect(await linkOf(page, lang)).toContain(`/${lang}/receive/#1`);
		});

		test('a person makes their own sheet with the same editor, and it is kept', async ({ page }) => {
			await visit(page, `/${lang}/sheet/`);
			await begin(page, lang);
			await unfold(page, say('prescribe.agreements.title'));
			await page
				.getByLabel(say('prescribe.agreements.line', { who: say('prescribe.agreements.me'), number: 1 }))
				.fill('Je marche');
			await expect(page.getByText(say('prescribe.out.saved'))).toBeVisible();
			expect(await rowsOf(page, 'steps')).toHaveLength(5);
			const first = (await rows(page).first().locator('b').textContent())!;
			await page.reload();
			await awake(page);
			await expect(rows(page)).toHaveCount(5);
			await unfold(page, say('prescribe.agreements.title'));
			await expect(
				page.getByLabel(say('prescribe.agreements.line', { who: say('prescribe.agreements.me'), number: 1 }))
			).toHaveValue('Je marche');
			// the sheet is the plan: what is switched off is put away
			await rows(page).first().getByRole('checkbox').uncheck();
			await expect(page.getByText(say('prescribe.out.saved'))).toBeVisible();
			await visit(page, `/${lang}/prescription/`);
			await expect(page.getByRole('region', { name: say('prescription.mine') })).not.toContainText(first);
			await expect(page.getByText(say('prescription.putAwayTitle')).first()).toBeVisible();
		});
	});
}
