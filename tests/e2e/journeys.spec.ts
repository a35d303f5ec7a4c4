import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { chosen, mine, steps, visit } from './person.ts';
import { watchWalk } from './watched-walk.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

// the taps as they were counted on November 28 (docs/pictures/review), with one for the icon where a journey begins there
test.describe('each journey takes as few taps as it ever did, and nothing moves under the finger', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	test('the first day', async ({ page }) => {
		const { journey, asked } = await watchWalk(page);
		// a quiet hour: it is about the time of no step
		await page.clock.setFixedTime(new Date('2026-11-25T15:00:00-05:00'));
		const main = page.getByRole('main');
		const button = (name: string) => page.getByRole('button', { name, exact: true });
		await journey('from the door to five steps', 4, async () => {
			await page.goto('/');
			await page.getByRole('link', { name: 'Français', exact: true }).click();
			for (const next of [/place/, /start/]) {
				await main.getByRole('link', { name: say('welcome.next') }).click();
				await expect(page).toHaveURL(next);
			}
			await main.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
			await expect(steps(page)).toHaveCount(5);
		});
		await journey('a tick', 1, async () => {
			await steps(page).first().check();
			await expect(page.locator('.feather')).toBeVisible();
			await expect(button(say('shell.status.close'))).toBeVisible();
		});
		await journey('a tick taken back', 1, async () => {
			await main.getByText(say('shell.status.undo'), { exact: true }).first().click();
			await expect(steps(page).first()).not.toBeChecked();
		});
		await journey('a tiny version', 2, async () => {
			await main.locator('.row .step').filter({ hasText: 'Manger' }).click();
			await page
				.getByRole('dialog')
				.getByRole('button', { name: /^En tout petit/ })
				.click();
			await expect(page.getByRole('dialog')).toBeHidden();
			// the row says so now
			await asked();
		});
		await journey('the minimum', 1, async () => {
			await main.getByRole('link', { name: say('today.hardDay.show') }).click();
			await expect(main.getByRole('checkbox')).toHaveCount(4);
		});
		await journey('and back', 1, async () => {
			await main.getByRole('link', { name: say('hard-day.leave') }).click();
			await expect(page.getByRole('region', { name: say('hard-day.landing.title') })).toBeVisible();
		});
		await journey('the present moment, from Today', 2, async () => {
			await main.getByRole('link', { name: say('today.hardDay.show') }).click();
			await main.getByRole('link', { name: say('hard-day.here') }).click();
			await expect(page).toHaveURL(/here/);
			await expect(
				main.getByRole('button', { name: new RegExp(`^${say('here.next')}`) }).first()
			).toBeVisible();
		});
	});

	test('a life in it', async ({ page, tolerate }) => {
		tolerate(/Dexie\.delete\('envol'\) was blocked/);
		// a quiet hour: it is about the time of no step
		await page.clock.setFixedTime(new Date('2026-11-25T15:00:00-05:00'));
		await fill(page, 'fr');
		const { journey, asked } = await watchWalk(page);
		const main = page.getByRole('main');
		const link = (name: string) => page.getByRole('link', { name, exact: true });
		await journey('something picked for me, and done', 2, async () => {
			await visit(page, '/fr/today/');
			await main.getByRole('link', { name: say('today.links.dice') }).click();
			const result = page.getByRole('region', { name: say('dice.result') });
			await expect(result.getByRole('heading')).toBeVisible();
			await asked();
			await result
				.getByRole('button', { name: new RegExp(`${say('dice.answers.did')}|${say('dice.rest.take')}`) })
				.click();
			// a card of another height, by chance: dice.spec.ts measures one
			await asked();
		});
		await journey('a note', 3, async () => {
			await visit(page, '/fr/today/');
			await page
				.getByRole('navigation', { name: say('shell.nav.label') })
				.getByRole('link', { name: say('hope.title') })
				.click();
			await link(say('hope.pillars.free')).click();
			await page.getByLabel(say('hope.write.text'), { exact: true }).fill('La lumière sur le lac.');
			await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
			await expect(main.getByRole('article').first()).toContainText('La lumière');
		});
		await journey('a day in the calendar of notes', 2, async () => {
			await visit(page, '/fr/hope/all/');
			await page.getByLabel(say('hope.all.calendar')).check();
			const day = page.getByRole('cell').getByRole('button').first();
			await expect(day).toBeVisible();
			await asked();
			await day.click();
			await expect(day).toHaveAttribute('aria-pressed', 'true');
			await expect(main.getByRole('article').first()).toBeVisible();
		});
		await journey('somebody to call', 1, async () => {
			await visit(page, '/fr/today/');
			await page.locator('.banner a').last().click();
			await expect(
				page
					.getByRole('region', { name: say('help.people.title') })
					.getByRole('link')
					.first()
			).toBeVisible();
		});
		await journey('the last step to the top', 2, async () => {
			await visit(page, '/fr/prescription/');
			const last = await chosen(page, 'fr').last().locator('.title').innerText();
			await chosen(page, 'fr').last().click();
			const top = mine(page, 'fr').getByRole('button', { name: say('prescription.toTop') });
			await expect(top).toBeVisible();
			await asked();
			await top.click();
			await expect(chosen(page, 'fr').first().locator('.title')).toHaveText(last);
			// which is what was asked for
			await asked();
		});
		await journey('looking back', 1, async () => {
			await visit(page, '/fr/today/');
			await main.getByRole('link', { name: /jours? avec/ }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('back.title'));
		});
		await journey('the next visit', 1, async () => {
			await visit(page, '/fr/plan/');
			await main.getByRole('link', { name: say('plan.parts.visit.title') }).click();
			await expect(page.getByText(say('visit-page.out.fits'))).toBeVisible();
		});
		await journey('everything erased', 2, async () => {
			await visit(page, '/fr/settings/');
			await page.getByRole('button', { name: say('settings.erase.ask') }).click();
			await asked();
			await page.getByRole('button', { name: say('settings.erase.yes') }).click();
			await expect(page).toHaveURL('/erase/');
			await expect(page.getByRole('heading', { name: 'Tout est effacé de cet appareil' })).toBeVisible();
		});
	});
});

test('a prescription is two taps from the print dialog, and nothing moves at a desk', async ({ page }) => {
	await page.addInitScript(() => {
		globalThis.print = () => document.body.setAttribute('data-printed', '');
	});
	const { journey, asked } = await watchWalk(page);
	await journey('a ready-made start, printed', 2, async () => {
		await visit(page, '/fr/prescribe/');
		await page.getByRole('button', { name: say('prescribe.start.first-steps'), exact: true }).click();
		await expect(page.getByText(say('prescribe.out.fits'))).toBeVisible();
		// the sheet, drawn and measured
		await asked();
		await page.getByRole('button', { name: say('prescribe.out.print'), exact: true }).click();
		await expect(page.locator('body')).toHaveAttribute('data-printed', '');
	});
});
