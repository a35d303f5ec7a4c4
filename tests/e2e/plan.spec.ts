import { readdirSync, readFileSync } from 'node:fs';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { reviewedHrefs } from '../support/reviewed-help-numbers.ts';
import { barriers } from './barriers.ts';
import { vector } from './codes.ts';
import { expect, inBoth, onlyIn, openEveryFold, test } from './fixtures.ts';
import { keep, missingTools, pagesIn, textIn } from './paper-tools.ts';
import { addOwn, openStep, rowsOf, status, undo, visit } from './person.ts';
import { langs, wordsOf, type Lang } from './words.ts';

const parts = ['people', 'signs', 'crisis', 'wants', 'agreements', 'visit'] as const;
const papers = ['Letter', 'A4'] as const;

async function keptAs(page: Page, key: string): Promise<Record<string, Record<string, unknown>>> {
	const rows = (await rowsOf(page, 'settings')) as { key: string; value: never }[];
	return rows.find((row) => row.key === key)?.value ?? {};
}

/**
 * Lays records in the database, as an earlier visit would have: the page must have kept something already, but none of these, or the
 * second store takes what it knows of them for the truth and brings that back.
 */
async function lay(page: Page, records: Record<string, unknown>): Promise<void> {
	await page.evaluate(
		(all) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('envol');
				opening.onsuccess = () => {
					const writing = opening.result.transaction('settings', 'readwrite');
					for (const [key, value] of Object.entries(all)) writing.objectStore('settings').put({ key, value });
					writing.oncomplete = () => (opening.result.close(), resolve());
					writing.onerror = () => reject(new Error('not laid'));
				};
			}),
		records
	);
}

/** One choice anywhere makes a database. */
async function chooseAnything(page: Page, lang: Lang): Promise<void> {
	await visit(page, `/${lang}/settings/`);
	await page.getByRole('checkbox', { name: wordsOf(lang)('settings.day.how') }).check();
	await expect(status(page, lang)).toContainText(wordsOf(lang)('shell.status.saved'));
}

const people = {
	a: { id: 'a', order: 0, name: 'Léa', role: 'friend', phone: '514-555-0123', canText: true, when: '18 h' },
	b: { id: 'b', order: 1, name: 'Dr Roy', role: 'doctor', phone: '418 555 0199 poste 12' },
	c: { id: 'c', order: 2, name: 'Maman', role: 'family' }
};
const written = {
	people,
	mySigns: {
		a: { id: 'a', order: 0, sign: 'sign-i-sleep-much-less-than', does: 'music', tells: 'a' },
		b: { id: 'b', order: 1, sign: 'sign-i-have-not-slept-all' }
	},
	wants: { a: { id: 'a', order: 0, horizon: 'decade', words: 'Un jardin' } },
	agreements: { a: { id: 'a', order: 0, side: 'team', words: 'Call on Monday', on: '2026-11-20' } },
	questions: { a: { id: 'a', order: 0, words: 'What now?' } },
	planNotes: {
		asks: ['a', 'c'],
		alone: 'music\na bath',
		distract: 'the library',
		safer: 'Léa',
		want: 'speak softly',
		doNotWant: 'crowds',
		pets: 'Sam',
		helps: 'quiet',
		helpsNot: 'advice',
		whenToCall: 'two nights',
		visitOn: '2026-12-03'
	}
};

async function onPaper(page: Page, info: TestInfo, format: (typeof papers)[number]): Promise<string> {
	return keep(info.outputPath(`plan-${format}.pdf`), await page.pdf({ format, preferCSSPageSize: true }));
}

const entry = (page: Page, words: string): Locator =>
	page.getByRole('main').getByRole('listitem').filter({ hasText: words });

