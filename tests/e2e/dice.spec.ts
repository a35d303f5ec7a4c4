import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { diceCodes, diePayload } from './codes.ts';
import { expect, test } from './fixtures.ts';
import { rowsOf, status, step, undo, visit } from './person.ts';
import { langs, only, wordsOf, type Lang } from './words.ts';

// a die that grows clear is down sooner than one that turns; the turning has a test of its own
test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface DayRow {
	done?: { form: string; minutes: number; activity?: string; felt?: number }[];
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);
	const result = (page: Page) => page.getByRole('region', { name: say('dice.result') });
	const title = (page: Page) => result(page).getByRole('heading', { level: 2 });
	const answer = (page: Page, key: string) =>
		result(page).getByRole('button', { name: say(`dice.answers.${key}`), exact: true });
	/** The answers that are folded away, unfolded. */
	const more = (page: Page) => result(page).getByText(say('dice.answers.more'), { exact: true }).click();
	const rollButton = (page: Page) =>
		page.getByRole('button', {
			name: new RegExp(`^(${['roll', 'again', 'another'].map((key) => say(`dice.${key}`)).join('|')})$`)
		});

	/** Rolls in this way, and waits for the card that comes up: the one before goes while the die turns. */
	async function rolled(page: Page, roll: () => Promise<unknown>): Promise<void> {
		const before = (await title(page).count()) > 0 ? await title(page).elementHandle() : null;
		await roll();
		await page.waitForFunction((element) => !element?.isConnected, before);
		await expect(title(page)).toBeVisible();
	}

	/** Rolls until an idea comes up: rest is a face too. */
	async function rollAnIdea(page: Page): Promise<string> {
		do {
			await rolled(page, () => rollButton(page).click());
		} while ((await title(page).innerText()) === say('dice.rest.title'));
		return title(page).innerText();
	}
	async function which(page: Page, key: string): Promise<void> {
		await page.getByRole('radio', { name: say(key), exact: true }).check();
	}
	/** One of the answers to a question in "What fits me now". */
	const fit = (page: Page, question: string, name: string) =>
		page
			.getByRole('group', { name: say(question), exact: true })
			.getByRole('radio', { name: say(name), exact: true });
	const upTo = (page: Page, minutes: number) =>
		page.getByRole('radio', { name: say('dice.fit.upTo', { minutes }), exact: true });
	const kept = async (page: Page) =>
		((await rowsOf(page, 'settings')) as { key: string; value: Record<string, unknown> }[]).find(
			({ key }) => key === 'dice'
		)?.value;

	test.describe(`dice, ${lang}`, () => {
		test('a tap, or a tap on the die itself, brings something up', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await expect(page.getByText(say('dice.chance'))).toBeVisible();
			const first = await rollAnIdea(page);
			await rolled(page, () => page.locator('button.die').click());
			await expect(title(page)).not.toHaveText(first);
		});

		test('with a keyboard alone: Enter and Space roll, and the place is never lost', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await rollButton(page).focus();
			await rolled(page, () => page.keyboard.press('Enter'));
			await expect(rollButton(page)).toBeFocused();
			await rolled(page, () => page.keyboard.press('Space'));
			await expect(rollButton(page)).toBeFocused();
			while ((await title(page).innerText()) === say('dice.rest.title'))
				await rolled(page, () => page.keyboard.press('Enter'));
			await page.keyboard.press('Tab');
			await expect(answer(page, 'start')).toBeFocused();
			await page.keyboard.press('Tab');
			await expect(answer(page, 'did')).toBeFocused();
			await page.keyboard.press('Enter');
			await expect(status(page, lang)).toContainText(say('dice.status.done'));
			await expect(page.locator('body')).not.toBeFocused();
		});

		test('what comes up is told politely, once, with its kind and how long it takes', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			const words = await rollAnIdea(page);
			const told = result(page).locator('[aria-live="polite"]');
			await expect(told).toContainText(words);
			await expect(told).toHaveText(/\d+ minute/);
			expect(await page.locator('.stage').getAttribute('aria-hidden')).toBe('true');
		});

		test('the die turns; with motion reduced, in the device or in Envol, it only grows clear', async ({
			page: still,
			anotherContext
		}) => {
			const remember = () =>
				document.addEventListener('animationstart', ({ animationName }) => {
					document.body.dataset.moved = `${document.body.dataset.moved ?? ''} ${animationName}`;
				});
			/** What moved while the die was rolled. */
			const moving = async (one: Page) => {
				await one.evaluate(remember);
				await rollButton(one).click();
				await expect(title(one)).toBeVisible();
				// told in the frame after it began
				await expect(one.locator('body')).toHaveAttribute('data-moved', /roll-|clear/);
				const names = (await one.locator('body').getAttribute('data-moved')) ?? '';
				return new Set(names.match(/roll-odd|roll-even|clear/g));
			};
			const lively = { reducedMotion: 'no-preference' } as const;
			const page = await (await anotherContext(lively)).newPage();
			await visit(page, `/${lang}/dice/`);
			expect(await moving(page)).toEqual(new Set(['roll-odd']));

			await visit(still, `/${lang}/dice/`);
			expect(await moving(still)).toEqual(new Set(['clear']));

			const calm = await (await anotherContext(lively)).newPage();
			await calm.addInitScript(() =>
				localStorage.setItem('envol.preferences', JSON.stringify({ motion: 'reduced', at: 1 }))
			);
			await visit(calm, `/${lang}/dice/`);
			await expect(calm.locator('html')).toHaveAttribute('data-motion', 'reduced');
			expect(await moving(calm)).toEqual(new Set(['clear']));
		});

		test('what comes up stands in a place that was there, with both answers and then the feelings in view', async ({
			page
		}) => {
			await page.setViewportSize({ width: 360, height: 740 });
			await page.addInitScript(() => {
				// chance that always draws the first
				crypto.getRandomValues = (list) => list;
				const shifts: number[] = [];
				Object.assign(globalThis, { shifts });
				// shifts that a tap causes too
				new PerformanceObserver((entries) => {
					for (const entry of entries.getEntries())
						shifts.push((entry as unknown as { value: number }).value);
				}).observe({ type: 'layout-shift', buffered: true });
			});
			await visit(page, `/${lang}/dice/`);
			await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.splice(0));
			await rollAnIdea(page);
			const bar = (await page.getByRole('navigation', { name: say('shell.nav.label') }).boundingBox())!;
			const isAbove = async (one: ReturnType<typeof answer>) => {
				const { y, height } = (await one.boundingBox())!;
				expect(y + height).toBeLessThanOrEqual(bar.y);
			};
			await isAbove(answer(page, 'start'));
			await isAbove(answer(page, 'did'));
			// the way to something else is not the first thing to press
			await expect(rollButton(page)).not.toHaveClass(/main/);
			await answer(page, 'did').click();
			await expect(title(page)).toHaveText(say('dice.felt.ask'));
			await expect(rollButton(page)).not.toHaveClass(/main/);
			const line = (await page
				.getByRole('button', { name: say('shell.status.undo'), exact: true })
				.boundingBox())!;
			for (const felt of [1, 2, 3]) {
				const face = result(page).getByRole('button', { name: say(`dice.felt.${felt}`) });
				const { y, height } = (await face.boundingBox())!;
				expect(y + height).toBeLessThanOrEqual(line.y);
			}
			const shifted = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
			expect(shifted.reduce((sum, each) => sum + each, 0)).toBeLessThan(0.02);
		});

		test('“I did it” outlives a reload, with how it felt, and can be undone', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await rollAnIdea(page);
			await answer(page, 'did').click();
			await expect(status(page, lang)).toContainText(say('dice.status.done'));
			await result(page)
				.getByRole('button', { name: say('dice.felt.3') })
				.click();
			// on disk before the page goes
			await expect.poll(async () => ((await rowsOf(page, 'days')) as DayRow[])[0]?.done?.[0]?.felt).toBe(3);
			await page.reload();
			const [day] = (await rowsOf(page, 'days')) as DayRow[];
			expect(day?.done).toHaveLength(1);
			expect(day!.done![0]).toMatchObject({ felt: 3, activity: expect.any(String) as unknown });

			await visit(page, `/${lang}/dice/`);
			const words = await rollAnIdea(page);
			await answer(page, 'did').click();
			await expect(status(page, lang)).toContainText(say('dice.status.done'));
			await undo(page, lang);
			await expect(status(page, lang)).toContainText(say('shell.status.undone'));
			await expect(title(page)).toHaveText(words);
			expect(((await rowsOf(page, 'days')) as DayRow[])[0]?.done).toHaveLength(1);
		});

		test('“Add to my day” puts it into today’s list, and it can be undone', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			const words = await rollAnIdea(page);
			await more(page);
			await answer(page, 'add').click();
			await expect(status(page, lang)).toContainText(say('dice.status.added'));
			await result(page)
				.getByRole('link', { name: say('dice.answers.added') })
				.click();
			await expect(step(page, words)).toBeVisible();
			await page.reload();
			await expect(step(page, words)).toBeVisible();
		});

		test('whatever is asked for, the die is never empty, and it says what it set aside', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await which(page, 'dice.forms.social');
			await page.getByText(say('dice.fit.title')).click();
			await fit(page, 'dice.fit.energy', 'dice.fit.energies.3').check();
			await upTo(page, 5).check();
			await fit(page, 'dice.fit.place', 'dice.fit.outdoor').check();
			await fit(page, 'dice.fit.company', 'dice.fit.alone').check();
			await page.getByRole('checkbox', { name: say('dice.fit.mine') }).check();
			for (const tag of ['crowd', 'screen', 'out'])
				await page.getByRole('checkbox', { name: say(`dice.fit.${tag}`), exact: true }).check();
			await rollAnIdea(page);
			await expect(result(page)).toContainText(say('dice.relaxed.text', { filters: '' }).slice(0, 20));
			await expect(result(page)).toContainText(say('dice.relaxed.mine'));
			// on disk before the page goes
			await expect
				.poll(async () => (await kept(page))?.wishes)
				.toEqual({
					notNow: ['crowd', 'screen', 'outdoor'],
					energy: 3,
					minutes: 5,
					place: 'outdoor',
					company: 'alone',
					isMine: true
				});
			await page.reload();
			await page.getByText(say('dice.fit.title')).click();
			await expect(upTo(page, 5)).toBeChecked();
			await expect(page.getByRole('radio', { name: say('dice.forms.social'), exact: true })).toBeChecked();

			// another tab follows, and what is chosen there comes back
			const other = await page.context().newPage();
			await visit(other, `/${lang}/dice/`);
			await other.getByText(say('dice.fit.title')).click();
			await expect(upTo(other, 5)).toBeChecked();
			await upTo(page, 15).check();
			await expect(upTo(other, 15)).toBeChecked();
			await upTo(other, 30).check();
			await expect(upTo(page, 30)).toBeChecked();
		});

		test('a caution always stands with its idea, on the card and while doing it', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await which(page, 'dice.forms.mindfulness');
			await rollAnIdea(page);
			const caution = say('activities.mindfulnessCaution');
			await expect(result(page)).toContainText(caution);
			await answer(page, 'start').click();
			await expect(page.getByRole('main')).toContainText(caution);
			await expect(page.getByRole('main')).toContainText(say('dice.doing.one'));
			const before = await page.getByRole('heading', { level: 2 }).first().innerText();
			await page.getByRole('button', { name: say('dice.doing.another') }).click();
			await expect(page.getByRole('heading', { level: 2 }).first()).not.toHaveText(before);
			await page.getByRole('button', { name: say('dice.doing.start', { minutes: 1 }) }).click();
			await expect(page.getByText(say('dice.doing.running'))).toBeVisible();
			await page.getByRole('button', { name: say('dice.doing.back') }).click();
			await expect(rollButton(page)).toBeVisible();
		});

		test('a quiet timer ends softly, also on a phone that slept meanwhile', async ({ page }) => {
			await page.clock.install();
			await visit(page, `/${lang}/dice/`);
			await which(page, 'dice.forms.mindfulness');
			await rollAnIdea(page);
			await answer(page, 'start').click();
			await page.getByRole('button', { name: say('dice.doing.start', { minutes: 1 }) }).click();
			await expect(page.getByText(say('dice.doing.running'))).toBeVisible();
			await page.clock.fastForward(61_000);
			await expect(page.getByText(say('dice.doing.over'))).toBeVisible();
		});

		test('late at night nothing goes outside unasked; what the person says of outside holds for the day', async ({
			page
		}) => {
			await page.clock.setFixedTime(new Date('2026-07-10T23:00:00-04:00'));
			await visit(page, `/${lang}/dice/`);
			await which(page, 'dice.forms.physical');
			const fold = page.getByText(say('dice.fit.title'));
			const hint = page.getByText(say('dice.fit.outHint'));
			await fold.click();
			await expect(hint).toBeVisible();
			await fit(page, 'dice.fit.place', 'dice.fit.outdoor').check();
			await rollAnIdea(page);
			// an idea for anywhere may come; one that goes outside only with its caution
			await expect(result(page)).not.toContainText(say('dice.relaxed.outside'));
			await fit(page, 'dice.fit.time', 'dice.fit.times.day').check();
			await expect(hint).toBeHidden();
			await fit(page, 'dice.fit.season', 'dice.fit.seasons.winter').check();
			await expect(hint).toBeVisible();
			await page.getByRole('checkbox', { name: say('dice.fit.outFine') }).check();
			await expect
				.poll(async () => (await kept(page))?.said)
				.toEqual({ day: '2026-07-10', season: 'winter', time: 'day' });
			const cold = result(page).getByText(say('dice.cold'));
			for (let i = 0; i < 40 && (await cold.count()) === 0; i++) await rollAnIdea(page);
			await expect(cold).toBeVisible();
			await expect(result(page)).not.toContainText(say('dice.night'));

			await page.reload();
			await fold.click();
			await expect(fit(page, 'dice.fit.season', 'dice.fit.seasons.winter')).toBeChecked();
			await page.clock.setFixedTime(new Date('2026-07-11T12:00:00-04:00'));
			await page.reload();
			await fold.click();
			await expect(fit(page, 'dice.fit.season', 'dice.fit.byCalendar')).toBeChecked();
			await expect(hint).toBeHidden();
		});

		test('shaking the phone rolls only where it was turned on', async ({ page, device }) => {
			await visit(page, `/${lang}/dice/`);
			await expect(page.getByRole('checkbox', { name: say('dice.shake.on') })).toHaveCount(0);
			// without a browser around it, the engine hands no movement on
			const phone = await (await device.open({ hasTouch: true })).newPage();
			/** A hand that shakes the phone for a second and a half. */
			const shake = () =>
				phone.evaluate(async () => {
					for (let i = 0; i < 30; i++) {
						const x = 30 * Math.sin((2 * Math.PI * i) / 6);
						const felt = { accelerationIncludingGravity: { x, y: 0, z: 9.8 } };
						dispatchEvent(new DeviceMotionEvent('devicemotion', felt));
						await new Promise((resolve) => setTimeout(resolve, 45));
					}
				});
			await visit(phone, `/${lang}/dice/`);
			const box = phone.getByRole('checkbox', { name: say('dice.shake.on') });
			await expect(box).not.toBeChecked();
			await rollButton(phone).focus();
			await shake();
			await expect(title(phone)).toHaveCount(0);
			await box.check();
			await shake();
			await expect(title(phone)).toBeVisible();
			await phone.reload();
			await expect(box).toBeChecked();
		});

		test('what is not for me can be hidden for good, and brought back', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			const words = await rollAnIdea(page);
			await more(page);
			await answer(page, 'notForMe').click();
			await result(page)
				.getByRole('button', { name: say('dice.notForMe.hide') })
				.click();
			await expect(status(page, lang)).toContainText(say('dice.status.hidden'));
			expect((await kept(page))?.hidden).toHaveLength(1);
			await page.getByRole('link', { name: say('dice.links.mine') }).click();
			const hidden = page.getByRole('region', { name: say('dice.mine.hidden') });
			await expect(hidden).toContainText(words);
			await hidden.getByRole('button', { name: say('dice.mine.bringBack') }).click();
			await expect(status(page, lang)).toContainText(say('dice.status.back'));
			await expect(hidden).not.toContainText(words);
		});

		test('“Later” keeps it at hand; two others can be seen instead of rolling', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			const words = await rollAnIdea(page);
			await more(page);
			await answer(page, 'later').click();
			await expect(status(page, lang)).toContainText(say('dice.status.later'));
			await page.reload();
			await page.getByRole('button', { name: words, exact: true }).click();
			await expect(title(page)).toHaveText(words);
			await more(page);
			await answer(page, 'others').click();
			await expect(result(page).getByRole('heading', { name: say('dice.othersTitle') })).toBeVisible();
			const other = result(page)
				.getByRole('heading', { name: say('dice.othersTitle') })
				.locator('~ button')
				.first();
			const name = await other.innerText();
			await other.click();
			await expect(title(page)).toHaveText(name);
		});

		test('after six rolls in a row it asks, kindly, to pick one or rest', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			for (let i = 0; i < 6; i++) {
				await expect(page.getByText(say('dice.enough.text'))).toBeHidden();
				await rolled(page, () => rollButton(page).click());
			}
			await expect(page.getByText(say('dice.enough.text'))).toBeVisible();
			await result(page)
				.getByRole('button', { name: say('dice.rest.title'), exact: true })
				.last()
				.click();
			await result(page)
				.getByRole('button', { name: say('dice.rest.take') })
				.click();
			await expect(page.getByText(say('dice.rest.taken'))).toBeVisible();
		});

		test('three dice at once, one of each form; one can be kept while the others roll', async ({ page }) => {
			await visit(page, `/${lang}/dice/`);
			await which(page, 'dice.which.three');
			await page.getByRole('button', { name: say('dice.rollThree') }).click();
			const dice = page
				.getByRole('main')
				.getByRole('listitem')
				.filter({ has: page.locator('.stage') });
			await expect(dice.getByRole('heading')).toHaveCount(3);
			const words = await dice.getByRole('heading').allInnerTexts();
			await dice.nth(1).getByRole('checkbox').check();
			await page.getByRole('button', { name: say('dice.again') }).click();
			await expect(dice.getByRole('heading').first()).not.toHaveText(words[0]!);
			await expect(dice.getByRole('heading')).toHaveCount(3);
			const after = await dice.getByRole('heading').allInnerTexts();
			expect(after[1]).toBe(words[1]);
			expect(after[0]).not.toBe(words[0]);
			await dice
				.nth(1)
				.getByRole('button', { name: say('dice.answers.take') })
				.click();
			await expect(title(page)).toHaveText(words[1]!);
		});

		test('my own idea and my six come up, and nothing else; they go to somebody else by a code', async ({
			page,
			anotherContext
		}) => {
			await visit(page, `/${lang}/dice/mine/`);
			// what is being typed is there again after anything
			await page.getByLabel(say('dice.mine.words')).fill('Tric');
			await expect.poll(async () => (await rowsOf(page, 'drafts')).length).toBe(1);
			await page.reload();
			await expect(page.getByLabel(say('dice.mine.words'))).toHaveValue('Tric');
			for (const words of ['Broder', 'Appeler Léa']) {
				await page.getByLabel(say('dice.mine.words')).fill(words);
				await page.getByRole('button', { name: say('dice.mine.save') }).click();
				await expect(page.getByRole('region', { name: say('dice.mine.list') })).toContainText(words);
			}
			const six = page.getByRole('region', { name: say('dice.mine.six') });
			for (let left = 5; left >= 0; left--) {
				// what is my own, and rest, stand there at once; others are looked for
				if (left === 2) await six.getByLabel(say('dice.mine.find')).fill('marcher');
				await six
					.getByRole('button', { name: new RegExp(`^${say('dice.mine.addFace')}`) })
					.first()
					.click();
				await expect(six).toContainText(say('dice.mine.sixLeft', { left }));
			}
			const all = await six.locator('.title').allInnerTexts();
			expect(all).toEqual(expect.arrayContaining(['Broder', 'Appeler Léa', say('dice.rest.title')]));
			await page.getByRole('link', { name: say('shell.back'), exact: true }).click();
			await which(page, 'dice.which.six');
			for (let i = 0; i < 2; i++) {
				await rolled(page, () => rollButton(page).click());
				expect(all).toContain(await title(page).innerText());
			}

			await page.getByRole('link', { name: say('dice.links.mine'), exact: true }).click();
			await page.getByRole('button', { name: say('dice.share.open') }).click();
			const dialog = page.getByRole('dialog', { name: say('dice.share.title') });
			await expect(dialog.getByRole('img', { name: say('dice.share.title') })).toBeVisible();
			const link = await dialog.getByLabel(say('dice.share.link')).inputValue();

			const friend = await (await anotherContext()).newPage();
			await visit(friend, link);
			await expect(friend.getByRole('heading', { name: say('receive.die.title') })).toBeFocused();
			expect(friend.url()).not.toContain('#');
			const faces = friend.getByRole('main').getByRole('listitem');
			await expect(faces).toHaveCount(6);
			for (const words of all.map((each) =>
				each === say('dice.rest.title') ? say('receive.die.rest') : each
			))
				await expect(faces.filter({ hasText: words })).toHaveCount(1);
			expect(await friend.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
			await friend.getByRole('button', { name: say('receive.die.put') }).click();
			await expect(friend).toHaveURL(`/${lang}/dice/`);
			await expect(status(friend, lang)).toContainText(say('receive.die.done'));
			await expect(friend.getByRole('radio', { name: say('dice.which.six'), exact: true })).toBeChecked();
			await rollButton(friend).click();
			await expect(title(friend)).toBeVisible();
			expect(all).toContain(await title(friend).innerText());
			await undo(friend, lang);
			await expect(status(friend, lang)).toContainText(say('shell.status.undone'));
			expect((await kept(friend))?.six ?? []).toEqual([]);
		});

		test('a die is typed by hand; one made to do harm is words, and one that came to harm is refused', async ({
			page
		}) => {
			await visit(page, `/${lang}/receive/`);
			const field = page.getByLabel(say('receive.ways.textLabel'));
			const faces = page.getByRole('main').getByRole('listitem');
			const { typed } = diceCodes[0]!;
			await field.fill(typed!.toLowerCase().replaceAll('-', ' '));
			await field.press('Enter');
			await expect(faces).toHaveCount(6);
			await expect(faces.first()).toContainText(say('receive.die.rest'));
			await page.getByRole('button', { name: say('receive.leave') }).click();
			await field.fill(typed!.replace(/.$/, (char) => (char === 'Z' ? 'Y' : 'Z')));
			await field.press('Enter');
			await expect(page.getByText(say('receive.trouble.damaged'))).toBeVisible();

			const harm = '<img src=x onerror=alert(1)>';
			const open = (payload: string) => page.evaluate((hash) => (location.hash = hash), payload);
			await open(diePayload([1, harm, 'tel:+19005550199', 1000, 1024, 1999]));
			await expect(faces.filter({ hasText: harm })).toHaveCount(1);
			await expect(faces.filter({ hasText: say('receive.die.unknown') })).toHaveCount(1);
			// words that look like a number to call stand beside the way to the real help, and nothing else
			await expect(
				page.getByRole('main').locator(`li :is(a:not([href="/${lang}/help/"]), img, script)`)
			).toHaveCount(0);
			await open(diePayload([1, 1, 1000, 1001, 1002, 1003]));
			await expect(page.getByText(say('receive.trouble.damaged'))).toBeVisible();
			expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

			// where plans are read for a sheet, a die is told where it belongs
			await visit(page, `/${lang}/prescribe/#${diePayload([1, 'a', 'b', 1000, 1024, 1025])}`);
			await expect(page.getByText(say('receive.trouble.die'))).toBeVisible();
		});
	});
}

