import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { reviewedHrefs } from '../support/reviewed-help-numbers.ts';
import { expect, test } from './fixtures.ts';
import { visit } from './person.ts';
import { langs, wordsOf, type Lang } from './words.ts';

async function openAll(page: Page): Promise<void> {
	await page
		.locator('details')
		.evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
}

/** Every telephone, text and web address on the page. */
async function hrefsOf(page: Page): Promise<Set<string>> {
	const all = await page
		.locator('a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	return new Set(all.filter((href) => !href.startsWith('/') && !href.startsWith('#')));
}

/** Numbers broken over two lines, among all that a finger can tap. */
async function brokenNumbers(page: Page): Promise<string[]> {
	return page.locator('a[href^="tel:"]:visible, a[href^="sms:"]:visible').evaluateAll((links) =>
		links.flatMap((link) => {
			const broken: string[] = [];
			const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				for (const match of (node.textContent ?? '').matchAll(/\d[\d\s().-]*\d/g)) {
					const range = document.createRange();
					range.setStart(node, match.index);
					range.setEnd(node, match.index + match[0].length);
					const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
					if (lines.size > 1) broken.push(match[0]);
				}
			return broken;
		})
	);
}

test('K3 every number in every built page is on the reviewed list, retired ones on none', () => {
	const reviewed = new Set([...reviewedHrefs('en'), ...reviewedHrefs('fr')]);
	const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => `build/${file}`);
	expect(pages.length).toBeGreaterThan(24);
	for (const file of pages) {
		const html = readFileSync(file, 'utf8');
		const hrefs = [...html.matchAll(/href="((?:tel|sms):[^"]*)"/g)].map(([, href]) =>
			href!.replaceAll('&amp;', '&')
		);
		expect(hrefs, file).toContain('tel:911');
		expect(hrefs, file).toContain('tel:988');
		expect(hrefs, file).toContain('sms:988');
		expect(
			hrefs.filter((href) => !reviewed.has(href)),
			file
		).toEqual([]);
		expect(html, file).not.toMatch(/741741|45645|1-833-456-4566|1-866-585-0445|1-800-667-5005/);
	}
});

