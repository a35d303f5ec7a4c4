import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { awake, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

test('a clinic keeps its own start as a link and a file, and none of it goes into a code', async ({
	page,
	context,
	anotherContext
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const unfold = (title: string) => page.locator('summary').filter({ hasText: title }).click();
	const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
	await visit(page, '/fr/prescribe/');
	await press(say('prescribe.start.sleep'));
	await page.getByLabel(say('prescribe.who.clinic')).fill('CLSC du Vieux-Port, 12, rue de l’Église');
	await page.getByLabel(say('prescribe.who.for')).fill('Personne-Secrète');
	await page.getByLabel(say('prescribe.start.region')).selectOption('CA-QC');
	await unfold(say('prescribe.foot.title'));
	await page.getByLabel(say('prescribe.foot.phone')).fill('418 555-0123');
	const paper = page.locator('.paper');
	await expect(paper).toContainText('CLSC du Vieux-Port');
	// six steps are pictures, and can be a list
	await expect(paper.locator('.tiles > li')).toHaveCount(6);
	await page.getByLabel(say('prescribe.out.what')).selectOption('list');
	await expect(paper.locator('.tiles')).toHaveCount(0);
	await page.getByLabel(say('prescribe.out.what')).selectOption('sheet');

	// for the chart: the steps in words, and no name
	await press(say('sheet-tools.chart.copy'));
	await expect(page.getByText(say('sheet-tools.chart.copied'))).toBeVisible();
	const chart = await page.evaluate(() => navigator.clipboard.readText());
	for (const step of await paper.locator('.tiles > li .title').allInnerTexts())
		expect(chart).toContain(step.trim());
	expect(chart.match(/^- /gm)).toHaveLength(6);
	expect(chart).not.toMatch(/Personne|418 555|http/);

	await unfold(say('prescribe.ours'));
	const field = page.getByLabel(say('sheet-tools.ours.link'));
	await expect(field).toHaveValue(/#1[\w-]+&ours=[\w-]+$/);
	const link = await field.inputValue();
	const [payload = '', ours = ''] = link.split('#')[1]!.split('&ours=');
	const unpacked = Buffer.from(ours, 'base64url').toString();
	expect(unpacked).toBe('CA-QC\nCLSC du Vieux-Port, 12, rue de l’Église\n418 555-0123');
	const saved = page.waitForEvent('download');
	await press(say('sheet-tools.ours.save'));
	const html = await readFile((await (await saved).path())!, 'utf8');
	expect(html).toContain(`url=${link.replaceAll('&', '&amp;')}"`);
	expect(html).not.toMatch(/<script|Personne/);

	// the person's code has the steps alone
	await press(say('prescribe.out.code'));
	const code = page.getByRole('dialog').getByLabel(say('sheet-tools.code.link'));
	await expect(code).toHaveValue(new RegExp(`/fr/receive/#${payload}$`));
	await page
		.getByRole('dialog')
		.getByRole('button', { name: say('sheet-tools.code.close') })
		.click();

	// for the next person the clinic stays, and nobody else
	await press(say('prescribe.out.clear'));
	await press(say('prescribe.out.clearYes'));
	await expect(page.getByRole('button', { name: say('prescribe.out.print') })).toBeDisabled();
	await expect(page.getByLabel(say('prescribe.who.clinic'))).toHaveValue(/^CLSC/);
	await expect(page.getByLabel(say('prescribe.who.for'))).toHaveValue('');

	// opened from its link another day, all of it is there, and the address holds none of it
	await page.goto('about:blank');
	await page.goto(link);
	await awake(page);
	await expect(paper.locator('.tiles > li')).toHaveCount(6);
	await expect(paper).toContainText('CLSC du Vieux-Port');
	await expect(paper).toContainText('418 555-0123');
	await expect(paper).toContainText('1 866 APPELLE');
	expect(page.url()).not.toContain('#');
	// on another machine it is the same sheet, and nothing of it stays there
	const elsewhere = await (await anotherContext()).newPage();
	await elsewhere.goto(link);
	await awake(elsewhere);
	await expect(elsewhere.locator('.paper .tiles > li')).toHaveCount(6);
	const wordsOn = (one: Page) => one.locator('.paper').innerText();
	expect(await wordsOn(elsewhere)).toBe(await wordsOn(page));
	// but the language that it was opened in
	const left = await elsewhere.evaluate(async () => ({
		databases: (await indexedDB.databases()).length,
		caches: (await caches.keys()).filter((name) => !name.includes('precache')).length,
		local: JSON.stringify({ ...localStorage }),
		// which letters this session has says nothing of anybody
		session: JSON.stringify({ ...sessionStorage, 'envol.font': undefined }),
		hash: location.hash
	}));
	expect(left).toMatchObject({ databases: 0, caches: 0, session: '{}', hash: '' });
	expect(left.local).not.toMatch(/CLSC|418|QC|step|hyg-/);
	// nobody has worked on it: another start takes its place with no question
	await expect(page.getByRole('button', { name: say('prescribe.out.print') })).toBeEnabled();
});
