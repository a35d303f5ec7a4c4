import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { beginWith, rowsOf, status, steps, undo, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

test.use({ viewport: { width: 360, height: 740 } });

/** How many rows the strip of help has now, and which of its links a finger cannot reach. */
function strip(page: Page): Promise<{ rows: number; unreachable: string[]; words: string[] }> {
	return page.evaluate(async () => {
		// what fits itself to the size does so in the frames after
		for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
		const links = [...document.querySelectorAll<HTMLElement>('.banner a')].filter((a) => a.offsetWidth > 0);
		const tops = new Set<number>();
		const unreachable: string[] = [];
		for (const link of links) {
			const { left, right, top, bottom, height } = link.getBoundingClientRect();
			if (![...tops].some((each) => Math.abs(each - (top + height / 2)) < 8)) tops.add(top + height / 2);
			const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			if (left < 0 || right > innerWidth || !hit || hit.closest('a') !== link)
				unreachable.push(link.textContent);
		}
		const isSeen = (part: Element) => part.getBoundingClientRect().width > 2;
		const words = links.map((link) =>
			[...link.querySelectorAll('b, bdi, .wide, .narrow')]
				.filter(isSeen)
				.map((part) => part.textContent.replace(/\u00a0/g, ' '))
				.join(' ')
		);
		return { rows: tops.size, unreachable, words };
	});
}

for (const lang of langs) {
	const say = wordsOf(lang);

	test(`the strip of help says in words what a tap does, in two rows at most, ${lang}`, async ({ page }) => {
		await visit(page, `/${lang}/hard-day/`);
		const [call, text, help] = ['call', 'text', 'allShort'].map((key) =>
			say(`shell.banner.${key}` as 'shell.banner.call')
		);
		const { words, rows } = await strip(page);
		expect(words).toEqual([`${call} 9-1-1`, `${call} 9-8-8`, `${text} 9-8-8`, help]);
		expect(rows).toBe(1);
		for (const region of [undefined, 'CA-QC'])
			for (const [width, size, most] of [
				[360, 100, 1],
				[320, 100, region ? 2 : 1],
				[320, 200, 2],
				[360, 200, 2]
			] as const) {
				await page.setViewportSize({ width, height: 740 });
				await page.evaluate(
					([place, text]) => {
						const { dataset } = document.documentElement;
						if (place) dataset.region = place;
						else delete dataset.region;
						dataset.text = text;
					},
					[region, String(size)] as const
				);
				const now = await strip(page);
				const about = `${region ?? 'Canada'}, ${width} px, ${size} %`;
				expect(now.rows, about).toBeLessThanOrEqual(most);
				expect(now.unreachable, about).toEqual([]);
				// no number leaves it, in Quebec either
				expect(now.words.length, about).toBe(region ? 5 : 4);
			}
	});

	test(`a hard day is one screen: a line, four rows, three pictures, help, and the way out, ${lang}`, async ({
		page
	}) => {
		await visit(page, `/${lang}/hard-day/`);
		const main = page.getByRole('main');
		await expect(main.getByRole('checkbox')).toHaveCount(4);
		for (const part of [
			main.locator('.line'),
			...(await main.getByRole('checkbox').all()),
			main.getByRole('button', { name: say('hard-day.lines.another') }),
			main.getByRole('button', { name: say('hard-day.person.near') }),
			main.getByRole('link', { name: say('hard-day.here') }),
			main.getByRole('button', { name: say('hard-day.pass.show') }),
			main.locator('.act'),
			main.locator('summary').getByText(say('hard-day.more'), { exact: true }),
			main.getByRole('link', { name: say('hard-day.leave') })
		])
			await expect(part).toBeInViewport({ ratio: 1 });
		// a person is one tap away, and comes into view by itself
		await main.getByRole('button', { name: say('hard-day.person.near') }).click();
		await expect(main.getByRole('link', { name: say('hard-day.human.help') })).toBeInViewport({ ratio: 1 });
	});

	test(`Today is one screen: five steps, what to pick for me, and the way to the minimum, ${lang}`, async ({
		page
	}) => {
		await page.clock.install({ time: new Date('2026-11-25T09:00:00-05:00') });
		await beginWith(page, lang, 'first-steps');
		const main = page.getByRole('main');
		await expect(steps(page)).toHaveCount(5);
		// the driver scrolls to what it presses, even where that stays on the screen
		await page.evaluate(() => scrollTo(0, 0));
		const tabs = (await page.getByRole('navigation').boundingBox())!.y;
		const hard = main.getByRole('link', { name: say('today.hardDay.show') });
		const pick = main.getByRole('link', { name: say('today.links.dice') });
		for (const part of [hard, ...(await main.locator('.row').all()), pick]) {
			const { y, height } = (await part.boundingBox())!;
			expect(y).toBeGreaterThan(40);
			expect(y + height).toBeLessThanOrEqual(tabs);
		}
		// a tick changes no height, and taking it back stands in the row; later the line at the foot goes
		const { y } = (await pick.boundingBox())!;
		await steps(page).first().check();
		const row = main.locator('.row').first();
		await expect(row.getByText(say('shell.status.undo'), { exact: true })).toBeVisible();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		expect((await pick.boundingBox())!.y).toBe(y);
		// what was done is said below the main button, over nothing
		const said = (await page
			.getByRole('button', { name: say('shell.status.close'), exact: true })
			.boundingBox())!;
		expect(said.y).toBeGreaterThanOrEqual(y + (await pick.boundingBox())!.height);
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await page.clock.runFor(11_000);
		await expect(status(page, lang)).toBeEmpty();
		expect(await page.evaluate(() => scrollY)).toBe(0);
		await row.getByText(say('shell.status.undo'), { exact: true }).click();
		await expect(steps(page).first()).not.toBeChecked();
		// the words of a row ask what else: smaller, not today, another
		await row.getByRole('button').click();
		const sheet = page.getByRole('dialog');
		await expect(sheet.getByRole('link', { name: say('row.change') })).toBeInViewport({ ratio: 1 });
		const title = await row.locator('.title').innerText();
		await sheet.getByRole('button', { name: say('row.notToday') }).click();
		await expect(sheet).toBeHidden();
		await expect(steps(page)).toHaveCount(4);
		await expect(status(page, lang)).toContainText(say('row.notTodaySaid'));
		await undo(page, lang);
		await expect(main.locator('.row .title').first()).toHaveText(title);
		// what is to be picked is picked with that one tap
		await pick.click();
		const result = page.getByRole('region', { name: say('dice.result') });
		await expect(result.getByRole('heading')).toBeVisible();
		// and no other in its place on the way back
		await expect(page).toHaveURL(`/${lang}/dice/`);
	});

	test(`on Help the way to the minimum is in the first screen, my people in the second, ${lang}`, async ({
		page
	}) => {
		const height = () => page.evaluate(() => document.documentElement.scrollHeight);
		// half of what it was: 5,007 px
		await visit(page, `/${lang}/help/`);
		expect(await height()).toBeLessThanOrEqual(5007 / 2);
		await visit(page, `/${lang}/plan/people/`);
		await page
			.getByRole('button', { name: say('people.add.close') })
			.first()
			.click();
		await page.getByLabel(say('people.name')).fill('Julie');
		await page.getByLabel(say('people.phone')).fill('514 555-0123');
		// Help reads what is in the database, as any page without the app does
		await expect.poll(async () => JSON.stringify(await rowsOf(page, 'settings'))).toContain('555-0123');
		await visit(page, `/${lang}/help/`);
		const people = page.getByRole('region', { name: say('help.people.title') });
		await expect(people.getByRole('link').first()).toBeVisible();
		await expect(page.getByRole('link', { name: say('help.wait.minimum') })).toBeInViewport({ ratio: 1 });
		const box = (await people.boundingBox())!;
		expect(box.y + box.height).toBeLessThanOrEqual(2 * 740);
		expect(await height()).toBeLessThan(2800);
	});
}
