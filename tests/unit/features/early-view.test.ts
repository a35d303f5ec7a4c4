import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServices } from '$lib/app/services.svelte';
import { followForEarlyList } from '$lib/app/keepers/early-list-keeper';
import { forgetOnChange } from '$lib/app/keepers/forget-early-list';
import { followNextOpening } from '$lib/app/keepers/next-opening.svelte';
import type { EarlyTap } from '$lib/domain/early-tap';
import { addDays, localDay } from '$lib/domain/local-day';
import { DayView } from '$lib/features/today/day-view.svelte';
import { EarlyView } from '$lib/features/today/early-view.svelte';
import { loadMessages, setLang } from '$lib/i18n';
import { earlyTaps } from '$lib/platform/early-list';
import { forgetMirror, rememberData } from '$lib/platform/mirror';
import { newVeilKey } from '$lib/platform/veil';
import { aStep, stepId } from '../../support/builders';
import { readEarlyList } from '../../support/early-list';
import { latest } from '../../support/open-database';
import { onScreen } from '../../support/screen.svelte';
import { givenServices, noRoomFor } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');
const { documentElement: root } = document;

afterEach(() => {
	delete window.envolEarly;
	delete root.dataset.early;
	document.body.innerHTML = '';
});

let at = 100;
const tap = (step: string, change: Partial<EarlyTap> = {}): EarlyTap => ({
	day: today,
	step: stepId(step),
	times: 1,
	from: 0,
	to: 1,
	at: (at += 1),
	...change
});
/** A page with a list that was tapped before the app was awake. */
function pageWith(...taps: EarlyTap[]) {
	localStorage.setItem('envol.early-taps', JSON.stringify(taps));
	document.body.innerHTML = '<div id="early"><section></section></div>';
	root.dataset.early = '';
	return (window.envolEarly = { taps: [...taps], isHeld: false } as NonNullable<Window['envolEarly']>);
}
/** Today on screen, as its page opens it. */
async function open(services = given.services) {
	const view = new DayView(services, 'today');
	const early = new EarlyView(services, view);
	const screen = given.watch(() => {
		early.follow();
		return { isReady: view.isReady, stays: early.stays, record: view.record, starting: early.isStarting };
	});
	const leave = early.open();
	await view.open();
	return { view, early, screen, leave };
}
const kept = () => latest(given.storage.days.observe(today));
const isThere = () => document.querySelector('#early section') !== null;

describe('taps from before the app was awake', () => {
	test('show at once, and "Done" is said once they are on disk', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' }), aStep({ id: 'eat' })]);
		pageWith(tap('walk'), tap('eat'));
		const { screen } = await open();
		expect(screen.now.record.ticks).toHaveLength(2);
		expect(given.services.status.line).toBeUndefined();
		await given.until(() => given.services.status.line?.key === 'today.status.done');
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]));
		expect((await kept())?.ticks.map(({ step }) => step)).toEqual(['walk', 'eat']);
	});

	test('can be undone like any other', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		pageWith(tap('walk'));
		await open();
		await given.until(() => given.services.status.line?.undo);
		await given.services.status.undo();
		expect(await kept()).toBeUndefined();
	});

	test('of a step that is gone have no place: storage wins', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'eat' })]);
		pageWith(tap('walk'));
		const { view } = await open();
		await given.until(() => view.isReady);
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]));
		expect(await kept()).toBeUndefined();
		expect(given.services.status.line).toBeUndefined();
	});

	test('that cannot be written are never called done', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		noRoomFor('days');
		pageWith(tap('walk'));
		const { screen } = await open();
		await given.until(() => given.services.status.line?.tone === 'trouble');
		await given.until(() => screen.now.record.ticks.length === 0);
	});

	test('of the evening before belong to their own day, when they are told after midnight', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		const before = addDays(today, -1);
		pageWith(tap('walk', { day: before }));
		const { screen } = await open();
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]), { timeout: 10_000 });
		expect((await latest(given.storage.days.observe(before)))?.ticks).toHaveLength(1);
		expect(screen.now.record.ticks).toEqual([]);
		expect(await kept()).toBeUndefined();
	});

	test('that two tabs know of are told once', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk', times: 3 })]);
		pageWith(tap('walk', { times: 3 }));
		const one = await open();
		const two = await open(createServices());
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]), { timeout: 10_000 });
		await given.until(() => [one, two].every(({ screen }) => screen.now.record.ticks.length === 1));
		expect((await kept())?.ticks).toHaveLength(1);
	});

	test('on a list that stays a while are all told, also after earlier ones were', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk', times: 3 })]);
		const page = pageWith(tap('walk', { times: 3 }), tap('walk', { times: 3, from: 1, to: 2 }));
		page.isHeld = true;
		const { screen } = await open();
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]), { timeout: 10_000 });
		expect(screen.now.stays).toBe(true);
		page.taps.push(tap('walk', { times: 3, from: 2, to: 3 }));
		page.isHeld = false;
		page.heard!();
		await given.until(() => screen.now.record.ticks.length === 3);
		await vi.waitFor(() => expect(earlyTaps()).toEqual([]), { timeout: 10_000 });
		expect((await kept())?.ticks).toHaveLength(3);
	});

	test.each<[string, () => IDBOpenDBRequest]>([
		[
			'refuses',
			() => {
				throw new DOMException('no', 'SecurityError');
			}
		],
		['never answers', () => ({}) as IDBOpenDBRequest]
	])('wait, and are called not saved, where storage %s; the list stays', async (_, answer) => {
		const refuse = vi.spyOn(indexedDB, 'open').mockImplementation(answer);
		const services = createServices();
		const page = pageWith(tap('walk'));
		const { screen } = await open(services);
		await given.until(() => services.status.line?.key === 'shell.status.notKept');
		expect(screen.now.stays).toBe(true);
		expect(isThere()).toBe(true);
		expect(earlyTaps()).toHaveLength(1);
		// and so is the next one
		services.status.clear();
		page.taps.push(tap('eat'));
		page.heard!();
		await given.until(() => services.status.line?.key === 'shell.status.notKept');
		refuse.mockRestore();
	});
});

