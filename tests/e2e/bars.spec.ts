import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

const sizes = [
	[1366, 650, 100],
	[360, 740, 100],
	[320, 568, 100],
	[320, 256, 100],
	[640, 360, 100],
	[844, 390, 100],
	[320, 640, 200],
	[844, 390, 200]
] as const;
const say = wordsOf('en');

/** As if the person had asked the browser for larger letters. */
async function browserFont(page: Page, size: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } });
}
async function textSize(page: Page, size: number): Promise<void> {
	await page.evaluate((text) => (document.documentElement.dataset.text = String(text)), size);
}

/** What is wrong with the dialog that is open, at each size. */
async function cramped(page: Page, about: string): Promise<string[]> {
	const found: string[] = [];
	const dialog = page.getByRole('dialog');
	// what is said of it is read out with it, and the keyboard starts on the way out
	await expect(dialog, about).toHaveAccessibleDescription(/\S/);
	await expect(dialog.locator('.foot button'), about).toBeFocused();
	for (const [width, height, text] of sizes) {
		await page.setViewportSize({ width, height });
		await textSize(page, text);
		const size = `${about} ${width} x ${height}, ${text} %`;
		found.push(
			...(await page.evaluate(async (name) => {
				for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
				const wrong: string[] = [];
				const open = document.querySelector<HTMLElement>(':modal')!;
				const isWhole = (element: Element, what: string) => {
					const { left, top, right, bottom } = element.getBoundingClientRect();
					if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1)
						wrong.push(`${name}: ${what} sticks out, ${Math.round(top)} to ${Math.round(bottom)}`);
				};
				isWhole(open, 'the dialog');
				isWhole(open.querySelector('.foot button')!, 'the way out');
				const inside = open.querySelector('.inside')!;
				if (inside.scrollWidth > inside.clientWidth + 1) wrong.push(`${name}: scrolls sideways`);
				for (const each of [
					open.querySelector('a[href="tel:911"]')!,
					...open.querySelectorAll('.inside > :not(.help)')
				]) {
					each.scrollIntoView({ block: 'nearest' });
					const box = each.getBoundingClientRect();
					const view = inside.getBoundingClientRect();
					if (box.height <= view.height && (box.bottom > view.bottom + 1 || box.top < view.top - 1))
						wrong.push(`${name}: cannot be scrolled to: ${each.textContent}`);
				}
				return wrong;
			}, size))
		);
	}
	return found;
}

test('every dialog fits each screen, keeps its way out in view and help inside, and gives the place back', async ({
	page
}) => {
	const found: string[] = [];
	await page.clock.install({ time: new Date('2026-11-25T15:00:00-05:00') });
	await page.goto('/help/');
	await keepJournal(page, {
		notes: [{ id: 'n', text: 'Row by row' }],
		photos: [
			{ id: 'p1', note: 'n', alt: 'The first rows' },
			{ id: 'p2', note: 'n' }
		]
	});
	await visit(page, '/en/hope/photos/');
	const photo = page.getByRole('main').getByRole('listitem').getByRole('button').first();
	await photo.focus();
	await page.keyboard.press('Enter');
	found.push(...(await cramped(page, 'a photo')));
	await page.keyboard.press('Enter');
	await expect(photo).toBeFocused();

	await visit(page, '/en/settings/');
	const ask = page.getByRole('button', { name: say('settings.erase.ask') });
	await ask.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: say('settings.erase.no') })).toBeFocused();
	found.push(...(await cramped(page, 'erase')));
	await page.keyboard.press('Escape');
	await expect(ask).toBeFocused();

	await page.setViewportSize({ width: 1366, height: 650 });
	await visit(page, '/en/prescribe/');
	await page.getByRole('button', { name: say('prescription.starts.sleep'), exact: true }).click();
	const show = page.getByRole('button', { name: say('prescribe.out.code') });
	await show.focus();
	await page.keyboard.press('Enter');
	found.push(...(await cramped(page, 'the code')));
	await page.keyboard.press('Enter');
	await expect(show).toBeFocused();
	await page.clock.fastForward(14.5 * 60_000);
	await expect(page.getByRole('dialog', { name: say('sheet-tools.idle.title') })).toBeVisible();
	found.push(...(await cramped(page, 'nobody there')));
	// told while nobody was there: it waits to be read
	await page.clock.fastForward(2 * 60_000);
	await expect(status(page, 'en')).toContainText(say('prescribe.cleared'));
	await page.clock.fastForward(60_000);
	await expect(status(page, 'en')).toContainText(say('prescribe.cleared'));
	expect(found).toEqual([]);
});

