import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepJournal, type Journal } from './journal.ts';
import { keep, missingTools, pagesIn, scanOf, shadesOf, textIn } from './paper-tools.ts';
import { status, visit } from './person.ts';
import { langs, say, type Lang } from './words.ts';

const papers = { Letter: { width: 279.4, height: 215.9 }, A4: { width: 297, height: 210 } };
type Format = keyof typeof papers;
const formats = Object.keys(papers) as Format[];

/** A true story in two languages, each sentence with its number: what is cut or out of order is seen. */
const sentence: Record<Lang, (i: number) => string> = {
	en: (i) =>
		`Part ${i}: I walked to the corner, saw a chickadee on the fence, and I thought “not today, pain.”`,
	fr: (i) =>
		`Bout ${i}\u00a0: j’ai marché jusqu’au coin, j’ai vu une mésange, et je me suis dit «\u00a0ça passera.\u00a0»`
};
function story(lang: Lang, from: number, to: number): string {
	const sentences = Array.from({ length: to - from }, (_, i) => sentence[lang](from + i));
	return sentences.map((each, i) => each + (i % 5 === 4 ? '\n\n' : ' ')).join('').trim(); // prettier-ignore
}
const hostile = `<script>hacked = 1</script></style></div> & "'\u202eabc\ud800 <img src=x onerror="hacked = 1">`;

async function openWith(page: Page, lang: Lang, journal: Journal): Promise<void> {
	await page.goto('/help/');
	await keepJournal(page, journal);
	await visit(page, `/${lang}/hope/paper/`);
}

const notesIn = (page: Page) => page.locator('#which-notes ~ ul').getByRole('checkbox');

/** Chooses all that is shown, and waits until the pages are made. */
async function chooseAll(page: Page): Promise<void> {
	await expect(notesIn(page).first()).toBeVisible();
	for (const note of await notesIn(page).all()) await note.check();
	await expect(page.locator('.notes-paper')).toBeAttached();
}

async function printed(page: Page, info: TestInfo, format: Format): Promise<string> {
	await page.evaluate(() => Promise.allSettled([...document.images].map((image) => image.decode())));
	return keep(info.outputPath(`${format}.pdf`), await page.pdf({ format, preferCSSPageSize: true }));
}

