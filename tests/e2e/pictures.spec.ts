import type { PictureHarness } from '../harness/picture-page.ts';
import { eachKindUpright, oddities } from '../support/photos/photo-set.ts';
import { expect, prepareAll, test, wrongWith } from '../support/photos/picture-page.ts';

declare const pictures: PictureHarness;

test('I7: a photo of any kind, however it was held, stands upright with nothing left in it but the picture', async ({
	page
}) => {
	const files = eachKindUpright();
	const shown = await prepareAll(page, files);
	expect(files.flatMap((file, i) => wrongWith(file, shown[i]))).toEqual([]);
	// cancelled after three, the others are left alone; cancelled before the first, all are
	expect(await page.evaluate(() => pictures.prepare(3))).toHaveLength(3);
	expect(await page.evaluate(() => pictures.prepare(0))).toEqual([]);
});

test('I7: a photo of sixty megapixels is kept; a broken file, a letter and a bomb are refused by name', async ({
	page
}) => {
	const files = oddities();
	const shown = await prepareAll(page, files);
	expect(files.flatMap((file, i) => wrongWith(file, shown[i]))).toEqual([]);
});
