import { writeFileSync } from 'node:fs';
import { expect } from '../e2e/fixtures.ts';
import { test } from '../e2e/paper-page.ts';
import { keep, missingTools, pagesIn } from '../e2e/paper-tools.ts';
import { drawWritten, notReadBy, worn } from '../e2e/ten-codes.ts';
import { tenPrescriptions } from '../support/ten-prescriptions.ts';

test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);

const shapes = [
	['as written', {}],
	['list', { kind: 'list', layout: 'list' }],
	['large print', { layout: 'large' }],
	['six petals', { layout: 'flower' }],
	['two languages', { kind: 'list', langs: 'fr-en' }]
] as const;

for (const format of ['Letter', 'A4'] as const)
	test(`ten codes of ten are read after two harsh copies and a blur, in any other shape by one decoder at least, on ${format}`, async ({
		page
	}, info) => {
		await page.goto('/');
		const troubles: string[] = [];
		const told: string[] = [];
		for (const written of tenPrescriptions)
			for (const [shape, how] of shapes) {
				const { link, fit } = await drawWritten(page, written, how);
				const side = await page
					.locator('.paper footer svg')
					.first()
					.evaluate((code) => (parseFloat(getComputedStyle(code).width) * 25.4) / 96);
				const what = `${written.who}, ${shape}, ${Math.round(side)} mm`;
				const pdf = keep(info.outputPath('sheet.pdf'), await page.pdf({ format }));
				if (fit?.overMm === 0 && pagesIn(pdf) !== fit.pages) troubles.push(`${what}: ${pagesIn(pdf)} pages`);
				// the foot of a longer sheet follows what is on its last page
				const missed = notReadBy(pdf, link!, pagesIn(pdf) > 1 ? (scan) => scan : undefined);
				told.push(`${what}: ${link!.length} characters, ${missed.join(', ') || 'read'}`);
				// in a shape that leaves no room for a larger code, one of the two decoders has to read it
				const unread = Object.keys(worn).filter(
					(how) => missed.filter((who) => who.startsWith(how)).length > 1
				);
				troubles.push(...(shape === 'as written' ? missed : unread).map((who) => `${what}: ${who}`));
			}
		writeFileSync(info.outputPath('codes.txt'), told.join('\n'));
		console.log(told.join('\n'));
		expect(troubles).toEqual([]);
	});
