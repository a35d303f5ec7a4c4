import { expect, test } from 'vitest';
import { withTick, type Day } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import { Back } from '$lib/features/back/back.svelte';
import { Lived } from '$lib/features/back/lived.svelte';
import { aStep, stepId } from '../../support/builders';
import { keys } from '../../support/keys';
import { givenServices } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');

async function looking() {
	const back = new Back(given.services);
	given.watch(() => [back.isReady, back.all, back.stretches, back.stitches, back.kept]);
	await back.open('en');
	await given.until(() => back.isReady);
	return back;
}
const done = (ago: number, id: string) =>
	given.storage.days.change(addDays(today, -ago), (day) =>
		withTick(day, { id: stepId(id), times: 6 }, ago + 1)
	);

test('before anything was done nothing is counted, and nothing is said to be missing', async () => {
	const back = await looking();
	expect([back.all.days, back.all.wings, back.stretches, back.stitches, back.kept]).toEqual([
		0,
		[],
		[],
		0,
		[]
	]);
});

test('what was done is there, of steps put away too, and a tick in another tab adds to it', async () => {
	await given.storage.plan.change(() => [
		aStep({ id: 'a', words: 'Go outside' }),
		aStep({ id: 'b', words: 'Call Léa', putAwayAt: 1 })
	]);
	await done(0, 'a');
	await done(400, 'a');
	await done(400, 'b');
	const back = await looking();
	expect(back.all.days).toBe(2);
	expect(back.all.steps.map(({ step, times }) => [back.titleOf(keys, step), times])).toEqual([
		['Go outside', 2],
		['Call Léa', 1]
	]);
	expect(back.stretches).toHaveLength(2);
	back.span = 'year';
	expect(back.stretches.map(({ from, days }) => [from, days])).toEqual([
		['2026-01-01', 1],
		['2025-01-01', 1]
	]);
	await done(1, 'b');
	await given.until(() => back.all.days === 3);
	expect(back.titleOf(keys, stepId('gone'))).toBe('');
});

test('what felt better is said in the person’s words, or as the activity is called', async () => {
	const idea = { form: 'mental', minutes: 3, felt: 3 } as const;
	await given.storage.days.change(today, (day): Day => ({
		...day,
		done: [
			{ ...idea, at: 1, words: 'My scarf' },
			{ ...idea, at: 2, words: 'My scarf' },
			{ ...idea, at: 3, activity: 'phy-make-bed-even-little' }
		]
	}));
	const back = await looking();
	expect(back.all.helped.map((entry) => [back.helpedInWords(keys, entry), entry.times])).toEqual([
		['My scarf', 2],
		[expect.stringMatching(/./), 1]
	]);
});

test('moments that were kept come back, but for a letter whose day has not come', async () => {
	for (const [i, openOn] of [undefined, addDays(today, 9), undefined].entries()) {
		const draft = { ...newDraft(`n${i}`, today), text: `Note ${i}`, ...(openOn && { openOn }) };
		await given.storage.notes.save(draft, '', i + 1);
		await given.storage.notes.keep(`n${i}`, i + 1);
	}
	const back = await looking();
	expect(back.kept.map(({ text }) => text).toSorted()).toEqual(['Note 0', 'Note 2']);
	expect(back.stitches).toBe(3);
});

test('where life happened is read from tags that are there, and dots are kept for who wants them', async () => {
	const draft = { ...newDraft('n', today), text: 'With Léa', chimes: ['connectedness' as const] };
	await given.storage.notes.save(draft, 'k', 1);
	await given.storage.plan.change(() => [aStep({ id: 'a', activity: 'phy-make-bed-even-little' })]);
	await done(0, 'a');
	const back = await looking();
	const lived = new Lived(given.services, back);
	given.watch(() => [lived.isReady, lived.where, lived.isDue, lived.before, back.days, back.steps]);
	await lived.open();
	await given.until(() => lived.isReady && lived.where.connectedness > 0 && lived.where.empowerment > 0);
	expect(lived.isDue).toBe(false);
	await lived.want(true);
	await given.until(() => lived.isDue);
	await lived.say('hope', 4);
	await lived.say('hope', 2);
	await given.until(() => lived.nearToday('hope') === 2);
	expect(lived.before).toEqual([{ day: today, near: { hope: 2 } }]);
	await given.services.status.undo();
	await given.until(() => lived.nearToday('hope') === 4);
});
