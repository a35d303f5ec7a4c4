import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('two people alike, without a name, can both be asked in a crisis', async ({ page }) => {
	// both friends, the same number, ticked both: kept by a version that could not show it
	await fill(page, 'en');
	await visit(page, '/en/plan/crisis/');
	await page.getByText(say('my-plan.crisis.asks'), { exact: true }).first().click();
	const friends = page.getByRole('checkbox', { name: new RegExp(say('people.roles.friend')) });
	const calls = page.getByRole('link', { name: `${say('people.call')} ${say('people.roles.friend')}` });
	await expect(friends).toHaveCount(2);
	await expect(calls).toHaveCount(2);
	await friends.first().uncheck();
	await expect(calls).toHaveCount(1);
	await friends.first().check();
	await expect(calls).toHaveCount(2);
	await page.reload();
	await expect(calls).toHaveCount(2);
});
