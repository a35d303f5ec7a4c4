import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EarlyWords } from '$lib/app/early-words.svelte';
import { followForEarlyList } from '$lib/app/keepers/early-list-keeper';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { createServices } from '$lib/app/services.svelte';
import { journalPrompts } from '$lib/content/journal-prompts';
import { ideaFromWords, type Idea } from '$lib/domain/idea';
import { langs, localeOf, type Lang } from '$lib/domain/language';
import { addDays, localDay } from '$lib/domain/local-day';
import { draftKey, lockOf, newDraft, type Note } from '$lib/domain/note';
import type { Step } from '$lib/domain/step';
import EarlyLater from '$lib/features/dice/EarlyLater.svelte';
import LaterRows from '$lib/features/dice/LaterRows.svelte';
import EarlyNotes from '$lib/features/hope/EarlyNotes.svelte';
import { Journal } from '$lib/features/hope/journal.svelte';
import LatestNotes from '$lib/features/hope/LatestNotes.svelte';
import Stitches from '$lib/features/hope/Stitches.svelte';
import UnsavedCard from '$lib/features/hope/UnsavedCard.svelte';
import { UnsavedWords } from '$lib/features/hope/unsaved-words.svelte';
import EarlySteps from '$lib/features/plan/EarlySteps.svelte';
import PlanSteps from '$lib/features/plan/PlanSteps.svelte';
import { loadMessages, setLang } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { leaveEarlyWords } from '$lib/platform/early-place';
import { dateInWords as earlyDate } from '../../../src/early/date-words';
import { begin as drawLater } from '../../../src/early/later';
import { begin as readLater } from '../../../src/early/later-read';
import { begin as drawNotes } from '../../../src/early/notes';
import { begin as readNotes } from '../../../src/early/notes-read';
import { begin as drawSteps } from '../../../src/early/steps';
import { begin as readSteps } from '../../../src/early/steps-read';
import { aPhoto, aStep } from '../../support/builders';
import { givenServices } from '../../support/services';

const given = givenServices();
function beginNotes(): void {
	readNotes();
	drawNotes();
}
function beginSteps(): void {
	readSteps();
	drawSteps();
}
function beginLater(): void {
	readLater();
	drawLater();
}
const today = localDay('2026-11-21');
const { documentElement: root, body } = document;
afterEach(() => {
	body.innerHTML = '';
	delete root.dataset.early;
	delete root.dataset.ready;
	setLang('en');
});

async function speak(lang: Lang): Promise<void> {
	root.lang = localeOf[lang];
	await loadMessages(lang, ['shell', 'today', 'habits', 'plan', 'hope', 'journal-prompts']);
	setLang(lang);
}

/** What is seen and what can be used, whatever Svelte leaves between. */
const seen = (parts: readonly Element[]) =>
	parts
		.map((part) => part.outerHTML)
		.join('')
		.replace(/<!--.*?-->/g, '')
		.replace(/\s+/g, ' ')
		.replace(/> ?| ?</g, (edge) => edge.trim());

/** As the app draws it. */
function asApp<P extends Record<string, unknown>>(part: Component<P>, props: P): string {
	const place = document.createElement('div');
	const drawn = mount(part, { target: place, props });
	flushSync();
	const html = seen([...place.children]);
	void unmount(drawn);
	return html;
}

/** The page as it is built, with its script run. */
function open(rows: Component<{ lang: Lang }>, lang: Lang, begin: () => void): Element[] {
	body.innerHTML = '<div class="early"></div><div id="early" class="early"></div>';
	const place = document.getElementById('early')!;
	const template = document.createElement('template');
	const samples = document.createElement('div');
	const drawn = mount(rows, { target: samples, props: { lang } });
	template.content.append(...[...samples.children].map((part) => part.cloneNode(true)));
	void unmount(drawn);
	place.append(template);
	vi.spyOn(document, 'currentScript', 'get').mockReturnValue({
		parentElement: place
	} as unknown as HTMLScriptElement);
	begin();
	return [...document.querySelectorAll('.early')];
}
/** The journal of Hope, and what its page showed before. */
function hope() {
	const services = createServices();
	const journal = new Journal(services);
	const early = new EarlyWords(services, {
		isReady: () => journal.isReady,
		isEmpty: () => journal.latest.length === 0
	});
	return { services, journal, early };
}
const isShown = () => vi.waitFor(() => expect(root.dataset.early).toBe(''), { timeout: 10_000 });
const drawnIn = (place: Element) => [...place.children].filter(({ tagName }) => tagName !== 'TEMPLATE');

