import { expect, test } from '../e2e/fixtures.ts';
import { foundIn } from '../e2e/raw-files.ts';
import { goThroughVisit, sentence } from '../e2e/visitor-walk.ts';
import { wordsOf } from '../e2e/words.ts';

const say = wordsOf('en');

test('a visitor session leaves in the files of Firefox no sentence, address or title of what was looked at', async ({
	device
}) => {
	const context = await device.open();
	const page = await context.newPage();
	await goThroughVisit(page, 'en');
	await page.getByRole('button', { name: say('visitor.end') }).click();
	await expect(page.getByText('This session is over')).toBeVisible();
	await context.close();
	const title = `${say('today.title')} · Envol`;
	// the address that it was opened at is there: the browser's history is among what was searched
	expect(
		Object.keys(foundIn(device.folder, [sentence, title, '/en/hope/', '/en/today/', '/en/#visitor']))
	).toEqual(['/en/#visitor']);
});
