import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWatch } from '$lib/app/idle-watch.svelte';
import { ShortUndo } from '$lib/features/sheet/clinic/short-undo';
import { Status } from '$lib/app/status.svelte';

const minutes = (count: number) => count * 60_000;
let cleared: number;
let watch: IdleWatch;
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers({
		toFake: ['Date', 'performance', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout']
	});
	cleared = 0;
	watch = new IdleWatch();
	stop = watch.start(
		() => true,
		() => (cleared += 1)
	);
});
afterEach(() => {
	stop();
	vi.useRealTimers();
});

test('after fourteen minutes it asks, a minute later it clears', () => {
	vi.advanceTimersByTime(minutes(14) - 2000);
	expect(watch.secondsLeft).toBeUndefined();
	vi.advanceTimersByTime(2000);
	expect(watch.secondsLeft).toBe(60);
	vi.advanceTimersByTime(minutes(1) - 1000);
	expect(cleared).toBe(0);
	vi.advanceTimersByTime(1000);
	expect(cleared).toBe(1);
	expect(watch.secondsLeft).toBeUndefined();
});

test('a clock that jumps ahead asks first, and clears nothing that somebody is writing', () => {
	vi.advanceTimersByTime(minutes(1));
	vi.setSystemTime(Date.now() + minutes(20));
	vi.advanceTimersByTime(1000);
	expect(cleared).toBe(0);
	expect(watch.secondsLeft).toBe(60);
	vi.setSystemTime(Date.now() + minutes(20));
	vi.advanceTimersByTime(30_000);
	expect(cleared).toBe(0);
	watch.stay();
	vi.advanceTimersByTime(minutes(13));
	expect(watch.secondsLeft).toBeUndefined();
});

test('a computer that slept was away: it asks as soon as it wakes, and clears if nobody answers', () => {
	// asleep, the wall clock goes on and no timer comes
	vi.setSystemTime(Date.now() + minutes(60));
	vi.advanceTimersByTime(1000);
	expect(watch.secondsLeft).toBe(60);
	vi.advanceTimersByTime(minutes(1));
	expect(cleared).toBe(1);
});

test('a clock that is set back takes no minute away', () => {
	vi.advanceTimersByTime(minutes(10));
	vi.setSystemTime(Date.now() - minutes(600));
	vi.advanceTimersByTime(minutes(4));
	expect(watch.secondsLeft).toBeGreaterThan(50);
});

test('a key is a sign of somebody; while it asks, only the answer counts', () => {
	vi.advanceTimersByTime(minutes(13));
	dispatchEvent(new Event('keydown'));
	vi.advanceTimersByTime(minutes(13));
	expect(watch.secondsLeft).toBeUndefined();
	vi.advanceTimersByTime(minutes(1));
	dispatchEvent(new Event('keydown'));
	vi.advanceTimersByTime(minutes(1));
	expect(cleared).toBe(1);
});

test('the way back from "Clear all" lasts a minute', () => {
	const status = new Status();
	const undo = new ShortUndo(status);
	undo.offer({ key: 'prescribe.clearedUndo', undo: () => undefined });
	vi.advanceTimersByTime(59_000);
	expect(status.line).toBeDefined();
	vi.advanceTimersByTime(1000);
	expect(status.line).toBeUndefined();
});
