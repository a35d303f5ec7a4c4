import { expect, test } from 'vitest';
import { firstOf } from '$lib/app/keeping/live.svelte';
import { withRest, withTick } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { PaperTicks } from '$lib/features/back/paper-ticks.svelte';
import { aStep, stepId } from '../../support/builders';
import { givenServices, noRoomFor } from '../../support/services';

const given = givenServices();
// a Saturday
const today = localDay('2026-11-21');
const step = stepId('a');

async function aWeek() {
	await given.storage.plan.change(() => [aStep({ id: 'a', times: 3 })]);
	const ticks = new PaperTicks(given.services);
	given.watch(() => [
		ticks.isReady,
		ticks.isThisWeek,
		...ticks.week.map((day) => [ticks.isDone(step, day), ticks.isOpen(step, day)])
	]);
	await given.services.gate.look();
	await given.until(() => ticks.isReady);
	return ticks;
}
const kept = async (ago: number) =>
	(await firstOf(given.storage.days.observe(addDays(today, -ago))))?.ticks.length ?? 0;

test('a tap brings in one day, one undo takes that one out again', async () => {
	const ticks = await aWeek();
	expect(ticks.week[0]).toBe('2026-11-15');
	expect(ticks.week.map((day) => ticks.isOpen(step, day))).toEqual(Array(7).fill(true));
	await ticks.mark(step, addDays(today, -2), true);
	await ticks.mark(step, addDays(today, -3), true);
	await given.until(() => ticks.isDone(step, addDays(today, -3)));
	expect([await kept(2), await kept(3)]).toEqual([1, 1]);
	await given.services.status.undo();
	await given.until(() => !ticks.isDone(step, addDays(today, -3)));
	expect([await kept(2), await kept(3)]).toEqual([1, 0]);
	// a second tap on the same box takes out what the first brought
	await ticks.mark(step, addDays(today, -2), false);
	await given.until(() => !ticks.isDone(step, addDays(today, -2)));
	expect(await kept(2)).toBe(0);
});

test('what is there already stays as it is, and a day to come cannot be ticked', async () => {
	await given.storage.days.change(addDays(today, -1), (day) =>
		withRest(withTick(withTick(day, { id: step, times: 3 }, 1), { id: step, times: 3 }, 2), true)
	);
	const ticks = await aWeek();
	expect(ticks.isDone(step, addDays(today, -1))).toBe(true);
	expect(ticks.isOpen(step, addDays(today, -1))).toBe(false);
	await ticks.mark(step, addDays(today, -1), false);
	expect(await kept(1)).toBe(2);
	ticks.go(1);
	await given.until(() => ticks.isReady && !ticks.isThisWeek);
	expect(ticks.week.some((day) => ticks.isOpen(step, day))).toBe(false);
	ticks.go(-1);
	ticks.go(-1);
	await given.until(() => ticks.isReady && ticks.week[0] === '2026-11-08');
	await ticks.mark(step, ticks.week[0]!, true);
	expect(await kept(13)).toBe(1);
});

test('on a full device nothing is shown as brought in', async () => {
	const ticks = await aWeek();
	noRoomFor('days');
	expect(await ticks.mark(step, today, true)).toBe('failed');
	expect(ticks.isDone(step, today)).toBe(false);
	expect(given.services.status.line?.key).toBe('shell.storage.full');
});
