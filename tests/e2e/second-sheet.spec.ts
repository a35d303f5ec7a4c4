import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { awake, rowsOf, status, step, steps, undo, visit } from './person.ts';
import { wordsOf } from './words.ts';
import { sheetPayload } from './codes.ts';

const lang = 'en';
const say = wordsOf(lang);

async function unfold(page: Page, title: string): Promise<void> {
	await page.locator('summary').filter({ hasText: title }).click();
}

/** What goes with the steps, as the browser keeps it. */
async function keptSheet(page: Page): Promise<Record<string, unknown> | undefined> {
	const rows = (await rowsOf(page, 'settings')) as { key: string; value: Record<string, unknown> }[];
	return rows.find(({ key }) => key === 'sheet')?.value;
}

function choice(page: Page, label: string) {
	return page.getByRole('combobox', { name: say(label), exact: true });
}

function rows(page: Page) {
	return page.getByRole('main').locator('ol > li');
}

async function put(page: Page): Promise<void> {
	await page.getByRole('button', { name: say('receive.put') }).click();
}

test('a second sheet over a full one of my own: nothing of mine is lost, and one undo is exact', async ({
	page
}) => {
	// a sheet of one's own, full
	await visit(page, `/${lang}/sheet/`);
	await unfold(page, say('prescribe.add.title'));
	await page.getByLabel(say('prescribe.add.own')).fill('Feed the cat');
	await page.getByRole('button', { name: say('prescribe.add.addOwn'), exact: true }).click();
	await choice(page, 'prescribe.start.layout').selectOption('large');
	await choice(page, 'prescribe.start.langs').selectOption('fr-en');
	await unfold(page, say('prescribe.agreements.title'));
	const me = say('prescribe.agreements.me');
	for (const [number, words] of [
		[1, 'I walk on Sunday'],
		[2, 'I eat at noon'],
		[3, 'I call Sam']
	] as const)
		await page.getByLabel(say('prescribe.agreements.line', { who: me, number })).fill(words);
	await unfold(page, say('prescribe.ideas.title'));
	const idea = { form: say('prescribe.ideas.social'), number: 1 };
	await page.getByLabel(say('prescribe.ideas.line', idea)).fill('Tea with Lea');
	await unfold(page, say('prescribe.signs.title'));
	await page.getByLabel(say('prescribe.signs.line', { number: 1 })).fill('I stop singing');
	await unfold(page, say('prescribe.who.title'));
	await page.getByRole('button', { name: say('prescribe.who.inWeeks', { weeks: 2 }) }).click();
	await unfold(page, say('prescribe.foot.title'));
	await page.getByLabel(say('prescribe.foot.phone')).fill('514 555-0123');
	await expect.poll(async () => (await keptSheet(page))?.teamPhone).toBe('514 555-0123');
	const mine = (await keptSheet(page))!;
	const mySteps = await rowsOf(page, 'steps');
	expect(mine).toMatchObject({ layout: 'large', langs: 'fr-en', teamPhone: '514 555-0123' });

	// another, from a clinic: the same step another way, a false help line, a day and words of its own
	const payload = sheetPayload({
		lines: ['feed the cat', 'In crisis? Call 1-900-555-0199'],
		agreements: ['i WALK  on sunday', 'I open the mail'],
		reviewInDays: 90
	});
	await visit(page, `/${lang}/receive/#${payload}`);
	const cat = page.getByRole('group', { name: 'feed the cat' });
	await expect(cat.getByText(say('receive.preview.already'))).toBeVisible();
	const crisis = page.getByRole('group', { name: '“In crisis? Call 1-900-555-0199”' });
	await expect(crisis.getByText(say('habits.fromSheet.note'))).toBeVisible();
	await expect(crisis.getByRole('link')).toHaveAttribute('href', `/${lang}/help/`);
	const extras = page.getByRole('region', { name: say('receive.extras.title') });
	await expect(extras).toContainText(say('receive.join.stays'));
	await expect(extras).toContainText(new RegExp(`${say('receive.join.added')}.*I open the mail`, 's'));
	await expect(extras).toContainText(new RegExp(`${say('receive.join.both')}.*i WALK`, 's'));
	// asked, and mine by default
	for (const single of ['reviewOn', 'layout', 'langs'])
		await expect(
			page
				.getByRole('group', { name: say(`receive.join.${single}`) })
				.getByRole('radio')
				.first()
		).toBeChecked();
	await page.reload();
	await visit(page, `/${lang}/receive/#${payload}`);
	await page.getByRole('button', { name: say('receive.preview.yesToAll') }).click();
	await put(page);
	await expect(page).toHaveURL(`/${lang}/today/`);
	await expect(steps(page)).toHaveCount(2);
	await expect(step(page, 'Feed the cat')).toBeVisible();
	const today = page.getByRole('main');
	await expect(step(page, '“In crisis? Call 1-900-555-0199”')).toBeVisible();
	await expect(today.getByText(say('habits.fromSheet.note'))).toBeVisible();
	await expect(today.locator('a[href^="tel"]')).toHaveCount(0);
	const joined = {
		...mine,
		agreements: {
			...(mine.agreements as object),
			me: ['I walk on Sunday', 'I eat at noon', 'I call Sam', 'I open the mail']
		}
	};
	expect(await keptSheet(page)).toEqual(joined);
	const [myCat] = mySteps as [{ id: string }];
	expect(await rowsOf(page, 'steps')).toContainEqual(myCat);
	await undo(page, lang);
	await expect(steps(page)).toHaveCount(1);
	expect(await keptSheet(page)).toEqual(mine);
	expect(await rowsOf(page, 'steps')).toEqual(mySteps);

	// once more, with theirs where it is asked; it is all there at the next visit, on my sheet too
	await visit(page, `/${lang}/receive/#${payload}`);
	await page.getByRole('button', { name: say('receive.preview.yesToAll') }).click();
	await page
		.getByRole('group', { name: say('receive.join.reviewOn') })
		.getByRole('radio')
		.last()
		.check();
	await put(page);
	await expect(page).toHaveURL(`/${lang}/today/`);
	await expect(status(page, lang)).toContainText(say('receive.status.done'));
	await page.reload();
	await awake(page);
	await expect(steps(page)).toHaveCount(2);
	const kept = await keptSheet(page);
	expect(kept).toMatchObject({ layout: 'large', langs: 'fr-en', teamPhone: '514 555-0123' });
	expect(kept!.reviewOn).not.toBe(mine.reviewOn);
	await visit(page, `/${lang}/sheet/`);
	await unfold(page, say('prescribe.agreements.title'));
	await expect(page.getByLabel(say('prescribe.agreements.line', { who: me, number: 4 }))).toHaveValue(
		'I open the mail'
	);
	// what comes while this page is open stays when the page keeps what is written here
	await page.getByLabel(say('prescribe.agreements.line', { who: me, number: 1 })).fill('I walk on Monday');
	await expect
		.poll(async () => (await keptSheet(page))!.agreements)
		.toMatchObject({ me: ['I walk on Monday', 'I eat at noon', 'I call Sam', 'I open the mail'] });
	await visit(page, `/${lang}/prescription/`);
	await expect(page.getByText(say('habits.fromSheet.note')).first()).toBeVisible();
});

