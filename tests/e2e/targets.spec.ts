import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { openState } from './full-states.ts';
import { smallTargets } from './targets.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('on the fullest pages, everything that is pressed is as large as a finger that trembles needs', async ({
	page
}) => {
	const found: string[] = [];
	await page.setViewportSize({ width: 360, height: 740 });
	await fill(page, 'en');
	// all pages: in tests/endurance
	for (const state of [
		'today/',
		'dice/',
		'hope/',
		'hope/all/',
		'plan/agreements/',
		'plan/crisis/',
		'prescribe/'
	]) {
		await openState(page, state, 'en');
		if (state === 'prescribe/') {
			await page.getByRole('searchbox', { name: say('prescribe.add.search') }).fill('walk');
			await expect(page.getByRole('button', { name: /walk/i }).first()).toBeVisible();
		}
		found.push(...(await smallTargets(page, state)));
		// words that need one line only
		await page.setViewportSize({ width: 1280, height: 740 });
		found.push(...(await smallTargets(page, `${state} at 1280 px`)));
		await page.setViewportSize({ width: 360, height: 740 });
	}
	expect(found).toEqual([]);
});