/** Walks with Tab, and tells what has the focus while something lies over it. */
async function covered(page: Page, about: string, presses: number): Promise<string[]> {
	const found: string[] = [];
	for (const key of ['Tab', 'Shift+Tab'])
		for (let i = 0; i < presses; i++) {
			await page.keyboard.press(key);
			const what = await page.evaluate(async () => {
				await new Promise(requestAnimationFrame);
				const at = document.activeElement;
				// the way past the bars lies over them, while it has the focus
				if (!at || at === document.body || at.matches('main, .skip')) return;
				const shown = at.closest('label') ?? at;
				const { left, top, width, height } = shown.getBoundingClientRect();
				const bars = [...document.querySelectorAll('.banner, nav, form .bar, .place .line')].filter(
					(bar) => !bar.contains(at)
				);
				const isFree = [0.1, 0.5, 0.9].some((part) => {
					const y = top + height * part;
					if (y < 0 || y > innerHeight) return false;
					return !bars.some((bar) => {
						const box = bar.getBoundingClientRect();
						return y > box.top && y < box.bottom && left + width / 2 > box.left && left < box.right;
					});
				});
				return isFree ? undefined : at.outerHTML.slice(0, 80);
			});
			if (what) found.push(`${about} ${key} ${i + 1}: ${what}`);
		}
	return found;
}

/** The part of the screen that is taken by what stays on it, in hundredths. */
const taken = (page: Page) =>
	page.evaluate(() => {
		scrollTo(0, 300);
		const bars = [...document.querySelectorAll('.banner, .frame > nav, form .bar, .place .line')];
		const seen = bars.map((bar) => {
			const { top, bottom } = bar.getBoundingClientRect();
			return Math.max(0, Math.min(innerHeight, bottom) - Math.max(0, top));
		});
		return Math.round((100 * seen.reduce((sum, each) => sum + each, 0)) / innerHeight);
	});

/** The size of the browser's letters in px, and of Envol's in hundredths. */
const letters = [
	[16, 100],
	[24, 100],
	[32, 100],
	[16, 200]
] as const;

test('with any letters of the browser and of Envol, bars leave the page its room and cover no focus', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	const found: string[] = [];
	/** Walks the page that is open at every size of letters; the bars take less than so much of the screen. */
	const atEachSize = async (
		name: string,
		presses: number,
		most?: (font: number, text: number) => number
	): Promise<void> => {
		for (const [font, text] of letters) {
			await browserFont(page, font);
			await textSize(page, text);
			const about = `${name}, ${font} px, ${text} %`;
			if (most) await expect.poll(() => taken(page), about).toBeLessThan(most(font, text));
			// from its beginning on
			await page.evaluate(() => {
				(document.activeElement as HTMLElement | null)?.blur();
				scrollTo(0, 0);
			});
			found.push(...(await covered(page, about, presses)));
			expect(await page.evaluate(() => document.scrollingElement!.scrollWidth), about).toBe(320);
		}
		await browserFont(page, 16);
	};
	await beginWith(page, 'fr', 'first-steps');
	await steps(page).first().press('Space');
	await expect(status(page, 'fr')).not.toBeEmpty();
	await atEachSize('today', 16, () => 34);
	await visit(page, '/fr/hope/write/');
	await expect(page.locator('form .bar')).toBeVisible();
	await atEachSize('a note', 22, () => 34);
	await visit(page, '/fr/hope/all/');
	await atEachSize('all notes', 12);
	expect(found).toEqual([]);
});

