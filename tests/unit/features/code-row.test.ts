import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Gated } from '$lib/app/copies/types';
import { CodeRow, turnsEveryMs } from '$lib/features/copies/code-row.svelte';

const { made, motion } = vi.hoisted(() => ({
	made: { value: ['a', 'b', 'c'] as readonly string[] | 'nothing' | 'tooMuch' },
	motion: { isReduced: false }
}));
vi.mock('$lib/app/copies/codes', () => ({
	codesHere: () => Promise.resolve(made.value)
}));
vi.mock('$lib/platform/motion', () => ({ isMotionReduced: () => motion.isReduced }));
vi.mock('$lib/platform/qr', () => ({
	drawCode: (text: string) => Promise.resolve({ size: 1, path: text })
}));

const services = {} as Gated;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('they turn slowly by themselves, begin anew, and stand still when told', async () => {
	motion.isReduced = false;
	const row = new CodeRow();
	await row.show(services);
	expect([row.count, row.place, row.drawn?.path, row.isTurning]).toEqual([3, 0, 'a', true]);
	await vi.advanceTimersByTimeAsync(turnsEveryMs);
	expect(row.drawn?.path).toBe('b');
	await vi.advanceTimersByTimeAsync(2 * turnsEveryMs);
	expect(row.drawn?.path).toBe('a');
	row.pause();
	await vi.advanceTimersByTimeAsync(5 * turnsEveryMs);
	expect([row.place, row.isTurning]).toEqual([0, false]);
});

test('where things should not move they wait for a finger; before the first comes the last', async () => {
	motion.isReduced = true;
	const row = new CodeRow();
	await row.show(services);
	await vi.advanceTimersByTimeAsync(5 * turnsEveryMs);
	expect([row.place, row.isTurning]).toEqual([0, false]);
	await row.to(-1);
	expect([row.place, row.drawn?.path]).toEqual([2, 'c']);
	row.hide();
	expect([row.count, row.drawn]).toEqual([0, undefined]);
	await row.to(1);
	expect(row.drawn).toBeUndefined();
});

test.each(['nothing', 'tooMuch'] as const)('%s is said, and no code shown', async (trouble) => {
	made.value = trouble;
	const row = new CodeRow();
	await row.show(services);
	expect([row.trouble, row.count]).toEqual([trouble, 0]);
});
