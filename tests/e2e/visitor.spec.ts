import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { awake, steps } from './person.ts';
import { goThroughVisit, sentence } from './visitor-walk.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

/** Every file below, with what is in it. */
function* filesIn(folder: string): Generator<readonly [string, Buffer]> {
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		const stats = statSync(path, { throwIfNoEntry: false });
		if (stats?.isDirectory()) yield* filesIn(path);
		else if (stats?.isFile()) yield [path, readFileSync(path)];
	}
}

test('a visitor session works, opens Help beside it, saves a copy, and leaves nothing in the browser', async ({
	device
}) => {
	const context = await device.open({ serviceWorkers: 'allow' });
	const page = await context.newPage();
	await goThroughVisit(page, 'en');

	// Help is a page of its own: it opens beside, and leads into no session that keeps something
	const opening = context.waitForEvent('page');
	await page.getByRole('link', { name: say('shell.banner.all') }).click();
	const help = await opening;
	await expect(help).toHaveURL(/\/en\/help\/$/);
	await expect(help.locator('a[href$="/en/#visitor"]').first()).toBeAttached();
	await help.close();

	// a copy goes into the person's hand
	await page.getByRole('link', { name: say('shell.nav.plan') }).click();
	await page.getByRole('link', { name: say('plan.copy') }).click();
	await page.getByRole('radio', { name: say('copies.kind.readable') }).check();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: say('copies.make') }).click();
	await coming;

	await page.getByRole('button', { name: say('visitor.end') }).click();
	await expect(page.getByText('This session is over')).toBeVisible();
	await page.goBack();
	await expect(page.getByText(sentence)).toHaveCount(0);
	await expect(page.getByText('This session is over')).toBeVisible();
	// a page that keeps nothing itself, and closes no door, beside the one that clears up
	const other = await context.newPage();
	await other.goto('/404.html');
	await expect
		.poll(() =>
			other.evaluate(async () => [
				(await indexedDB.databases()).length,
				Object.keys(localStorage),
				// a worker that was still storing Envol's own pages may finish that
				(await caches.keys()).filter((name) => !name.includes('precache')).length,
				(await navigator.serviceWorker.getRegistrations()).length
			])
		)
		.toEqual([0, [], 0, 0]);
	await context.close();

	// the sentence nowhere; and where the browser keeps addresses and titles, only that Envol was opened
	const inHistory = /\/(History|Sessions|Favicons|Top Sites|Shortcuts|Web Data)/;
	const traces: string[] = [];
	for (const [path, bytes] of filesIn(device.folder))
		for (const words of [
			sentence,
			...(inHistory.test(path) ? ['/en/hope/', '/en/today/', `${say('today.title')} ·`] : [])
		])
			for (const how of ['utf8', 'utf16le'] as const)
				if (bytes.includes(Buffer.from(words, how))) traces.push(`${path}: ${words}`);
	expect(traces).toEqual([]);
});

test('a visitor session ends after a quarter of an hour without a touch, and asks a minute before', async ({
	page
}) => {
	await page.clock.install();
	await page.goto('/en/#visitor');
	await awake(page);
	await expect(page.getByRole('complementary', { name: say('visitor.label') })).toBeVisible();
	await page.getByRole('link', { name: say('welcome.skip') }).click();
	await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
	await expect(steps(page).first()).toBeVisible();
	await page.clock.fastForward(14 * 60_000 + 5000);
	const question = page.getByRole('dialog', { name: say('visitor.idle.title') });
	await expect(question).toBeVisible();
	await page.getByRole('button', { name: say('visitor.idle.stay') }).click();
	// answered: until then only the minute of the question goes on
	await expect(question).toHaveCount(0);
	await expect(steps(page).first()).toBeVisible();
	await page.clock.fastForward(14 * 60_000 + 5000);
	await expect(question).toBeVisible();
	await page.clock.runFor(65_000);
	await expect(page).toHaveURL(/\/(#visitor)?$/);
	await expect(steps(page)).toHaveCount(0);
});
