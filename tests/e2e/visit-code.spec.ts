import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { decodedByApp, decodedByZbar, keep, missingTools, pagesIn, scanOf } from './paper-tools.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

test('a page for a visit goes to the clinic as a code on paper or in several, and the next sheet starts from there', async ({
	page,
	context,
	anotherContext
}, info) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await fill(page, 'fr');
	await visit(page, '/fr/plan/visit/');
	const part = (name: string) =>
		page.locator('.parts > li').filter({ has: page.getByText(say(`visit.parts.${name}`), { exact: true }) });
	await part('did').locator('summary').first().click();
	await part('did')
		.getByRole('checkbox', { name: /rideaux/ })
		.check();

	// as plain text, to paste in a chart or a message
	await page.getByRole('button', { name: say('visit-page.out.copy') }).click();
	await expect(page.getByText(say('visit-page.out.copied'))).toBeVisible();
	const pasted = await page.evaluate(() => navigator.clipboard.readText());
	expect(pasted).toMatch(/rideaux ou allumer une lumière.*10 fois/);
	expect(pasted).not.toMatch(/[<>]|http/);

	// one code, printed and read back at 150 dots an inch by two readers
	await page.getByRole('button', { name: say('visit-page.code.button') }).click();
	const dialog = page.getByRole('dialog', { name: say('visit-page.code.title') });
	await expect(dialog.getByRole('img')).toBeVisible();
	await expect(dialog.getByRole('button', { name: say('visit-page.code.after') })).toHaveCount(0);
	await dialog.getByLabel(say('visit-page.code.onPaper')).check();
	await dialog.getByRole('button', { name: say('visit-page.code.close') }).click();
	await expect(page.locator('.plan-paper .codes svg')).toHaveCount(1);
	await expect(page.getByText(say('visit-page.out.fits'))).toBeVisible();
	let links: string[] = [];
	if (missingTools.length === 0)
		for (const format of ['Letter', 'A4'] as const) {
			const pdf = keep(
				info.outputPath(`one-${format}.pdf`),
				await page.pdf({ format, preferCSSPageSize: true })
			);
			expect(pagesIn(pdf), format).toBe(1);
			for (const ink of ['gray', 'mono'] as const) {
				const scan = scanOf(pdf, ink);
				const read = decodedByZbar(scan);
				expect(read).toMatch(/\/fr\/prescribe\/#1[\w-]{40,}$/);
				expect(decodedByApp(scan)).toBe(read);
				links = [read];
			}
		}

	// with everything, and the steps along: several
	for (const name of ['helped', 'agreements', 'signs', 'next']) {
		await part(name).locator('summary').first().click();
		await expect(part(name).getByRole('checkbox').first()).toBeVisible();
		for (const box of await part(name).getByRole('checkbox').all()) await box.check();
	}
	await page.getByRole('button', { name: say('visit-page.code.button') }).click();
	await dialog.getByLabel(say('visit-page.code.withPlan')).check();
	await expect(dialog.getByRole('button', { name: say('visit-page.code.after') })).toBeVisible();
	await dialog.getByRole('button', { name: say('visit-page.code.after') }).click();
	await expect(dialog.getByText(/2 sur \d/)).toBeVisible();
	await dialog.getByRole('button', { name: say('visit-page.code.close') }).click();
	const count = await page.locator('.plan-paper .codes svg').count();
	expect(count).toBeGreaterThan(1);
	if (missingTools.length > 0) return;
	const pdf = keep(
		info.outputPath('many.pdf'),
		await page.pdf({ format: 'Letter', preferCSSPageSize: true, pageRanges: '1' })
	);
	const many = decodedByZbar(scanOf(pdf, 'gray')).split('\n');
	expect(many).toHaveLength(count);

	// at the clinic, on another computer: nothing of it is stored
	const clinic = await (await anotherContext()).newPage();
	await visit(clinic, new URL(links[0]!).pathname + new URL(links[0]!).hash);
	const brought = clinic.getByRole('region', { name: say('visit-page.brought.title') });
	await expect(brought).toContainText(/rideaux ou allumer une lumière.*10 fois/);
	await expect(brought.getByText(say('visit-page.brought.asked'))).toHaveCount(0);
	expect(new URL(clinic.url()).hash).toBe('');
	// the others one by one, in any order
	const field = clinic.getByLabel(say('receive.ways.textLabel'));
	for (const [read, link] of many.toReversed().entries()) {
		await field.fill(link);
		await clinic.getByRole('button', { name: say('receive.ways.open'), exact: true }).click();
		if (read + 1 < count)
			await expect(clinic.getByText(say('receive.parts', { done: read + 1, count }))).toBeVisible();
	}
	await expect(brought.getByText(say('visit-page.brought.asked'))).toBeVisible();
	const curtains = brought.getByRole('listitem').filter({ hasText: 'rideaux' });
	await expect(curtains).toContainText('10 fois');
	await expect(curtains).toContainText(say('visit-page.brought.isOn'));
	// row by row: left out, and put back
	const row = clinic.getByRole('checkbox', { name: /rideaux/ });
	await row.uncheck();
	await curtains.getByRole('button', { name: say('visit-page.brought.put') }).click();
	await expect(curtains).toContainText(say('visit-page.brought.isOn'));
	const sheet = clinic.locator('.paper');
	await expect(sheet).toContainText('rideaux');
	expect(await clinic.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(
		[]
	);
	await clinic.getByRole('button', { name: say('prescribe.out.clear'), exact: true }).click();
	await clinic.getByRole('button', { name: say('prescribe.out.clearYes') }).click();
	await expect(brought).toHaveCount(0);
});
