import { asleep, boxesOf, expectNothingMoved, forgetShifts, watchShifts } from './asleep.ts';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { beginWith, visit } from './person.ts';

test('Hope and My plan show the person’s own words before the app is awake, and nothing moves when it is', async ({
	page
}) => {
	await beginWith(page, 'fr', 'first-steps');
	await expect.poll(() => page.evaluate(() => localStorage.getItem('envol.early-list'))).not.toBeNull();
	await page.evaluate(
		() =>
			new Promise<void>((done) => {
				const opening = indexedDB.open('envol');
				opening.onsuccess = () => {
					const putting = opening.result.transaction(['notes', 'drafts', 'settings'], 'readwrite');
					for (const [i, text] of ['La lumière est entrée.', 'On a mangé une soupe.'].entries())
						putting
							.objectStore('notes')
							.put({ id: `n${i}`, day: '2026-11-01', at: i, changedAt: i, text, tags: [], chimes: [], dimension: 'hope' }); // prettier-ignore
					const begun = { id: 'b', day: '2026-11-02', text: 'Ce soir, j’ai', tags: [], chimes: [] };
					putting.objectStore('drafts').put({ key: 'note:b:tab', text: JSON.stringify(begun), at: 1 });
					putting.objectStore('settings').put({ key: 'stitches', value: 20 });
					putting.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			})
	);
	const pages = [
		{
			path: '/fr/hope/',
			parts: 'main article, main figure, main section:has(#unsaved) :is(p, a, button)',
			own: '#early article',
			link: '#open-n1'
		},
		{ path: '/fr/plan/', parts: 'main details.card', own: '#early details', link: '#see-steps' }
	];
	const asApp: unknown[][][] = [];
	for (const { path, parts } of pages) {
		await visit(page, path);
		await expect(page.locator(parts).first()).toBeVisible();
		await expect(page.locator('.early > *')).toHaveCount(0);
		asApp.push(await boxesOf(page, parts)());
	}

	const size = page.viewportSize()!;
	await watchShifts(page);
	for (const [i, { path, parts, own, link }] of pages.entries()) {
		const wake = await asleep(page);
		await page.goto(path, { waitUntil: 'commit' });
		await expect(page.locator(own).first()).toBeVisible();
		await expect.poll(boxesOf(page, parts)).toEqual(asApp[i]);
		expect(await barriers(page, path)).toEqual([]);
		await page.setViewportSize(size);
		await page.locator(link).focus();
		await forgetShifts(page);
		await wake();
		await expect(page.locator('.early > *')).toHaveCount(0);
		await expect.poll(boxesOf(page, parts)).toEqual(asApp[i]);
		await expect(page.locator(link)).toBeFocused();
		await expectNothingMoved(page);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	}
});

test('on a phone the knitting has its room before its stitches are counted, however many they are', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	const room = () => page.locator('main .figure').evaluate((figure) => figure.getBoundingClientRect().height);
	for (const lang of ['en', 'fr'] as const) {
		await page.goto(`/${lang}/help/`);
		const wake = await asleep(page);
		await page.goto(`/${lang}/hope/`, { waitUntil: 'commit' });
		const empty = await room();
		await wake();
		await expect(page.locator('main figure')).toBeVisible();
		expect(await room()).toBe(empty);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	}
	await beginWith(page, 'fr', 'first-steps');
	const empty = await roomOf(page, 1);
	expect(await roomOf(page, 2500)).toBe(empty);

	async function roomOf(on: typeof page, stitches: number): Promise<number> {
		await on.evaluate(
			(value) =>
				new Promise<void>((done) => {
					const opening = indexedDB.open('envol');
					opening.onsuccess = () => {
						const putting = opening.result.transaction('settings', 'readwrite');
						putting.objectStore('settings').put({ key: 'stitches', value });
						putting.oncomplete = () => {
							opening.result.close();
							done();
						};
					};
				}),
			stitches
		);
		await visit(on, '/fr/hope/');
		await expect(on.locator('main figcaption')).toContainText(stitches === 1 ? '1 maille' : /2\s?500/);
		return room();
	}
});
