import type { Page, TestInfo } from '@playwright/test';
import { habitIds } from '../../src/lib/domain/habit.ts';
import { expect, test as appTest } from './fixtures.ts';
import { asPrinted, troublesOnPaper } from './paper-boxes.ts';
import { draw, longest, petals, test, twelve, type Wanted } from './paper-page.ts';
import {
	decodedByApp,
	decodedByZbar,
	keep,
	missingTools,
	pagesIn,
	scanOf,
	shadesOf,
	textIn
} from './paper-tools.ts';
import { visit } from './person.ts';
import { langs, say } from './words.ts';

test.skip(
	missingTools.length > 0,
	`not on this machine: ${missingTools.join(', ')} (poppler-utils, zbar-tools)`
);

const papers = ['Letter', 'A4'] as const;

async function printed(page: Page, info: TestInfo, format: (typeof papers)[number] = 'Letter') {
	return keep(info.outputPath(`${format}.pdf`), await page.pdf({ format }));
}

async function printsOnOnePage(page: Page, info: TestInfo, wanted: Wanted): Promise<void> {
	const { fit } = await draw(page, wanted);
	// the steps of a wallet card may take two
	expect({ ...fit, cards: undefined }).toEqual({ pages: 1, overMm: 0 });
	for (const format of papers) expect(pagesIn(await printed(page, info, format)), format).toBe(1);
}

for (const lang of langs) {
	test(`twelve steps, their ideas, the code and help stand on one page, ${lang}`, async ({ page }, info) => {
		await printsOnOnePage(page, info, { ids: twelve, langs: lang });
		const text = textIn(await printed(page, info));
		expect(text).toContain(say(lang, 'sheet.paper.title'));
		expect(text).toContain(say(lang, 'habits.items.hyg-sleep-go-bed-when-feel-sleepy'));
		for (const number of ['9-1-1', '1 866 APPELLE', '535353', '9-8-8', '514-555-0123'])
			expect(text).toContain(number);
		expect(text).not.toContain('Not on paper');
		await printsOnOnePage(page, info, { ids: longest, langs: lang });
	});

	test(`nine steps in large print stand on one page, ${lang}`, async ({ page }, info) => {
		await printsOnOnePage(page, info, { ids: twelve.slice(0, 9), langs: lang, layout: 'large' });
		await printsOnOnePage(page, info, { ids: longest.slice(0, 9), langs: lang, layout: 'large' });
	});

	test(`the flower stands on one page, empty or full, ${lang}`, async ({ page }, info) => {
		for (const ids of [petals, [], twelve])
			await printsOnOnePage(page, info, { ids, langs: lang, layout: 'flower' });
	});

	test(`wallet cards and the grids of a week and a month stand on one page, ${lang}`, async ({
		page
	}, info) => {
		for (const kind of ['wallet', 'week', 'month'] as const)
			await printsOnOnePage(page, info, { ids: twelve, langs: lang, kind });
	});

	test(`each habit has its page, ${lang}`, async ({ page }, info) => {
		for (const id of habitIds) {
			await printsOnOnePage(page, info, { ids: twelve, langs: lang, kind: `habit-${id}` });
			expect(textIn(await printed(page, info))).toContain(say(lang, `habits.habits.${id}.why`));
		}
	});
}

for (const both of ['en-fr', 'fr-en'] as const)
	test(`nine steps in two languages stand on one page, ${both}`, async ({ page }, info) => {
		for (const ids of [twelve, longest])
			await printsOnOnePage(page, info, { ids: ids.slice(0, 9), langs: both });
		await printsOnOnePage(page, info, { ids: petals, langs: both, layout: 'flower' });
		for (const kind of ['wallet', 'week', 'month'] as const)
			await printsOnOnePage(page, info, { ids: twelve.slice(0, 9), langs: both, kind });
	});

