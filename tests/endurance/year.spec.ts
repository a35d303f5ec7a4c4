import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { addDays, localDay, type LocalDay } from '../../src/lib/domain/local-day.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { decodedByZbar, keep, missingTools, pagesIn, scanOf } from '../e2e/paper-tools.ts';
import { awake, rowsOf, status, visit } from '../e2e/person.ts';
import { langs, wordsOf, type Lang } from '../e2e/words.ts';
import { eachKindUpright } from '../support/photos/photo-set.ts';

/*
 * A year in the life, with a moved clock: a sheet printed and scanned, good, bad and empty weeks, a stay in hospital, hard
 * days, notes with photos, the clocks changed twice, a new phone by a copy, four visits with the page shown by code and the plan
 * renewed. All that was done is counted beside it, and compared all along.
 */

const first = localDay('2027-01-04');
const length = 365;
const visits = [80, 170, 260, 350];
const newPhone = 200;
const hospital = { from: 120, to: 133 };
const hardDays = [60, 290];
const notes = [10, 70, 140, 210, 280, 340];

/** Chance that is the same each time (mulberry32). */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

interface DayRow {
	day: LocalDay;
	ticks: { step: string; at: number }[];
	isRest?: true;
	note?: string;
}

/** What was really done, counted by hand. */
class Ledger {
	readonly days = new Map<LocalDay, { ticks: string[]; isRest: boolean; words?: string }>();
	notes = 0;
	photos = 0;
	/** The greatest number that each place showed so far. */
	readonly shown = new Map<string, number>();

	of(day: LocalDay) {
		const kept = this.days.get(day) ?? { ticks: [], isRest: false };
		this.days.set(day, kept);
		return kept;
	}
	/** Days with a step. */
	get busy(): LocalDay[] {
		return [...this.days].filter(([, { ticks }]) => ticks.length > 0).map(([day]) => day);
	}
	/** Times of each step since that day, the most often first. */
	times(since: LocalDay = first): Map<string, number> {
		const times = new Map<string, number>();
		for (const [day, { ticks }] of this.days)
			if (day >= since) for (const id of ticks) times.set(id, (times.get(id) ?? 0) + 1);
		return times;
	}
}

/** Ten in the morning there, or eleven in summer. */
const at = (day: number, hour = 10) =>
	new Date(Date.parse(`${addDays(first, day)}T00:00:00Z`) + (hour + 5) * 3_600_000);

/** The same moment on every device. */
async function itIs(pages: readonly Page[], day: number, hour = 10): Promise<void> {
	for (const page of pages) {
		await page.clock.setFixedTime(at(day, hour));
		// as when somebody comes back to a tab that was open all night
		if (page.url().startsWith('http')) await page.evaluate(() => dispatchEvent(new Event('focus')));
	}
}

const boxes = (page: Page) => page.locator('main input[type="checkbox"][id^="do-"]');

async function dayRow(page: Page, day: LocalDay): Promise<DayRow | undefined> {
	return ((await rowsOf(page, 'days')) as DayRow[]).find((row) => row.day === day);
}

