// @vitest-environment node
import { afterEach, expect, test, vi } from 'vitest';
import { dayOf, minuteOfDay, now, today } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('the day, the minute and the instant are those of the wall', () => {
	const at = new Date(2026, 1, 3, 4, 5, 6);
	vi.useFakeTimers({ now: at });
	expect(today()).toBe('2026-02-03');
	expect(minuteOfDay()).toBe(4 * 60 + 5);
	expect(now()).toBe(at.getTime());
	expect(dayOf(at.getTime() - 5 * 3_600_000)).toBe('2026-02-02');
});

test('no id comes twice, with or without a secure address', () => {
	const make = () => Array.from({ length: 1000 }, newId);
	const { getRandomValues } = crypto;
	const secure = make();
	vi.stubGlobal('crypto', { getRandomValues: getRandomValues.bind(crypto) });
	const plain = make();
	expect(new Set([...secure, ...plain]).size).toBe(2000);
	for (const id of plain) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
