import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServices, type Services } from '$lib/app/services.svelte';
import type { Day } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { DayView } from '$lib/features/today/day-view.svelte';
import type { Storage as EnvolStorage } from '$lib/storage/types';
import { aDay, aStep, stepsNamed } from '../../support/builders';
import { latest } from '../../support/open-database';
import { watching } from '../../support/screen.svelte';
import { noRoomFor } from '../../support/services';

const today = localDay('2026-11-21');
const yesterday = addDays(today, -1);
const walk = aStep({ id: 'walk', times: 2 });
const eat = aStep({ id: 'eat', order: 1 });

let services: Services;
let storage: EnvolStorage;
let stops: (() => void)[] = [];

beforeEach(async () => {
	vi.useFakeTimers({ now: new Date(2026, 10, 21, 10), toFake: ['Date'] });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	services = createServices();
	storage = await services.gate.open();
	await storage.plan.change(() => [walk, eat]);
});
afterEach(async () => {
	stops.forEach((stop) => stop());
	stops = [];
	vi.restoreAllMocks();
	await storage.erase();
	localStorage.clear();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** The day on screen, once there is something to see. */
async function shown(which: 'today' | 'yesterday' = 'today') {
	const view = new DayView(services, which);
	const screen = watching(() => [view.isReady, view.record, view.list, view.day]);
	stops.push(screen.stop);
	await view.open();
	await vi.waitFor(() => expect(view.isReady).toBe(true));
	return view;
}

const kept = (day = today) => latest(storage.days.observe(day));
/** Each time Svelte has something to show and storage something to tell. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20)).then(() => flushSync());

/** Storage that takes its time: `go` lets it write. */
function slowStorage() {
	let go = () => {};
	const gate = new Promise<void>((resolve) => (go = resolve));
	const change = storage.days.change;
	vi.spyOn(storage.days, 'change').mockImplementation(async (...args) => {
		await gate;
		return change(...args);
	});
	return { go };
}

describe('today', () => {
	test('shows the plan, with nothing done', async () => {
		const view = await shown();
		expect(view.day).toBe(today);
		expect(view.list.groups.flatMap(({ steps }) => steps)).toEqual([walk, eat]);
		expect(view.timesDone(walk)).toBe(0);
	});

	test('a tick shows at once, and "Done" is said only when it is on disk', async () => {
		const view = await shown();
		const { go } = slowStorage();
		const ticking = view.tick(walk);
		expect(view.timesDone(walk)).toBe(1);
		await settled();
		expect(view.timesDone(walk)).toBe(1);
		expect(services.status.line).toBeUndefined();
		expect(await kept()).toBeUndefined();
		go();
		expect(await ticking).toBe('durable');
		expect(services.status.line?.key).toBe('today.status.done');
		expect((await kept())?.ticks).toEqual([{ step: 'walk', at: Date.now() }]);
		await settled();
		expect(view.timesDone(walk)).toBe(1);
	});

	test('the count never flickers while quick taps are kept', async () => {
		const view = await shown();
		const screen = watching(() => view.timesDone(walk));
		stops.push(screen.stop);
		await Promise.all([view.tick(walk), view.tick(walk), view.tick(walk)]);
		await settled();
		expect(view.timesDone(walk)).toBe(2);
		expect((await kept())?.ticks).toHaveLength(2);
		expect(screen.seen).toEqual([...screen.seen].sort((a, b) => a - b));
	});

	test('undo takes back the tick, on screen and on disk', async () => {
		const view = await shown();
		await view.tick(walk);
		await services.status.undo();
		await settled();
		expect(view.timesDone(walk)).toBe(0);
		expect(await kept()).toBeUndefined();
		expect(services.status.line?.key).toBe('shell.status.undone');
	});

	test('taking a tick back with the tick itself works too', async () => {
		const view = await shown();
		await view.toggle(walk, true);
		await view.toggle(walk, true);
		await view.toggle(walk, false);
		await settled();
		expect(view.timesDone(walk)).toBe(1);
	});

	test('what follows from a box waits for the frame that shows its stroke, unless the page is left', async () => {
		const frames: FrameRequestCallback[] = [];
		const view = await shown();
		vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
		const first = view.toggle(eat, true);
		expect(view.timesDone(eat)).toBe(0);
		const later = new Date(2026, 10, 21, 10, 5);
		vi.setSystemTime(later);
		frames.forEach((frame) => frame(0));
		await first;
		const [tick] = (await kept())?.ticks ?? [];
		expect(tick?.step).toBe('eat');
		expect(tick?.at).toBeLessThan(later.getTime());
		const second = view.toggle(walk, true);
		window.dispatchEvent(new Event('pagehide'));
		// before anything else of the browser's own, as a page that goes has no time for more
		for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
		expect(view.timesDone(walk)).toBe(1);
		await second;
		expect((await kept())?.ticks).toHaveLength(2);
	});

	test('a tick that cannot be kept says so, and the screen shows the truth', async () => {
		const view = await shown();
		await view.tick(eat);
		noRoomFor('days');
		const ticking = view.tick(walk);
		expect(view.timesDone(walk)).toBe(1);
		expect(await ticking).toBe('failed');
		await settled();
		expect(view.timesDone(walk)).toBe(0);
		expect(view.timesDone(eat)).toBe(1);
		expect(services.status.line).toMatchObject({ key: 'shell.storage.full', tone: 'trouble' });
	});

	test('an undo that cannot be kept is not said to be done', async () => {
		const view = await shown();
		await view.tick(walk);
		await view.tick(eat);
		noRoomFor('days');
		await services.status.undo();
		await settled();
		expect(services.status.line?.key).toBe('shell.storage.full');
		expect(view.timesDone(eat)).toBe(1);
	});

	test('resting is kept like any answer, and can be undone', async () => {
		const view = await shown();
		await view.tick(walk);
		await view.rest(true);
		expect(view.record.isRest).toBe(true);
		expect(services.status.line?.key).toBe('today.status.rest');
		await services.status.undo();
		await settled();
		expect(await kept()).toEqual(aDay(today, [], { ticks: [{ step: walk.id, at: Date.now() }] }));
	});

	test('"not today" is kept as an answer, leaves the list, and can be undone', async () => {
		const view = await shown();
		await view.notToday(walk, true);
		expect(services.status.line?.key).toBe('row.notTodaySaid');
		expect((await kept())?.notToday).toEqual([walk.id]);
		expect(view.list.aside.map(({ id }) => id)).toEqual([walk.id]);
		expect([...view.arranged.now, ...view.arranged.later].map(({ id }) => id)).not.toContain(walk.id);
		await services.status.undo();
		await settled();
		expect(view.list.aside).toEqual([]);
		expect(await kept()).toBeUndefined();
	});

	test('how it is, is kept with the day, and can be changed, taken back and undone', async () => {
		const view = await shown();
		await view.how('tense');
		expect(services.status.line?.key).toBe('row.how.said');
		await view.how('calm');
		expect(await kept()).toEqual({ ...aDay(today), how: 'calm' });
		await services.status.undo();
		await settled();
		expect(view.record.how).toBe('tense');
		await view.how(undefined);
		expect(await kept()).toBeUndefined();
	});

	test('a tick vibrates only where the person wants it', async () => {
		const vibrate = vi.fn();
		vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { vibrate }));
		const view = await shown();
		await view.tick(walk);
		expect(vibrate).not.toHaveBeenCalled();
		await services.preferences.change({ vibrates: true });
		await view.tick(walk);
		expect(vibrate).toHaveBeenCalledTimes(1);
		await view.untick(walk);
		expect(vibrate).toHaveBeenCalledTimes(1);
	});

	test('any earlier day can be looked at, and has its own ticks', async () => {
		const view = new DayView(services, 'yesterday');
		view.back = 3;
		expect(view.day).toBe(addDays(today, -3));
		view.back = 1;
		expect(view.day).toBe(addDays(today, -1));
	});

	test('a note is kept as one clean line of at most 200 characters', async () => {
		const view = await shown();
		await view.note(today, () => '  a good\nday ');
		expect((await kept())?.note).toBe('a good day');
		await view.note(today, () => 'x'.repeat(500));
		expect((await kept())?.note).toHaveLength(200);
		await view.note(today, () => ' ');
		expect(await kept()).toBeUndefined();
	});

	test('a note that cannot be kept is told to the field that holds it', async () => {
		const view = await shown();
		noRoomFor('days');
		expect(await view.note(today, () => 'mine')).toBe('failed');
		expect(services.status.line).toBeUndefined();
	});

	test('what another tab does is followed', async () => {
		const view = await shown();
		await storage.days.change(today, (day): Day => ({ ...day, note: 'from there' }));
		await vi.waitFor(() => expect(view.record.note).toBe('from there'));
	});

	test('more than seven steps wait one tap away', async () => {
		await storage.plan.change(() => stepsNamed(...'abcdefghij'));
		const view = await shown();
		expect(view.list.groups.flatMap(({ steps }) => steps)).toHaveLength(7);
		expect(view.list.more.flatMap(({ steps }) => steps)).toHaveLength(3);
		expect(view.isAllShown).toBe(false);
		view.showAll(true);
		expect(view.isAllShown).toBe(true);
	});

	test('a one-time step done weeks ago is gone, however long ago it was added', async () => {
		const once = aStep({
			id: 'once',
			frequency: { kind: 'once' },
			createdAt: new Date(2026, 8, 1).getTime()
		});
		await storage.plan.change(() => [once]);
		await storage.days.change(localDay('2026-09-20'), (day) => aDay(day.day, ['once']));
		const view = await shown();
		expect(view.list.groups).toEqual([]);
	});
});

