import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('two people alike, without a name, can both be asked in a crisis', async ({ page }) => {
	// both friends, the same number, ticked both: kept by a version that could not show it
	await fill(page, 'en');
	await visit(page, '/en/plan/crisis/');
	await page.getByText(say('my-plan.crisis.asks'), { exact: true }).first().click();
	const friends = page.getByRole('checkbox', { name: new RegExp(say('people.roles.friend')) });
	const calls = page.getByRole('link', { name: `${say('people.call')} ${say('people.roles.friend')}` });
	await expect(friends).toHaveCount(2);
	await expect(calls).toHaveCount(2);
	await friends.first().uncheck();
	await expect(calls).toHaveCount(1);
	await friends.first().check();
	await expect(calls).toHaveCount(2);
	await page.reload();
	await expect(calls).toHaveCount(2);
});

/** The signs of a line of text in the order in which they stand on the screen, from left to right. */
async function asSeen(line: Locator): Promise<string> {
	return line.evaluate((element) => {
		const signs: { sign: string; left: number }[] = [];
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			for (let at = 0; at < node.nodeValue!.length; at++) {
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + 1);
				const box = range.getBoundingClientRect();
				if (/[\p{L}\p{N}-]/u.test(node.nodeValue![at]!) && box.width > 0)
					signs.push({ sign: node.nodeValue![at]!, left: box.left });
			}
		return signs
			.sort((a, b) => a.left - b.left)
			.map(({ sign }) => sign)
			.join('');
	});
}

const hebrew = { id: 'h', order: 50, name: 'דוד', role: 'friend', phone: '٥١٤ ٥٥٥-٠١٤٤', canText: true };

/** One more person, whose name and number are both written from right to left. */
async function meetHebrew(page: Page): Promise<void> {
	await page.evaluate(
		(one) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('envol');
				opening.onsuccess = () => {
					const writing = opening.result.transaction('settings', 'readwrite');
					const settings = writing.objectStore('settings');
					const reading = settings.get('people');
					reading.onsuccess = () =>
						settings.put({ key: 'people', value: { ...reading.result.value, h: one } });
					const notes = settings.get('planNotes');
					notes.onsuccess = () =>
						settings.put({
							key: 'planNotes',
							value: { ...notes.result.value, asks: ['full-person-3', 'h', ...notes.result.value.asks] }
						});
					writing.oncomplete = () => (opening.result.close(), resolve());
					writing.onerror = () => reject(new Error('not laid'));
				};
			}),
		hebrew
	);
}

test('a name from right to left turns no number, in the crisis plan', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await fill(page, 'en');
	await meetHebrew(page);
	await visit(page, '/en/plan/crisis/');
	await page.getByText(say('my-plan.crisis.asks'), { exact: true }).first().click();
	const arabic = page.locator('label.choice span', { hasText: 'محمد' });
	await expect(arabic).toBeVisible();
	expect(await asSeen(arabic)).toBe('دمحم514555-0199');
	expect(await asSeen(page.locator('label.choice span', { hasText: 'דוד' }))).toBe('דוד٥١٤٥٥٥-٠١٤٤');
	expect(await asSeen(page.getByRole('link', { name: /محمد/ }).first())).toMatch(/^Call.{4}$/);
});