/** Prints the sheet as it stands, and reads its code from the paper. */
async function printedLink(page: Page, path: string): Promise<string> {
	const pdf = keep(path, await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
	expect(pagesIn(pdf)).toBe(1);
	return decodedByZbar(scanOf(pdf, 'gray'));
}

const pathOf = (link: string) => new URL(link).pathname + new URL(link).hash;

/** Every row, with what is a set in one order. */
async function plainRows(page: Page, table: 'days' | 'steps' | 'notes') {
	const rows = (await rowsOf(page, table)) as { chimes?: string[] }[];
	return rows.map((row) => (row.chimes ? { ...row, chimes: row.chimes.toSorted() } : row));
}

function life(lang: Lang) {
	const say = wordsOf(lang);
	const press = (page: Page, key: string) =>
		page.getByRole('button', { name: say(key), exact: true }).click();
	const ledger = new Ledger();

	async function takeSheet(page: Page, link: string): Promise<void> {
		await visit(page, pathOf(link));
		await press(page, 'receive.preview.yesToAll');
		await press(page, 'receive.put');
		await expect(page).toHaveURL(`/${lang}/today/`);
		await expect(boxes(page).first()).toBeVisible();
	}

	/** A day as it came: ticks, a rest, a few words, or nothing. */
	async function live(page: Page, day: LocalDay, wanted: number, isRest: boolean, words?: string) {
		const kept = ledger.of(day);
		await expect(boxes(page).first()).not.toBeChecked();
		// what is for later may be folded away
		for (const fold of await page.locator('main .rows > details').all())
			await fold.evaluate((details) => details.setAttribute('open', ''));
		const count = Math.min(wanted, await boxes(page).count());
		for (let i = 0; i < count; i++) {
			const box = boxes(page).nth(i);
			kept.ticks.push((await box.getAttribute('id'))!.slice('do-'.length));
			await box.check();
		}
		if (isRest) {
			await press(page, 'today.rest.ask');
			kept.isRest = true;
		}
		if (words) {
			await page.getByLabel(say('today.note.label')).fill(words);
			kept.words = words;
		}
		if (count === 0 && !isRest && !words) return;
		await expect
			.poll(async () => {
				const row = await dayRow(page, day);
				return row && [row.ticks.map(({ step }) => step).sort(), row.isRest ?? false, row.note];
			})
			.toEqual([kept.ticks.toSorted(), kept.isRest, kept.words]);
	}

	/** Looking back says what was counted beside it, and no number is smaller than it was. */
	async function lookBack(page: Page): Promise<void> {
		await visit(page, `/${lang}/back/`);
		await expect(page.getByText(say('back.days', { days: ledger.busy.length }))).toBeVisible();
		const region = page.getByRole('region', { name: say('back.steps.title') });
		await region.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
		const times = [...ledger.times().values()].sort((a, b) => b - a);
		await expect(region.locator('li b')).toHaveText(times.map((count) => say('back.forms.times', { times: count }))); // prettier-ignore
		const wings = page.getByRole('region', { name: say('back.wings.title') });
		const seasons = await wings
			.locator('figcaption')
			.evaluateAll((all) => all.map((one) => one.textContent.trim()));
		expect(new Set(seasons.map((words) => words.split(/\s?:/)[0])).size).toBe(seasons.length);
		const feathers = seasons.map((words) => Number(/(\d+)\D*$/.exec(words)?.[1]));
		expect(feathers.reduce((sum, count) => sum + count, 0)).toBe(ledger.busy.length);
		const rows = await page.locator('main .rows li').evaluateAll((all) =>
			all.map((one) => [one.querySelector('span')?.textContent.trim() ?? '', one.querySelector('b')?.textContent ?? ''])
		); // prettier-ignore
		const numbers = [
			...seasons.map((words, i) => [`season ${words.split(/\s?:/)[0]}`, feathers[i]!] as const),
			...rows.map(([words, count]) => [`row ${words}`, Number.parseInt(count!, 10)] as const)
		];
		const fell = numbers.filter(([name, value]) => !(value >= (ledger.shown.get(name) ?? 0)));
		expect(fell).toEqual([]);
		const gone = [...ledger.shown.keys()].filter((name) => !numbers.some(([each]) => each === name));
		expect(gone).toEqual([]);
		for (const [name, value] of numbers) ledger.shown.set(name, value);
	}

	/** The page for the visit goes on as a code, the clinic renews the sheet, prints it, and the person scans it. */
	async function meet(
		page: Page,
		clinic: Page,
		nth: number,
		since: LocalDay,
		path: (name: string) => string
	) {
		await visit(page, `/${lang}/plan/visit/`);
		const part = (name: string) =>
			page
				.locator('.parts > li')
				.filter({ has: page.getByText(say(`visit.parts.${name}`), { exact: true }) });
		await part('did').locator('summary').first().click();
		await expect(part('did').getByRole('checkbox').first()).toBeVisible();
		for (const box of await part('did').getByRole('checkbox').all()) await box.check();
		await part('wishes').locator('summary').first().click();
		await part('wishes')
			.getByRole('button', { name: say('visit-page.add') })
			.click();
		await page.keyboard.type(`Zkq ${nth}`);
		await expect(page.locator('.plan-paper').getByText(`Zkq ${nth}`)).toBeVisible();
		await press(page, 'visit-page.code.button');
		const dialog = page.getByRole('dialog', { name: say('visit-page.code.title') });
		const after = dialog.getByRole('button', { name: say('visit-page.code.after') });
		const shown = dialog.getByRole('img');
		const drawn = shown.locator('path');
		await expect(shown).toBeVisible();
		const alone = await drawn.getAttribute('d');
		await dialog.getByLabel(say('visit-page.code.withPlan')).check();
		// drawn anew with the steps along
		await expect(drawn).not.toHaveAttribute('d', alone!);
		const codes = new Set<string>();
		const name = await shown.getAttribute('aria-label');
		do {
			const file = path(`visit-${nth}-${codes.size}.png`);
			await shown.screenshot({ path: file });
			codes.add(decodedByZbar(file));
			if ((await after.count()) === 0) break;
			const before = await shown.getAttribute('aria-label');
			await after.click();
			await expect(shown).not.toHaveAttribute('aria-label', before!);
		} while ((await shown.getAttribute('aria-label')) !== name);
		await dialog.getByRole('button', { name: say('visit-page.code.close') }).click();

		const [one, ...others] = [...codes];
		// a page that was open all these weeks asks whether anybody is there, and clears itself
		await clinic.goto('about:blank');
		await visit(clinic, pathOf(one!));
		const field = clinic.getByLabel(say('receive.ways.textLabel'));
		for (const [i, link] of others.entries()) {
			await expect(clinic.getByText(say('receive.parts', { done: i + 1, count: codes.size }))).toBeVisible();
			await field.fill(link);
			await clinic.getByRole('button', { name: say('receive.ways.open'), exact: true }).click();
		}
		const brought = clinic.getByRole('region', { name: say('visit-page.brought.title') });
		await expect(brought).toContainText(`Zkq ${nth}`);
		// what they say of each step is what was counted since the last visit
		const told = await brought.locator('.rows li .what .quiet').allInnerTexts();
		const counted = [...ledger.times(since).values()].map((times) => say('visit-page.told', { times }));
		expect(told.filter((words) => words !== say('visit-page.brought.notTold')).toSorted()).toEqual(counted.toSorted()); // prettier-ignore
		expect(await clinic.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
		await clinic.getByLabel(say('prescribe.add.own')).fill(`Pas ${nth}`);
		await clinic.getByRole('button', { name: say('prescribe.add.addOwn'), exact: true }).click();
		await expect(clinic.locator('.paper')).toContainText(`Pas ${nth}`);
		const renewed = await printedLink(clinic, path(`renewed-${nth}.pdf`));
		await press(clinic, 'prescribe.out.clear');
		await press(clinic, 'prescribe.out.clearYes');
		await expect(brought).toHaveCount(0);

		await press(page, 'my-plan.visit.over');
		await expect(status(page, lang)).toContainText(say('my-plan.status.visitOver'));
		await takeSheet(page, renewed);
	}

	async function writeNote(page: Page, nth: number): Promise<void> {
		await visit(page, `/${lang}/hope/write/#hope`);
		await page.getByLabel(say('hope.write.text'), { exact: true }).fill(`Note ${nth}`);
		const { name, type, bytes } = eachKindUpright()[nth]!;
		await page
			.getByLabel(say('hope.photos.add'), { exact: true })
			.setInputFiles({ name, mimeType: type, buffer: bytes() });
		await press(page, 'hope.write.save');
		await expect(page).toHaveURL(/\/hope\/$/);
		await expect(page.getByRole('article').filter({ hasText: `Note ${nth}` })).toBeVisible();
		ledger.notes += 1;
		ledger.photos += 1;
		await expect.poll(async () => (await rowsOf(page, 'photos')).length).toBe(ledger.photos);
	}

	async function hardDay(page: Page): Promise<void> {
		await page.getByRole('link', { name: say('today.hardDay.show') }).click();
		await expect(page).toHaveURL(`/${lang}/hard-day/`);
		await awake(page);
		await page.getByRole('checkbox', { name: say('hard-day.rows.eat') }).check();
		await page.getByRole('link', { name: say('hard-day.leave') }).click();
		await expect(page).toHaveURL(`/${lang}/today/`);
		await expect(status(page, lang)).toContainText(say('hard-day.status.off'));
	}

	async function stay(page: Page): Promise<void> {
		await visit(page, `/${lang}/prescription/`);
		await page.getByText(say('prescription.pause.everything')).click();
		const more = page.getByRole('region', { name: say('prescription.more') });
		await more.getByLabel(say('prescription.pause.to')).fill(addDays(first, hospital.to));
		await more.getByRole('button', { name: say('prescription.pause.keep') }).click();
		await expect(status(page, lang)).toContainText(say('shell.status.paused'));
		await visit(page, `/${lang}/today/`);
		await expect(boxes(page)).toHaveCount(0);
	}

	/** Everything goes to another phone in a file; the old one is put away. */
	async function move(page: Page, context: BrowserContext, day: number, path: string): Promise<Page> {
		await visit(page, `/${lang}/copy/`);
		await page.getByRole('radio', { name: say('copies.kind.readable') }).check();
		const coming = page.waitForEvent('download');
		await press(page, 'copies.make');
		await (await coming).saveAs(path);
		const other = await context.newPage();
		await itIs([other], day, 11);
		await visit(other, `/${lang}/copy/back/`);
		await other.getByRole('main').locator('input[type="file"]').first().setInputFiles(path);
		await expect(other.getByRole('heading', { name: say('copies.back.preview') })).toBeVisible();
		await press(other, 'copies.back.go');
		await expect(other.getByRole('heading', { name: say('copies.back.done') })).toBeVisible();
		for (const table of ['days', 'steps', 'notes'] as const)
			expect(await plainRows(other, table)).toEqual(await plainRows(page, table));
		await page.close();
		return other;
	}

	return { say, press, ledger, takeSheet, live, lookBack, meet, writeNote, hardDay, stay, move };
}

for (const lang of langs)
	test(`a year in the life: every count is what was done, nothing is lost, and no number ever fell, ${lang}`, async ({
		page: firstPhone,
		anotherContext
	}, info) => {
		test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
		const { say, ledger, ...lived } = life(lang);
		const random = chance(lang === 'fr' ? 7 : 11);
		const clinic = await (await anotherContext()).newPage();
		let page = firstPhone;
		await itIs([page, clinic], 0);

		await visit(clinic, `/${lang}/prescribe/`);
		await lived.press(clinic, 'prescribe.start.first-steps');
		await expect(
			clinic.locator('.paper footer svg, .paper svg[role="img"], .paper .code svg').first()
		).toBeVisible();
		const link = await printedLink(clinic, info.outputPath('first.pdf'));
		await lived.takeSheet(page, link);

		let since = first;
		for (let day = 0; day < length; day++) {
			const date = addDays(first, day);
			await itIs([page, clinic], day);
			if (day === hospital.from) await lived.stay(page);
			if (day >= hospital.from && day <= hospital.to) {
				ledger.of(date);
				continue;
			}
			if (day === hospital.to + 1) await visit(page, `/${lang}/today/`);
			// some weeks are good, some are hard, and in some there is nothing
			const week = Math.floor(day / 7) % 6;
			const energy = week === 3 ? 0 : week === 4 ? 0.3 : 0.9;
			const isBusy = random() < energy;
			const wanted = isBusy ? 1 + Math.floor(random() * 3) : 0;
			await lived.live(page, date, wanted, energy > 0 && random() < 0.1, day % 45 === 5 ? `Mots ${day}` : undefined); // prettier-ignore
			if (hardDays.includes(day)) await lived.hardDay(page);
			if (notes.includes(day)) await lived.writeNote(page, notes.indexOf(day));
			if (visits.includes(day)) {
				await lived.lookBack(page);
				await lived.meet(page, clinic, visits.indexOf(day), since, (name) => info.outputPath(name));
				since = date;
			}
			if (day === newPhone) page = await lived.move(page, await anotherContext(), day, info.outputPath('copy.envol')); // prettier-ignore
			if (day % 30 === 29) await lived.lookBack(page);
			if (!page.url().endsWith(`/${lang}/today/`)) await visit(page, `/${lang}/today/`);
		}
		await lived.lookBack(page);

		// every day is as it was lived: no tick more or less, whatever the clocks did
		const kept = new Map(((await rowsOf(page, 'days')) as DayRow[]).map((row) => [row.day, row]));
		const wanted = [...ledger.days].filter(([, { ticks, isRest, words }]) => ticks.length > 0 || isRest || words); // prettier-ignore
		expect([...kept.keys()].toSorted()).toEqual(wanted.map(([day]) => day).toSorted());
		for (const [day, { ticks, isRest, words }] of wanted) {
			const row = kept.get(day)!;
			expect([day, row.ticks.map(({ step }) => step).toSorted(), row.isRest ?? false, row.note]).toEqual([day, ticks.toSorted(), isRest, words]); // prettier-ignore
		}
		expect(await rowsOf(page, 'notes')).toHaveLength(ledger.notes);
		expect(await rowsOf(page, 'photos')).toHaveLength(ledger.photos);
		expect(((await rowsOf(page, 'steps')) as { words?: string }[]).filter(({ words }) => words?.startsWith('Pas'))).toHaveLength(visits.length); // prettier-ignore
		await visit(page, `/${lang}/back/`);
		await expect(page.getByText(say('back.kept.stitches', { count: ledger.notes }))).toBeVisible();
		expect(readFileSync(info.outputPath('first.pdf')).length).toBeGreaterThan(1000);
	});
