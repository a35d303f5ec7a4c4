import { expect, test, vi } from 'vitest';
import { DayView } from '$lib/features/today/day-view.svelte';
import { MomentNow } from '$lib/features/today/moment-now.svelte';
import { aStep, stepId } from '../../support/builders';
import { givenServices } from '../../support/services';

const given = givenServices(new Date(2026, 10, 21, 8, 29));

async function aMorning() {
	const { storage } = given;
	await storage.plan.change(() => [
		aStep({ id: 'a', moment: 'morning', detail: '8:30' }),
		aStep({ id: 'b', moment: 'evening', order: 1 })
	]);
	const view = new DayView(given.services, 'today');
	const now = new MomentNow(given.services, view);
	given.watch(() => [view.isReady, view.list, view.record, now.around]);
	await view.open();
	await given.until(() => view.isReady);
	return { view, now };
}

test('a soft word comes with the moment and goes with it, as the clock moves', async () => {
	const { now } = await aMorning();
	expect(now.around).toEqual([]);
	for (const [hours, minutes, around] of [
		[8, 30, ['a']],
		[9, 0, []],
		[18, 10, ['b']]
	] as const) {
		vi.setSystemTime(new Date(2026, 10, 21, hours, minutes));
		given.services.clock.look();
		expect(now.around).toEqual(around);
	}
});

test('it goes once the step is done, or the person rests; and follows the time chosen for the calendar', async () => {
	const { view, now } = await aMorning();
	vi.setSystemTime(new Date(2026, 10, 21, 8, 45));
	given.services.clock.look();
	expect(now.around).toEqual(['a']);
	await view.tick(aStep({ id: 'a' }));
	await given.until(() => now.around.length === 0);
	await view.untick(aStep({ id: 'a' }));
	await given.until(() => now.around.length === 1);
	await view.rest(true);
	await given.until(() => now.around.length === 0);
	await view.rest(false);
	await given.until(() => now.around.length === 1);
	await given.storage.calendar.change((kept) => ({ ...kept, times: { [`step:${stepId('a')}`]: 600 } }));
	await given.until(() => now.around.length === 0);
	vi.setSystemTime(new Date(2026, 10, 21, 10, 0));
	given.services.clock.look();
	expect(now.around).toEqual(['a']);
});