const [asked] = journalPrompts.filter(({ options }) => options !== undefined);
const aNote = (id: string, more: Partial<Note> = {}): Note => ({
	id,
	day: today,
	at: id.length,
	changedAt: 1,
	text: `Words of ${id}`,
	tags: [],
	chimes: [],
	...more
});
const notes = [
	aNote('plain'),
	aNote('answered', {
		text: '',
		dimension: asked!.dimension,
		prompt: asked!.id,
		answer: asked!.options![1]!
	}),
	aNote('long and kept', { text: 'One word after another. '.repeat(30), keptAt: 3, dimension: 'create' }),
	aNote('a letter', { openOn: addDays(today, 1), voice: { id: 'v', type: '', seconds: 2, bytes: 2 } }),
	aNote('unknown to this version', { prompt: 'of-another-version', day: localDay('2026-01-01'), at: 7 }),
	aNote('older than five', { day: localDay('2020-01-01') }),
	aNote('deleted', { deletedAt: 5, at: 1000 })
];

async function putPhotos(...of: string[]): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve) => {
		const opening = indexedDB.open('envol');
		opening.onsuccess = () => resolve(opening.result);
	});
	const putting = db.transaction('photos', 'readwrite');
	for (const [i, note] of of.entries()) putting.objectStore('photos').put(aPhoto(`p${i}`, note));
	await new Promise((resolve) => (putting.oncomplete = resolve));
	db.close();
}

describe.each(langs)('Hope, before the app is awake, %s', (lang) => {
	beforeEach(async () => {
		// nothing comes near a screen that is none: pictures are not read
		vi.stubGlobal(
			'IntersectionObserver',
			class {
				observe = vi.fn();
				disconnect = vi.fn();
			}
		);
		await speak(lang);
		await given.storage.notes.bring({ notes, versions: [], stitches: 1217 });
		await putPhotos('plain', 'a letter', 'a letter');
	});

	test('shows the latest notes and the knitting as the app does, to the last class and word', async () => {
		const [top, below] = open(EarlyNotes, lang, beginNotes);
		await isShown();
		const journal = new Journal(given.services);
		const screen = given.watch(() => [journal.isReady, journal.latest, journal.stitches, journal.photos]);
		await journal.open();
		await given.until(() => screen.now[0]);
		expect(journal.latest).toHaveLength(5);
		expect(seen(drawnIn(below!))).toBe(asApp(LatestNotes, { notes: journal.latest, journal, lang }));
		expect(seen(drawnIn(top!))).toBe(asApp(Stitches, { count: journal.stitches }));
	});

	test('shows what was begun as the app does, but not what another tab is writing', async () => {
		const begun = [
			newDraft('first', today, { text: 'One word after another. '.repeat(30) }),
			newDraft('answered', today, { prompt: asked!.id, answer: asked!.options![1]! }),
			newDraft('spoken', today, { voice: { id: 'v', type: '', seconds: 2, bytes: 2 } }),
			newDraft('elsewhere', today, { text: 'In another tab' })
		];
		for (const [at, note] of begun.entries())
			await given.storage.drafts.save({ key: draftKey(note.id, 'tab'), text: JSON.stringify(note), at });
		await putPhotos('first', 'first');
		const held = lockOf(draftKey('elsewhere', 'tab'));
		const request = (name: string, _: unknown, then: (lock: unknown) => unknown) =>
			Promise.resolve(then(name === held ? null : {}));
		vi.stubGlobal('navigator', {
			...navigator,
			locks: { request, query: () => Promise.resolve({ held: [{ name: held }], pending: [] }) }
		});
		const [top] = open(EarlyNotes, lang, beginNotes);
		await isShown();
		const unsaved = new UnsavedWords(given.services);
		await unsaved.look();
		expect(unsaved.all.map(({ note }) => note.id)).toEqual(['spoken', 'answered', 'first']);
		expect(seen(drawnIn(top!).slice(1))).toBe(asApp(UnsavedCard, { all: unsaved.all, lang }));
	});

	test('hears that begun words are not wanted, and lets the app remove them', async () => {
		for (const id of ['wanted', 'not'])
			await given.storage.drafts.save({
				key: draftKey(id, 'tab'),
				text: JSON.stringify(newDraft(id, today, { text: `Begun ${id}` })),
				at: 1
			});
		const [top] = open(EarlyNotes, lang, beginNotes);
		await isShown();
		const row = [...top!.querySelectorAll('li')].find((each) => each.textContent.includes('Begun not'))!;
		row.querySelector('button')!.click();
		expect(top!.textContent).toContain('Begun not');
		const unsaved = new UnsavedWords(given.services);
		await unsaved.look();
		const place = body.appendChild(document.createElement('div'));
		mount(UnsavedCard, { target: place, props: { all: unsaved.all, lang, onDiscard: unsaved.discard } });
		leaveEarlyWords();
		await vi.waitFor(() => expect(unsaved.all.map(({ note }) => note.id)).toEqual(['wanted']));
	});
});

