import { readFileSync } from 'node:fs';
import { mount, unmount } from 'svelte';
import { get } from 'svelte/store';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pictogramOf, rowDetailOf, titleOf } from '$lib/app/words/step-words';
import { emptyDay, timesDone, withTick, type Day } from '$lib/domain/day';
import { arranged, dayListOf } from '$lib/domain/day-list';
import { earlyListOf } from '$lib/domain/early-list';
import type { EarlyTap } from '$lib/domain/early-tap';
import { greetingAt } from '$lib/domain/greeting';
import { localDay } from '$lib/domain/local-day';
import type { Step } from '$lib/domain/step';
import EarlyRows from '$lib/features/today/EarlyRows.svelte';
import StepList from '$lib/features/today/StepList.svelte';
import { loadMessages, setLang, t } from '$lib/i18n';
import { earlyTaps, forgetEarlyTap, leaveEarlyList } from '$lib/platform/early-list';
import { loadDrawings } from '$lib/platform/load-drawings';
import { aStep } from '../../support/builders';

const today = localDay('2026-11-21');
const script = readFileSync('src/early-list.js', 'utf8');
const { documentElement: root, body } = document;

const steps: Step[] = [
	aStep({ id: 'plain', words: 'Feed the cat', order: 0 }),
	aStep({ id: 'known', item: 'hyg-wake-open-curtains-turn-light', words: undefined as never, order: 1 }),
	aStep({ id: 'when', habit: 'engage', words: 'Call', detail: '8:30', order: 2, moment: 'evening' }),
	aStep({ id: 'sheet', words: 'Call 555', isQuoted: true, order: 3 }),
	aStep({ id: 'water', habit: 'eat', words: 'Water', times: 3, order: 4 }),
	aStep({ id: 'more', habit: 'sleep', words: 'More', detail: 'slowly', times: 2, order: 5 })
].map((step) => (step.words ? step : (({ words: _, ...rest }) => rest)(step)) as Step);

/** As storage has it: some done, some not, one of them whole. */
const record: Day = ['when', 'water', 'more', 'more'].reduce(
	(day, id, at) =>
		withTick(
			day,
			steps.find((step) => step.id === id)!,
			at + 1
		),
	emptyDay(today)
);

const words = () => get(t);
const early = (day = record, lang: 'en' | 'fr' = 'en', drawings?: Awaited<ReturnType<typeof loadDrawings>>) =>
	earlyListOf(
		{ steps, records: [day], today, isHardDay: false },
		{
			lang,
			row: (step) => ({
				title: titleOf(words(), step),
				icon: pictogramOf(step),
				details: Array.from({ length: step.times === 1 ? 1 : step.times + 1 }, (_, done) =>
					rowDetailOf(words(), step, done)
				)
			}),
			day: (day) => `on ${day}`,
			drawings
		}
	);

/** What is seen and what can be used, whatever Svelte leaves between. */
const seen = (place: Element) =>
	[...place.querySelectorAll('section')]
		.map((each) => each.outerHTML)
		.join('')
		.replace(/<!--.*?-->/g, '')
		.replace(/>\s+</g, '><');
const ticks = (place: Element) => [...place.querySelectorAll('input')].map((box) => box.checked);

/** The list as the app draws it. */
function asApp(day: Day, hour = 10): { html: string; ticked: boolean[] } {
	const place = document.createElement('div');
	const view = {
		timesDone: (step: Step) => timesDone(day, step.id),
		tick: () => undefined,
		untick: () => undefined,
		toggle: () => undefined,
		ask: () => undefined
	};
	const list = dayListOf(steps, today, [], undefined, day).groups.flatMap((group) => group.steps);
	const drawn = mount(StepList, { target: place, props: { list: arranged(list, hour), view } });
	const shown = { html: seen(place), ticked: ticks(place) };
	void unmount(drawn);
	return shown;
}

/** The page as it is built, with its script run. */
function open(): HTMLElement {
	body.innerHTML =
		'<svg class="drawings"></svg><header id="whole"><span class="date"></span></header><div id="early"></div>';
	const place = document.getElementById('early')!;
	const template = document.createElement('template');
	const rows = document.createElement('div');
	const drawn = mount(EarlyRows, { target: rows });
	template.content.append(...[...rows.children].map((part) => part.cloneNode(true)));
	void unmount(drawn);
	place.append(template);
	vi.spyOn(document, 'currentScript', 'get').mockReturnValue({
		parentElement: place
	} as unknown as HTMLScriptElement);
	new Function(script)();
	return place;
}

