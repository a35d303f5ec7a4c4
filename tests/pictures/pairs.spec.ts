import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { test } from '../e2e/fixtures.ts';
import { beginWith, steps, visit } from '../e2e/person.ts';
import { wordsOf } from '../e2e/words.ts';

/*
 * The ten pairs: the same place with the same life, as Envol was on November 26 (kept as `pairs/….jpg`) and as it is now. A phone of
 * 360 x 740; writing 430 high, as above a keyboard.
 */
const folder = 'docs/pictures/review';
const [en, fr] = [wordsOf('en'), wordsOf('fr')];

/** The journal of the pictures of November 26: 23 notes, six photos of drawn mountains. */
async function keepJournal(page: Page, lang: 'en' | 'fr'): Promise<void> {
	// the second store would take what comes behind its back for damage
	await page.addInitScript(() =>
		Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined })
	);
	await beginWith(page, lang, 'first-steps');
	await page.goto('/favicon.svg');
	await page.evaluate(async (lang) => {
		const [lake, soup, trail] =
			lang === 'fr' ? ['Le lac', 'La soupe', 'Le sentier'] : ['The lake', 'The soup', 'The trail'];
		const latest =
			lang === 'fr'
				? 'La lumière sur le lac, ce matin. J’y retourne dimanche.'
				: 'The light on the lake this morning. I’m going back on Sunday.';
		const draw = async (sky: string, hills: string, isTall: boolean) => {
			const [width, height] = isTall ? [600, 800] : [800, 600];
			const canvas = Object.assign(
				document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement,
				{ width, height }
			);
			const pen = canvas.getContext('2d')!;
			const light = pen.createLinearGradient(0, 0, 0, height);
			light.addColorStop(0, sky);
			light.addColorStop(1, '#f6e9dd');
			pen.fillStyle = light;
			pen.fillRect(0, 0, width, height);
			pen.fillStyle = '#f8dc80';
			pen.arc(width * 0.7, height * 0.25, height * 0.11, 0, 7);
			pen.fill();
			pen.fillStyle = hills;
			pen.beginPath();
			for (const [x, y] of [
				[0, 0.75],
				[0.3, 0.45],
				[0.55, 0.72],
				[0.75, 0.58],
				[1, 0.75],
				[1, 1],
				[0, 1]
			] as const)
				pen.lineTo(x * width, y * height);
			pen.fill();
			return new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/jpeg', 0.9));
		};
		const opening = indexedDB.open('envol');
		const db = await new Promise<IDBDatabase>(
			(resolve) => (opening.onsuccess = () => resolve(opening.result))
		);
		const photos = [
			{ note: 22, day: 20, sky: '#8fc0e8', hills: '#43806a', alt: lake },
			{ note: 22, day: 20, sky: '#e0bf9a', hills: '#7c434c', alt: lake },
			{ note: 21, day: 19, sky: '#e08aa8', hills: '#7c447f', isTall: true },
			{ note: 20, day: 18, sky: '#8fe08f', hills: '#6d7f43', alt: soup },
			{ note: 19, day: 17, sky: '#ad94e4', hills: '#45567d', isTall: true },
			{ note: 18, day: 15, sky: '#e4c08f', hills: '#7c434c', alt: trail }
		];
		const drawn = await Promise.all(photos.map(({ sky, hills, isTall = false }) => draw(sky, hills, isTall)));
		const writing = db.transaction(['notes', 'photos', 'pictures', 'thumbnails', 'settings'], 'readwrite');
		const put = (store: string, row: unknown) => writing.objectStore(store).put(row);
		for (let i = 0; i < 23; i += 1) {
			const day = `2026-11-${String(Math.max(1, i - 2)).padStart(2, '0')}`;
			const at = Date.UTC(2026, 10, Math.max(1, i - 2), 15);
			put('notes', {
				id: `note-${i}`,
				day,
				at,
				changedAt: at,
				text: i === 22 ? latest : 'Une petite chose.',
				dimension: i === 22 ? 'hope' : 'trust',
				tags: [],
				chimes: [],
				...([5, 13, 19, 22].includes(i) && { keptAt: at })
			});
		}
		photos.forEach(({ note, day, isTall, alt }, i) => {
			const [width, height] = isTall ? [600, 800] : [800, 600];
			const at = Date.UTC(2026, 10, day, 15);
			put('photos', {
				id: `photo-${i}`,
				note: `note-${note}`,
				at,
				order: i,
				width,
				height,
				bytes: drawn[i]!.size,
				alt: alt ?? ''
			});
			for (const store of ['pictures', 'thumbnails']) put(store, { id: `photo-${i}`, blob: drawn[i] });
		});
		put('settings', { key: 'stitches', value: 23 });
		await new Promise((resolve) => (writing.oncomplete = resolve));
		db.close();
	}, lang);
}

