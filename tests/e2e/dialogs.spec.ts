import { axeOnDialogs } from './dialogs.ts';
import { expect, test } from './fixtures.ts';

test('nobody meets a barrier in a dialog', async ({ page }) => {
	// both languages in every look: in tests/endurance
	expect(await axeOnDialogs(page, 'fr', [])).toEqual([]);
});
