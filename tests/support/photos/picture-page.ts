import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test as appTest } from '../../e2e/fixtures.ts';
import { buildHarness, builtOnce } from '../../harness/build.ts';
import type { PictureHarness, Shown } from '../../harness/picture-page.ts';
import { leftBehind } from './left-behind.ts';
import type { PhotoFile } from './photo-set.ts';
import type { Rgb } from './scene.ts';

declare const pictures: PictureHarness;

/** The policy of the app's own pages, so that nothing works here that would not work there. */
function policy(): string {
	const [found] = /<meta http-equiv="content-security-policy"[^>]*>/i.exec(
		readFileSync('build/en/about/index.html', 'utf8')
	) ?? [''];
	if (!found.includes('img-src')) throw new Error('no policy in the built page');
	return found;
}

/** The app's own doors to pictures and to the microphone, on a page with nothing else. */
export const test = appTest.extend({
	server: async ({ served }, use) =>
		use(
			await served(
				await builtOnce('picture', (folder) =>
					buildHarness(folder, 'picture', `${policy()}<input type="file" multiple aria-label="Photos">`)
				)
			)
		)
});

export { expect };

/** Puts files through the app's own way with pictures, as if a person had chosen them together. */
export async function prepareAll(page: Page, files: readonly PhotoFile[]): Promise<Shown[]> {
	if (page.url() === 'about:blank') await page.goto('/');
	await page
		.getByLabel('Photos')
		.setInputFiles(files.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes() })));
	return page.evaluate(() => pictures.prepare());
}

const near = (seen: readonly number[] | undefined, wanted: Rgb) =>
	wanted.every((value, i) => Math.abs((seen?.[i] ?? -1000) - value) <= 14);

/** What is wrong with the result of one file; empty when it is upright, has its size, and nothing was left in it. */
export function wrongWith({ name, becomes }: PhotoFile, shown: Shown | undefined): string[] {
	if (!shown || shown.name !== name) return [`${name}: not there`];
	if ('trouble' in becomes)
		return shown.trouble === becomes.trouble ? [] : [`${name}: ${shown.trouble ?? 'was kept'}`];
	if (shown.trouble) return [`${name}: ${shown.trouble}`];
	const wrong: string[] = [];
	const { width, height } = becomes;
	if (shown.width !== width || shown.height !== height) wrong.push(`size ${shown.width} x ${shown.height}`);
	const largest = Math.max(width, height);
	const smaller = Math.min(1, 320 / largest);
	if (shown.smallSize.some((side, i) => Math.abs(side - [width, height][i]! * smaller) > 1))
		wrong.push(`thumbnail ${shown.smallSize.join(' x ')}`);
	Object.entries(becomes.quarters).forEach(([quarter, rgb], i) => {
		if (!near(shown.seen[i], rgb)) wrong.push(`${quarter} is ${shown.seen[i]?.join()}`);
		if (!near(shown.seenSmall[i], rgb))
			wrong.push(`${quarter} of the thumbnail is ${shown.seenSmall[i]?.join()}`);
	});
	for (const part of ['picture', 'thumbnail'] as const)
		wrong.push(...leftBehind(Buffer.from(shown[part], 'base64')).map((left) => `${part}: ${left}`));
	return wrong.map((each) => `${name}: ${each}`);
}