/** Each place, by the name of its pair. */
const places: Record<string, (page: Page) => Promise<unknown>> = {
	today: async (page) => {
		await beginWith(page, 'en', 'first-steps');
		await steps(page).first().check();
		await page.getByText(en('today.status.done')).first().waitFor();
	},
	'hard-day': (page) => visit(page, '/fr/hard-day/'),
	help: async (page) => {
		await page.addInitScript(() =>
			localStorage.setItem('envol.preferences', JSON.stringify({ lang: 'fr', region: 'CA-QC' }))
		);
		await visit(page, '/fr/help/');
	},
	'be-here-now': (page) => visit(page, '/en/here/'),
	dice: async (page) => {
		await visit(page, '/en/dice/#pick');
		await page.getByRole('button', { name: en('dice.answers.start') }).waitFor();
	},
	hope: async (page) => {
		await keepJournal(page, 'fr');
		await visit(page, '/fr/hope/');
	},
	writing: async (page) => {
		await page.setViewportSize({ width: 360, height: 430 });
		await visit(page, '/en/hope/write/#trust');
		await page.locator('.prompt').waitFor();
	},
	photos: async (page) => {
		await keepJournal(page, 'en');
		await visit(page, '/en/hope/photos/');
	},
	'my-steps': async (page) => {
		await visit(page, '/fr/prescription/');
		const own = page.getByLabel(fr('prescription.own.label'), { exact: true });
		await own.fill('Jouer de la guitare');
		await page.locator('.offers button').first().waitFor();
		// as far down as in the picture of November 26
		await page.evaluate(() =>
			scrollTo(0, scrollY + document.querySelector('#add')!.getBoundingClientRect().top - 38)
		);
	},
	'my-plan': async (page) => {
		await beginWith(page, 'fr', 'first-steps');
		await visit(page, '/fr/plan/');
	}
};

test.use({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce', timezoneId: 'America/Toronto' });

for (const [name, goThere] of Object.entries(places))
	test(`the pair of ${name}`, async ({ page, browser }) => {
		// as it was then; a die that is rolled needs time to pass
		await page.clock.install({ time: new Date('2026-11-21T10:12:00-05:00') });
		await goThere(page);
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => document.fonts.ready);
		const now = (await page.screenshot({ type: 'jpeg', quality: 90 })).toString('base64');
		const then = readFileSync(`${folder}/pairs/${name}.jpg`).toString('base64');
		const sheet = await browser.newPage({ viewport: { width: 730, height: 900 } });
		await sheet.setContent(
			`<style>body{margin:0;width:max-content;display:flex;gap:10px;font:13px sans-serif;background:#ddd}figure{margin:0}img{display:block}</style>${[
				['November 26', then],
				['now', now]
			]
				.map(
					([what, picture]) =>
						`<figure><img src="data:image/jpeg;base64,${picture}"><figcaption>${what}</figcaption></figure>`
				)
				.join('')}`
		);
		await sheet.locator('body').screenshot({ path: `${folder}/pair-${name}.jpg`, type: 'jpeg', quality: 75 });
		await sheet.close();
	});
