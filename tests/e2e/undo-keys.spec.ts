import type { Locator, Page } from '@playwright/test';
import { expect, openEveryFold, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { sheetPayload } from './codes.ts';
import { awake, rowsOf, status, visit } from './person.ts';
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
	/** How many there are, and how many after; by itself, what is shown, and one less. */
	count?: (page: Page) => Promise<number>;
	after?: (count: number) => number;
	/** It opens another page, and the keyboard is at its beginning. */
	opensAnother?: true;
	/** One is enough where several flows go the same way. */
	ways?: readonly (typeof ways)[number][];
}
const ways = ['from where the keyboard is', 'by the key for it'] as const;

const again = new RegExp(`^(${t('dice.roll')}|${t('dice.another')})`);
/** Rolls until it is not rest. */
async function roll(page: Page): Promise<void> {
	await expect(async () => {
		await page.getByRole('button', { name: again }).press('Enter', { timeout: 2000 });
		await expect(button(page, 'dice.answers.did')).toBeVisible({ timeout: 4000 });
	}).toPass({ timeout: 90_000 });
}
/** And unfolds the answers that are folded away. */
async function rollAndUnfold(page: Page): Promise<void> {
	await roll(page);
	const more = page.locator('summary').filter({ hasText: t('dice.answers.more') });
	await more.press('Enter');
	await expect(button(page, 'dice.answers.later')).toBeVisible();
}
const ofDice = (page: Page, field: 'hidden' | 'later') => async () => {
	const rows = (await rowsOf(page, 'settings')) as { key: string; value: Record<string, unknown[]> }[];
	return rows.find(({ key }) => key === 'dice')?.value[field]?.length ?? 0;
};
const dice = { address: 'dice/', shown: (page: Page) => button(page, 'dice.answers.did'), before: roll };
const oneMore = (count: number) => count + 1;

/** Every kind of thing that is done and can be undone, but the tick of Today (`bars.spec.ts`). */
const onThePage: Record<string, Flow> = {
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
		press: (page) => button(page, 'dice.later.remove').first(),
		count: (page) => ofDice(page, 'later')()
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

/** What ends a page or what is shown on it, and the answers of the dice. */
const further: Record<string, Flow> = {
	'a sheet cleared': {
		address: 'prescribe/',
		before: async (page) => {
			await button(page, 'prescribe.start.first-steps').press('Enter');
			await button(page, 'prescribe.out.clear').press('Enter');
		},
		shown: (page) => button(page, 'prescribe.rows.remove'),
		press: (page) => button(page, 'prescribe.out.clearYes'),
		after: () => 0,
		ways
	},
	'a sheet received': {
		address: `receive/#${sheetPayload({ lines: ['Sing in the choir', 'Count the boats'] })}`,
		before: (page) => button(page, 'receive.preview.yesToAll').press('Enter'),
		shown: (page) => button(page, 'receive.put'),
		press: (page) => button(page, 'receive.put'),
		count: async (page) => (await rowsOf(page, 'steps')).length,
		after: (count) => count + 2,
		opensAnother: true
	},
	'the end of a hard day': {
		address: 'hard-day/',
		// as from the home screen: it stays
		before: async (page) => {
			await page.goto('/hard-day/');
			await awake(page);
		},
		shown: (page) => page.getByRole('link', { name: t('hard-day.leave') }),
		press: (page) => page.getByRole('link', { name: t('hard-day.leave') }),
		count: (page) => page.evaluate(() => Number(localStorage.getItem('envol.hard-day') !== null)),
		opensAnother: true
	},
	'an idea done': {
		...dice,
		ways: [ways[0]],
		press: dice.shown,
		count: async (page) =>
			((await rowsOf(page, 'days')) as { done?: unknown[] }[]).flatMap(({ done }) => done ?? []).length,
		after: oneMore
	},
	'an idea put off': {
		...dice,
		before: rollAndUnfold,
		ways: [ways[1]],
		press: (page) => button(page, 'dice.answers.later'),
		count: (page) => ofDice(page, 'later')(),
		after: oneMore
	},
	'an idea that is not for me': {
		...dice,
		ways: [ways[0]],
		before: async (page) => {
			await rollAndUnfold(page);
			await button(page, 'dice.answers.notForMe').press('Enter');
		},
		shown: (page) => button(page, 'dice.notForMe.hide'),
		press: (page) => button(page, 'dice.notForMe.hide'),
		count: (page) => ofDice(page, 'hidden')(),
		after: oneMore
	},
	'an idea added to the day': {
		...dice,
		before: rollAndUnfold,
		ways: [ways[1]],
		press: (page) => button(page, 'dice.answers.add'),
		count: async (page) => (await rowsOf(page, 'steps')).length,
		after: oneMore
	},
	// last: its way back is not on the page itself
	'a note deleted': {
		address: 'hope/note/#full-note',
		shown: (page) => button(page, 'hope.note.delete'),
		press: (page) => button(page, 'hope.note.delete'),
		count: async (page) => {
			const notes = (await rowsOf(page, 'notes')) as Record<string, unknown>[];
			return notes.filter((note) => !note.goneAt && !note.deletedAt).length;
		},
		opensAnother: true
	}
};

const unfold = (page: Page) => openEveryFold(page.locator('main'));
const undo = (page: Page) => page.getByRole('button', { name: t('shell.status.undo'), exact: true });
/** Where the keyboard is: somewhere on the page, in view. */
const held = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement!;
		const { top, bottom } = at.getBoundingClientRect();
		if (at === document.body || at.id === 'main') return 'lost';
		return bottom > 0 && top < innerHeight ? 'in view' : `out of view: ${at.outerHTML.slice(0, 80)}`;
	});

