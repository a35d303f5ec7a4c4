import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { levelOf, zeroTheTail } from './browser-files.ts';
import { expect, test, type Device } from './fixtures.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test.describe('a damaged database', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	/** @param isAlone leaves the database without the journal */
	const pageOf = async ({ open }: Device, isAlone = false): Promise<Page> => {
		const context = await open();
		if (isAlone)
			await context.addInitScript(() => {
				// pages that are not secure have none
				if ('storage' in navigator)
					Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined });
			});
		return context.newPage();
	};

	/** Three sessions: one that ends in a power cut, one that is closed well, one that looks what is there. */
	const cutAndGoOn = async (device: Device, isAlone: boolean) => {
		let page = await pageOf(device, isAlone);
		await beginWith(page, 'en', 'first-steps');
		await steps(page).nth(0).check();
		await expect(status(page, 'en')).toContainText(say('today.status.done'));
		await device.kill();
		zeroTheTail(device.folder);

		page = await pageOf(device, isAlone);
		await visit(page, '/en/today/');
		await steps(page).nth(2).check();
		await expect(status(page, 'en')).toContainText(say('today.status.done'));
		await page.getByLabel(say('today.note.label')).fill('words after the cut');
		await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
		await page.context().close();

		page = await pageOf(device, isAlone);
		await visit(page, '/en/today/');
		return page;
	};

	test('D3 what was said to be saved after a power cut is there at the next start, and the person is told', async ({
		device,
		troubles
	}) => {
		const { folder } = device;
		const page = await cutAndGoOn(device, false);
		await expect(page.getByLabel(say('today.note.label'))).toHaveValue('words after the cut');
		for (const [index, isDone] of [true, false, true].entries())
			await expect(steps(page).nth(index)).toBeChecked({ checked: isDone });
		const told = page.getByText(say('shell.lost.mended'));
		await expect(told).toBeVisible();
		// on whatever page, until it was read
		await visit(page, '/en/settings/');
		await expect(told).toBeVisible();
		await page
			.getByRole('main')
			.getByRole('button', { name: say('shell.status.close'), exact: true })
			.click();
		await expect(told).toBeHidden();
		await page.context().close();

		await test.step('D4 with all of the database gone it is rebuilt', async () => {
			rmSync(levelOf(folder), { recursive: true });
			const again = await pageOf(device);
			await visit(again, '/en/today/');
			await expect(again.getByLabel(say('today.note.label'))).toHaveValue('words after the cut');
			await expect(steps(again).nth(2)).toBeChecked();
			await expect(again.getByText(say('shell.lost.mended'))).toBeVisible();
			await steps(again).nth(1).check();
			await expect(status(again, 'en')).toContainText(say('today.status.done'));
			await again.context().close();
		});
		await test.step('and when no database can be opened any more, it is shown from the journal', async () => {
			const level = levelOf(folder);
			for (const name of readdirSync(level)) if (name.startsWith('MANIFEST')) rmSync(join(level, name));
			troubles.expected.push(/UnknownError/);
			for (const ticked of [3, 4]) {
				const again = await pageOf(device);
				await visit(again, '/en/today/');
				const note = again.getByLabel(say('today.note.label'));
				await expect(note).toHaveValue('words after the cut');
				await expect(again.getByText(say('shell.storage.unreadable'))).toBeVisible();
				for (let index = 0; index < ticked; index += 1) await expect(steps(again).nth(index)).toBeChecked();
				await steps(again).nth(ticked).check();
				await expect(status(again, 'en')).toContainText(say('shell.status.notKept'));
				await again.context().close();
			}
		});
	});

	test('without the second store the same loses it: what shows that the test can fail', async ({
		device
	}) => {
		const page = await cutAndGoOn(device, true);
		await expect(page.getByLabel(say('today.note.label'))).toHaveValue('');
	});
});
