import { readFileSync } from 'node:fs';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { keep, missingTools, pagesIn, textIn } from './paper-tools.ts';
import { status, undo, visit } from './person.ts';
import { say } from './words.ts';

/** An answer to a statement, by its group of choices. */
const group = (key: string) => say('fr', `practice.practice.areas.${key}`);

test('a look at one’s own practice: kept only on asking, two dates laid over one another, a team put together', async ({
	page,
	tolerate
}) => {
	// of the test's own reading
	tolerate(/willReadFrequently/);
	await page.setViewportSize({ width: 360, height: 740 });
	await visit(page, '/fr/practice/');
	const answer = (key: string, which: string) =>
		page
			.getByRole('group', { name: group(key) })
			.getByRole('radio', { name: say('fr', `practice.answers.${which}`), exact: true });
	await answer('treatment.a', 'often').check();
	await answer('treatment.b', 'rarely').check();
	await expect(
		page.getByRole('button', { name: say('fr', 'practice.done', { done: 2, all: 5 }) })
	).toBeVisible();
	await page.getByRole('button', { name: say('fr', 'practice.keep.label') }).click();
	await expect(status(page, 'fr')).toContainText(say('fr', 'practice.keep.kept'));
	await answer('treatment.c', 'nearly-always').check();
	// the count follows what is on the disk
	await expect(
		page.getByRole('button', { name: say('fr', 'practice.done', { done: 3, all: 5 }) })
	).toBeVisible();
	await page.reload();
	await expect(answer('treatment.c', 'nearly-always')).toBeChecked();

	// the numbers of the table are those of the picture: the middle of one, three and four is three
	const picture = page.getByRole('button', { name: say('fr', 'practice.picture') });
	await picture.first().click();
	const row = page.getByRole('row', { name: say('fr', 'practice.practice.areas.treatment.title') });
	await expect(row.getByRole('cell').first()).toHaveText('3');
	const ink = () =>
		page
			.locator('canvas')
			.first()
			.evaluate((each) => {
				const canvas = each as HTMLCanvasElement;
				const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
				return data.some((value) => value !== 0);
			});
	await expect.poll(ink).toBe(true);

	// another date, laid beside it
	await page.getByRole('button', { name: say('fr', 'practice.keep.begin') }).click();
	await page.getByRole('button', { name: say('fr', 'practice.practice.areas.treatment.title') }).click();
	await answer('treatment.a', 'at-times').check();
	await page.getByRole('button', { name: say('fr', 'practice.keep.label') }).click();
	await picture.first().click();
	await page.getByRole('combobox', { name: say('fr', 'practice.result.compare') }).selectOption({ index: 1 });
	await expect(row.getByRole('cell')).toHaveText(['2', '3']);

	// a colleague's answers, from a file; the same ones twice count once; others are told kindly
	const team = page.locator('details');
	await team.locator('summary').click();
	const files = team.locator('input[type=file]');
	const colleague = (id: number, form = 'practice') => ({
		name: `${id}.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(
			JSON.stringify({
				envol: 'answers',
				version: 1,
				sheets: [{ id, form, answers: { 'treatment.a': 'nearly-always' } }]
			})
		)
	});
	await files.setInputFiles([colleague(1), colleague(2), colleague(2)]);
	await expect(team.getByText(say('fr', 'practice.team.count', { count: 3 }))).toBeVisible();
	await expect(
		team.getByRole('row', { name: say('fr', 'practice.practice.areas.treatment.title') }).getByRole('cell')
	).toHaveText(['2', '4', '4']);
	await files.setInputFiles({ name: 'x.json', mimeType: 'text/plain', buffer: Buffer.from('<html>') });
	await expect(team.getByRole('status')).toHaveText(say('fr', 'practice.team.unreadable'));
	const saving = page.waitForEvent('download');
	await team
		.getByRole('button', { name: say('fr', 'practice.keep.file') })
		.last()
		.click();
	const saved = JSON.parse(readFileSync(await (await saving).path(), 'utf8')) as { sheets: unknown[] };
	expect(saved.sheets).toHaveLength(3);
	expect(await barriers(page, 'a look at my practice')).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	// it prints whole, black on white, and the page around it stays away
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.look-paper')).toBeVisible();
	await expect(page.locator('.look-paper').getByText(group('meaning.e'))).toBeVisible();
	await expect(team).toBeHidden();
});

test('the papers of a look at one’s own practice are counted on Letter and A4, in the longer language', async ({
	page
}, info) => {
	test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
	for (const [form, pages, key] of [
		['practice', 3, 'practice.practice.areas.meaning.e'],
		['services', 3, 'practice.services.areas.changing.e'],
		['questions', 1, 'practice.questions.team.d']
	] as const) {
		await page.goto('about:blank');
		await visit(page, `/fr/practice/#${form}`);
		const words = say('fr', key);
		await expect(page.locator('.look-paper').getByText(words)).toBeAttached();
		for (const format of ['Letter', 'A4'] as const) {
			const pdf = keep(info.outputPath('page.pdf'), await page.pdf({ format }));
			expect(pagesIn(pdf), `${form} on ${format}`).toBe(pages);
			expect(textIn(pdf).replace(/\s/g, ''), form).toContain(words.replace(/\s/g, '').slice(0, 40));
		}
	}
});

test('what somebody thought becomes a text of their own, with nobody’s address in it', async ({ page }) => {
	await visit(page, '/en/about/');
	await page.getByRole('button', { name: say('en', 'about.opinion.begin') }).click();
	await expect(page.getByText(say('en', 'about.opinion.text.none'))).toBeVisible();
	await page
		.getByRole('group', { name: say('en', 'about.opinion.helped.legend') })
		.getByRole('radio', { name: say('en', 'about.opinion.helped.partly') })
		.check();
	await page.getByLabel(say('en', 'about.opinion.missing')).fill('Larger letters');
	const mail = page.getByRole('link', { name: say('en', 'about.opinion.mail') });
	await expect(mail).toHaveAttribute('href', /^mailto:\?subject=.*Larger%20letters/);
	await page.getByRole('button', { name: say('en', 'about.opinion.clear') }).click();
	await expect(mail).toHaveCount(0);
	await undo(page, 'en');
	await expect(mail).toBeVisible();
	await page.getByRole('button', { name: say('en', 'about.opinion.clear') }).click();
});