/** The words in a part of a printed page, in millimetres from its top left; each gap as one space. */
function wordsAt(pdf: string, page: number, x: number, y: number, width: number, height: number): string {
	const dots = (mm: number) => String(Math.round((mm / 25.4) * 72));
	const area = ['-x', dots(x), '-y', dots(y), '-W', dots(width), '-H', dots(height)];
	const only = ['-f', String(page), '-l', String(page)];
	return execFileSync('pdftotext', [...only, ...area, '-layout', pdf, '-'], { encoding: 'utf8' })
		.replace(/\s+/g, ' ')
		.trim();
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

for (const lang of langs)
	test(`a small book reads in order once folded, with every word and photo, ${lang}`, async ({
		page
	}, info) => {
		test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
		const long = story(lang, 1, 61);
		const alt = { en: 'My rabbit, with both of its ears', fr: 'Mon lapin, avec ses deux oreilles' }[lang];
		await openWith(page, lang, {
			notes: [
				{ id: 'first', day: '2026-03-01', text: long, prompt: 'jou-hope-long-tell-about-day-that' },
				{ id: 'then', day: '2026-03-02', text: hostile, keptAt: 1 },
				{ id: 'tap', day: '2026-03-03', text: '', prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2' },
				{ id: 'last', day: '2026-03-04', text: story(lang, 61, 64) },
				{ id: 'letter', day: '2026-03-05', text: 'Sealed', openOn: '2099-01-01' } as never
			],
			photos: [
				{ id: 'wide', note: 'last', width: 1600, height: 1200, alt },
				{ id: 'high', note: 'last', width: 600, height: 1600 }
			],
			lines: [{ id: 'line', words: 'Une minute à la fois.', at: 1 }]
		});
		// the letter waits: it is not offered
		await expect(notesIn(page)).toHaveCount(4);
		await page.getByLabel(say(lang, 'hope-paper.choose.kept')).check();
		await expect(notesIn(page)).toHaveCount(1);
		await page.getByLabel(say(lang, 'hope-paper.choose.kept')).uncheck();
		await page.getByLabel(say(lang, 'hope-paper.choose.find')).fill(alt.slice(0, 8));
		await expect(notesIn(page)).toHaveCount(1);
		await page.getByLabel(say(lang, 'hope-paper.choose.find')).fill('');
		await chooseAll(page);
		await page.getByText(say(lang, 'hope-paper.shape.words')).click();
		await page.getByLabel(say(lang, 'hope-paper.shape.myLines')).selectOption({ index: 1 });
		const pages = page.getByRole('region', { name: say(lang, 'hope-paper.pages.title') });
		await expect(pages.getByText(say(lang, 'hope-paper.pages.size', { sheets: 2 }))).toBeVisible();
		await expect(pages.locator('ol > li')).toHaveCount(8);
		await expect(pages.locator('ol > li').last().locator('img')).toHaveCount(0);
		await expect(page.locator('.notes-paper img')).toHaveCount(2);
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

		for (const format of formats) {
			const { width, height } = papers[format];
			const pdf = await printed(page, info, format);
			expect(pagesIn(pdf)).toBe(4);
			const half = width / 2;
			const sides = [
				[8, 1],
				[2, 7],
				[6, 3],
				[4, 5]
			];
			const inOrder = new Map<number, string>();
			sides.forEach((side, index) =>
				side.forEach((number, place) => {
					const at = place * half;
					inOrder.set(number, wordsAt(pdf, index + 1, at, 0, half, 193));
					// each page says its number, but for the covers
					if (number !== 1 && number !== 8)
						expect(wordsAt(pdf, index + 1, at, 193, half, height - 193)).toBe(String(number));
				})
			);
			expect(inOrder.get(1)).toBe(`${say(lang, 'hope-paper.shape.titleGiven')} Une minute à la fois.`);
			for (const words of ['9-1-1', '9-8-8', say(lang, 'hope-paper.print.private')])
				expect(inOrder.get(8)).toContain(words);
			const whole = flat([2, 3, 4, 5, 6, 7].map((number) => inOrder.get(number)).join(' '));
			const wanted = [
				say(lang, 'journal-prompts.prompts.jou-hope-long-tell-about-day-that'),
				flat(long),
				'<script>hacked = 1</script></style></div>',
				say(lang, 'journal-prompts.options.jou-hope-tap-how-big-hope-right.o2'),
				flat(story(lang, 61, 64)),
				alt
			];
			let from = 0;
			for (const words of wanted) {
				expect(whole.slice(from)).toContain(words);
				from = whole.indexOf(words, from) + words.length;
			}
			expect(textIn(pdf)).not.toContain('Sealed');
			// the page on screen stays there
			expect(textIn(pdf)).not.toContain(say(lang, 'hope-paper.title'));

			// the last side, where a photo may be: nothing in the fold, nothing at the edge
			const scan = shadesOf(scanOf(pdf, 'gray', 100));
			const rows = scan.shades.length / scan.width;
			const inked = (fromMm: number, toMm: number) => {
				const dots = [fromMm, toMm].map((mm) => Math.round((mm / 25.4) * 100)) as [number, number];
				for (let y = 0; y < rows; y++)
					for (let x = dots[0]; x < dots[1]; x++) if (scan.shades[y * scan.width + x]! < 200) return true;
				return false;
			};
			expect([inked(0, 8), inked(half - 4, half + 4), inked(width - 8, width)]).toEqual([
				false,
				false,
				false
			]);
			expect(inked(10, half - 5)).toBe(true);
		}
	});

test('photos print in greys that a copier tells apart, and none is split', async ({ page }, info) => {
	test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
	await openWith(page, 'fr', {
		notes: [{ id: 'only', text: 'Le lac.' }],
		photos: [1, 2, 3].map((i) => ({
			id: `p${i}`,
			note: 'only',
			width: 1600,
			height: 1200,
			alt: `Photo ${i}`
		}))
	});
	await chooseAll(page);
	await page.getByLabel(say('fr', 'hope-paper.shape.large')).check();
	await expect(page.locator('.notes-paper .large').first()).toBeAttached();
	// one sheet is enough: two pages between the covers
	await expect(page.locator('.notes-paper .side')).toHaveCount(2);
	const pdf = await printed(page, info, 'A4');
	expect(pagesIn(pdf)).toBe(2);
	const root = info.outputPath('colour');
	execFileSync('pdftoppm', ['-r', '60', '-f', '2', '-l', '2', '-singlefile', pdf, root]);
	const file = readFileSync(`${root}.ppm`);
	const head = /^P6\s+\d+\s+\d+\s+255\s/.exec(file.toString('latin1', 0, 40))!;
	const dots = file.subarray(head[0].length);
	let mostColour = 0;
	const shades = new Set<number>();
	for (let i = 0; i < dots.length; i += 3) {
		const [red, green, blue] = [dots[i]!, dots[i + 1]!, dots[i + 2]!];
		mostColour = Math.max(mostColour, Math.max(red, green, blue) - Math.min(red, green, blue));
		shades.add(Math.round(green / 16));
	}
	expect(mostColour).toBeLessThan(4);
	expect(shades.size).toBeGreaterThan(8);
	// each stands with its words, in order
	const half = papers.A4.width / 2;
	const words = [0, half].map((x) => wordsAt(pdf, 2, x, 0, half, 193));
	expect(words.join(' ')).toMatch(/^21 novembre 2026 Le lac\. Photo 1 Photo 2 Photo 3\b/);
	// two of them side by side
	const beside = [0, half / 2].map((x) => wordsAt(pdf, 2, x, 0, half / 2, 193));
	expect(beside[0]).toMatch(/Photo 1 Photo 3/);
	expect(beside[1]).toMatch(/Photo 2/);
	await page.getByLabel(say('fr', 'hope-paper.shape.photos'), { exact: true }).uncheck();
	await expect(page.locator('.notes-paper img')).toHaveCount(0);
});

test('what one page does not hold goes on, with smaller photos or on more pages, and nothing is left out', async ({
	page
}, info) => {
	test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
	await page.setViewportSize({ width: 320, height: 640 });
	const photos = [1, 2].map((i) => ({
		id: `p${i}`,
		note: 'two',
		width: 1600,
		height: 1200,
		alt: `Photo ${i}`
	}));
	await openWith(page, 'en', {
		notes: [
			{ id: 'long', day: '2026-03-01', text: story('en', 1, 90) },
			{ id: 'two', day: '2026-03-02', text: story('en', 100, 105) }
		],
		photos
	});
	await page.getByRole('radio', { name: say('en', 'hope-paper.shape.page') }).check();
	const pages = page.getByRole('region', { name: say('en', 'hope-paper.pages.title') });
	await notesIn(page).first().check();
	// the latest stands first: two photos and some words, on one page
	await expect(pages.getByRole('status')).toHaveText(say('en', 'hope-paper.pages.onePage'));
	await expect(page.locator('.notes-paper img')).toHaveCount(2);
	const alone = await printed(page, info, 'Letter');
	expect(pagesIn(alone)).toBe(1);
	for (const words of ['Part 104', 'Photo 1', 'Photo 2', '9-8-8']) expect(textIn(alone)).toContain(words);
	await notesIn(page).last().check();
	await expect(pages.getByRole('status')).toHaveText(say('en', 'hope-paper.pages.more', { pages: 4 }));
	await expect(pages.locator('ol > li')).toHaveCount(4);
	await expect(page.locator('.notes-paper img')).toHaveCount(2);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	for (const format of formats) {
		const pdf = await printed(page, info, format);
		expect(pagesIn(pdf)).toBe(4);
		const text = textIn(pdf);
		for (const words of ['Part 1:', 'Part 89:', 'Part 104:', 'Photo 1', 'Photo 2'])
			expect(text).toContain(words);
		const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(
			execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })
		)!;
		expect(Number(size[1])).toBeLessThan(Number(size[2]));
	}
	// the print window opens once the pictures are there
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', '');
	});
	await pages.getByRole('button', { name: say('en', 'hope-paper.pages.print') }).click();
	await expect(page.locator('body')).toHaveAttribute('data-printed', '');
});

