import type { Page } from '@playwright/test';
import { asleepOrTwice, disturb, type Disturbance } from './disturb.ts';
import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { visit } from './person.ts';
import { say as sayIn } from './words.ts';

const say = (key: string, values?: Record<string, string | number>) => sayIn('en', key, values);

/** "Show 2 more steps", however many there are. */
const allSteps = new RegExp(say('today.showAll', { count: 2 }).replace('2', '\\d+').replace(/s$/, ''), 'i');

/** Chance that is the same each time, so that two runs can be held side by side. */
async function sameDay(page: Page): Promise<void> {
	await page.clock.setFixedTime(new Date('2026-11-25T15:00:00-05:00'));
	await page.addInitScript(() => {
		let state = 7;
		const real = crypto.getRandomValues.bind(crypto);
		crypto.getRandomValues = <T extends ArrayBufferView>(into: T): T => {
			if (!(into instanceof Uint32Array)) return real(into as never) as never;
			for (let i = 0; i < into.length; i++) into[i] = state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return into;
		};
	});
}

/** All that the page says, whatever language it was put into. */
async function said(page: Page): Promise<string> {
	const words = await page.locator('#main').innerText();
	return words.toUpperCase().replace(/\s+/g, ' ').trim();
}

/** What a person does on four pages; after each step, `look` is told what was done. */
async function useIt(page: Page, look: (what: string) => Promise<void>): Promise<void> {
	const button = (key: string, values?: Record<string, string | number>) =>
		page
			.getByRole('main')
			.getByRole('button', { name: say(key, values) })
			.first();

	// somebody to call, changed twice
	await visit(page, '/en/plan/people/');
	await button('people.add.close').click();
	const card = page.locator('main li details[open]').last();
	const called = page.locator('a[href="tel:5145550171"]');
	await card.getByLabel(say('people.name'), { exact: false }).fill('Lea');
	await card.getByLabel(say('people.phone')).fill('514 555-0170');
	await expect(page.locator('a[href="tel:5145550170"]')).toHaveAccessibleName(/^call\s+lea$/i);
	// whether a field says that its words are saved is part of what the page says
	const areSaved = async () => {
		for (const key of ['nameHint', 'phoneHint'])
			await expect(card.locator(`[data-room=${JSON.stringify(say(`people-form.${key}`))}]`)).toHaveCount(1);
	};
	await areSaved();
	await look('a person with a number');
	await card.getByLabel(say('people.phone')).fill('514 555-0171');
	await card.getByLabel(say('people.name'), { exact: false }).fill('Noe');
	await expect(called).toHaveAccessibleName(/^call\s+noe$/i);
	await areSaved();
	await look('the same with another name and number');
	await card.getByLabel(say('people.phone')).fill('nobody knows');
	await expect(called).toHaveCount(0);
	await areSaved();
	await look('a number that cannot be dialled');

	// a day: done, taken back, rest, a note
	await visit(page, '/en/today/');
	await page.getByRole('main').getByRole('checkbox', { checked: false }).first().check();
	await expect(page.getByRole('status', { name: say('shell.status.label') })).toContainText(/done/i);
	await look('a step done');
	// a translator may have changed its letters
	const undo = page.getByRole('button', { name: new RegExp(`^${say('shell.status.undo')}$`, 'i') });
	await undo.click();
	await expect(undo).toHaveCount(0);
	await look('taken back');
	await page.getByRole('main').getByRole('button', { name: allSteps }).click();
	await look('all steps');
	await button('today.rest.ask').click();
	await expect(button('today.rest.takeBack')).toBeVisible();
	await look('rest');
	await button('today.rest.takeBack').click();
	await page.getByLabel(say('today.note.label')).fill('Soup');
	await page.getByLabel(say('today.note.label')).blur();
	await expect(page.getByText(say('today.note.saved'))).toBeAttached();
	await look('a note of the day');

	// dice
	await page.getByRole('link', { name: say('shell.nav.dice') }).click();
	await button('dice.roll').click();
	for (let i = 0; i < 3; i++) {
		await expect(page.getByRole('region', { name: say('dice.result') }).getByRole('heading')).not.toHaveCount(
			0
		);
		await look(`roll ${i}`);
		await button('dice.another').click();
	}
	await page
		.getByRole('region', { name: say('dice.result') })
		.locator('summary')
		.click();
	const later = page.getByRole('button', { name: new RegExp(`^${say('dice.later.remove')}`, 'i') });
	const before = await later.count();
	await button('dice.answers.later').click();
	await expect(button('dice.answers.later')).toHaveCount(0);
	// the list tells of it a moment later
	await expect(later).toHaveCount(before + 1);
	await look('put off');

	// a note of the journal, kept for hard days
	await page.getByRole('link', { name: say('shell.nav.hope') }).click();
	await page.getByRole('link', { name: say('hope.pillars.free') }).click();
	await page.getByLabel(say('hope.write.text')).fill('A good word');
	await page.getByRole('button', { name: say('hope.write.save') }).click();
	await expect(page.getByRole('article').first()).toContainText(/a good word/i);
	await expect(page.getByText(say('hope.memory.letter'))).toBeVisible();
	await look('a note saved');
	await page.getByRole('article').first().getByRole('link').click();
	await button('hope.note.keep').click();
	await expect(page.getByText(say('hope.note.keptNow')).first()).toBeVisible();
	await look('kept');
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('a page that is translated, and that an extension writes into', () => {
	test('says the same as any other, whatever the person does', async ({ page, anotherContext, tolerate }) => {
		tolerate(/hydrat/i);
		const expected = new Map<string, string>();
		await sameDay(page);
		await fill(page, 'en');
		await useIt(page, async (what) => void expected.set(what, await said(page)));

		const ways: Disturbance[] = [
			{ translator: 'takes out', extension: 'everywhere' },
			{ translator: 'keeps inside' }
		];
		for (const how of ways) {
			const context = await anotherContext();
			await disturb(context, how);
			const other = await context.newPage();
			await sameDay(other);
			await fill(other, 'en');
			await useIt(other, async (what) => {
				const about = `${what}, with a translator that ${how.translator}`;
				await expect.poll(() => said(other), { message: about }).toBe(expected.get(what));
			});
		}
	});

	// the fullest, and each with a frame of its own; every page in `tests/endurance`
	test('wakes, with one title', async ({ page, context, tolerate }) => {
		tolerate(/hydrat/i);
		const some = [
			'',
			'today/',
			'hard-day/',
			'dice/mine/',
			'hope/write/',
			'plan/people/',
			'prescribe/',
			'help/'
		];
		expect(await asleepOrTwice(page, context, some)).toEqual([]);
	});
});
