import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { status, visit } from './person.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('en');
const button = (within: Page | Locator, key: string) =>
	within.getByRole('button', { name: new RegExp(`^${t(key)}`) });

interface Flow {
	address: string;
	/** What is there before, and is less or other after. */
	shown: (page: Page) => Locator;
	/** What a person presses; folds are open. */
	press: (page: Page) => Locator;
	/** What comes first. */
	before?: (page: Page) => Promise<unknown>;
}

/** Every kind of thing that is done and can be undone, but the tick of Today (`bars.spec.ts`). */
const flows: Record<string, Flow> = {
	'rest today': {
		address: 'today/',
		shown: (page) => button(page, 'today.rest.ask'),
		press: (page) => button(page, 'today.rest.ask')
	},
	'a step put away': {
		address: 'prescription/',
		shown: (page) => page.locator('section[aria-labelledby="mine"] > ol > li'),
		press: (page) => button(page, 'prescription.putAway').first()
	},
	'a person of mine removed': {
		address: 'plan/people/',
		shown: (page) => page.locator('main ul.rows > li[data-entry]'),
		press: (page) => button(page, 'my-plan.remove').first()
	},
	'agreements removed': {
		address: 'plan/agreements/',
		shown: (page) => button(page, 'plan.agreed.letGo'),
		press: (page) => button(page, 'plan.agreed.letGo')
	},
	'an idea kept for later taken off': {
		address: 'dice/',
		shown: (page) => page.locator('section[aria-labelledby="later"] li'),
		press: (page) => button(page, 'dice.later.remove').first()
	},
	'an idea of my own removed': {
		address: 'dice/mine/',
		shown: (page) => page.locator('section[aria-labelledby="own"] li'),
		press: (page) => page.locator('section[aria-labelledby="own"] li').first().getByRole('button')
	},
	'a line removed': {
		address: 'hope/kept/',
		shown: (page) => page.locator('section[aria-labelledby="lines"] > ul > li'),
		press: (page) => page.locator('section[aria-labelledby="lines"] > ul > li').first().getByRole('button')
	},
	'a photo removed': {
		address: 'hope/write/#full-note',
		shown: (page) => page.getByRole('list', { name: t('hope.photos.list') }).locator(':scope > li'),
		press: (page) => button(page, 'hope.photos.remove').first()
	},
	'a row of the sheet removed': {
		address: 'prescribe/',
		before: (page) => button(page, 'prescribe.start.first-steps').press('Enter'),
		shown: (page) => button(page, 'prescribe.rows.remove'),
		press: (page) => button(page, 'prescribe.rows.remove').first()
	}
};

async function unfold(page: Page): Promise<void> {
	await page
		.locator('main details')
		.evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
}
const undo = (page: Page) => page.getByRole('button', { name: t('shell.status.undo'), exact: true });
/** Where the keyboard is: somewhere on the page, in view. */
const held = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement!;
		const { top, bottom } = at.getBoundingClientRect();
		if (at === document.body || at.id === 'main') return 'lost';
		return bottom > 0 && top < innerHeight ? 'in view' : `out of view: ${at.outerHTML.slice(0, 80)}`;
	});

async function tryIt(page: Page, { address, before, shown, press }: Flow): Promise<void> {
	await visit(page, `/en/${address}`);
	await before?.(page);
	await expect(shown(page).first()).toBeAttached();
	await unfold(page);
	const count = await shown(page).count();
	for (const way of ['from where the keyboard is', 'by the key for it']) {
		await unfold(page);
		await press(page).focus();
		await page.keyboard.press('Enter');
		await expect(shown(page), `${way}: done`).toHaveCount(count - 1);
		// the keys came with the first line that can be undone
		await expect(undo(page)).toContainText(/Ctrl\+Z|⌘ Z/);
		await expect.poll(() => held(page)).toBe('in view');
		if (way === 'by the key for it') await page.keyboard.press('ControlOrMeta+z');
		else {
			await page.keyboard.press('Shift+Tab');
			await expect(undo(page)).toBeFocused();
			await page.keyboard.press('Enter');
		}
		await expect(status(page, 'en'), `${way}: undone`).toHaveText(t('shell.status.undone'));
		await expect(shown(page), `${way}: there again`).toHaveCount(count);
		await expect.poll(() => held(page)).toBe('in view');
	}
}

test('whatever was done is undone by keyboard, from where the person is', async ({ page }) => {
	test.setTimeout(120_000);
	await page.setViewportSize({ width: 1280, height: 800 });
	await fill(page, 'en');
	for (const [name, flow] of Object.entries(flows))
		await test.step(name, async () => {
			await tryIt(page, flow);
		});
});
