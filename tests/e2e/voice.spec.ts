import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { rowsOf, status, undo, visit } from './person.ts';
import { only, wordsOf } from './words.ts';

// a microphone that hums, and a person who always says yes
test.use({
	launchOptions: async ({ launchOptions }, use) =>
		use({
			...launchOptions,
			args: [
				...(launchOptions.args ?? []),
				'--use-fake-device-for-media-stream',
				'--use-fake-ui-for-media-stream'
			]
		})
});

/** How many microphones this page has open. */
const open = (page: Page) =>
	page.evaluate(
		() =>
			(globalThis as unknown as { opened: MediaStreamTrack[] }).opened.filter(
				({ readyState }) => readyState === 'live'
			).length
	);

for (const lang of only('fr')) {
	const say = wordsOf(lang);
	test(`spoken words are kept here, with their length and size, and the microphone is let go (${lang})`, async ({
		page,
		context
	}) => {
		await context.grantPermissions(['microphone']);
		await page.addInitScript(() => {
			const opened: MediaStreamTrack[] = [];
			Object.assign(globalThis, { opened });
			const { getUserMedia } = MediaDevices.prototype;
			MediaDevices.prototype.getUserMedia = async function (constraints) {
				const stream = await getUserMedia.call(this, constraints);
				opened.push(...stream.getTracks());
				return stream;
			};
		});
		await visit(page, `/${lang}/hope/write/#free`);
		const record = page.getByRole('button', { name: say('hope.voice.record') });
		await expect(record).toBeVisible();
		expect(await open(page)).toBe(0);

		// begun and dropped: nothing is kept
		await record.click();
		await page.getByRole('button', { name: say('hope.voice.cancel') }).click();
		await expect(record).toBeVisible();
		await expect.poll(() => open(page)).toBe(0);

		await record.click();
		await expect(page.getByText(say('hope.voice.recording'))).toBeVisible();
		expect(await open(page)).toBe(1);
		// each second stands for a second only: a busy test may look past it
		await expect(page.getByText(/0:(0[2-9]|[1-5]\d)/)).toBeVisible();
		await page.getByRole('button', { name: say('hope.voice.stop') }).click();
		const player = page.getByLabel(say('hope.voice.listen'));
		await expect(player).toBeVisible();
		await expect.poll(() => open(page)).toBe(0);
		await expect(
			page.getByText(lang === 'en' ? /\d\sseconds?, \d+\skB/ : /\d\ssecondes?, \d+\sko/)
		).toBeVisible();
		expect(await rowsOf(page, 'recordings' as never)).toHaveLength(1);

		// taken away and back
		await page.getByRole('button', { name: say('hope.voice.remove') }).click();
		await expect(record).toBeVisible();
		await undo(page, lang);
		await expect(player).toBeVisible();
		await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
		await expect(status(page, lang)).toContainText(say('hope.status.saved'));

		// there again, and it can be heard
		await page
			.getByRole('article')
			.getByRole('link', { name: say('hope.memory.open') })
			.click();
		await expect(player).toBeVisible();
		await expect
			.poll(() => player.evaluate((element) => (element as HTMLAudioElement).readyState))
			.toBeGreaterThan(0);
		expect(await player.evaluate((element) => (element as HTMLAudioElement).play().then(() => true))).toBe(
			true
		);
	});
}

test('words being spoken are kept when the person saves, or goes elsewhere, without stopping first', async ({
	page,
	context
}) => {
	const say = wordsOf('en');
	await context.grantPermissions(['microphone']);
	for (const go of ['save', 'leave']) {
		await visit(page, '/en/hope/write/#free');
		await page.getByRole('button', { name: say('hope.voice.record') }).click();
		await expect(page.getByText(/0:(0[1-9]|[1-5]\d)/)).toBeVisible();
		if (go === 'save') await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
		else await page.getByRole('link', { name: say('shell.back'), exact: true }).click();
		await expect(page).toHaveURL(/\/hope\/$/);
		if (go === 'save') await expect(page.getByRole('article')).toContainText(say('hope.note.voice'));
	}
	const waiting = page.getByRole('region', { name: say('hope.unsaved.title') });
	await expect(waiting).toContainText(say('hope.note.voice'));
	await waiting.getByRole('link', { name: say('hope.unsaved.goOn') }).click();
	await expect(page.getByLabel(say('hope.voice.listen'))).toBeVisible();
	await page.getByRole('link', { name: say('shell.back'), exact: true }).click();

	// let go of: nothing of it comes back but by undo, and later the sound goes
	await waiting.getByRole('button', { name: say('hope.unsaved.discard') }).click();
	await expect(waiting).toHaveCount(0);
	expect(await rowsOf(page, 'recordings' as never)).toHaveLength(2);
	await page.clock.setFixedTime(Date.now() + 2 * 3_600_000);
	await visit(page, '/en/hope/');
	await expect.poll(async () => (await rowsOf(page, 'recordings' as never)).length).toBe(1);
});

test('a person who says no to the microphone is told kindly, and can write', async ({ page }) => {
	const say = wordsOf('en');
	await page.addInitScript(() => {
		MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await visit(page, '/en/hope/write/#free');
	await page.getByRole('button', { name: say('hope.voice.record') }).click();
	await expect(page.getByRole('alert')).toContainText(say('hope.voice.trouble.denied'));
	await expect(page.getByRole('button', { name: say('hope.voice.record') })).toBeVisible();
});
