import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { awake } from '../e2e/person.ts';
import { wordsOf } from '../e2e/words.ts';
import { estimate, tenPrescriptions, type Written } from '../support/ten-prescriptions.ts';

/** What a clinic prints on every sheet, in the link that it keeps: the place, its own line (none), the telephone of the team. */
const ours = Buffer.from('CA-QC\n\n514 555-0123').toString('base64url');

/** A hand at the mouse and two at the keys, counted. */
class Hands {
	clicks = 0;
	keys = 0;
	readonly #page: Page;

	constructor(page: Page) {
		this.#page = page;
	}

	get seconds(): number {
		return this.clicks * estimate.click + this.keys * estimate.key;
	}

	async click(target: Locator): Promise<void> {
		await target.click();
		this.clicks += 1;
	}

	/** A choice in a list that opens: one click to open it, one to choose. */
	async choose(list: Locator, value: string): Promise<void> {
		await list.selectOption(value);
		this.clicks += 2;
	}

	async type(words: string): Promise<void> {
		await this.#page.keyboard.type(words);
		this.keys += words.length;
	}

	async press(key: string, times = 1): Promise<void> {
		for (let each = 0; each < times; each++) await this.#page.keyboard.press(key);
		this.keys += times;
	}

	/** Tab, until this has the focus; as many keys as that takes. */
	async tabTo(target: Locator, most = 12): Promise<void> {
		await expect(target).toBeAttached();
		for (let each = 0; each < most; each++) {
			if (await target.evaluate((element) => element === document.activeElement)) return;
			await this.press('Tab');
		}
		await expect(target).toBeFocused();
	}
}

async function write(page: Page, written: Written): Promise<{ hands: Hands; link: string }> {
	const { lang } = written;
	const say = wordsOf(lang);
	const hands = new Hands(page);
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const field = (label: string, values = {}) => page.getByLabel(say(label, values), { exact: true });
	const list = (label: string) => page.getByRole('combobox', { name: say(label), exact: true });
	const rows = page.getByRole('main').locator('ol > li');
	const unfold = (part: string) =>
		hands.click(page.locator('summary').filter({ hasText: say(`prescribe.${part}.title`) }));

	await page.goto('about:blank');
	await page.goto(`/${lang}/prescribe/#&ours=${ours}`);
	await awake(page);
	await page.evaluate(() => {
		globalThis.print = () => undefined;
	});
	await expect(list('prescribe.start.region')).toHaveValue('CA-QC');

	if (written.start) await hands.click(button(say(`prescribe.start.${written.start}`)));
	await expect(rows).not.toHaveCount(0);
	if (written.langs) await hands.choose(list('prescribe.start.langs'), written.langs);
	if (written.layout) await hands.choose(list('prescribe.start.layout'), written.layout);

	const search = field('prescribe.add.search');
	for (const [at, { typed, take }] of (written.found ?? []).entries()) {
		if (at === 0) await hands.click(search);
		const count = await rows.count();
		const offers = page.getByRole('main').locator('.looking .rows button');
		await search.fill(typed);
		await expect(offers.first()).toBeVisible();
		const wanted = await (take ? offers.filter({ hasText: take }) : offers).first().textContent();
		await search.fill('');
		// as many letters as it takes until the step is there to be taken
		for (const letter of typed) {
			await hands.type(letter);
			await page.evaluate(() => new Promise(requestAnimationFrame));
			const offered = await offers.allTextContents();
			if (take ? offered.includes(wanted!) : offered[0] === wanted) break;
		}
		if (take) {
			await hands.click(offers.filter({ hasText: take }).first());
			if (written.found![at + 1]) await hands.click(search);
		} else await hands.press('Enter');
		await expect(rows).toHaveCount(count + 1);
	}

	const own = field('prescribe.add.own');
	for (const [at, { words, detail, moment }] of (written.own ?? []).entries()) {
		if (at === 0) await hands.click(own);
		await expect(own).toBeFocused();
		await hands.type(words);
		const form = own.locator('xpath=ancestor::form');
		if (detail) {
			await hands.tabTo(form.getByLabel(say('prescribe.rows.detail')));
			await hands.type(detail);
		}
		if (moment) {
			const when = form.getByRole('combobox', { name: say('prescribe.rows.moment'), exact: true });
			await hands.tabTo(when);
			const name = say(`habits.moments.${moment}`);
			const others = ['morning', 'midday', 'evening', 'night', 'any'].map((each) =>
				say(`habits.moments.${each}`)
			);
			// as many letters as tell it from the others before it
			let letters = 1;
			while (others.find((each) => each.startsWith(name.slice(0, letters))) !== name) letters += 1;
			await hands.type(name.slice(0, letters).toLowerCase());
			await expect(when).toHaveValue(moment);
			// in a list that opens the Enter key opens it
			await hands.tabTo(button(say('prescribe.add.addOwn')));
		}
		const count = await rows.count();
		await hands.press('Enter');
		await expect(rows).toHaveCount(count + 1);
	}

	for (const { row, detail } of written.details ?? []) {
		await hands.click(rows.nth(row).getByRole('button', { expanded: false }).last());
		await hands.click(rows.nth(row).getByLabel(say('prescribe.rows.detail')));
		await hands.type(detail);
	}
	for (const at of written.off ?? []) await hands.click(rows.nth(at).getByRole('checkbox').first());

	await hands.click(field('prescribe.who.for'));
	await hands.type(written.name);
	if (written.goal) {
		await hands.tabTo(field('prescribe.who.goal'));
		await hands.type(written.goal);
	}
	await hands.click(button(say('prescribe.who.inWeeks', { weeks: written.weeks })));

	if (written.agreements) {
		await unfold('agreements');
		await expect(
			field('prescribe.agreements.line', { who: say('prescribe.agreements.me'), number: 1 })
		).toBeVisible();
		for (const [side, texts] of Object.entries(written.agreements))
			for (const [at, text] of texts.entries()) {
				const who = say(`prescribe.agreements.${side}`);
				const offer = page.getByRole('button', {
					name: say('prescribe.add.add', { step: text }),
					exact: true
				});
				if ((await offer.count()) > 0) {
					await hands.click(offer);
					continue;
				}
				await hands.tabTo(field('prescribe.agreements.line', { who, number: at + 1 }));
				await hands.type(text);
			}
	}
	if (written.signs) {
		await unfold('signs');
		for (const [at, text] of written.signs.entries()) {
			await hands.tabTo(field('prescribe.signs.line', { number: at + 1 }));
			await hands.type(text);
		}
	}
	await hands.click(button(say('prescribe.out.print')));

	// what follows is not counted
	await expect(page.locator('.paper').first()).toContainText(written.name);
	await button(say('prescribe.out.code')).click();
	const link = await page
		.getByRole('dialog')
		.getByLabel(say('sheet-tools.code.link'), { exact: true })
		.inputValue();
	return { hands, link };
}

