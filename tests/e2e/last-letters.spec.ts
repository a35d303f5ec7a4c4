import { expect, test } from './fixtures.ts';
import { addOwn, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('words are there to the last letter when the page is loaded again as they are typed', async ({
	page
}) => {
	await visit(page, '/en/prescription/');
	// something is kept: storage is open
	await addOwn(page, 'en', 'Feed the cat');
	const own = page.getByLabel(say('prescription.own.label'));
	await own.fill('Water the plant');
	await page.evaluate(() => location.reload());
	await expect(own).toHaveValue('Water the plant');

	await visit(page, '/en/hope/write/#free');
	const words = page.getByLabel(say('hope.write.text'), { exact: true });
	// the address names the note by now: a reload comes back to it
	await expect(page).not.toHaveURL(/#free$/);
	await words.fill('The light on the river');
	await page.evaluate(() => location.reload());
	await expect(words).toHaveValue('The light on the river');
});

test('words and a new step are there although the database was busy until the page went', async ({
	page
}) => {
	await visit(page, '/en/prescription/');
	await addOwn(page, 'en', 'Feed the cat');
	const own = page.getByLabel(say('prescription.own.label'));
	// once the words are in the database, what follows is known to wait for it
	await own.fill('Call Sam');
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const opening = indexedDB.open('envol');
				await new Promise((resolve) => (opening.onsuccess = resolve));
				const db = opening.result;
				const asking = db.transaction('drafts').objectStore('drafts').count();
				await new Promise((resolve) => (asking.onsuccess = resolve));
				db.close();
				return asking.result;
			})
		)
		.toBe(1);
	await page.evaluate(async () => {
		const opening = indexedDB.open('envol');
		await new Promise((resolve) => (opening.onsuccess = resolve));
		const { result: db } = opening;
		const store = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('settings');
		// a transaction lasts as long as something is asked of it
		const ask = () => void (store.get('nothing').onsuccess = ask);
		ask();
	});
	await page.getByRole('button', { name: say('prescription.own.add') }).click();
	await expect(own).toHaveValue('');
	await own.fill('Water the plant');
	await page.evaluate(() => location.reload());
	await expect(own).toHaveValue('Water the plant');
	await expect(page.getByRole('main').getByText('Call Sam')).toBeVisible();
	await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain('last-words');
});
