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