test('the steps of a wallet card stay in their panel or go on on another card, or the screen says by how much they pass', async ({
	page
}) => {
	const wide = 'W'.repeat(60);
	const long = 'Prendre l’autobus 80 jusqu’au local, avec Geneviève ou seul..';
	const fits: object[] = [];
	for (const langs of ['fr', 'en-fr'] as const)
		for (const words of ['Marcher', long, wide])
			for (const count of [1, 4, 7, 10, 12, 20]) {
				const what = `${count} ${words.slice(0, 7)}, ${langs}`;
				const own = Array.from({ length: count }, (_, at) => `${at} ${words}`.slice(0, 60));
				const { fit } = await draw(page, {
					ids: twelve.slice(0, 1),
					own: own.slice(1),
					langs,
					kind: 'wallet'
				});
				const cards = await page.locator('.card-to-cut').evaluateAll((all) =>
					all.map((card) => ({
						mm: ((card as HTMLElement).offsetHeight * 25.4) / 96,
						steps: card.querySelectorAll('.steps li').length
					}))
				);
				const steps = cards.map((card) => card.steps);
				if (fit!.cards)
					expect(
						steps.reduce((sum, each) => sum + each, 0),
						what
					).toBe(count);
				else expect(steps, what).toEqual([count, count]);
				const highest = Math.max(...cards.map(({ mm }) => mm));
				expect(Math.max(0, Math.ceil(highest - 115.1)), what).toBe(fit!.overCardMm ?? 0);
				if (words !== wide)
					expect(fit, what).toMatchObject({ pages: Math.ceil(cards.length / 2), overMm: 0 });
				if (words !== wide) expect(fit!.overCardMm, what).toBeUndefined();
				fits.push(fit!);
			}
	expect(fits).toContainEqual({ pages: 1, overMm: 0, cards: 2 });
	expect(fits.some((fit) => 'overCardMm' in fit)).toBe(true);
});

test('few steps are large in a week and a month, on one page, and no word is laid over another', async ({
	page
}) => {
	await asPrinted(page);
	for (const kind of ['week', 'month'] as const)
		for (const langs of ['fr', 'fr-en'] as const)
			for (const count of [1, 3, 5, 8]) {
				const { fit } = await draw(page, { ids: longest.slice(0, count), langs, kind });
				expect(fit, `${count}, ${kind}, ${langs}`).toEqual({ pages: 1, overMm: 0 });
				expect(await troublesOnPaper(page, { paper: '.paper', smallest: 10 })).toEqual([]);
			}
	await draw(page, { ids: twelve.slice(0, 2), langs: 'fr', kind: 'week' });
	await expect(page.locator('.paper .what').first()).toHaveCSS('font-size', /^26\.6/);
});

test('in two languages a blank pad with the line of a clinic takes one page, and so do four steps in large print', async ({
	page
}) => {
	const paper = { clinic: 'CLSC du Vieux-Port, 12, rue de l’Église, Québec', teamPhone: '514-555-0123' };
	const langs = 'fr-en';
	const ideas = { physical: [], social: [], mental: [] };
	for (const kind of ['pad-pictures', 'pad-list', 'pad-flower', 'pad-week', 'pad-crisis'] as const)
		expect((await draw(page, { ids: [], langs, kind, paper })).fit, kind).toEqual({ pages: 1, overMm: 0 });
	// the empty boxes for ideas make way
	const large = await draw(page, { ids: twelve.slice(0, 4), langs, ideas, layout: 'large', paper });
	expect(large.fit).toEqual({ pages: 1, overMm: 0 });
	await expect(page.locator('.paper .ideas')).toBeHidden();
	await draw(page, { ids: twelve.slice(0, 2), langs, ideas, layout: 'large', paper });
	await expect(page.locator('.paper .ideas')).toBeVisible();
});

test('with the line of a clinic every sheet has lines to sign on, where they take no further page', async ({
	page
}) => {
	const paper = { clinic: 'CLSC du Vieux-Port, 12, rue de l’Église, Québec', region: 'CA-QC' };
	const signing = page.locator('.paper .signing');
	for (const [what, wanted] of Object.entries({
		list: { ids: twelve.slice(0, 8) },
		'large print': { ids: twelve.slice(0, 5), layout: 'large' },
		flower: { ids: petals, layout: 'flower' }
	} satisfies Record<string, Wanted>)) {
		expect((await draw(page, { ...wanted, langs: 'fr', paper })).fit, what).toEqual({ pages: 1, overMm: 0 });
		await expect(signing, what).toBeVisible();
		await draw(page, { ...wanted, langs: 'fr' });
		await expect(signing, what).toHaveCount(0);
	}
	const full = await draw(page, { ids: longest, langs: 'fr', paper });
	expect(full.fit).toEqual({ pages: 1, overMm: 0 });
	await expect(signing).toBeHidden();
});