for (const lang of langs)
	test(`a copy to read opens anywhere, and what is in it stays text, ${lang}`, async ({
		page,
		anotherContext,
		tolerate
	}, info) => {
		await openWith(page, lang, {
			notes: [
				{ id: 'a', day: '2026-03-01', text: hostile, tags: [hostile.slice(0, 20)] },
				{ id: 'b', day: '2026-03-02', text: `${story(lang, 1, 3)}\n\nשלום 👩‍🎨` },
				{ id: 'letter', day: '2026-03-05', text: 'Sealed', openOn: '2099-01-01' } as never
			],
			photos: [
				{ id: 'p1', note: 'b', width: 1600, height: 1200, alt: hostile },
				{ id: 'p2', note: 'b', width: 600, height: 800, alt: 'Un lac' }
			]
		});
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: say(lang, 'hope-paper.export.make') }).click();
		const download = await downloading;
		expect(download.suggestedFilename()).toMatch(
			new RegExp(`^${say(lang, 'hope-paper.export.file')}-\\d{4}-\\d\\d-\\d\\d\\.html$`)
		);
		await expect(page.getByText(say(lang, 'hope-paper.export.done'))).toBeVisible();
		const path = info.outputPath(download.suggestedFilename());
		await download.saveAs(path);

		// somewhere else, without Envol and without a network: only the file itself may be asked for
		const elsewhere = await anotherContext({ offline: true });
		tolerate(new RegExp(`^a request left: file://${path}$`));
		const reader = await elsewhere.newPage();
		await reader.goto(`file://${path}`);
		await expect(reader.locator('html')).toHaveAttribute('lang', `${lang}-CA`);
		await expect(reader).toHaveTitle(say(lang, 'hope-paper.shape.titleGiven'));
		const texts = await reader.locator('.text').evaluateAll((all) => all.map((each) => each.textContent));
		expect(texts).toEqual([hostile.replace('\ud800', '\ufffd'), `${story(lang, 1, 3)}\n\nשלום 👩‍🎨`, 'Sealed']);
		await expect(reader.getByText('Sealed')).toBeHidden();
		await expect(reader.locator('img')).toHaveCount(2);
		expect(
			await reader
				.locator('img')
				.evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth))
		).toEqual([1600, 600]);
		await expect(reader.locator('img').last()).toHaveAttribute('alt', 'Un lac');
		expect(await reader.evaluate(() => 'hacked' in globalThis)).toBe(false);
		await expect(reader.locator('script')).toHaveCount(0);
		expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
	});