test('what was done is undone from where the keyboard is: one step back to Undo, or Ctrl+Z, never a field’s own', async ({
	page
}) => {
	await beginWith(page, 'en', 'first-steps');
	const box = steps(page).first();
	const undo = page.getByRole('button', { name: say('shell.status.undo'), exact: true });
	await box.press('Space');
	await expect(undo).toHaveAttribute('aria-keyshortcuts', /Control\+Z/);
	await expect(undo).toContainText('Ctrl+Z');
	await page.keyboard.press('Shift+Tab');
	await expect(undo).toBeFocused();
	// and forwards back to the place
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(box).toBeFocused();
	await page.keyboard.press('ControlOrMeta+z');
	await expect(box).not.toBeChecked();
	await expect(box).toBeFocused();
	// a field that is gone to leaves Undo where it is, and keeps its own keys
	await box.press('Space');
	await expect(undo).toBeVisible();
	const note = page.getByRole('main').getByRole('textbox').first();
	await note.fill('Tea');
	await expect(undo).toBeVisible();
	await note.press('ControlOrMeta+z');
	await expect(box).toBeChecked();
	await page.keyboard.press('Shift+Tab');
	await expect(undo).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(box).not.toBeChecked();
	await expect(note).toBeFocused();
});

test('where the system chooses the colours, what is chosen still differs, and a file field is its button', async ({
	page
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('/help/');
	await keepJournal(page, {
		notes: [
			{ id: 'a', text: 'A' },
			{ id: 'b', text: 'B', day: '2026-11-20' }
		]
	});
	await page.clock.setFixedTime(new Date('2026-11-25T15:00:00-05:00'));
	await visit(page, '/en/hope/all/');
	await page.getByLabel(say('hope.all.calendar')).check();
	const days = page.getByRole('table').getByRole('button');
	const ground = (place: number) => days.nth(place).evaluate((day) => getComputedStyle(day).backgroundColor);
	await days.first().click();
	await expect(days.first()).toHaveAttribute('aria-pressed', 'true');
	expect(await ground(0)).not.toBe(await ground(1));
	const current = page.getByRole('link', { name: say('shell.nav.hope'), exact: true });
	await expect(current.locator('span')).toHaveCSS('border-block-end-style', 'solid');
	await visit(page, '/en/dice/');
	const chosen = page.locator('label:has(:checked)').first();
	await expect(chosen).toHaveCSS('outline-style', 'solid');
	await visit(page, '/en/hope/write/');
	const file = page.locator('input[type=file]').first();
	await file.focus();
	const box = await file.boundingBox();
	expect(box!.width * box!.height).toBeLessThanOrEqual(4);
	await expect(page.locator('label:has(input[type=file]:focus)')).toHaveCSS('outline-style', 'solid');
});

test('a line that has just come lets a tap through that was on its way to what it covers', async ({
	page
}) => {
	await beginWith(page, 'en', 'first-steps');
	await steps(page).first().check();
	const undo = page.getByRole('button', { name: say('shell.status.undo') });
	await expect(undo).toBeVisible();
	/** Whether a tap on Undo reaches it, so many ms after the line came. */
	const takesATap = (after: number) =>
		undo.evaluate((button, after) => {
			const line = button.parentElement!;
			// it may have come long ago: it comes again
			line.style.animation = 'none';
			line.getBoundingClientRect();
			line.style.animation = '';
			const [arrival] = line.getAnimations();
			arrival!.pause();
			arrival!.currentTime = after;
			const { left, top, width, height } = button.getBoundingClientRect();
			const hit = document.elementFromPoint(left + width / 2, top + height / 2);
			arrival!.finish();
			return button.contains(hit);
		}, after);
	expect(await takesATap(100)).toBe(false);
	expect(await takesATap(1000)).toBe(true);
	await undo.click();
	await expect(steps(page).first()).not.toBeChecked();
});
