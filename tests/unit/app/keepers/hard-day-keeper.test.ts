import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HardDayKeeper } from '$lib/app/keepers/hard-day-keeper.svelte';
import { createServices, type Services } from '$lib/app/services.svelte';
import { mirroredHardDay } from '$lib/platform/mirror';
import { latest } from '../../../support/open-database';
import { watching } from '../../../support/screen.svelte';

let services: Services;
let keeper: HardDayKeeper;
const there = async () => undefined;
const kept = async () => latest((await services.gate.open()).hardDay.observe());

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	services = createServices();
	keeper = new HardDayKeeper(services);
});
afterEach(async () => {
	vi.restoreAllMocks();
	await services.gate.storage?.erase();
	localStorage.clear();
});

test('it stays after a restart, in the mirror that the first paint reads and in storage', async () => {
	await keeper.open();
	await keeper.turnOn();
	expect(mirroredHardDay()).toBe((await kept()).since);
	const again = new HardDayKeeper(services);
	await again.open();
	const screen = watching(() => again.isOn);
	expect(screen.now).toBe(true);
	screen.stop();
});

test('ready for more, the person goes on, is told then, and can undo', async () => {
	await keeper.turnOn();
	const goOn = vi.fn(there);
	await keeper.turnOff(goOn);
	expect(goOn).toHaveBeenCalledOnce();
	expect(mirroredHardDay()).toBeUndefined();
	expect(services.status.line).toBeUndefined();
	services.status.arrived();
	expect(services.status.line?.key).toBe('hard-day.status.off');
	const screen = watching(() => [keeper.isOn, keeper.isLanding]);
	await vi.waitFor(() => expect(screen.now).toEqual([false, true]));
	await services.status.undo();
	expect(mirroredHardDay()).toBeDefined();
	await vi.waitFor(() => expect(screen.now).toEqual([true, false]));
	screen.stop();
});

test('who is ready for more goes on, though storage never answers', async () => {
	vi.useFakeTimers();
	vi.spyOn(services.gate, 'open').mockReturnValue(new Promise(() => {}));
	const goOn = vi.fn(() => Promise.resolve());
	const leaving = keeper.turnOff(goOn);
	await vi.advanceTimersByTimeAsync(2400);
	expect(goOn).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(200);
	await leaving;
	expect(goOn).toHaveBeenCalledOnce();
	expect(mirroredHardDay()).toBeUndefined();
	vi.useRealTimers();
});

test('a mirror that was lost comes back from storage, and a stale one goes', async () => {
	await keeper.turnOn();
	const since = mirroredHardDay();
	localStorage.clear();
	const screen = watching(() => [keeper.isReady, keeper.isOn]);
	await vi.waitFor(() => expect(screen.now).toEqual([true, true]));
	keeper.follow();
	expect(mirroredHardDay()).toBe(since);
	await keeper.turnOff(there);
	localStorage.setItem('envol.hard-day', '1');
	await vi.waitFor(() => expect(screen.now).toEqual([true, false]));
	keeper.follow();
	expect(mirroredHardDay()).toBeUndefined();
	screen.stop();
});

test('a ticked row is kept for the day, silently', async () => {
	await keeper.tick('eat', true);
	expect((await kept()).ticked.rows).toEqual(['eat']);
	expect(services.status.line).toBeUndefined();
	expect(await latest((await services.gate.open()).days.observe(services.clock.today))).toBeUndefined();
});

describe('where nothing can be kept', () => {
	beforeEach(() => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('not here', 'SecurityError');
		});
	});

	test('it stays as long as the page, and the mirror where there is one', async () => {
		await keeper.turnOn();
		expect(services.gate.trouble).toBe('blocked');
		const screen = watching(() => keeper.isOn);
		expect(screen.now).toBe(true);
		await keeper.turnOff(there);
		expect(screen.now).toBe(false);
		screen.stop();
	});

	test('own words are never said to be saved', async () => {
		expect(await keeper.helpedWords('tea', () => 'tea')).toBe('memory');
	});
});
