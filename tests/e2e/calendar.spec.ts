import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addOwn, status, visit } from './person.ts';
import { say } from './words.ts';

/** The file that the button hands out, its lines whole again. */
async function fileFrom(page: Page, key: string): Promise<{ name: string; text: string }> {
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: say('fr', key), exact: true }).click();
	const download = await downloading;
	const text = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
	return { name: download.suggestedFilename(), text };
}

test('a day goes in the calendar under a plain name, is changed by a new file, and taken out again', async ({
	page
}) => {
	await visit(page, '/fr/prescription/');
	await addOwn(page, 'fr', 'Promener Élodie à 17 h 15');
	await visit(page, '/fr/plan/');
	await page.getByRole('link', { name: say('fr', 'plan.calendar') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'calendar.title'));
	await expect(page.getByText(say('fr', 'calendar.file.nothing'))).toBeVisible();

	const step = page.getByRole('checkbox', { name: 'Promener Élodie' });
	await step.check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'shell.status.changed'));
	const first = await fileFrom(page, 'calendar.file.make');
	expect(first.name).toMatch(/^mon-agenda-\d{4}-\d\d-\d\d\.ics$/);
	expect(first.text).toMatch(/DTSTART:\d{8}T171500\r\n/);
	expect(first.text).toContain('\r\nSUMMARY:Envol\r\n');
	expect(first.text).not.toContain('lodie');
	await expect(page.getByText(say('fr', 'calendar.file.done'))).toBeVisible();

	await page.reload();
	await expect(step).toBeChecked();
	await page.getByLabel(say('fr', 'calendar.time')).fill('18:40');
	await page.getByLabel(say('fr', 'calendar.time')).blur();
	await page.getByRole('radio', { name: say('fr', 'calendar.names.own') }).check();
	await expect(page.getByLabel(say('fr', 'calendar.names.word'))).toBeHidden();
	const second = await fileFrom(page, 'calendar.file.change');
	expect(second.text).toContain('SUMMARY:Promener Élodie à 17 h 15');
	expect(second.text).toMatch(/DTSTART:\d{8}T184000\r\n/);
	const uidOf = (text: string) => /\r\nUID:(.*)\r\n/.exec(text)?.[1];
	expect(uidOf(second.text)).toBe(uidOf(first.text));
	expect(second.text).toContain('\r\nSEQUENCE:1\r\n');

	const out = await fileFrom(page, 'calendar.out.make');
	expect(out.text).toContain('\r\nMETHOD:CANCEL\r\n');
	expect(uidOf(out.text)).toBe(uidOf(first.text));
	await expect(page.getByText(say('fr', 'calendar.out.done'))).toBeVisible();
	await expect(step).not.toBeChecked();
});
