import { expect } from './fixtures.ts';
import { draw, longest, petals, test, twelve, type Wanted } from './paper-page.ts';
import { decodedByApp, decodedByZbar, keep, missingTools, pagesIn, scanOf } from './paper-tools.ts';

test.skip(
	missingTools.length > 0,
	`not on this machine: ${missingTools.join(', ')} (poppler-utils, zbar-tools)`
);

/** The driver hands inches on to a browser that takes them for centimetres: so many "inches" as there are cm. */
const papers = {
	Letter: { width: '21.59in', height: '27.94in' },
	A4: { width: '21in', height: '29.7in' }
};

const sheets: Record<string, Wanted> = {
	'six steps as pictures': { ids: petals, langs: 'fr', ideas: { physical: [], social: [], mental: [] } },
	'twelve steps': { ids: twelve, langs: 'fr' },
	'nine steps in large print': { ids: longest.slice(0, 9), langs: 'fr', layout: 'large' },
	'nine steps in two languages': { ids: twelve.slice(0, 9), langs: 'fr-en' },
	'the flower': { ids: petals, layout: 'flower' },
	'wallet cards': { ids: twelve, kind: 'wallet' },
	'the week grid': { ids: twelve, kind: 'week' },
	'the page about using less': { ids: twelve, langs: 'fr', kind: 'habit-substances' },
	'the page about sleep': { ids: twelve, kind: 'habit-sleep' }
};

for (const [at, [name, wanted]] of Object.entries(sheets).entries())
	test(`in Firefox, ${name}: one page, and the code is read back`, async ({ page }, info) => {
		const { link, fit } = await draw(page, wanted);
		// the steps of a wallet card may take two
		expect({ ...fit, cards: undefined }).toEqual({ pages: 1, overMm: 0 });
		for (const [format, size] of Object.entries(papers)) {
			const pdf = keep(info.outputPath(`${format}.pdf`), await page.pdf(size));
			expect(pagesIn(pdf), format).toBe(1);
			// every paper in both inks is read in Chromium
			if (wanted.kind === 'week' || format !== Object.keys(papers)[at % 2]) continue;
			const scan = scanOf(pdf, format === 'Letter' ? 'mono' : 'gray');
			expect(decodedByApp(scan)).toBe(link);
			expect(new Set(decodedByZbar(scan).split('\n'))).toEqual(new Set([link]));
		}
	});