test('a sheet that is too long says so, and prints whole on a second page', async ({ page }, info) => {
	const ids = [...twelve, ...longest.slice(1, 8)];
	const { fit } = await draw(page, { ids, langs: 'fr' });
	expect(fit?.pages).toBe(2);
	expect(fit?.overMm).toBeGreaterThan(5);
	const pdf = await printed(page, info);
	expect(pagesIn(pdf)).toBe(2);
	const text = textIn(pdf);
	for (const id of ids.filter((each) => each.startsWith('hyg-')))
		expect(text).toContain(say('fr', `habits.items.${id}`).split(/\s/).slice(0, 3).join(' '));
});

test('the code is read back from paper by two decoders, grey or black and white', async ({ page }, info) => {
	const own = [
		'Nourrir le chat avant de partir',
		'Écrire à ma sœur à Chicoutimi',
		'Sortir les poubelles le jeudi'
	];
	for (const wanted of [
		{ ids: twelve, own, langs: 'fr' },
		{ ids: petals, langs: 'en-fr', layout: 'flower' },
		{ ids: twelve, langs: 'en', kind: 'wallet' }
	] satisfies Wanted[])
		for (const format of papers) {
			const { link } = await draw(page, wanted);
			const pdf = await printed(page, info, format);
			for (const ink of ['gray', 'mono'] as const) {
				const scan = scanOf(pdf, ink);
				expect(decodedByApp(scan)).toBe(link);
				expect(new Set(decodedByZbar(scan).split('\n'))).toEqual(new Set([link]));
			}
		}
});

test('every rule is thick enough for a copier', async ({ page }, info) => {
	await draw(page, { ids: twelve });
	const dpi = 600;
	const { width, shades } = shadesOf(scanOf(await printed(page, info), 'gray', dpi));
	const at = (mm: number) => Math.round((mm / 25.4) * dpi);
	// down the steps, between the drawings and the words, where only rules stand
	const x = at(22.8);
	const thick: number[] = [];
	let run = 0;
	for (let y = at(40); y < at(185); y++) {
		if (shades[y * width + x]! < 128) run += 1;
		else if (run > 0) {
			thick.push((run / dpi) * 25.4);
			run = 0;
		}
	}
	expect(thick.length).toBeGreaterThan(9);
	expect(Math.min(...thick)).toBeGreaterThan(0.27);
});

test('on screen the sheet is white paper in the dark too, and never wider than a small phone', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.emulateMedia({ colorScheme: 'dark' });
	await draw(page, { ids: twelve });
	const paper = page.locator('.paper');
	await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	const box = await page.locator('.frame').boundingBox();
	expect(box!.height / box!.width).toBeGreaterThan(1.2);
	expect(box!.height / box!.width).toBeLessThan(1.5);
});

appTest('printing the page where a sheet is written prints the sheet alone', async ({ page }, info) => {
	appTest.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
	// twelve steps as the catalogue has them, typed
	await visit(page, '/en/prescribe/#1000-30D0-F0Z1-21EG-RJZ1-V2F2-D0C');
	await expect(page.locator('.paper')).toContainText(say('en', 'sheet.paper.title'));
	const text = textIn(await printed(page, info));
	expect(text).toContain(say('en', 'sheet.paper.title'));
	expect(text).not.toContain(say('en', 'shell.banner.lead'));
	expect(text).not.toContain(say('en', 'prescribe.title'));
	expect(text).not.toContain(say('en', 'shell.nav.plan'));
	// on a wallet card in French they take two
	await page.getByLabel(say('en', 'prescribe.start.langs')).selectOption('fr');
	await page.getByLabel(say('en', 'prescribe.out.what')).selectOption('wallet');
	await expect(page.getByText(say('en', 'prescribe.out.cards', { cards: 2 }))).toBeVisible();
});
