import type { Page } from '@playwright/test';
import { leftBehind } from '../support/photos/left-behind.ts';
import { eachKindUpright, oddities } from '../support/photos/photo-set.ts';
import { expect, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { heldBack, status, undo, visit } from './person.ts';
import { only, wordsOf, type Lang } from './words.ts';

const chosen = (files: ReturnType<typeof oddities>) =>
	files.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes() }));
const picker = (page: Page, lang: Lang) => page.getByLabel(wordsOf(lang)('hope.photos.add'), { exact: true });
const strip = (page: Page, lang: Lang) =>
	page.getByRole('list', { name: wordsOf(lang)('hope.photos.list') }).locator(':scope > li');

async function begin(page: Page, lang: Lang): Promise<void> {
	await visit(page, `/${lang}/hope/`);
	await page.getByRole('link', { name: wordsOf(lang)('hope.pillars.photo') }).click();
	await expect(picker(page, lang)).toBeAttached();
}

async function save(page: Page, lang: Lang): Promise<void> {
	await page.getByRole('button', { name: wordsOf(lang)('hope.write.save'), exact: true }).click();
	await expect(page).toHaveURL(/\/hope\/$/);
}

/** How many rows a table of the person's data has. */
async function countOf(page: Page, table: string): Promise<number> {
	return (await blobsOf(page, table)).length;
}

/** The blobs a table holds, as letters; a row without one as an empty word. */
function blobsOf(page: Page, table: string): Promise<string[]> {
	return page.evaluate(async (name) => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('envol');
			opening.onsuccess = () => resolve(opening.result);
		});
		const rows = await new Promise<{ blob?: Blob }[]>((resolve) => {
			const all = db.transaction(name).objectStore(name).getAll();
			all.onsuccess = () => resolve(all.result);
		});
		db.close();
		return Promise.all(
			rows.map(async ({ blob }) => {
				const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? []);
				return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
			})
		);
	}, table);
}