for (const lang of langs) {
	const say = wordsOf(lang);
	const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true });

	test.describe(`my plan, ${lang}`, () => {
		const test = onlyIn('fr', lang);
		test('with a keyboard alone somebody is written in, kept as typed, moved, removed and brought back', async ({
			page
		}) => {
			await visit(page, `/${lang}/plan/`);
			await page.getByRole('link', { name: say('plan.parts.people.title') }).focus();
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(`/${lang}/plan/people/`);
			await button(page, 'people.add.close').focus();
			await page.keyboard.press('Enter');
			await expect(page.getByLabel(say('people.name'), { exact: true })).toBeFocused();
			await page.keyboard.type('Léa');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			await expect(page.getByLabel(say('people.phone'))).toBeFocused();
			await page.keyboard.type('1-900-555-0123');
			await expect(page.getByText(say('people-form.remarks.costly'))).toBeVisible();
			await page.getByLabel(say('people.phone')).fill('(514) 555-0123');
			await expect(page.getByText(say('people-form.remarks.costly'))).toBeHidden();
			const ready = say('people.words.come');
			await page.getByRole('button', { name: ready }).press('Enter');
			await expect(status(page, lang)).toContainText(say('shell.status.changed'));
			// gone at once, in the middle of a word
			await page.getByLabel(say('people.when')).fill('le soir');
			await page
				.getByRole('main')
				.getByRole('link', { name: say('shell.back'), exact: true })
				.press('Enter');
			await expect(page.getByText(say('plan.parts.peopleCount', { count: 1 }))).toBeVisible();
			await visit(page, `/${lang}/plan/people/`);

			const lea = entry(page, 'Léa');
			await expect(lea).toContainText('(514) 555-0123');
			await expect(lea).toContainText('le soir');
			await expect(lea.locator('a[href="tel:5145550123"]')).toBeVisible();
			await expect(lea.locator('a[href^="sms:"]')).toHaveAttribute(
				'href',
				`sms:5145550123?&body=${encodeURIComponent(ready)}`
			);

			await button(page, 'people.add.close').press('Enter');
			await page.keyboard.type('Sam');
			const rows = page.getByRole('region', { name: say('people.circles.close') }).locator('ul.rows > li');
			await expect(rows).toHaveCount(2);
			await expect.poll(async () => JSON.stringify(await keptAs(page, 'people'))).toContain('"Sam"');
			await page.getByRole('button', { name: new RegExp(`^${say('my-plan.up')} ?, Sam$`) }).press('Enter');
			await expect(rows.first()).toContainText('Sam');
			await page
				.getByRole('button', { name: new RegExp(`^${say('my-plan.remove')} ?, Sam$`) })
				.press('Enter');
			await expect(status(page, lang)).toContainText(say('my-plan.status.removed'));
			await expect(rows).toHaveCount(1);
			await undo(page, lang);
			await expect(rows).toHaveCount(2);
			await expect(rows.first()).toContainText('Sam');
			// one undo takes back a whole name, however often it was kept on the way
			await entry(page, 'Sam').getByText(say('my-plan.open')).click();
			const name = page.getByLabel(say('people.name'), { exact: true });
			await name.press('End');
			for (const sofar of ['Samu', 'Samue', 'Samuel']) {
				await name.press(sofar.at(-1)!);
				await expect.poll(async () => JSON.stringify(await keptAs(page, 'people'))).toContain(`"${sofar}"`);
			}
			await name.blur();
			await undo(page, lang);
			await expect(name).toHaveValue('Sam');
		});

		inBoth('my people stand on Help, below the public lines and never among them', async ({ page }) => {
			await chooseAnything(page, lang);
			await visit(page, `/${lang}/help/`);
			await expect(page.locator('#my-people')).toBeHidden();
			await lay(page, {
				people: { ...people, d: { id: 'd', order: 9, name: '<b>Eve</b>', role: 'other', phone: '*21*5#' } }
			});
			await page.reload();
			const mine = page.getByRole('region', { name: say('help.people.title') });
			await expect(mine.getByRole('listitem')).toHaveCount(2);
			await expect(mine).not.toContainText('Eve');
			await expect(mine.getByRole('link', { name: /Léa/ })).toHaveCount(2);
			await expect(mine.locator('a[href="tel:4185550199,12"]')).toContainText('418 555 0199 poste 12');
			// every link that is not theirs is a reviewed one, and stands above or in another place than theirs
			const links = await page.locator('a[href^="tel:"], a[href^="sms:"]').evaluateAll((all) =>
				all.map((link) => ({
					href: link.getAttribute('href')!,
					isOwn: link.hasAttribute('data-own'),
					isInside: link.closest('#my-people') !== null
				}))
			);
			expect(links.filter(({ isOwn }) => isOwn)).toHaveLength(3);
			expect(links.every(({ isOwn, isInside }) => isOwn === isInside)).toBe(true);
			const reviewed = reviewedHrefs(lang);
			expect(links.filter(({ href, isOwn }) => !isOwn && !reviewed.has(href))).toEqual([]);
			const urgent = page.getByRole('region', { name: say('help.urgent.title') });
			expect((await mine.boundingBox())!.y).toBeGreaterThan(
				(await urgent.locator('a').last().boundingBox())!.y
			);
		});

		inBoth(
			'an urgent sign always stands with calls and texts; a sign has its then, and whom I tell',
			async ({ page }, info) => {
				await chooseAnything(page, lang);
				await lay(page, { people });
				await visit(page, `/${lang}/plan/signs/`);
				const help = page.getByRole('group', { name: say('my-plan.helpNow.title') });
				await expect(help).toHaveCount(0);
				await button(page, 'my-plan.signs.own').click();
				await page.getByLabel(say('my-plan.signs.ownLabel')).fill('Je me tais');
				await page.getByLabel(say('my-plan.signs.does')).fill('marche');
				await page.getByRole('radio', { name: 'Léa', exact: true }).check();
				const own = entry(page, 'Je me tais');
				await expect(own).toContainText(say('my-plan.signs.tell', { name: 'Léa' }));
				await expect(own.locator('a[href="tel:5145550123"]')).toBeVisible();
				// what I do, and whom I tell, are told apart
				await expect(own).toContainText(
					`${say('my-plan.signs.ifThen', { does: 'marche' })} · ${say('my-plan.signs.tell', { name: 'Léa' })}`
				);
				await page.getByText(say('my-plan.signs.pick')).click();
				await page.getByText(say('early-signs.categories.urgent'), { exact: true }).click();
				await expect(help.getByRole('link', { name: '9-8-8' })).toHaveCount(2);
				// each of the six, whichever is chosen; above them once, too
				const group = page.getByRole('group').filter({ has: help }).last().getByRole('checkbox');
				await expect(group).toHaveCount(6);
				for (const box of await group.all()) await box.check();
				await expect(help).toHaveCount(7);
				await page.getByLabel(say('my-plan.signs.worse')).fill('le bruit');
				await expect.poll(async () => (await keptAs(page, 'planNotes')).worse).toBe('le bruit');
				await page.reload();
				await expect(help.locator('a[href="sms:988"]:visible')).toHaveCount(6);
				await expect(page.getByText(say('my-plan.signs.consent')).first()).toBeVisible();

				// a look only where it is wanted, a week later, on this page
				await expect(page.getByText(say('my-plan.signs.look'))).toHaveCount(0);
				await page.getByRole('checkbox', { name: say('my-plan.signs.weekly') }).check();
				await expect(status(page, lang)).toContainText(say('shell.status.changed'));
				await expect(page.getByText(say('my-plan.signs.look'))).toHaveCount(0);
				await page.clock.setFixedTime(Date.now() + 8 * 24 * 60 * 60_000);
				await page.reload();
				await button(page, 'my-plan.signs.looked').click();
				await expect(page.getByText(say('my-plan.signs.look'))).toHaveCount(0);

				if (missingTools.length > 0) return;
				const pdf = await onPaper(page, info, 'Letter');
				expect(pagesIn(pdf)).toBe(1);
				const text = textIn(pdf);
				for (const words of ['Je me tais', 'le bruit', say('my-plan.signs.consent'), '9-8-8'])
					expect(text).toContain(words);
				expect(text).not.toContain(say('my-plan.signs.pick'));
			}
		);

		inBoth(
			'a plan for a crisis is written part by part, and prints three ways on one page each',
			async ({ page }, info) => {
				await chooseAnything(page, lang);
				await lay(page, written);
				await visit(page, `/${lang}/plan/crisis/`);
				await page.getByText(say('my-plan.crisis.alone'), { exact: true }).first().click();
				const next = page.getByText(say('my-plan.crisis.asks'), { exact: true }).first();
				const place = await next.boundingBox();
				await page.getByLabel(say('my-plan.crisis.alone')).fill('musique\nun bain');
				// what says that it is saved moves nothing that a finger may be on its way to
				await expect(page.getByText(say('shell.status.saved')).first()).toBeVisible();
				expect((await next.boundingBox())!.y).toBe(place!.y);
				// one tap to call or text those I ask, without opening anything
				await expect(page.getByRole('link', { name: `${say('people.call')} Léa` })).toHaveAttribute(
					'href',
					'tel:5145550123'
				);
				await expect(page.getByRole('link', { name: `${say('people.text')} Léa` })).toBeVisible();
				// what prints where nothing is written for a crisis is said
				await expect(page.getByText(say('my-plan.crisis.fromSigns'))).toBeVisible();
				await next.click();
				await page.getByRole('checkbox', { name: /Maman/ }).uncheck();
				await page.getByText(say('my-plan.crisis.lines'), { exact: true }).first().click();
				await expect(
					page.getByRole('group', { name: say('my-plan.helpNow.title') }).locator('a[href="tel:988"]')
				).toBeVisible();
				await expect
					.poll(async () => (await keptAs(page, 'planNotes')) as unknown)
					.toMatchObject({ alone: 'musique\nun bain', asks: ['a'] });
				for (const link of await page.locator('a[href^="https:"]').all())
					await expect(link).toHaveAttribute('rel', 'noopener noreferrer');

				if (missingTools.length > 0) return;
				const wanted = {
					page: [
						'musique',
						'un bain',
						'Léa',
						'418 555 0199',
						'speak softly',
						say('my-plan.crisis.careLine', { what: say('my-plan.crisis.pets'), who: 'Sam' }),
						'9-8-8'
					],
					wallet: ['musique', '514-555-0123', '9-8-8'],
					loved: ['quiet', 'advice', 'two nights', '9-8-8']
				};
				for (const [which, words] of Object.entries(wanted)) {
					await page.getByRole('radio', { name: say(`my-plan.crisis.papers.${which}`) }).check();
					for (const format of papers) {
						const pdf = await onPaper(page, info, format);
						expect(pagesIn(pdf), `${which} ${format}`).toBe(1);
						// the words of a print come with plain spaces
						for (const each of words)
							expect(textIn(pdf), `${which} ${format}`).toContain(each.replace(/\s/g, ' '));
					}
				}
				await page.getByRole('radio', { name: say('my-plan.crisis.papers.page') }).check();
				await expect(page.getByText(say('my-plan.paper.twoPages', { pages: 1 }))).toBeVisible();
				await page.getByLabel(say('my-plan.crisis.alone')).fill(Array(30).fill('a walk').join('\n'));
				await expect(page.getByText(say('my-plan.paper.twoPages', { pages: 2 }))).toBeVisible();
				expect(pagesIn(await onPaper(page, info, 'Letter'))).toBe(2);
			}
		);

		test('whom a loved one can call is left off their sheet and brought back, in every tab', async ({
			page,
			context
		}) => {
			await chooseAnything(page, lang);
			await lay(page, written);
			const other = await context.newPage();
			const line = say('my-plan.crisis.lovedCall');
			const box = (tab: Page) => tab.getByRole('checkbox', { name: say('my-plan.crisis.lovedCallOn') });
			const open = async (tab: Page) => {
				await tab.getByRole('radio', { name: say('my-plan.crisis.papers.loved') }).check();
				await tab.getByText(say('my-plan.crisis.loved'), { exact: true }).first().click();
				await expect(box(tab)).toBeVisible();
			};
			const stands = async (isThere: boolean) => {
				for (const tab of [page, other]) {
					await expect(box(tab)).toBeChecked({ checked: isThere });
					await expect(tab.getByText(line).filter({ visible: true })).toHaveCount(isThere ? 1 : 0);
				}
				await page.emulateMedia({ media: 'print' });
				await expect(page.getByText('two nights').filter({ visible: true })).toHaveCount(1);
				await expect(page.getByText(line).filter({ visible: true })).toHaveCount(isThere ? 1 : 0);
				await page.emulateMedia({ media: 'screen' });
			};
			for (const tab of [page, other]) {
				await tab.bringToFront();
				await visit(tab, `/${lang}/plan/crisis/`);
				await open(tab);
			}
			await page.bringToFront();
			await stands(true);
			await box(page).uncheck();
			await stands(false);
			await page.reload();
			await open(page);
			await stands(false);
			await other.bringToFront();
			await box(other).check();
			await page.bringToFront();
			await stands(true);
		});

		test('a want is what a step is for; agreements end without blame; questions go with the visit', async ({
			page
		}, info) => {
			await visit(page, `/${lang}/plan/wants/`);
			await button(page, 'my-plan.wants.add.year').click();
			await page.getByLabel(say('my-plan.wants.words')).fill('Voir la mer');
			await expect(status(page, lang)).toContainText(say('shell.status.changed'));
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Économiser 5 $');
			const step = await openStep(page, lang, 'Économiser');
			await step.getByLabel(say('prescription.forWhat')).selectOption('Voir la mer');
			await expect(step.getByLabel(say('prescription.reason'))).toHaveValue('Voir la mer');
			await visit(page, `/${lang}/plan/wants/`);
			await expect(entry(page, 'Voir la mer')).toContainText('Économiser 5 $');

			await lay(page, {
				sheet: {
					date: '2026-11-20',
					langs: lang,
					agreements: { me: [], team: ['On rappelle le jour même'], lovedOnes: [] }
				}
			});
			await visit(page, `/${lang}/plan/agreements/`);
			await button(page, 'my-plan.agreements.bringIn').click();
			const team = page.getByRole('region', { name: say('my-plan.agreements.sides.team') });
			await expect(team.getByRole('listitem')).toContainText('2026');
			await expect(button(page, 'my-plan.agreements.bringIn')).toHaveCount(0);
			await team.getByText('On rappelle').click();
			await page.getByRole('button', { name: new RegExp(`^${say('my-plan.agreements.letGo')}`) }).click();
			await expect(team.getByRole('listitem')).toHaveCount(0);
			await page.getByText(say('my-plan.agreements.ended')).click();
			await page.getByRole('button', { name: say('my-plan.agreements.again') }).click();
			await expect(team.getByRole('listitem')).toHaveCount(1);

			await visit(page, `/${lang}/plan/visit/`);
			await page.getByLabel(say('my-plan.visit.on')).fill('2026-12-03');
			await page.getByText(say('my-plan.visit.offers')).click();
			const words = say('my-plan.visit.offered.else');
			await page.getByRole('button', { name: words }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.added'));
			await expect(
				page.getByRole('region', { name: say('my-plan.visit.questions'), exact: true }).locator('ul.rows')
			).toContainText(words);
			if (missingTools.length === 0) expect(textIn(await onPaper(page, info, 'A4'))).toContain(words);
			await button(page, 'my-plan.visit.over').click();
			await expect(page.getByText(say('my-plan.visit.none'))).toBeVisible();
			await undo(page, lang);
			await expect(page.getByText(say('my-plan.visit.none'))).toHaveCount(0);
		});

		inBoth(
			'each part prints alone on one page, full or empty; nothing sticks out in big letters; no barrier',
			async ({ page }, info) => {
				await page.setViewportSize({ width: 320, height: 640 });
				await chooseAnything(page, lang);
				const found: string[] = [];
				// what an empty part prints is words alone: looked at in the longer language; Letter has less room than A4
				for (const full of lang === 'fr' ? [false, true] : [true]) {
					if (full) await lay(page, written);
					for (const [at, part] of parts.entries()) {
						await visit(page, `/${lang}/plan/${part}/`);
						await expect(button(page, 'my-plan.paper.print')).toBeVisible();
						if (missingTools.length === 0)
							for (const format of full && lang === 'fr' ? papers : (['Letter'] as const))
								expect(pagesIn(await onPaper(page, info, format)), `${part} ${format} ${full}`).toBe(1);
						if (!full) continue;
						await page.evaluate(() => (document.documentElement.dataset.text = '200'));
						await openEveryFold(page.locator('main'));
						expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(
							320
						);
						await page.evaluate(() => delete document.documentElement.dataset.text);
						// one half of the parts in each language
						if (at % 2 !== langs.indexOf(lang)) continue;
						found.push(...(await barriers(page, part)));
						await page.setViewportSize({ width: 320, height: 640 });
					}
				}
				expect(found).toEqual([]);
			}
		);

		test('what was agreed on a sheet comes with its code, and is among our agreements when I want it', async ({
			page
		}) => {
			await visit(page, `/${lang}/receive/#${vector('an activity, ideas, agreements').deflated}`);
			await page.getByRole('button', { name: say('receive.preview.yesToAll') }).click();
			await page.getByRole('button', { name: say('receive.put') }).click();
			await expect(status(page, lang)).toContainText(say('receive.status.done'));
			const { agreements } = (await keptAs(page, 'sheet')) as unknown as {
				agreements: Record<string, string[]>;
			};
			const agreed = Object.values(agreements).flat();
			expect(agreed.length).toBeGreaterThan(0);
			await visit(page, `/${lang}/plan/`);
			await expect(page.getByText(say('plan.parts.fromSheet'))).toBeVisible();
			await page.getByRole('link', { name: say('plan.parts.agreements.title') }).click();
			await button(page, 'my-plan.agreements.bringIn').click();
			await expect(status(page, lang)).toContainText(say('my-plan.status.broughtIn'));
			for (const words of agreed)
				await expect(page.locator('main ul.rows > li').filter({ hasText: words })).toHaveCount(1);
			await undo(page, lang);
			await expect(page.locator('main ul.rows > li')).toHaveCount(0);
		});

		test('somebody whose name is not written yet is told by what they are', async ({ page }) => {
			await chooseAnything(page, lang);
			await lay(page, {
				people: { x: { id: 'x', order: 0, role: 'doctor', phone: '418 555 0199' } },
				mySigns: { a: { id: 'a', order: 0, words: 'Nuits blanches', tells: 'x' } }
			});
			await visit(page, `/${lang}/plan/signs/`);
			await expect(
				page.getByText(say('my-plan.signs.tellRole', { role: say('people.roles.doctor') })).first()
			).toBeVisible();
		});

		test('words typed a moment before the telephone takes the app away are kept', async ({ page }) => {
			await chooseAnything(page, lang);
			await visit(page, `/${lang}/plan/signs/`);
			const field = page.getByLabel(say('my-plan.signs.helps'), { exact: true });
			await expect(field).toBeVisible();
			for (const leaving of ['visibilitychange', 'pagehide']) {
				const words = `mon chat, ${leaving}`;
				// no timer runs any more: only the leaving itself can keep them
				await page.evaluate(() => {
					window.setTimeout = (() => 0) as never;
				});
				await field.fill(words);
				await page.evaluate(
					(name) => (name === 'pagehide' ? window : document).dispatchEvent(new Event(name)),
					leaving
				);
				await expect.poll(async () => (await keptAs(page, 'planNotes')).helps).toBe(words);
			}
		});

		test('somebody is taken from the contacts of the telephone, where it lets us ask', async ({
			page,
			context
		}) => {
			await visit(page, `/${lang}/plan/people/`);
			await expect(button(page, 'people.add.close')).toBeVisible();
			await expect(button(page, 'people.contact')).toHaveCount(0);
			await context.addInitScript(() => {
				const picked = [[], [{ name: ['Léa Roy'], tel: ['(514) 555-0123', '514 555-0199'] }]];
				Object.defineProperty(navigator, 'contacts', {
					value: { select: () => Promise.resolve(picked.shift()) }
				});
			});
			await page.reload();
			// nobody picked: nothing changes
			await button(page, 'people.contact').click();
			await button(page, 'people.contact').click();
			const lea = entry(page, 'Léa Roy');
			await expect(lea).toContainText('(514) 555-0123');
			await expect(lea.locator('a[href="tel:5145550123"]')).toBeVisible();
			await undo(page, lang);
			await expect(lea).toHaveCount(0);
		});

		test('an urgent sign has help even where the examples cannot be had', async ({
			page,
			context,
			tolerate
		}) => {
			tolerate(/net::ERR_FAILED|dynamically imported/);
			await chooseAnything(page, lang);
			await lay(page, written);
			await visit(page, `/${lang}/plan/signs/`);
			await expect(page.getByRole('group', { name: say('my-plan.helpNow.title') })).toHaveCount(1);
			const examples = readdirSync('build/_app/immutable/chunks').filter((name) =>
				readFileSync(`build/_app/immutable/chunks/${name}`, 'utf8').includes('level:`urgent`')
			);
			expect(examples).toHaveLength(1);
			await context.route(`**/${examples[0]}`, (route) => route.abort());
			await page.reload();
			await expect(
				page
					.getByRole('listitem')
					.filter({ hasText: say('early-signs.signs.sign-i-have-not-slept-all') })
					.getByRole('group', { name: say('my-plan.helpNow.title') })
			).toBeVisible();
		});

		test('with storage blocked every part can be used and printed, and says that nothing is kept', async ({
			page,
			context
		}) => {
			await context.addInitScript(() => {
				const refuse = () => {
					throw new DOMException('not here', 'SecurityError');
				};
				IDBFactory.prototype.open = refuse;
				IDBFactory.prototype.databases = refuse;
			});
			for (const part of parts) {
				await visit(page, `/${lang}/plan/${part}/`);
				await expect(button(page, 'my-plan.paper.print')).toBeVisible();
				await expect(page.locator('a[href="tel:988"]:visible').first()).toBeVisible();
			}
			await page.getByLabel(say('my-plan.visit.who')).fill('Dr Roy');
			await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
			await expect(page.getByLabel(say('my-plan.visit.who'))).toHaveValue('Dr Roy');
			await visit(page, `/${lang}/help/`);
			await expect(page.locator('#my-people')).toBeHidden();
		});
	});
}

test('two tabs that write about the same person, and in the same plan, never mix up their words', async ({
	page,
	context
}) => {
	const say = wordsOf('en');
	await chooseAnything(page, 'en');
	await lay(page, { people });
	const other = await context.newPage();
	for (const tab of [page, other]) {
		await tab.bringToFront();
		await visit(tab, '/en/plan/people/');
		await entry(tab, 'Léa').getByText(say('my-plan.open')).click();
	}
	await page.getByLabel(say('people.name'), { exact: true }).fill('Léa Roy');
	await other.getByLabel(say('people.when')).fill('mornings');
	await expect
		.poll(async () => (await keptAs(page, 'people')).a)
		.toMatchObject({ name: 'Léa Roy', when: 'mornings' });
	await expect(other.getByLabel(say('people.name'), { exact: true })).toHaveValue('Léa Roy');
	await expect(page.getByLabel(say('people.when'))).toHaveValue('mornings');
});

test('Help makes no database where none is', async ({ page }) => {
	await visit(page, '/en/help/');
	expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
});
