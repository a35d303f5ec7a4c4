// Ten years of use, put straight into the database of a page that keeps a plan: twenty ticks a day, a note every third day, and
// words of the person's own in the plan and on the dice.

/** @param {import('@playwright/test').Page} page */
export async function fillTenYears(page) {
	await page.evaluate(async () => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const db = await new Promise((done, failed) => {
			const opening = indexedDB.open(names.find((name) => /^envol/.test(name)) ?? '');
			opening.onsuccess = () => done(opening.result);
			opening.onerror = failed;
		});
		const all = db.transaction(['steps', 'days', 'notes', 'settings'], 'readwrite');
		const steps = await new Promise((done) => {
			const reading = all.objectStore('steps').getAll();
			reading.onsuccess = () => done(reading.result);
		});
		const [first] = steps;
		all.objectStore('steps').put({ ...first, words: 'Open the curtains and look out' });
		for (let back = 1; back <= 3650; back += 1) {
			const at = Date.now() - back * 86_400_000;
			const day = new Date(at).toLocaleDateString('en-CA');
			const ticks = Array.from({ length: 20 }, (_, index) => ({ step: steps[index % steps.length].id, at: at + index }));
			all.objectStore('days').put({ day, ticks });
			if (back % 3 === 1)
				all.objectStore('notes').put({ id: `note-${back}`, day, at, changedAt: at, text: `Day ${back}. The light came in. We had soup.`, tags: [], chimes: [], ...(back % 2 && { dimension: 'hope' }) });
		} // prettier-ignore
		const own = { id: 'own-1', words: 'Water the plants with Sam', form: 'social', effort: 1 };
		// the clock of the database moves with every change, and its checksum with it: without them the second store takes this for
		// damage, and mends it
		const clock = await new Promise((done) => {
			const reading = all.objectStore('settings').get('journal');
			reading.onsuccess = () => done(reading.result);
		});
		if (clock) {
			const { order, sum } = clock.value;
			all.objectStore('settings').put({ ...clock, value: { order: order + 1, sum: (sum + 1) >>> 0 } });
		}
		all.objectStore('settings').put({ key: 'stitches', value: 1217 });
		all.objectStore('settings').put({ key: 'dice', value: { own: [own], later: [own.id] } });
		await new Promise((done) => (all.oncomplete = done));
		db.close();
	});
}
