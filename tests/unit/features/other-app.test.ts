import { beforeEach, expect, test, vi } from 'vitest';
import { firstOf } from '$lib/app/keeping/live.svelte';
import { readOtherApp } from '$lib/app/other-apps';
import type { BroughtHabit } from '$lib/domain/brought-habits';
import { withRest, withTick } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { OtherAppFile } from '$lib/features/copies/other-app.svelte';
import { aStep, stepId } from '../../support/builders';
import { givenServices, noRoomFor } from '../../support/services';

vi.mock('$lib/app/other-apps', () => ({ readOtherApp: vi.fn() }));
const given = givenServices();
const today = localDay('2026-11-21');
const days = [3, 2, 1].map((ago) => addDays(today, -ago));
const habit = (name: string, more: Partial<BroughtHabit> = {}): BroughtHabit => ({
	name,
	frequency: { kind: 'daily' },
	days,
	isAway: false,
	...more
});

beforeEach(() =>
	vi.mocked(readOtherApp).mockResolvedValue({
		kind: 'habits',
		from: 'loop',
		habits: [habit('Walk'), habit('Tea'), habit('Old', { isAway: true })]
	})
);

async function chosen() {
	const { storage } = given;
	await storage.plan.change(() => [aStep({ id: 'w', words: 'walk' })]);
	await storage.days.change(days[0]!, (day) =>
		withRest(withTick(day, { id: stepId('w'), times: 1 }, 5), true)
	);
	const other = new OtherAppFile(given.services);
	given.watch(() => [
		other.isReady,
		other.chosen,
		other.isIn,
		other.isBusy,
		...other.habits.map(other.isKnown)
	]);
	await other.read(new Blob(['x']), 'x');
	await given.until(() => other.isReady);
	return other;
}
const kept = async () => ({
	steps: await firstOf(given.storage.plan.observe()),
	days: await firstOf(given.storage.days.observeBetween(days[0]!, today))
});

test('nothing changes before the person says so; then only what they chose comes in, and one undo takes it out', async () => {
	const other = await chosen();
	const before = await kept();
	await given.until(() => other.isKnown(other.habits[0]!));
	expect(other.isKnown(other.habits[1]!)).toBe(false);
	other.choose(other.habits[2]!, false);
	expect(await kept()).toEqual(before);
	await other.bring();
	await given.until(() => other.isIn);
	const after = await kept();
	expect(after.steps.map(({ words }) => words).toSorted()).toEqual(['Tea', 'walk']);
	expect(after.days.map(({ ticks }) => ticks.length)).toEqual([2, 2, 2]);
	expect(after.days[0]).toMatchObject({ isRest: true });
	await given.services.status.undo();
	await given.until(() => !other.isIn);
	expect(await kept()).toEqual(before);
});

test('taken back by its own button, what was done since stays', async () => {
	const other = await chosen();
	await other.bring();
	await given.until(() => other.isIn);
	await given.storage.days.change(days[1]!, (day) => ({ ...day, note: 'A good one' }));
	await other.takeBack();
	await given.until(() => !other.isIn);
	const { steps, days: left } = await kept();
	expect(steps).toHaveLength(1);
	expect(left.map(({ day, ticks, note }) => [day, ticks.length, note])).toEqual([
		[days[0], 1, undefined],
		[days[1], 0, 'A good one']
	]);
});

test('on a full device nothing comes in, not even the steps', async () => {
	const other = await chosen();
	const before = await kept();
	noRoomFor('days');
	await other.bring();
	expect(other.isIn).toBe(false);
	expect(given.services.status.line?.key).toBe('shell.storage.full');
	vi.restoreAllMocks();
	expect(await kept()).toEqual(before);
});

test('a file that cannot be read is said, and left', async () => {
	vi.mocked(readOtherApp).mockResolvedValue({ kind: 'damaged' });
	const other = await chosen();
	expect(other.file).toEqual({ kind: 'damaged' });
	expect(other.habits).toEqual([]);
	await other.bring();
	other.leave();
	expect(other.file).toBeUndefined();
});