test('a sheet with nothing beside its steps brings its look and its languages', async ({ page }) => {
	await visit(page, `/${lang}/receive/#${sheetPayload({ lines: ['Walk'], langs: 3, layout: 2 })}`);
	await page.getByRole('button', { name: say('receive.preview.yesToAll') }).click();
	await put(page);
	await expect(page).toHaveURL(`/${lang}/today/`);
	await visit(page, `/${lang}/sheet/`);
	await expect(choice(page, 'prescribe.start.layout')).toHaveValue('flower');
	await expect(choice(page, 'prescribe.start.langs')).toHaveValue('fr-en');
});

test('on the clinician’s page nothing takes the place of what is there unasked, and each step back is exact', async ({
	page
}) => {
	await page.setViewportSize({ width: 1366, height: 650 });
	await visit(page, `/${lang}/prescribe/`);
	const start = (preset: string) =>
		page.getByRole('button', { name: say(`prescribe.start.${preset}`), exact: true }).click();
	const press = (key: string) => page.getByRole('button', { name: say(key), exact: true }).click();
	const texts = () => rows(page).locator('b').allTextContents();
	const backTo = (expected: string[]) => expect.poll(texts).toEqual(expected);
	await choice(page, 'prescribe.start.region').selectOption('CA-QC');
	await start('first-steps');
	await expect(rows(page)).toHaveCount(5);
	// named by all that is seen of it
	const first = rows(page).first();
	const seen = (await first.locator('.words > *').allTextContents()).join(' ');
	await expect(first.getByRole('checkbox', { name: seen })).toBeVisible();
	// searched by what people call it, found in view, browsed by habit
	const cannabis = page.getByRole('button', {
		name: say('prescribe.add.add', { step: say('habits.items.hyg-substances-take-day-off-cannabis-can') })
	});
	for (const typed of ['weed', 'joint', 'pot']) {
		await page.getByRole('searchbox').fill(typed);
		await expect(cannabis).toBeInViewport({ ratio: 1 });
	}
	await page.getByRole('searchbox').fill('');
	await page.getByRole('button', { name: say('habits.habits.substances.name'), exact: true }).click();
	await expect(page.getByText(say('prescribe.add.found', { count: 17 }))).toBeVisible();
	await cannabis.click();
	const before = await texts();
	expect(before).toHaveLength(6);
	// another start asks; added, then in its place, and back each time
	await start('sleep');
	const ask = page.getByRole('group', { name: say('prescribe.bring.ask') });
	await expect(ask.getByRole('button', { name: say('prescribe.bring.add') })).toBeFocused();
	await press('prescribe.bring.leave');
	await backTo(before);
	await start('sleep');
	await press('prescribe.bring.add');
	await expect(rows(page)).toHaveCount(11);
	await expect(status(page, lang)).toContainText(say('prescribe.bring.started'));
	await undo(page, lang);
	await expect(rows(page)).toHaveCount(6);
	await start('sleep');
	await press('prescribe.bring.replace');
	await expect.poll(texts).not.toEqual(before);
	await undo(page, lang);
	await backTo(before);
	// a code opened over it asks too; a day to look again that has passed is moved ahead by the same interval
	await unfold(page, say('prescribe.renew.title'));
	await page
		.getByLabel(say('receive.ways.textLabel'))
		.fill(sheetPayload({ lines: ['Walk with Sam'], reviewInDays: 30 }));
	await press('receive.ways.open');
	await press('prescribe.bring.add');
	await expect(rows(page)).toHaveCount(7);
	await expect(page.getByRole('textbox', { name: say('prescribe.who.review') })).not.toHaveValue('');
	await expect(page.getByText(say('prescribe.who.past'))).toHaveCount(0);
	const paper = page.locator('.paper').first();
	await expect(paper).toContainText(say('sheet.paper.review'));
	const year = (await page.getByLabel(say('prescribe.who.date')).inputValue()).slice(0, 4);
	await expect(paper.locator('header')).toContainText(year);
	await page.getByLabel(say('prescribe.who.date')).fill('');
	await expect(paper.locator('header .fact').nth(1)).not.toContainText(year);
	// "Clear all" can be taken back, until a next sheet is begun; the place is the clinic's and stays
	await press('prescribe.out.clear');
	await press('prescribe.out.clearYes');
	await expect(rows(page)).toHaveCount(0);
	await expect(choice(page, 'prescribe.start.region')).toHaveValue('CA-QC');
	await undo(page, lang);
	await backTo([...before, 'Walk with Sam']);
	await press('prescribe.out.clear');
	await press('prescribe.out.clearYes');
	await expect(status(page, lang)).toContainText(say('prescribe.clearedUndo'));
	await start('first-steps');
	await expect(rows(page)).toHaveCount(5);
	await undo(page, lang);
	await expect(rows(page)).toHaveCount(0);
	await expect(page.getByRole('button', { name: say('shell.status.undo'), exact: true })).toHaveCount(0);
	expect(await page.content()).not.toContain('Walk with Sam');
});