describe('the list that waited in the page', () => {
	test('goes once the app’s own is there', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		pageWith();
		const { screen } = await open();
		await given.until(() => !screen.now.stays);
		expect(isThere()).toBe(false);
		expect(root.dataset.early).toBeUndefined();
	});

	test('never goes from under a finger', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		const page = pageWith();
		page.isHeld = true;
		const { screen, view } = await open();
		await given.until(() => view.isReady);
		expect(screen.now.stays).toBe(true);
		page.isHeld = false;
		page.heard!();
		flushSync();
		expect(isThere()).toBe(false);
	});

	test('waits for a finger that comes down after the app woke', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		const page = pageWith();
		const { screen, view } = await open();
		page.isHeld = true;
		page.heard!();
		await given.until(() => view.isReady);
		expect(screen.now.stays).toBe(true);
		page.isHeld = false;
		page.heard!();
		flushSync();
		expect(isThere()).toBe(false);
	});

	test('comes after the app woke too, where storage then refuses, and stays', async () => {
		const refuse = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('no', 'SecurityError');
		});
		const services = createServices();
		const page = pageWith();
		delete root.dataset.early;
		const { screen, view } = await open(services);
		await given.until(() => view.isReady);
		expect(screen.now.stays).toBe(false);
		root.dataset.early = '';
		page.heard!();
		await given.until(() => screen.now.stays);
		expect(isThere()).toBe(true);
		refuse.mockRestore();
	});

	test('is not waited for any more once the app’s own is there', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk' })]);
		const page = pageWith();
		delete root.dataset.early;
		const { view } = await open();
		expect(page.heard).toBeDefined();
		await given.until(() => view.isReady);
		flushSync();
		expect(page.heard).toBeUndefined();
	});

	test('goes where the plan was emptied meanwhile', async () => {
		pageWith();
		const { screen } = await open();
		await given.until(() => !screen.now.stays);
		expect(isThere()).toBe(false);
	});

	test('goes with the page', async () => {
		pageWith();
		const { leave } = await open();
		leave();
		expect(isThere()).toBe(false);
	});
});

test('a choice made before the app was awake begins the plan', async () => {
	const page = pageWith();
	page.start = 'first-steps';
	const { view } = await open();
	await given.until(() => view.plan.steps.length === 5);
	expect(page.start).toBeUndefined();
});

