import { expect } from './fixtures.ts';
import { blurred, copied, footOf, pgmOf } from '../support/copier.ts';
import { draw, petals, test } from './paper-page.ts';
import { asPrinted, troublesOnPaper, widthOf } from './paper-boxes.ts';
import { decodedByApp, decodedByZbar, keep, missingTools, pagesIn, scanOf, shadesOf } from './paper-tools.ts';

test.skip(
	missingTools.length > 0,
	`not on this machine: ${missingTools.join(', ')} (poppler-utils, zbar-tools)`
);

const firstSteps = [
	'hyg-wake-open-curtains-turn-light',
	'hyg-eat-eat-something-morning',
	'hyg-routine-take-short-pause-middle-day',
	'hyg-engage-small-thing-enjoy',
	'hyg-sleep-go-bed-when-feel-sleepy',
	'hyg-wake-drink-glass-water'
];
const noIdeas = { physical: [], social: [], mental: [] };

test('six steps or fewer print as large drawings on one page, with the code read back', async ({
	page
}, info) => {
	for (const [round, count] of [1, 2, 3, 4, 5, 6].entries()) {
		const format = round % 2 ? 'A4' : 'Letter';
		await page.setViewportSize({ width: widthOf[format], height: 1056 });
		const paper = {
			region: 'CA-QC',
			teamPhone: '514-555-0123',
			...(round % 3 === 0 && { goal: 'revoir ma sœur' })
		};
		const { fit, link } = await draw(page, {
			ids: (round % 2 ? petals : firstSteps).slice(0, count),
			langs: round % 2 ? 'fr' : 'en',
			ideas: noIdeas,
			paper
		});
		expect(fit, String(count)).toEqual({ pages: 1, overMm: 0 });
		const tiles = page.locator('.tiles > li');
		await expect(tiles).toHaveCount(count);
		await expect(tiles.locator('use')).toHaveCount(count);
		// on paper, not as small as the preview
		const measured = await page.evaluate(() => {
			const mm = 25.4 / 96;
			return [...document.querySelectorAll<HTMLElement>('.tiles > li')].map((tile) => ({
				drawing: tile.querySelector<HTMLElement>('.drawing')!.offsetHeight * mm,
				points: (parseFloat(getComputedStyle(tile.querySelector('.title')!).fontSize) * 72) / 96
			}));
		});
		for (const { drawing, points } of measured) {
			expect(drawing, `${count} steps`).toBeGreaterThanOrEqual(34.9);
			expect(points, `${count} steps`).toBeGreaterThanOrEqual(14);
		}
		await asPrinted(page);
		expect(await troublesOnPaper(page, { paper: '.paper', smallest: 10 })).toEqual([]);
		await page.emulateMedia({ media: null });
		const pdf = keep(info.outputPath(`${count}.pdf`), await page.pdf({ format }));
		expect(pagesIn(pdf), String(count)).toBe(1);
		if (count < 5) continue;
		const scan = scanOf(pdf, 'mono');
		expect(decodedByApp(scan)).toBe(link);
		expect(decodedByZbar(scan)).toBe(link);
	}
	// in two languages all but the drawings is there twice
	for (const count of [1, 2, 3, 4, 5, 6])
		for (const agreements of [
			{ me: [], team: [], lovedOnes: [] },
			{ me: ['marcher avec Luc'], team: ['rappeler jeudi matin'], lovedOnes: ['souper du vendredi'] }
		]) {
			const { fit } = await draw(page, {
				ids: firstSteps.slice(0, count),
				langs: 'fr-en',
				ideas: noIdeas,
				agreements,
				paper: { region: 'CA-QC', clinic: 'CLSC du Vieux-Port, 12, rue de l’Église, Québec' }
			});
			expect(fit, String(count)).toEqual({ pages: 1, overMm: 0 });
		}
	// the drawings are there: their file was found, and has them
	const drawn = await page
		.locator('.tiles use')
		.evaluateAll((uses) => uses.map((use) => (use as SVGUseElement).getBBox().width));
	expect(Math.min(...drawn)).toBeGreaterThan(40);
	// the same as a list, where that is wanted
	const asList = await draw(page, { ids: firstSteps.slice(0, 5), ideas: noIdeas, kind: 'list' });
	expect(asList.fit).toEqual({ pages: 1, overMm: 0 });
	await expect(page.locator('.tiles')).toHaveCount(0);
});

test('a code with many squares is larger where there is room, and is read after two harsh copies', async ({
	page
}, info) => {
	const own = [
		'Prendre l’autobus 80 jusqu’au local avec Geneviève',
		'Appeler ma sœur à Chicoutimi après le souper',
		'Jouer trois tounes d’harmonica sur le balcon'
	];
	for (const [count, kind, format] of [
		[2, 'sheet', 'Letter'],
		[3, 'list', 'A4']
	] as const) {
		const reason = 'écouter mon frère quand il s’inquiète';
		const { fit, link } = await draw(page, {
			ids: firstSteps.slice(0, 1),
			own: own.slice(0, count),
			kind,
			langs: 'fr',
			ideas: noIdeas,
			agreements: { me: [reason], team: ['rappeler jeudi matin'], lovedOnes: [] }
		});
		expect(fit).toEqual({ pages: 1, overMm: 0 });
		expect(link!.length).toBeGreaterThan(250);
		const side = await page.locator('.paper footer svg').evaluate((code) => getComputedStyle(code).width);
		expect(parseFloat(side)).toBeCloseTo((55 / 25.4) * 96, 0);
		const pdf = keep(info.outputPath(`${kind}.pdf`), await page.pdf({ format }));
		expect(pagesIn(pdf)).toBe(1);
		const scan = footOf(shadesOf(scanOf(pdf, 'gray')));
		for (const [name, mangled] of [
			['copied', copied(copied(scan))],
			['blurred', blurred(scan, 1.2)]
		] as const) {
			const file = keep(info.outputPath(`${kind}-${name}.pgm`), pgmOf(mangled));
			expect(decodedByApp(file), name).toBe(link);
			expect(decodedByZbar(file), name).toBe(link);
		}
	}
});