test.each(langs)('a date reads as the app writes it, whatever the day, %s', (lang) => {
	for (let ahead = 0; ahead < 3 * 366; ahead += 1) {
		const day = addDays(localDay('2024-01-01'), ahead);
		expect(earlyDate(lang, day)).toBe(dateInWords(lang, day));
	}
});

describe('what the page reads by itself', () => {
	beforeEach(() => speak('en'));

	test.each<[string, () => unknown]>([
		['there is no note', () => undefined],
		[
			'the app is awake already',
			async () => {
				await given.storage.notes.bring({ notes, versions: [], stitches: 0 });
				root.dataset.ready = 'true';
			}
		],
		[
			'everything was erased',
			async () => {
				await given.storage.notes.bring({ notes, versions: [], stitches: 0 });
				localStorage.clear();
			}
		]
	])('is not there when %s', async (_, make) => {
		await make();
		const places = open(EarlyNotes, 'en', beginNotes);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(places.flatMap(drawnIn)).toEqual([]);
		expect(root.dataset.early).toBeUndefined();
	});

	test('goes once the app shows the same, and the focus stays on the same note', async () => {
		await given.storage.notes.bring({ notes, versions: [], stitches: 0 });
		const [, below] = open(EarlyNotes, 'en', beginNotes);
		await isShown();
		document.getElementById('open-plain')!.focus();
		const { journal, early } = hope();
		const screen = given.watch(() => {
			early.follow();
			return early.stays;
		});
		early.open();
		await given.until(() => screen.now);
		body.insertAdjacentHTML('beforeend', '<a id="open-plain" href="#own"></a>');
		void journal.open();
		await given.until(() => !screen.now);
		expect(drawnIn(below!)).toEqual([]);
		expect(document.activeElement?.getAttribute('href')).toBe('#own');
	});

	test('stays under a finger until it is lifted and its click was heard', async () => {
		await given.storage.notes.bring({ notes, versions: [], stitches: 0 });
		const [, below] = open(EarlyNotes, 'en', beginNotes);
		await isShown();
		const { journal, early } = hope();
		const screen = given.watch(() => {
			early.follow();
			return [early.stays, journal.isReady] as const;
		});
		const leave = early.open();
		const press = (type: string) =>
			document.getElementById('open-plain')!.dispatchEvent(new Event(type, { bubbles: true }));
		press('pointerdown');
		void journal.open();
		await given.until(() => screen.now[1]);
		expect(screen.now[0]).toBe(true);
		press('pointerup');
		flushSync();
		expect(screen.now[0]).toBe(true);
		await given.until(() => !screen.now[0]);
		expect(drawnIn(below!)).toEqual([]);
		leave();
	});

	test('stays where storage refuses then', async () => {
		await given.storage.notes.bring({ notes, versions: [], stitches: 0 });
		const [, below] = open(EarlyNotes, 'en', beginNotes);
		await isShown();
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('no', 'SecurityError');
		});
		const { services, journal, early } = hope();
		const screen = given.watch(() => {
			early.follow();
			return [early.stays, journal.isReady, services.gate.trouble] as const;
		});
		early.open();
		void journal.open();
		await given.until(() => screen.now[1] && screen.now[2]);
		expect(screen.now[0]).toBe(true);
		expect(drawnIn(below!)).toHaveLength(1);
	});
});