describe('when midnight passes', () => {
	test('the new day starts empty, and what is ticked then is of the new day', async () => {
		const view = await shown();
		await view.tick(walk);
		vi.setSystemTime(new Date(2026, 10, 22, 0, 0, 5));
		services.clock.look();
		await settled();
		await vi.waitFor(() => expect(view.day).toBe('2026-11-22'));
		expect(view.timesDone(walk)).toBe(0);
		await view.tick(eat);
		expect((await kept())?.ticks.map(({ step }) => step)).toEqual(['walk']);
		expect((await kept(localDay('2026-11-22')))?.ticks.map(({ step }) => step)).toEqual(['eat']);
	});

	test('a tick begun before midnight stays on its day, and never shows on the new one', async () => {
		const view = await shown();
		const { go } = slowStorage();
		const ticking = view.tick(walk);
		vi.setSystemTime(new Date(2026, 10, 22, 0, 0, 5));
		services.clock.look();
		flushSync();
		expect(view.timesDone(walk)).toBe(0);
		go();
		await ticking;
		await settled();
		expect(view.timesDone(walk)).toBe(0);
		expect((await kept())?.ticks).toHaveLength(1);
		expect(await kept(localDay('2026-11-22'))).toBeUndefined();
	});

	test('undo after midnight takes back the tick of the day it was made on', async () => {
		const view = await shown();
		await view.tick(walk);
		vi.setSystemTime(new Date(2026, 10, 22, 0, 0, 5));
		services.clock.look();
		flushSync();
		await services.status.undo();
		expect(await kept()).toBeUndefined();
	});

	test('a note begun the day before is kept on that day', async () => {
		const view = await shown();
		vi.setSystemTime(new Date(2026, 10, 22, 0, 0, 5));
		services.clock.look();
		await view.note(today, () => 'yesterday was good');
		expect((await kept())?.note).toBe('yesterday was good');
	});
});

test('yesterday can still be filled in, apart from today', async () => {
	const view = await shown('yesterday');
	expect(view.day).toBe(yesterday);
	await view.tick(walk);
	expect((await kept(yesterday))?.ticks).toHaveLength(1);
	expect(await kept()).toBeUndefined();
});

test('without a database a tick still shows, and the person is told that it is not kept', async () => {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('no', 'SecurityError');
	});
	const without = createServices();
	await (await without.gate.open()).plan.change(() => [walk]);
	const view = new DayView(without, 'today');
	const screen = watching(() => [view.isReady, view.record, view.list]);
	stops.push(screen.stop);
	await view.open();
	await view.tick(walk);
	await settled();
	expect(view.timesDone(walk)).toBe(1);
	expect(without.status.line).toMatchObject({ key: 'shell.status.notKept', tone: 'trouble' });
	vi.mocked(indexedDB.open).mockRestore();
});
