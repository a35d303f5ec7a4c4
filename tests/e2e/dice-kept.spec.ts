import { diePayload, sheetPayload } from './codes.ts';
import { expect, test } from './fixtures.ts';
import { awake, rowsOf, status, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');
const call = 'In crisis? Call 1-900-555-0199';
const quoted = `“${call}”`;

test('six by a code take the place of mine only when told so; its words stay the code’s, wherever they stand', async ({
	page,
	context
}) => {
	const keptDice = async () =>
		((await rowsOf(page, 'settings')) as { key: string; value: { six: string[]; own: object[] } }[]).find(
			({ key }) => key === 'dice'
		)?.value;
	await visit(page, `/en/receive/#${diePayload([call, 'Embroider', 1, 1000, 1024, 1030])}`);
	await page.getByRole('button', { name: say('receive.die.put') }).click();
	await expect(page).toHaveURL('/en/dice/');
	await expect(page.getByRole('radio', { name: say('dice.which.six'), exact: true })).toBeChecked();

	// among my ideas it is a quotation, with the real help beside it; the other one is an idea like any
	await visit(page, '/en/dice/mine/');
	const mine = page.getByRole('region', { name: say('dice.mine.list') });
	const theirs = mine.getByRole('listitem').filter({ hasText: quoted });
	await expect(theirs).toContainText(say('dice.from.note'));
	await expect(theirs.getByRole('link')).toHaveAttribute('href', '/en/help/');
	await expect(mine.getByRole('listitem').filter({ hasText: 'Embroider' })).not.toContainText(
		say('dice.from.note')
	);

	// a code that is open stays open, whatever comes in elsewhere
	await page.getByRole('button', { name: say('dice.share.open') }).click();
	const dialog = page.getByRole('dialog', { name: say('dice.share.title') });
	const link = dialog.getByLabel(say('dice.share.link'));
	await expect(link).toBeVisible();
	const before = await keptDice();
	const other = await context.newPage();
	await other.goto(`/en/receive/#${diePayload([1, 'Sing', 1000, 1001, 1024, 1030])}`);
	await awake(other);
	await expect(other.getByText(say('receive.die.replaces'))).toBeVisible();
	await other.getByRole('button', { name: say('receive.die.add') }).click();
	await expect(other).toHaveURL('/en/dice/');
	await expect(mine).toContainText('Sing');
	await expect(link).toBeVisible();
	expect(await keptDice()).toEqual({ ...before, own: [...before!.own, expect.anything()] });
	await other.close();

	// rolled, it says the same; so does the paper die
	await visit(page, '/en/dice/paper/');
	await expect(page.locator('.die-paper .face').filter({ hasText: quoted })).toHaveCount(1);
	await visit(page, '/en/dice/');
	const card = page.getByRole('region', { name: say('dice.result') });
	// no chance in this one roll: the first of my six comes up
	await page.evaluate(() =>
		Object.defineProperty(crypto, 'getRandomValues', { value: (numbers: Uint32Array) => numbers.fill(0) })
	);
	await page.getByRole('button', { name: say('dice.roll'), exact: true }).click();
	await expect(card.getByRole('heading', { name: quoted })).toBeVisible();
	await expect(card.getByRole('link', { name: say('dice.from.help') })).toHaveAttribute('href', '/en/help/');
	await expect(card.locator('a[href^="tel"]')).toHaveCount(0);
});

test('an agreement of a sheet that could be taken for help is quoted on my plan, until I write it anew', async ({
	page
}) => {
	await visit(page, `/en/receive/#${sheetPayload({ lines: [], agreements: [call, 'I walk'] })}`);
	await page.getByRole('button', { name: say('receive.put'), exact: true }).click();
	await expect(page).toHaveURL('/en/plan/');
	await visit(page, '/en/plan/agreements/');
	const agreed = page.getByRole('region', { name: say('plan.agreed.title') });
	await expect(agreed.getByRole('listitem').filter({ hasText: quoted })).toBeVisible();
	await expect(agreed.getByRole('link', { name: say('habits.fromSheet.help') })).toHaveAttribute(
		'href',
		'/en/help/'
	);
	await agreed.getByRole('button', { name: say('my-plan.agreements.bringIn') }).click();
	const me = page.getByRole('region', { name: say('my-plan.agreements.sides.me') });
	await expect(me).toContainText(quoted);
	await expect(me).toContainText(say('habits.fromSheet.note'));
	await me.locator('summary').filter({ hasText: quoted }).click();
	const words = me.getByLabel(say('my-plan.agreements.words')).first();
	await words.fill('I call my aunt');
	await words.press('Tab');
	await expect(status(page, 'en')).toContainText(say('shell.status.changed'));
	await expect(me).not.toContainText(say('habits.fromSheet.note'));
});