test('one note is shared or copied, and only by a tap', async ({ page, anotherContext }) => {
	const text = 'Small steps count.';
	const journal: Journal = {
		notes: [{ id: 'a', day: '2026-03-01', text, prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2' }]
	};
	const whole = [
		say('en', 'journal-prompts.prompts.jou-hope-tap-how-big-hope-right'),
		say('en', 'journal-prompts.options.jou-hope-tap-how-big-hope-right.o2'),
		text
	].join('\n\n');
	await page.addInitScript(() => {
		const given: unknown[] = [];
		Object.assign(globalThis, { given });
		navigator.share = (what) => {
			given.push(what);
			// the second time, the person changes their mind
			return given.length < 2 ? Promise.resolve() : Promise.reject(new DOMException('no', 'AbortError'));
		};
	});
	const given = () => page.evaluate(() => (globalThis as unknown as { given: unknown[] }).given);
	await openWith(page, 'en', journal);
	await visit(page, '/en/hope/note/#a');
	const button = page.getByRole('button', { name: say('en', 'hope.share.send'), exact: true });
	await expect(button).toBeVisible();
	expect(await given()).toEqual([]);
	await button.click();
	await expect.poll(given).toEqual([{ title: 'March 1, 2026', text: whole }]);
	await button.click();
	await expect.poll(async () => (await given()).length).toBe(2);
	await expect(status(page, 'en')).toHaveText('');

	// a browser that shares nothing still copies
	const other = await anotherContext({ permissions: ['clipboard-read', 'clipboard-write'] });
	const plain = await other.newPage();
	await plain.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
	await plain.goto('/help/');
	await keepJournal(plain, journal);
	await visit(plain, '/en/hope/note/#a');
	await plain.getByRole('button', { name: say('en', 'hope.share.copy') }).click();
	await expect(status(plain, 'en')).toHaveText(say('en', 'hope.share.copied'));
	expect(await plain.evaluate(() => navigator.clipboard.readText())).toBe(whole);
	await expect(plain.getByRole('button', { name: say('en', 'hope.share.send'), exact: true })).toHaveCount(0);
});