for (const lang of langs) {
	const say = wordsOf(lang);
	const banner = (page: Page) => page.getByRole('complementary', { name: say('shell.banner.label') });

	test.describe(`help, ${lang}`, () => {
		test('K3 every link is on the reviewed list, and every reviewed number is on the page', async ({
			page
		}) => {
			await visit(page, `/${lang}/help/`);
			expect([...(await hrefsOf(page))].sort()).toEqual([...reviewedHrefs(lang)].sort());
			for (const region of ['CA-QC', 'CA-ON', 'CA-NU', 'US', 'GB', 'FR', 'WORLD']) {
				await page.getByLabel(say('help.all.where')).selectOption(region);
				// the page may come anew for another country
				await expect(async () => {
					await expect(page.locator('html[data-ready]')).toHaveAttribute('data-region', region);
					const unknown = [...(await hrefsOf(page))].filter((href) => !reviewedHrefs(lang).has(href));
					expect(unknown, region).toEqual([]);
				}).toPass();
			}
		});

		test('a number never breaks over two lines, on a narrow screen nor with very big text', async ({
			page
		}) => {
			await page.setViewportSize({ width: 320, height: 568 });
			await visit(page, `/${lang}/help/`);
			await openAll(page);
			expect(await brokenNumbers(page)).toEqual([]);
			await page.evaluate(() => (document.documentElement.dataset.text = '200'));
			expect(await brokenNumbers(page)).toEqual([]);
		});

		test('the place a person lives in comes first, and stays', async ({ page }) => {
			await visit(page, `/${lang}/help/`);
			const urgent = page.getByRole('region', { name: say('help.urgent.title') });
			await expect(urgent.locator('a[href="tel:988"]')).toBeVisible();
			// Quebec's own are folded below, with their numbers in the fold's words
			const ofQuebec = urgent.getByText(say('help.urgent.quebec'), { exact: true });
			await expect(ofQuebec).toContainText('1 866 APPELLE');
			await ofQuebec.click();
			await expect(urgent.locator('a[href="tel:+18662773553"]')).toBeVisible();
			await page.getByLabel(say('help.all.where')).selectOption('CA-QC');
			const top = async (href: string) => (await urgent.locator(`a[href="${href}"]`).boundingBox())!.y;
			expect(await top('tel:+18662773553')).toBeLessThan(await top('tel:988'));
			await page.getByLabel(say('help.all.where')).selectOption('CA-ON');
			await expect(urgent.locator('a[href="tel:+18662773553"]')).toBeHidden();
			await page.getByLabel(say('help.all.where')).selectOption('FR');
			const numbers = page.locator('main a[href^="tel:"]:visible');
			for (const again of [false, true]) {
				if (again) await page.reload();
				await expect(numbers.first()).toHaveAttribute('href', 'tel:112');
				await expect(numbers.nth(2)).toHaveAttribute('href', 'tel:3114');
				await expect(banner(page).locator('a[href="tel:3114"]')).toBeVisible();
			}
			await visit(page, `/${lang}/today/`);
			await expect(banner(page).locator('a[href="tel:3114"]')).toBeVisible();
			// and when it is not said any more, the first ones come back
			await visit(page, `/${lang}/help/`);
			await page.getByLabel(say('help.all.where')).selectOption('');
			await expect(urgent.locator('a[href="tel:988"]')).toBeVisible();
			await expect(banner(page).locator('a[href="tel:988"]:visible')).toHaveCount(1);
		});

		test('a number can be copied on a computer', async ({ page, context }) => {
			await context.grantPermissions(['clipboard-read', 'clipboard-write']);
			await visit(page, `/${lang}/help/`);
			const copy = page.getByRole('button', { name: new RegExp(`^${say('help.copy')}\\s*9-8-8`) }).first();
			await copy.click();
			await expect(page.getByText(say('help.copied')).first()).toBeVisible();
			expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('9-8-8');
		});

		test('while waiting: a calm line at a time, slow breaths, the room', async ({ page }) => {
			await page.clock.install();
			await visit(page, `/${lang}/help/`);
			const wait = page.getByRole('region', { name: say('help.wait.title') });
			const line = wait.locator('.card').first();
			const seen = new Set<string>();
			for (let times = 0; times < 3; times += 1) {
				seen.add(await line.innerText());
				await wait.getByRole('button', { name: say('help.wait.another') }).click();
			}
			expect(seen.size).toBe(3);
			await wait.getByText(say('help.breathe.title')).click();
			await wait.getByRole('button', { name: say('help.breathe.start') }).click();
			await expect(wait.getByText(say('help.breathe.in'), { exact: true })).toBeVisible();
			await page.clock.runFor(4500);
			await expect(wait.getByText(say('help.breathe.out'), { exact: true })).toBeVisible();
			await page.clock.runFor(6000);
			await expect(wait.getByText(say('help.breathe.in'), { exact: true })).toBeVisible();
			await wait.getByRole('button', { name: say('help.breathe.stop') }).click();
			await expect(wait.getByRole('button', { name: say('help.breathe.start') })).toBeVisible();
			await wait.getByText(say('help.ground.title')).click();
			await expect(wait.getByText(say('help.ground.see'))).toBeVisible();
		});

		test('prints on one page, Letter or A4: help in the upper half, and a wallet card', async ({
			page
		}, info) => {
			await visit(page, `/${lang}/help/`);
			await openAll(page);
			const printed: [format: string, heightPt: number, pdf: Buffer][] = [
				['Letter', 792, await page.pdf({ format: 'Letter', preferCSSPageSize: true })],
				['A4', 842, await page.pdf({ format: 'A4', preferCSSPageSize: true })]
			];
			for (const [format, , pdf] of printed)
				expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);

			await page.emulateMedia({ media: 'print' });
			const card = await page.getByRole('region', { name: say('help.wallet.title') }).boundingBox();
			const mm = 96 / 25.4;
			expect(card!.width / mm).toBeCloseTo(85, 0);
			expect(card!.height / mm).toBeCloseTo(54, 0);

			if (!existsSync('/usr/bin/pdftotext')) {
				console.log('pdftotext was not found: where the words stand on the paper was not checked.');
				return;
			}
			for (const [format, heightPt, pdf] of printed) {
				const file = info.outputPath(`help-${format}.pdf`);
				writeFileSync(file, pdf);
				const words = wordsOnPaper(file);
				const title = say('help.wallet.title').split(' ');
				const cardAt = words.findLastIndex((_, index) =>
					title.every((word, offset) => words[index + offset]?.text === word)
				);
				const aboveCard = words.slice(0, cardAt);
				expect(aboveCard.map(({ text }) => text).join(' '), format).toMatch(/9-1-1.*9-8-8.*535353/);
				expect(Math.max(...aboveCard.map(({ bottom }) => bottom)), format).toBeLessThanOrEqual(heightPt / 2);
				expect(
					words
						.slice(cardAt)
						.map(({ text }) => text)
						.join(' '),
					format
				).toMatch(/9-1-1.*9-8-8.*535353/);
			}
		});
	});
}

function wordsOnPaper(file: string): { text: string; bottom: number }[] {
	const xml = execFileSync('/usr/bin/pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
	return [...xml.matchAll(/yMax="([\d.]+)">([^<]*)<\/word>/g)].map(([, bottom, text]) => ({
		text: text!.replaceAll('&apos;', "'"),
		bottom: Number(bottom)
	}));
}

test.describe('help without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const lang of langs as readonly Lang[])
		test(`K4 every number can be read and called, ${lang}`, async ({ page }) => {
			await page.goto(`/${lang}/help/`);
			expect([...(await hrefsOf(page))].sort()).toEqual([...reviewedHrefs(lang)].sort());
			const say = wordsOf(lang);
			await expect(page.getByRole('button', { name: say('help.copy') })).toHaveCount(0);
			await page.getByText(say('help.all.byPlace'), { exact: true }).click();
			await page.getByText(say('regions.CA-NU'), { exact: true }).last().click();
			await expect(page.locator('a[href="tel:+18679793333"]')).toBeVisible();
		});
});