/** Read at once, as if the database were open already. */
const keep = (list: unknown) =>
	(window.envolEarlyList = { then: (told: (list: unknown) => void) => told(list) } as never);
const control = (id: string) => document.getElementById(`do-${id}`) as HTMLInputElement;

beforeAll(async () => {
	await loadMessages('en', ['shell', 'today', 'habits']);
	setLang('en');
});
beforeEach(() => {
	vi.useFakeTimers({ now: new Date(2026, 10, 21, 10), toFake: ['Date'] });
	root.lang = 'en-CA';
});
afterEach(() => {
	vi.useRealTimers();
	localStorage.clear();
	body.innerHTML = '';
	for (const name of ['early', 'kept', 'answers', 'starting', 'ready']) delete root.dataset[name];
	delete window.envolEarly;
	delete window.envolEarlyList;
});

describe('the list in the page, before the app is awake', () => {
	test('brings its drawings along: neither it nor the app’s list asks for their file', async () => {
		vi.stubGlobal('caches', {
			match: () => Promise.resolve(new Response(readFileSync('static/pictograms.svg')))
		});
		const drawings = await loadDrawings();
		vi.unstubAllGlobals();
		const list = early(record, 'en', drawings);
		expect(Object.keys(list!.drawings!)).toEqual([...new Set(list!.rows.flatMap(({ icon }) => icon ?? []))]);
		keep(list);
		const place = open();
		const used = [...place.querySelectorAll('section use')].map((each) => each.getAttribute('href')!);
		expect(used.length).toBeGreaterThan(0);
		for (const href of used) {
			const drawn = document.querySelector(`.drawings ${href}`)!;
			expect(drawn.namespaceURI).toBe('http://www.w3.org/2000/svg');
			expect(drawn.getAttribute('viewBox')).toBe('0 0 24 24');
			const shapes = [...drawn.children].map((shape) => [
				shape.localName,
				Object.fromEntries([...shape.attributes].map(({ name, value }) => [name, value]))
			]);
			expect(shapes).toEqual(drawings.get(href.slice('#drawn-'.length)));
		}
		expect(seen(place)).toBe(asApp(record).html);
		expect(seen(place)).not.toContain('pictograms.svg');
	});

	test('is the app’s own list, to the last class and word', () => {
		keep(early());
		const place = open();
		const app = asApp(record);
		expect(seen(place)).toBe(app.html);
		expect(ticks(place)).toEqual(app.ticked);
		expect(document.querySelector('#whole .date')!.textContent).toBe('on 2026-11-21');
		expect(root.dataset.early).toBe('');
	});

	test('stays the app’s own list while it is ticked, counted and taken back', () => {
		keep(early());
		const place = open();
		control('plain').click();
		control('when').click();
		control('water').click();
		control('water').click();
		// full: no tick more
		control('water').click();
		document.querySelector<HTMLElement>('li:has(#do-more) .less')!.click();
		const told = [
			['plain', 0, 1],
			['when', 1, 0],
			['water', 1, 2],
			['water', 2, 3],
			['more', 2, 1]
		];
		expect(earlyTaps().map(({ step, from, to }) => [step, from, to])).toEqual(told);
		const after: Day = {
			day: today,
			ticks: ['plain', 'water', 'water', 'water', 'more'].map((step, at) => ({
				step: step as Step['id'],
				at
			}))
		};
		const app = asApp(after);
		expect(seen(place)).toBe(app.html);
		expect(ticks(place)).toEqual(app.ticked);
	});

	test.each([
		undefined,
		{ from: 21 * 60 + 30, to: 6 * 60 },
		{ from: 9 * 60, to: 17 * 60 },
		{ from: 0, to: 0 }
	])('has the sky of the hour as the app does, with the night %j', (night) => {
		if (night) localStorage.setItem('envol.preferences', JSON.stringify({ night }));
		for (let minute = 0; minute < 1440; minute += 30) {
			vi.setSystemTime(new Date(2026, 10, 21, 0, minute));
			keep(early());
			open();
			expect(document.getElementById('whole')!.dataset.sky).toBe(greetingAt(minute, night));
		}
	});

	test.each([3, 5, 10, 11, 16, 17, 20, 21, 23])('arranges the day as the app does, at %i o’clock', (hour) => {
		keep(early());
		vi.setSystemTime(new Date(2026, 10, 21, hour));
		expect(seen(open())).toBe(asApp(record, hour).html);
	});

	test('keeps which step was asked about until the app is there', () => {
		keep(early());
		open();
		control('plain').closest('li')!.querySelector('button')!.click();
		expect(window.envolEarly?.asked).toBe('plain');
	});

	test('tells the app at once that a finger is on it, and that it is lifted once its click was heard', async () => {
		keep(early());
		const place = open();
		const heard: unknown[] = [];
		const page = window.envolEarly!;
		page.heard = () => heard.push([page.isHeld, page.taps.length]);
		place.dispatchEvent(new Event('pointerdown'));
		expect(heard).toEqual([[true, 0]]);
		dispatchEvent(new Event('pointerup'));
		control('plain').click();
		await vi.waitFor(() =>
			expect(heard).toEqual([
				[true, 0],
				[false, 1],
				[false, 1]
			])
		);
		page.heard = undefined;
	});

	test('keeps the focus on the step, also when the app takes its place', () => {
		keep(early());
		open();
		control('water').focus();
		control('water').click();
		expect(document.activeElement).toBe(control('water'));
		const own = document.createElement('button');
		own.id = 'do-water';
		body.append(own);
		leaveEarlyList();
		expect(document.activeElement).toBe(own);
		expect(document.querySelectorAll('#early > *')).toHaveLength(0);
	});

	test('under a lock, taps wait in the memory of the worker and are told once', () => {
		const list = early();
		const told: { type: string; list?: { taps: EarlyTap[] } }[] = [];
		const postMessage = (message: (typeof told)[number]) => told.push(structuredClone(message));
		vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage } } });
		localStorage.setItem('envol.lock', '1');
		keep(list);
		open();
		control('plain').click();
		expect(Object.keys(localStorage)).toEqual(['envol.lock']);
		const kept = told.at(-1)!.list!;
		expect(kept).toMatchObject({ ...list, taps: [{ step: 'plain', from: 0, to: 1 }] });
		// the next page gets what the worker has
		delete window.envolEarly;
		keep(kept);
		open();
		expect(control('plain').checked).toBe(true);
		expect(earlyTaps()).toEqual(kept.taps);
		forgetEarlyTap(kept.taps[0]!);
		expect(earlyTaps()).toEqual([]);
		expect(told.at(-1)).toEqual({ type: 'EARLY_KEEP' });
		vi.unstubAllGlobals();
	});

	test('shows the taps of a page that was left too early, and each is told once', () => {
		keep(early());
		open();
		control('plain').click();
		delete window.envolEarly;
		open();
		expect(control('plain').checked).toBe(true);
		const [tap] = earlyTaps();
		forgetEarlyTap(tap!);
		expect(earlyTaps()).toEqual([]);
		expect(localStorage.getItem('envol.early-taps')).toBeNull();
	});

	test.each<[string, () => void]>([
		['the language is another', () => (root.lang = 'fr-CA')],
		['it is a hard day', () => localStorage.setItem('envol.hard-day', '1')],
		['it was kept too long ago', () => vi.setSystemTime(new Date(2026, 11, 6, 10))],
		['it cannot be read', () => keep({ lang: 'en', days: { '2026-11-21': {} } })],
		['nothing can be read', () => keep({})]
	])('is not there when %s', (_, change) => {
		keep(early());
		change();
		const place = open();
		expect(place.querySelectorAll('section')).toHaveLength(0);
		expect(root.dataset.early).toBeUndefined();
	});

	test.each([
		['while the app sleeps', false, false],
		['while the app is awake and has no list yet', true, true],
		['unless the app has its own, or shows something else', true, false]
	])('is there as soon as it can be read, %s', async (_, isAwake, isWaitedFor) => {
		window.envolEarlyList = Promise.resolve(early()!);
		const place = open();
		expect(place.querySelectorAll('section')).toHaveLength(0);
		if (isAwake) root.dataset.ready = 'true';
		const heard = vi.fn();
		if (isWaitedFor) window.envolEarly!.heard = heard;
		await window.envolEarlyList;
		expect(seen(place)).toBe(isAwake && !isWaitedFor ? '' : asApp(record).html);
		// the app is told that it shows
		expect(heard).toHaveBeenCalledTimes(isWaitedFor ? 1 : 0);
	});

	test('is right tomorrow, with empty boxes', () => {
		keep(early());
		vi.setSystemTime(new Date(2026, 10, 22, 0, 1));
		const place = open();
		expect(seen(place)).toBe(asApp(emptyDay(localDay('2026-11-22')), 0).html);
	});
});

test('a first choice is heard before the app is awake', () => {
	open();
	body.insertAdjacentHTML('beforeend', '<button data-start="first-steps"></button>');
	body.querySelector('button')!.click();
	expect(window.envolEarly?.start).toBe('first-steps');
	expect(root.dataset.starting).toBe('');
});