const median = (numbers: readonly number[]) => {
	const sorted = [...numbers].sort((a, b) => a - b);
	return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

test('the ten prescriptions of the review take four tenths fewer actions, and none a hundred seconds', async ({
	page
}, info) => {
	await page.setViewportSize({ width: 1366, height: 650 });
	await page.clock.setFixedTime(new Date('2026-11-28T15:00:00'));
	const done: { written: Written; clicks: number; keys: number; seconds: number; link: string }[] = [];
	for (const written of tenPrescriptions) {
		const { hands, link } = await write(page, written);
		const { clicks, keys, seconds } = hands;
		done.push({ written, clicks, keys, seconds, link });
	}
	const table = done.map(({ written: { who, before }, clicks, keys, seconds, link }) => {
		const past = `${before.clicks} + ${before.keys} | ${before.seconds} | ${before.link}`;
		return `| ${who} | ${past} | ${clicks} + ${keys} | ${Math.round(seconds)} | ${link.length} |`;
	});
	const links = Object.fromEntries(done.map(({ written: { who }, link }) => [who, link.split('#')[1]]));
	writeFileSync(info.outputPath('ten.json'), JSON.stringify({ table, links }, null, '\t'));
	console.log(table.join('\n'));
	for (const { written, link, seconds } of done) {
		expect.soft(link.length, written.who).toBeGreaterThanOrEqual(written.before.link);
		expect.soft(seconds, written.who).toBeLessThan(100);
		// the papers of these are tried in codes-on-paper.spec.ts
		expect.soft(link.split('#')[1], written.who).toBe(written.payload);
	}
	for (const what of ['clicks', 'seconds'] as const) {
		const [now, then] = [done.map((each) => each[what]), done.map(({ written }) => written.before[what])];
		expect(median(now) / median(then), what).toBeLessThanOrEqual(0.6);
	}
});