test('with nothing done about people lately, one soft line asks, without a number', async ({ page }) => {
	await visit(page, '/en/dice/');
	for (const kind of ['Move', 'Think or create', 'Move']) {
		await page.getByRole('radio', { name: kind, exact: true }).check();
		await doOne(page, 'en');
	}
	const line = page.getByText('Would you like something easy with people?');
	await expect(line).toBeVisible();
	await page.getByRole('button', { name: 'Show me an easy one' }).click();
	await expect(page.getByRole('region', { name: 'What came up' })).toContainText('See people');
});

/** The short codes of the six activities with the most words, both languages together. */
const wordiest = Object.entries(
	JSON.parse(readFileSync(new URL('../support/frozen-numbers.json', import.meta.url), 'utf8'))
		.activities as Record<string, number>
)
	.map(([id, code]) => ({
		code,
		length: langs.reduce((sum, lang) => sum + wordsOf(lang)(`activities.items.${id}`).length, 0)
	}))
	.sort((a, b) => b.length - a.length)
	.slice(0, 6)
	.map(({ code }) => code);

/** As it prints: square faces with nothing cut off, one page of either paper, and nothing else on it. */
async function measured(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	const faces = page.locator('.die-paper .face');
	await expect(faces).toHaveCount(6);
	for (const face of await faces.all()) {
		const { width, height, isCut } = await face.evaluate((element) => ({
			...(element.getBoundingClientRect().toJSON() as DOMRect),
			isCut: element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1
		}));
		expect(width).toBeCloseTo((42 * 96) / 25.4, 0);
		expect(height).toBeCloseTo(width, 1);
		expect(isCut).toBe(false);
	}
	await expect(page.getByRole('banner').or(page.getByRole('navigation')).first()).toBeHidden();
	for (const format of ['Letter', 'A4']) {
		const pdf = await page.pdf({ format, preferCSSPageSize: true });
		expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	}
	await page.emulateMedia({ media: 'screen' });
}

