import { expect, test } from './fixtures.ts';
import { awake, beginWith, status, steps } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('Today gives something back: a feather for the day, a warm line, a soft return, and another face in the night', async ({
	page
}) => {
	await page.clock.install({ time: new Date('2026-11-25T09:00:00-05:00') });
	await beginWith(page, 'en', 'first-steps');
	const feathers = page.getByRole('main').getByRole('link', { name: /with a step$/ });
	await expect(steps(page)).toHaveCount(5);
	await expect(page.getByRole('button', { name: say('today.rest.ask') })).toBeVisible();
	await expect(feathers).toHaveCount(0);
	for (const step of await steps(page).all()) {
		await step.check();
		await expect(status(page, 'en')).toContainText(say('today.status.done'));
		await expect(feathers).toHaveText(say('row.feathers', { count: 1 }));
	}
	await expect(page.getByText(say('row.all'))).toBeVisible();
	await expect(feathers).toHaveAttribute('href', '/en/back/');
	// said once: the next opening does not say it again
	await page.reload();
	await expect(feathers).toBeVisible();
	await expect(page.getByText(say('row.all'))).toHaveCount(0);

	// a week later nothing is said of the days between
	await page.clock.setFixedTime(new Date('2026-12-02T09:00:00-05:00'));
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toContainText(say('today.isBack.hello'));
	await expect(feathers).toHaveText(say('row.feathers', { count: 1 }));
	await expect(steps(page)).toHaveCount(5);
	await page.getByRole('button', { name: say('today.isBack.few') }).click();
	await expect(steps(page)).toHaveCount(3);

	// any day of the week before can be looked at, with what was done
	await page.goto('/en/today/yesterday/');
	await expect(steps(page)).toHaveCount(5);
	await page.getByRole('button', { name: 'Wednesday, November 25' }).click();
	await expect(page.locator('main .row:has(:checked)')).toHaveCount(5);
	// and any week before that
	await expect(page.getByRole('button', { name: say('row.later') })).toHaveCount(0);
	await page.getByRole('button', { name: say('row.earlier') }).click();
	await expect(page.locator('#whole .date')).toHaveText('Wednesday, November 18');
	await expect(page.getByRole('button', { name: 'Wednesday, November 18' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await steps(page).first().check();
	await expect(status(page, 'en')).toContainText(say('today.status.done'));
	await page.getByRole('button', { name: say('row.later') }).click();
	await expect(page.locator('main .row:has(:checked)')).toHaveCount(5);
	await expect(page.getByRole('button', { name: say('row.later') })).toHaveCount(0);
	await page.getByRole('button', { name: say('row.earlier') }).click();
	await expect(page.locator('main .row:has(:checked)')).toHaveCount(1);
	await steps(page).first().uncheck();
	await expect(status(page, 'en')).toContainText(say('shell.status.undone'));
	await page.goto('/en/today/');

	// in the night: a person, the present moment, rest; the list one tap away
	await page.clock.setFixedTime(new Date('2026-12-03T02:00:00-05:00'));
	await page.reload();
	await awake(page);
	const night = page.getByRole('region', { name: say('today.night.title') });
	await expect(night).toBeVisible();
	await expect(steps(page)).toHaveCount(0);
	await expect(night.getByRole('link')).toHaveText([
		say('today.night.person'),
		say('today.night.here'),
		say('today.night.list')
	]);
	await night.getByRole('link', { name: say('today.night.list') }).click();
	await expect(steps(page)).toHaveCount(5);
	await expect(night).toBeHidden();
});