async function tryIt(page: Page, flow: Flow, turn: number): Promise<void> {
	const { shown, press, after = (count) => count - 1 } = flow;
	const count = () => flow.count?.(page) ?? shown(page).count();
	// the keys are the same wherever the line stands: both ways once, then one of them in turn
	for (const way of flow.ways ?? (turn === 0 ? ways : [ways[turn % 2]!])) {
		// what can be undone on the page itself can be done there again
		if (way === ways[0] || turn > 0 || flow.opensAnother || flow.ways) {
			await visit(page, `/en/${flow.address}`);
			await flow.before?.(page);
		}
		await expect(shown(page).first()).toBeAttached();
		await unfold(page);
		const before = await count();
		await press(page).focus();
		await page.keyboard.press('Enter');
		await expect.poll(count, { message: `${way}: done` }).toBe(after(before));
		// the keys came with the first line that can be undone
		await expect(undo(page)).toContainText(/Ctrl\+Z|⌘ Z/);
		if (!flow.opensAnother) await expect.poll(() => held(page)).toBe('in view');
		if (way === 'by the key for it') await page.keyboard.press('ControlOrMeta+z');
		else {
			await page.keyboard.press('Shift+Tab');
			await expect(undo(page)).toBeFocused();
			await page.keyboard.press('Enter');
		}
		await expect(status(page, 'en'), `${way}: undone`).toHaveText(t('shell.status.undone'));
		await expect.poll(count, { message: `${way}: there again` }).toBe(before);
		if (!flow.opensAnother) await expect.poll(() => held(page)).toBe('in view');
	}
}

for (const [what, flows] of [
	['whatever was done on a page', onThePage],
	['what ends a page, and each answer of the dice,', further]
] as const)
	test(`${what} is undone by keyboard, from where the person is`, async ({ page }) => {
		await page.setViewportSize({ width: 1280, height: 800 });
		await fill(page, 'en');
		for (const [turn, [name, flow]] of Object.entries(flows).entries())
			await test.step(name, async () => {
				await tryIt(page, flow, turn);
			});
	});