async function doOne(page: Page, lang: Lang): Promise<void> {
	const did = page.getByRole('button', { name: 'I did it', exact: true });
	do {
		const card = page.getByRole('region', { name: 'What came up' }).getByRole('heading', { level: 2 });
		const before = (await card.count()) > 0 ? await card.elementHandle() : null;
		await page.getByRole('button', { name: /^(Roll the dice|Something else)$/ }).click();
		await page.waitForFunction((element) => !element?.isConnected, before);
		await expect(card).toBeVisible();
	} while ((await did.count()) === 0);
	await did.click();
	await expect(status(page, lang)).toContainText('Noted.');
	await page.getByRole('button', { name: 'Skip' }).click();
}

for (const lang of langs) {
	const say = wordsOf(lang);

	test(`the paper die is six squares of 42 mm and a card, on one page, in one language or both, ${lang}`, async ({
		page
	}) => {
		await visit(page, `/${lang}/dice/paper/`);
		await measured(page);
		// on a screen all of it is seen, to its right edge
		const sheet = page.locator('.die-paper');
		const frame = page.getByRole('region', { name: say('dice.paper.net') });
		await expect
			.poll(async () => {
				const [inside, around] = [(await sheet.boundingBox())!, (await frame.boundingBox())!];
				return inside.x + inside.width <= around.x + around.width && inside.height < around.height;
			})
			.toBe(true);
		await expect(page.locator('.die-paper .face').first()).toHaveText('');
		await page.getByRole('button', { name: say('dice.paper.make') }).click();
		await expect(page.locator('.die-paper .face').last()).toHaveText(say('dice.rest.title'));
		await measured(page);

		// the six ideas with the most words, all at once
		await visit(page, `/${lang}/receive/#${diePayload(wordiest)}`);
		await page.getByRole('button', { name: say('receive.die.put') }).click();
		await expect(page).toHaveURL(`/${lang}/dice/`);
		await visit(page, `/${lang}/dice/paper/`);
		await expect(page.getByText(say('dice.paper.from'))).toBeVisible();
		await measured(page);
		await page.getByRole('radio', { name: say('dice.paper.bothLangs') }).check();
		await expect(page.locator('.die-paper [lang="en-CA"]').first()).toBeVisible();
		await expect(page.locator('.die-paper [lang="fr-CA"]').first()).toBeVisible();
		await measured(page);
	});

	test(`a clinic prints a die of the ideas on the sheet, and nothing of it is kept, ${lang}`, async ({
		page
	}) => {
		await visit(page, `/${lang}/prescribe/`);
		await page.getByText(say('prescribe.ideas.title'), { exact: true }).click();
		const forms = ['physical', 'social', 'mental'];
		for (const [i, form] of forms.entries())
			await page
				.getByLabel(say('prescribe.ideas.line', { form: say(`prescribe.ideas.${form}`), number: 1 }))
				.fill(['Danser', 'Appeler Léa', 'Broder'][i]!);
		await page.getByLabel(say('prescribe.out.what')).selectOption('die');
		const faces = page.locator('.die-paper .face');
		await expect(faces).toHaveText(['Danser', 'Appeler Léa', 'Broder', say('dice.rest.title'), '', '']);
		await expect(page.getByText(say('prescribe.out.fits'))).toBeVisible();
		await measured(page);
		expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	});

	test(`all ideas can be read and looked through, ${lang}`, async ({ page }) => {
		await visit(page, `/${lang}/dice/all/`);
		const ideas = page.getByRole('main').getByRole('listitem');
		await expect(ideas).toHaveCount(270);
		await page.getByLabel(say('dice.all.find')).fill({ en: 'music', fr: 'musique' }[lang]);
		await expect(ideas.first()).toContainText(/musi/i);
		expect(await ideas.count()).toBeLessThan(40);

		// each can be done, put in the day, or put on the person's own dice
		const idea = ideas.first();
		const words = await idea.getByRole('button').innerText();
		await idea.getByRole('button', { name: words }).click();
		await idea.getByRole('button', { name: say('dice.answers.add') }).click();
		await expect(status(page, lang)).toContainText(say('dice.status.added'));
		await idea.getByRole('button', { name: say('dice.mine.addFace') }).click();
		await expect(status(page, lang)).toContainText(say('dice.status.six'));
		await idea.getByRole('link', { name: say('dice.answers.start') }).click();
		await expect(page.getByRole('heading', { name: words })).toBeVisible();
		await page.getByRole('button', { name: say('dice.answers.did') }).click();
		await expect(status(page, lang)).toContainText(say('dice.status.done'));
		await expect(page.getByRole('link', { name: say('shell.nav.dice'), exact: true })).toHaveAttribute(
			'aria-current',
			'page'
		);
	});
}