describe.each(langs)('My plan, before the app is awake, %s', (lang) => {
	const own = aStep({ id: 'own', habit: 'engage', words: 'Feed the cat', reason: 'She waits', order: 0 });
	const known: Step = (({ words: _, ...rest }) => rest)(
		aStep({ id: 'known', item: 'hyg-wake-open-curtains-turn-light', order: 1, moment: 'evening' })
	) as Step;
	const steps = [
		own,
		known,
		aStep({ id: 'days', order: 2, frequency: { kind: 'weekdays', days: [1, 3, 4, 7] } }),
		aStep({ id: 'two', habit: 'sleep', order: 3, frequency: { kind: 'weekdays', days: [2, 5] } }),
		aStep({ id: 'weekly', order: 4, frequency: { kind: 'weekly', times: 3 }, isQuoted: true }),
		aStep({ id: 'gone', order: 5, putAwayAt: 1 })
	];
	beforeEach(async () => {
		vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then));
		await speak(lang);
		await given.storage.plan.change(() => steps);
	});

	test('shows the steps as the app does, to the last class and word', async () => {
		const stop = followForEarlyList(given.storage);
		await vi.waitFor(() => expect(localStorage.getItem('envol.early-list')).not.toBeNull(), {
			timeout: 10_000
		});
		stop();
		const [, below] = open(EarlySteps, lang, () => {
			// one place only, as on that page
			document.querySelector('.early')!.remove();
			beginSteps();
		}).reverse();
		await isShown();
		const plan = new PlanKeeper(given.services);
		const screen = given.watch(() => [plan.isReady, plan.steps]);
		await plan.open();
		await given.until(() => screen.now[0]);
		const place = below ?? document.getElementById('early')!;
		expect(seen(drawnIn(place))).toBe(asApp(PlanSteps, { steps: plan.steps, lang }));
	});

	test('leaves it to the app when a step cannot be named', async () => {
		open(EarlySteps, lang, () => {
			document.querySelector('.early')!.remove();
			beginSteps();
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(root.dataset.early).toBeUndefined();
	});
});

describe.each(langs)('the dice, before the app is awake, %s', (lang) => {
	const soup = { id: 'own-1', words: 'Make soup with Sam', form: 'social' as const, effort: 1 as const };
	const call = { ...soup, id: 'own-2', words: 'Call 555 now', isQuoted: true as const };
	beforeEach(async () => {
		await speak(lang);
		await loadMessages(lang, ['dice']);
	});

	test('show what was put off in own words as the app does, and a button pressed is pressed again', async () => {
		await given.storage.dice.change((kept) => ({ ...kept, own: [soup, call], later: [call.id, soup.id] }));
		open(EarlyLater as unknown as Component<{ lang: Lang }>, lang, () => {
			document.querySelector('.early')!.remove();
			beginLater();
		});
		await isShown();
		const ideas = [call, soup].map(ideaFromWords);
		const nothing = () => undefined;
		const place = document.getElementById('early')!;
		expect(seen(drawnIn(place))).toBe(asApp(LaterRows, { ideas, onTake: nothing, onRemove: nothing }));
		document.getElementById('take-own-1')!.click();
		const pressed: string[] = [];
		const app = document.createElement('div');
		// after the early ones, as on that page
		body.append(app);
		const drawn = mount(LaterRows, {
			target: app,
			props: { ideas, onTake: ({ id }: Idea) => pressed.push(id), onRemove: nothing }
		});
		leaveEarlyWords();
		expect(pressed).toEqual(['own-1']);
		void unmount(drawn);
	});

	test('leave it to the app when something was put off that only the app can name', async () => {
		await given.storage.dice.change((kept) => ({ ...kept, own: [soup], later: ['phy-walk', soup.id] }));
		open(EarlyLater as unknown as Component<{ lang: Lang }>, lang, () => {
			document.querySelector('.early')!.remove();
			beginLater();
		});
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(root.dataset.early).toBeUndefined();
	});
});
