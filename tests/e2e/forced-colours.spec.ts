import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { openState } from './full-states.ts';
import { lostColours } from './forced-colours.ts';

test('where the system chooses the colours, the fullest pages keep their edges, and what is chosen differs', async ({
	page
}) => {
	test.setTimeout(120_000);
	const found: string[] = [];
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ forcedColors: 'active' });
	await fill(page, 'en');
	// all pages: in tests/endurance
	for (const state of ['today/', 'dice/', 'hope/all/', 'prescription/']) {
		await openState(page, state, 'en');
		found.push(...(await lostColours(page, state)));
	}
	expect(found).toEqual([]);
});