describe('the list of the next opening', () => {
	const next = async () =>
		readEarlyList(localStorage.getItem('envol.early-list'), await given.storage.settings.veilKey(newVeilKey));
	const titles = async () => (await next())?.rows.map(({ title }) => title);
	let stop = () => {};
	beforeEach(async () => {
		vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then));
		vi.stubGlobal('cancelIdleCallback', clearTimeout);
		await loadMessages('en', ['today', 'habits']);
		setLang('en');
	});
	afterEach(() => stop());

	test('follows the plan and the day, from any tab', async () => {
		stop = followForEarlyList(given.storage);
		await given.storage.plan.change(() => [aStep({ id: 'walk', words: 'Walk' })]);
		await vi.waitFor(async () => expect(await titles()).toEqual(['Walk']), { timeout: 10_000 });
		expect((await next())!.lang).toBe('en');
		await given.storage.days.change(today, () => ({ day: today, ticks: [{ step: stepId('walk'), at: 1 }] }));
		await vi.waitFor(async () => expect((await next())!.days[today]!.done).toEqual({ walk: 1 }), {
			timeout: 10_000
		});
		await given.storage.hardDay.change((hard) => ({ ...hard, since: 1 }));
		await vi.waitFor(async () => expect(await next()).toBeUndefined(), { timeout: 10_000 });
		await given.storage.hardDay.change((hard) => ({ ...hard, readyAt: 2 }));
		await vi.waitFor(async () => expect(await titles()).toEqual(['Walk']), { timeout: 10_000 });
		await given.storage.plan.change(() => []);
		await vi.waitFor(async () => expect(await next()).toBeUndefined(), { timeout: 10_000 });
	});

	test('is kept at once when the page is left', async () => {
		await given.storage.plan.change(() => [aStep({ id: 'walk', words: 'Walk' })]);
		stop = followForEarlyList(given.storage);
		await vi.waitFor(async () => expect(await titles()).toEqual(['Walk']), { timeout: 10_000 });
		vi.stubGlobal('requestIdleCallback', () => 0);
		await given.storage.plan.change(() => [aStep({ id: 'walk', words: 'Run' })]);
		await vi.waitFor(
			async () => {
				dispatchEvent(new Event('pagehide'));
				expect(await titles()).toEqual(['Run']);
			},
			{ timeout: 10_000 }
		);
	});

	test('holds nothing of a screen that went', () => {
		const listening = new Set<unknown>();
		vi.spyOn(given.storage, 'onClosed').mockImplementation((listener) => {
			listening.add(listener);
			return () => void listening.delete(listener);
		});
		stop = followForEarlyList(given.storage);
		expect(listening.size).toBe(1);
		stop();
		expect(listening.size).toBe(0);
	});

	test('never comes back after everything was erased', async () => {
		stop = followForEarlyList(given.storage);
		await given.storage.plan.change(() => [aStep({ id: 'walk', words: 'Walk' })]);
		await vi.waitFor(async () => expect(await titles()).toEqual(['Walk']), { timeout: 10_000 });
		forgetMirror();
		await given.storage.plan.change(() => [aStep({ id: 'walk', words: 'Run' })]);
		await new Promise((resolve) => setTimeout(resolve, 100));
		dispatchEvent(new Event('pagehide'));
		expect(await next()).toBeUndefined();
		rememberData();
	});
});

describe('a plan that changes', () => {
	const changed = async (words: string) => {
		await given.storage.plan.change(() => [aStep({ id: 'walk', words })]);
		await new Promise((resolve) => setTimeout(resolve, 50));
	};
	const kept = () => localStorage.getItem('envol.early-list');
	const words = async () =>
		(await readEarlyList(kept(), await given.storage.settings.veilKey(newVeilKey)))?.rows[0]!.title;
	beforeEach(async () => {
		vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then));
		vi.stubGlobal('cancelIdleCallback', clearTimeout);
		await changed('Walk');
		localStorage.setItem('envol.early-list', 'from before');
	});

	test('where nothing follows it leaves no old list behind', async () => {
		forgetOnChange(given.storage);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(kept()).toBe('from before');
		await changed('Run');
		expect(kept()).toBeNull();
	});

	test('on a screen that shows it is followed', async () => {
		await loadMessages('en', ['today', 'habits']);
		setLang('en');
		const { stop } = onScreen(() => {
			forgetOnChange(given.storage);
			followNextOpening(given.services);
		});
		await vi.waitFor(async () => expect(await words()).toBe('Walk'), { timeout: 10_000 });
		await changed('Run');
		await vi.waitFor(async () => expect(await words()).toBe('Run'), { timeout: 10_000 });
		stop();
	});
});