/** What is seen in the middle of each quarter of the first picture inside. */
function seenIn(page: Page, selector: string): Promise<number[][]> {
	return page
		.locator(selector)
		.first()
		.evaluate(async (element) => {
			const image = element as HTMLImageElement;
			await image.decode();
			const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
			const context = canvas.getContext('2d', { willReadFrequently: true })!;
			context.drawImage(image, 0, 0);
			return [1, 3].flatMap((down) =>
				[1, 3].map((right) => [
					...context
						.getImageData((canvas.width * right) / 4, (canvas.height * down) / 4, 1, 1)
						.data.slice(0, 3)
				])
			);
		});
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);

	test(`I7: photos of a work in progress are kept upright, without a trace of place, and stand from first to last (${lang})`, async ({
		page
	}) => {
		// one of each kind, each held another way; a letter, and a picture that does not open
		const kinds = eachKindUpright();
		const files = [0, 6, 17, 33].map((index) => kinds[index]!);
		const others = oddities().filter(({ name }) => /letter|HEIC/.test(name));
		await begin(page, lang);
		await picker(page, lang).setInputFiles(chosen([...files, ...others]));
		await expect(strip(page, lang)).toHaveCount(files.length);
		await expect(status(page, lang)).toContainText(say('hope.photos.added', { count: files.length }));
		const told = page.getByRole('alert');
		await expect(told).toContainText(say('hope.photos.trouble.notAPicture', { name: 'letter.jpg' }));
		await expect(told).toContainText(say('hope.photos.trouble.heic', { name: 'IMG_0042.HEIC' }));
		await told.getByRole('button').click();
		await expect(told).toBeHidden();

		for (const table of ['pictures', 'thumbnails']) {
			const blobs = await blobsOf(page, table);
			expect(blobs).toHaveLength(files.length);
			expect(blobs.flatMap((letters) => leftBehind(Buffer.from(letters, 'base64')))).toEqual([]);
		}

		// words for the first, and a name for the piece of work
		for (const index of [0, 1]) {
			const item = strip(page, lang).nth(index);
			await item.getByText(say('hope.photos.change')).click();
			if (index === 0) await item.getByLabel(say('hope.photos.alt')).fill('Un foulard bleu');
			await item.getByLabel(say('hope.photos.series')).fill('Foulard');
			await item.getByLabel(say('hope.photos.series')).blur();
			await expect(item.getByText(say('shell.status.saved')).last()).toBeVisible();
		}
		// the first goes second; one goes, and comes back
		await strip(page, lang)
			.nth(0)
			.getByRole('button', { name: say('hope.photos.later') })
			.click();
		await expect(strip(page, lang).nth(1)).toContainText('Un foulard bleu');
		await strip(page, lang).nth(1).getByLabel(say('hope.photos.keep')).check();
		await expect(status(page, lang)).toContainText(say('hope.photos.kept'));
		await strip(page, lang).nth(2).getByText(say('hope.photos.change')).click();
		await strip(page, lang)
			.nth(2)
			.getByRole('button', { name: say('hope.photos.remove') })
			.click();
		await expect(strip(page, lang)).toHaveCount(files.length - 1);
		await undo(page, lang);
		await expect(strip(page, lang)).toHaveCount(files.length);
		await save(page, lang);

		await page.getByRole('link', { name: say('hope.latest.photos') }).click();
		const work = page.getByRole('region', { name: 'Foulard' });
		await expect(work.getByText(say('hope.photos.count', { count: 2 }))).toBeVisible();
		// as the person put them in the note
		await expect(work.getByRole('listitem').last()).toContainText('Un foulard bleu');
		await work.getByRole('listitem').last().getByRole('button').click();
		const view = page.getByRole('dialog');
		await expect(view.getByRole('img', { name: 'Un foulard bleu' })).toBeVisible();
		const seen = await seenIn(page, 'dialog img');
		const wanted = files[0]!.becomes;
		if (!('quarters' in wanted)) throw new Error('a whole photo was meant');
		Object.values(wanted.quarters).forEach((rgb, i) =>
			rgb.forEach((value, channel) => expect(Math.abs(seen[i]![channel]! - value)).toBeLessThan(15))
		);
		await page.keyboard.press('ArrowLeft');
		await expect(view.getByRole('status')).toContainText(
			say('hope.photos.progress', { number: 1, total: 2 })
		);
		await page.keyboard.press('Escape');
		await expect(view).toBeHidden();
		await visit(page, `/${lang}/hope/kept/`);
		await expect(page.getByRole('list', { name: say('hope.kept.photos') }).getByRole('listitem')).toHaveCount(
			1
		);
	});
}

test('Save waits for the photos that are still on their way, and leaves none out', async ({ page }) => {
	const say = wordsOf('fr');
	const files = Array.from({ length: 6 }, (_, i) => eachKindUpright()[i]!);
	await begin(page, 'fr');
	await picker(page, 'fr').setInputFiles(chosen(files));
	await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(page).toHaveURL(/\/hope\/$/);
	await expect(page.getByText(say('hope.note.photos', { count: files.length }))).toBeVisible();
});

for (const text of [100, 200])
	test(`what is told about photos never lies over Save, text at ${text} %`, async ({ page }) => {
		const say = wordsOf('fr');
		await page.setViewportSize({ width: 360, height: 740 });
		await page.addInitScript(
			(textSize) =>
				location.protocol === 'http:' &&
				localStorage.setItem('envol.preferences', JSON.stringify({ textSize, lang: 'fr', at: 1 })),
			text
		);
		await begin(page, 'fr');
		await picker(page, 'fr').setInputFiles(chosen(eachKindUpright().slice(0, 2)));
		await expect(page.getByRole('button', { name: say('shell.status.undo'), exact: true })).toBeVisible();
		const save = page.getByRole('button', { name: say('hope.write.save'), exact: true });
		// with very big letters Save waits at the end of the words
		await save.scrollIntoViewIfNeeded();
		const isReached = await save.evaluate((button) => {
			const { left, top, width, height } = button.getBoundingClientRect();
			return [0.1, 0.5, 0.9].every((part) =>
				button.contains(document.elementFromPoint(left + width * part, top + height / 2))
			);
		});
		expect(isReached).toBe(true);
	});

