import { expect, test } from './fixtures.ts';
import { heldBack, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('a paste too long, and a day that cannot be: the field says so, and nothing goes in silence', async ({
	page
}) => {
	await page.clock.setFixedTime(new Date('2026-11-28T15:00:00-05:00'));
	await visit(page, '/en/hope/write/');
	const words = page.getByLabel(say('hope.write.text'));
	await words.fill('A walk by the river, and the light on it. '.repeat(10));

	// a day to come: the one that is kept stays
	const day = page.getByLabel(say('hope.write.day'));
	await expect(day).toHaveValue('2026-11-28');
	await day.fill('2026-12-24');
	await words.focus();
	const why = page.getByText(say('fields.day.late', { day: 'November 28, 2026' }));
	await expect(why).toBeVisible();
	await expect(why).toContainText(say('fields.day.kept', { day: 'November 28, 2026' }));
	await day.fill('2026-11-20');
	await words.focus();
	await expect(why).toBeHidden();

	// the whole text is copied, and a short field has no room for it
	await words.press('ControlOrMeta+a');
	await words.press('ControlOrMeta+c');
	await visit(page, '/en/dice/mine/');
	const idea = page.getByLabel(say('dice.mine.words'));
	await expect(idea).toBeEditable();
	// faster than the code that says so, which comes once a field has the focus
	const release = await heldBack(page, '**/_app/immutable/chunks/*.js');
	await idea.press('ControlOrMeta+v');
	await expect(idea).toHaveValue(/rive$/);
	release();
	await expect(page.getByText(say('fields.cut'))).toBeVisible();
	await expect(idea).toHaveValue('A walk by the river, and the light on it. A walk by the rive');
	await idea.press('Backspace');
	await expect(page.getByText(say('fields.cut'))).toBeHidden();
	await idea.press('v');
	await expect(page.getByText(say('fields.full'))).toBeVisible();
	await expect(idea).toHaveValue('A walk by the river, and the light on it. A walk by the rivv');
});
