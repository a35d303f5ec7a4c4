import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { camerasOf, pretendCamera } from './camera.ts';
import { cleaned, photoOf, refused, vector } from './codes.ts';
import { wear } from './empty-pages.ts';
import { expect, test, testOffline } from './fixtures.ts';
import { awake, beginWith, rowsOf, status, step, steps, undo, visit } from './person.ts';
import { kept } from './worker.ts';
import { only, wordsOf, type Lang } from './words.ts';

const first = vector('the ready-made list First steps');
const full = vector('an activity, ideas, agreements');
const own = vector('own words, every text');

async function arrive(page: Page, lang: Lang, payload: string): Promise<void> {
	await visit(page, `/${lang}/receive/#${payload}`);
}

function line(page: Page, words: string): Locator {
	return page.getByRole('group', { name: words });
}

/** Is anything of the person's kept in this browser? */
async function isNothingKept(page: Page): Promise<boolean> {
	const names = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
	return names.length === 0 || (await rowsOf(page, 'steps')).length === 0;
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);
	const yesToAll = (page: Page) => page.getByRole('button', { name: say('receive.preview.yesToAll') });
	const put = (page: Page) => page.getByRole('button', { name: say('receive.put') });
	const answer = (page: Page, words: string, kind: string) =>
		line(page, words).getByRole('radio', { name: say(`receive.answers.${kind}`), exact: true });
	const preview = (page: Page) => page.getByRole('heading', { name: say('receive.preview.title') });
	const item = (id: string) => say(`habits.items.${id}`);
	const curtains = item('hyg-wake-open-curtains-turn-light');
	const eat = item('hyg-eat-eat-something-morning');

	test.describe(`receiving a plan, ${lang}`, () => {
		test('a link opened on a new phone gives the plan of the sheet, once the person says so', async ({
			page
		}) => {
			await arrive(page, lang, first.deflated);
			await expect(preview(page)).toBeFocused();
			expect(page.url()).not.toContain('#');
			expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
			await expect(page.getByRole('group', { name: curtains })).toBeVisible();
			expect(await isNothingKept(page)).toBe(true);
			await yesToAll(page).click();
			await expect(put(page)).toBeFocused();
			expect(await isNothingKept(page)).toBe(true);
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(status(page, lang)).toContainText(say('receive.status.done'));
			const received = await steps(page).evaluateAll((all) => all.length);
			expect(received).toBeGreaterThan(3);
			// the ready-made list of the same name is the same plan
			const there = (await rowsOf(page, 'steps')) as { item: string }[];
			expect(there.map((row) => row.item)).toContain('hyg-wake-open-curtains-turn-light');
			await undo(page, lang);
			await expect(page.getByRole('heading', { name: say('today.empty.title') })).toBeVisible();
		});

		test('each line has four answers, and each answer is heard', async ({ page }) => {
			await arrive(page, lang, first.stored);
			await expect(preview(page)).toBeVisible();
			const titles = await page.getByRole('group').locator('legend .title').allTextContents();
			const [a, b, c, d] = titles as [string, string, string, string];
			await put(page).click();
			await expect(page.getByRole('alert').filter({ hasText: say('receive.answerFirst') })).toBeVisible();
			expect(await isNothingKept(page)).toBe(true);
			await answer(page, a, 'yes').check();
			await answer(page, b, 'smaller').check();
			await line(page, b).getByLabel(say('receive.answers.smallerLabel')).fill('deux bouchées');
			await answer(page, c, 'not-now').check();
			await answer(page, d, 'own').check();
			await line(page, d).getByLabel(say('receive.answers.ownLabel')).fill('Flatter le chat');
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(step(page, a)).toBeVisible();
			await expect(page.getByText(say('today.tinyWay', { tiny: 'deux bouchées' }))).toBeVisible();
			await expect(step(page, 'Flatter le chat')).toBeVisible();
			await expect(step(page, c)).toHaveCount(0);
			await expect(step(page, d)).toHaveCount(0);
			await visit(page, `/${lang}/prescription/`);
			const away = page.getByRole('region', { name: say('prescription.putAwayTitle') });
			await expect(away.getByText(c, { exact: true })).toBeVisible();
			await away.getByRole('button', { name: c }).click();
			await expect(status(page, lang)).not.toBeEmpty();
			await visit(page, `/${lang}/today/`);
			await expect(step(page, c)).toBeVisible();
		});

		test('what goes with the steps is shown as text, kept if wanted, and found on My plan', async ({
			page
		}) => {
			await arrive(page, lang, full.deflated);
			const extras = page.getByRole('region', { name: say('receive.extras.title') });
			for (const words of ['We walk together on Sunday', 'Call Sam', 'I stop knitting'])
				await expect(extras.getByText(words)).toBeVisible();
			await expect(extras.getByRole('link')).toHaveCount(0);
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			const walk = say('activities.items.phy-walk-around-block-own-pace').replace(/\.$/, '');
			await expect(step(page, walk)).toBeVisible();
			for (const where of ['today', 'prescription', 'plan']) {
				await visit(page, `/${lang}/${where}/`);
				await expect(page.getByRole('main').getByText(walk).first()).toBeVisible();
				await expect(page.getByText('activities.items')).toHaveCount(0);
			}
			await visit(page, `/${lang}/plan/agreements/`);
			const agreed = page.getByRole('region', { name: say('plan.agreed.title') });
			await expect(agreed.getByText('We call back the same day')).toBeVisible();
			await expect(agreed.getByText(/2026/).first()).toBeVisible();
			await agreed.getByRole('button', { name: say('plan.agreed.letGo') }).click();
			await expect(agreed).toHaveCount(0);
			await undo(page, lang);
			await expect(agreed).toBeVisible();
		});

		test('what goes with the steps can be left out', async ({ page }) => {
			await arrive(page, lang, full.stored);
			await page.getByRole('checkbox', { name: say('receive.extras.keep') }).uncheck();
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await visit(page, `/${lang}/plan/agreements/`);
			await expect(page.getByText(say('my-plan.paper.print'))).toBeVisible();
			await expect(page.getByRole('region', { name: say('plan.agreed.title') })).toHaveCount(0);
		});

		test('beside a plan that is there: nothing is doubled, and undo takes it back', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			const before = await steps(page).count();
			await arrive(page, lang, own.deflated);
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect.poll(async () => ((await rowsOf(page, 'steps')) as object[]).length).toBe(before + 1);
			await undo(page, lang);
			await expect.poll(async () => ((await rowsOf(page, 'steps')) as object[]).length).toBe(before);
			await arrive(page, lang, first.deflated);
			await expect(line(page, eat).getByText(say('receive.preview.already'))).toBeVisible();
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			expect((await rowsOf(page, 'steps')).length).toBe(before);
		});

		test('in place of the plan of today: old steps are put away, with their history', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			await steps(page).first().check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			const before = await steps(page).count();
			await arrive(page, lang, own.stored);
			await page.getByRole('radio', { name: say('receive.way.replace') }).check();
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(steps(page)).toHaveCount(0);
			await expect(page.getByText('Souper avec Maëlle')).toBeVisible();
			await undo(page, lang);
			await expect(steps(page)).toHaveCount(before);
			await expect(steps(page).first()).toBeChecked();
		});

		test('a link opened while the page is there takes the place of what was open', async ({ page }) => {
			await visit(page, `/${lang}/receive/`);
			await page.evaluate((payload) => (location.hash = payload), own.stored);
			await expect(page.getByRole('group', { name: 'Souper avec Maëlle' })).toBeVisible();
			expect(page.url()).not.toContain('#');
			await page.evaluate((payload) => (location.hash = payload), first.stored);
			await expect(page.getByRole('group', { name: curtains })).toBeVisible();
			await page.getByRole('button', { name: say('receive.leave') }).click();
			await expect(page.getByLabel(say('receive.ways.textLabel'))).toBeVisible();
			expect(await isNothingKept(page)).toBe(true);
		});

		test('a short code is typed, a link is pasted', async ({ page }) => {
			await visit(page, `/${lang}/today/`);
			await page.getByRole('link', { name: say('today.empty.scan') }).click();
			const field = page.getByLabel(say('receive.ways.textLabel'));
			const open = page.getByRole('button', { name: say('receive.ways.open'), exact: true });
			await open.click();
			await expect(page.getByText(say('receive.ways.textEmpty'))).toBeVisible();
			await field.fill(first.typed!.toLowerCase().replaceAll('-', ' '));
			await open.click();
			await expect(page.getByRole('group', { name: curtains })).toBeVisible();
			await page.getByRole('button', { name: say('receive.leave') }).click();
			await field.fill(first.typed!.replace(/.$/, (char) => (char === 'Z' ? 'Y' : 'Z')));
			await field.press('Enter');
			await expect(page.getByText(say('receive.trouble.damaged'))).toBeVisible();
			await field.fill(`https://a-clinic.example/${lang}/receive/#${own.deflated}`);
			await open.click();
			await expect(page.getByRole('group', { name: 'Souper avec Maëlle' })).toBeVisible();
		});

		test('a damaged code and a newer one are said kindly, and change nothing', async ({ page }) => {
			await visit(page, `/${lang}/receive/`);
			for (const { payload, trouble } of refused) {
				await page.evaluate((hash) => (location.hash = hash), payload);
				const message = say(`receive.trouble.${trouble === 'newer' ? 'newer' : 'damaged'}`);
				await expect(page.getByText(message)).toBeVisible();
			}
			expect(page.url()).not.toContain('#');
			expect(await isNothingKept(page)).toBe(true);
		});

		test('a code made to do harm is words on a page, and never reaches Help', async ({ page }) => {
			for (const { payload, words } of cleaned) {
				await arrive(page, lang, payload);
				await page.reload();
				await arrive(page, lang, payload);
				const harmful = page.getByRole('group', { name: words });
				await expect(harmful).toBeVisible();
				await expect(harmful.locator(`a:not([href="/${lang}/help/"]), img, script`)).toHaveCount(0);
			}
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(page.getByRole('main').locator('a[href^="tel"], a[href^="java"]')).toHaveCount(0);
			await page.goto(`/${lang}/help/`);
			await expect(page.getByText('9005550199')).toHaveCount(0);
		});

		test('a photo of the sheet is read, held straight or turned', async ({ page }) => {
			await visit(page, `/${lang}/receive/`);
			const link = `https://envol.example/${lang}/receive/#${full.deflated}`;
			for (const degrees of [0, 30, 90, 200]) {
				await page
					.locator('input[type=file]')
					.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photoOf(link, degrees) });
				await expect(preview(page)).toBeVisible();
				await page.getByRole('button', { name: say('receive.leave') }).click();
			}
			const file = { name: 'photo.png', mimeType: 'image/png' };
			await page
				.locator('input[type=file]')
				.setInputFiles({ ...file, buffer: photoOf('WIFI:T:WPA;S:home;;') });
			await expect(page.getByText(say('receive.trouble.damaged'))).toBeVisible();
			await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('no picture') });
			await expect(page.getByText(say('receive.trouble.photo'))).toBeVisible();
			await page.locator('input[type=file]').setInputFiles({
				...file,
				buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 300 } })
			});
			await expect(page.getByText(say('receive.trouble.noCode'))).toBeVisible();
		});

		test('where there is no camera, none is offered', async ({ page }) => {
			await page.addInitScript(() => {
				navigator.mediaDevices.enumerateDevices = async () => [];
			});
			await visit(page, `/${lang}/receive/`);
			await expect(page.getByLabel(say('receive.ways.textLabel'))).toBeVisible();
			await expect(page.getByRole('button', { name: say('receive.ways.camera') })).toHaveCount(0);
		});

		test('the camera starts on a tap alone, reads the code, and stops', async ({ page }) => {
			await pretendCamera(page, [photoOf(`https://envol.example/${lang}/receive/#${own.deflated}`)]);
			await visit(page, `/${lang}/receive/`);
			await expect(page.getByRole('button', { name: say('receive.ways.camera') })).toBeVisible();
			expect(await camerasOf(page)).toEqual([]);
			await page.getByRole('button', { name: say('receive.ways.camera') }).click();
			await expect(page.getByRole('group', { name: 'Souper avec Maëlle' })).toBeVisible();
			expect(await camerasOf(page)).toEqual(['ended']);
		});

		test('a camera that the person refuses leaves the other ways', async ({ page }) => {
			await page.addInitScript(() => {
				navigator.mediaDevices.enumerateDevices = async () =>
					[{ kind: 'videoinput' }] as unknown as MediaDeviceInfo[];
				navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
			});
			await visit(page, `/${lang}/receive/`);
			await page.getByRole('button', { name: say('receive.ways.camera') }).click();
			await expect(page.getByText(say('receive.camera.denied'))).toBeVisible();
			await expect(page.getByLabel(say('receive.ways.textLabel'))).toBeVisible();
		});

		test('the preview is there for every eye, hand and ear, in each look', async ({ page }) => {
			await page.addInitScript(() =>
				localStorage.setItem('envol.preferences', JSON.stringify({ motion: 'reduced', at: 1 }))
			);
			await page.setViewportSize({ width: 360, height: 740 });
			await beginWith(page, lang, 'first-steps');
			await arrive(page, lang, full.deflated);
			await page.getByRole('group').first().getByRole('radio').nth(1).check();
			await page.getByRole('group').nth(1).getByRole('radio').nth(3).check();
			for (const look of ['light', 'dark', 'contrast'] as const) {
				await wear(page, look);
				expect(await barriers(page, look, { onlyColours: look !== 'light' })).toEqual([]);
			}
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
		});

		test('in a tab of an iPhone: first the home screen, and nothing is in the way', async ({
			anotherContext
		}) => {
			const context = await anotherContext({
				userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1'
			});
			const page = await context.newPage();
			await arrive(page, lang, first.deflated);
			await expect(page.getByRole('heading', { name: say('receive.apple.title') })).toBeVisible();
			await expect(page.getByRole('link', { name: say('receive.apple.how') })).toBeVisible();
			await yesToAll(page).click();
			await put(page).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
		});
	});

	testOffline(`a plan is received with no network, ${lang}`, async ({ page, context }) => {
		await visit(page, `/${lang}/receive/`);
		await kept(page);
		await context.setOffline(true);
		await page.reload();
		await awake(page);
		await page.locator('input[type=file]').setInputFiles({
			name: 'a.png',
			mimeType: 'image/png',
			buffer: photoOf(`https://envol.example/${lang}/receive/#${full.deflated}`)
		});
		await yesToAll(page).click();
		await put(page).click();
		await expect(page).toHaveURL(`/${lang}/today/`);
		const walk = say('activities.items.phy-walk-around-block-own-pace').replace(/\.$/, '');
		await expect(step(page, walk)).toBeVisible();
	});
}