test('a file that is refused while Save waits is said before the page is left', async ({ page }) => {
	const say = wordsOf('en');
	const letter = oddities().find(({ name }) => /letter/.test(name))!;
	await begin(page, 'en');
	// with words there is something to save at once
	await page.getByLabel(say('hope.write.text'), { exact: true }).fill('Tea');
	// the code that reads pictures comes with the first one: here, not before Save waits for it
	const release = await heldBack(page, '**/_app/immutable/**/*.js');
	await picker(page, 'en').setInputFiles(chosen([...eachKindUpright().slice(0, 3), letter]));
	await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	release();
	await expect(page.getByRole('alert')).toContainText('letter.jpg');
	await save(page, 'en');
	await expect(page.getByText(say('hope.note.photos', { count: 3 }))).toBeVisible();
});

test('photos whose words a crash took are offered again, and so is what they lead to', async ({ page }) => {
	const say = wordsOf('en');
	await page.goto('/help/');
	await keepJournal(page, { notes: [{ id: 'n', text: 'Soup' }], photos: [{ id: 'p', note: 'lost' }] });
	await visit(page, '/en/hope/photos/');
	await page.getByRole('link', { name: say('hope.photos.toNote') }).click();
	await expect(page.getByText(say('hope.note.notSaved'))).toBeVisible();
	await visit(page, '/en/hope/');
	const waiting = page.getByRole('region', { name: say('hope.unsaved.title') });
	await expect(waiting).toContainText(say('hope.note.photos', { count: 1 }));
	await waiting.getByRole('button', { name: say('hope.unsaved.discard') }).click();
	await expect(waiting).toHaveCount(0);
	await undo(page, 'en');
	await waiting.getByRole('link', { name: say('hope.unsaved.goOn') }).click();
	await expect(strip(page, 'en')).toHaveCount(1);
	await save(page, 'en');
	await expect(page.getByText(say('hope.note.photos', { count: 1 }))).toBeVisible();
});

test('D7: a full disk refuses the photo, kindly and whole, and never the words', async ({
	page,
	context
}) => {
	const say = wordsOf('en');
	const client = await context.newCDPSession(page);
	await visit(page, '/en/about/');
	// before anything is written: the browser remembers for a while how much room there was
	const { origin } = new URL(page.url());
	await client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2 * 1024 * 1024 });
	await begin(page, 'en');
	// a photo of noise, that no coding makes small
	const noisy = await page.evaluate(async () => {
		const canvas = new OffscreenCanvas(1600, 1600);
		const context = canvas.getContext('2d')!;
		const noise = new ImageData(1600, 1600);
		for (let at = 0; at < noise.data.length; at += 65_536)
			crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
		for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
		context.putImageData(noise, 0, 0);
		const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
		const bytes = new Uint8Array(await blob.arrayBuffer());
		return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
	});
	const photo = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(noisy, 'base64') });
	await picker(page, 'en').setInputFiles(['1', '2', '3', '4'].map((n) => photo(`${n}.jpg`)));
	await expect(page.getByRole('alert')).toContainText(/no room left/);
	// nothing partial: as many pictures as thumbnails as photos
	const kept = await strip(page, 'en').count();
	for (const table of ['photos', 'pictures', 'thumbnails']) expect(await countOf(page, table)).toBe(kept);
	expect(kept).toBeLessThan(4);
	await page.getByLabel(say('hope.write.text'), { exact: true }).fill('Full, and still here');
	await save(page, 'en');
	await expect(page.getByRole('article').filter({ hasText: 'Full, and still here' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('article').filter({ hasText: 'Full, and still here' })).toBeVisible();
});
