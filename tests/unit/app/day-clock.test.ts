import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DayClock } from '$lib/app/day-clock.svelte';
import { watching } from '../../support/screen.svelte';

let stop: (() => void)[] = [];

beforeEach(() => void vi.useFakeTimers({ now: new Date(2026, 10, 21, 23, 59, 57) }));
afterEach(() => {
	stop.forEach((one) => one());
	stop = [];
	vi.useRealTimers();
	vi.restoreAllMocks();
});

function started(): DayClock {
	const clock = new DayClock();
	stop.push(clock.start());
	return clock;
}

test('a page left open at midnight shows the new day within a second', async () => {
	const clock = started();
	const screen = watching(() => clock.today);
	stop.push(screen.stop);
	await vi.advanceTimersByTimeAsync(2000);
	expect(clock.today).toBe('2026-11-21');
	await vi.advanceTimersByTimeAsync(2000);
	expect(clock.today).toBe('2026-11-22');
	expect(clock.hour).toBe(0);
	expect(screen.seen).toEqual(['2026-11-21', '2026-11-22']);
});

test('a screen is told of a new day only, not of every second', async () => {
	const clock = started();
	const screen = watching(() => [clock.today, clock.hour]);
	stop.push(screen.stop);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(screen.seen).toEqual([
		['2026-11-21', 23],
		['2026-11-22', 0]
	]);
});

test('a clock set back, or a journey west, brings the day back', async () => {
	const clock = started();
	vi.setSystemTime(new Date(2026, 10, 20, 22, 0, 0));
	await vi.advanceTimersByTimeAsync(1000);
	expect([clock.today, clock.hour]).toEqual(['2026-11-20', 22]);
});

test.each(['focus', 'pageshow', 'visibilitychange'])(
	'coming back to the tab (%s) looks at once',
	(moment) => {
		const clock = started();
		vi.setSystemTime(new Date(2026, 10, 25, 9));
		expect(clock.today).toBe('2026-11-21');
		if (moment === 'visibilitychange') document.dispatchEvent(new Event(moment));
		else window.dispatchEvent(new Event(moment));
		expect([clock.today, clock.hour]).toEqual(['2026-11-25', 9]);
	}
);

test('look() is enough by itself', () => {
	const clock = new DayClock();
	vi.setSystemTime(new Date(2027, 0, 1, 0, 0, 1));
	clock.look();
	expect(clock.today).toBe('2027-01-01');
});

test('a hidden page does not look, and a stopped one never', async () => {
	const clock = new DayClock();
	const end = clock.start();
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	await vi.advanceTimersByTimeAsync(10_000);
	expect(clock.today).toBe('2026-11-21');
	vi.restoreAllMocks();
	end();
	await vi.advanceTimersByTimeAsync(10_000);
	window.dispatchEvent(new Event('focus'));
	expect(clock.today).toBe('2026-11-21');
	expect(vi.getTimerCount()).toBe(0);
});
