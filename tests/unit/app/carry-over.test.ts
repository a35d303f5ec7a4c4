// @vitest-environment node
import { expect, test } from 'vitest';
import { carryOver } from '$lib/app/carry-over';
import type { DoneIdea } from '$lib/domain/day';
import { withDone } from '$lib/domain/done';
import { noDice, type KeptDice } from '$lib/domain/kept-dice';
import { localDay } from '$lib/domain/local-day';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';

const day = localDay('2026-11-22');
const own = (id: string) => ({ id, words: id, form: 'mental', effort: 1 }) as const;
const walk: DoneIdea = { at: 5, form: 'physical', minutes: 10, activity: 'phy-walk' };
const call: DoneIdea = { at: 3, form: 'social', minutes: 5, words: 'Appeler Léa' };

async function diceOf(storage: Storage): Promise<KeptDice> {
	return new Promise((resolve) => {
		const { unsubscribe } = storage.dice.observe().subscribe({
			next: (dice) => {
				queueMicrotask(() => unsubscribe());
				resolve(dice);
			}
		});
	});
}
/** What was kept before, and what was done while nothing could be kept. */
async function meeting(kept: Partial<KeptDice>, chosen: Partial<KeptDice> | undefined): Promise<Storage> {
	const [real, standIn] = await Promise.all([openInMemory(), openInMemory()]);
	await real.dice.change(() => ({ ...noDice, ...kept }));
	if (chosen) await standIn.dice.change(() => ({ ...noDice, ...chosen }));
	await real.days.change(day, (record) => withDone(record, walk));
	await standIn.days.change(day, (record) => withDone(record, call));
	await carryOver(standIn, real);
	return real;
}

test('ideas, favourites and what was hidden or put aside come along, beside those of before', async () => {
	const storage = await meeting(
		{ own: [own('a')], favourites: ['x', 'y'], hidden: ['h'], later: ['l'], six: ['x', 'rest'] },
		{ own: [own('b')], favourites: ['y', 'z'], hidden: ['i'], later: ['m'], play: 'three' }
	);
	expect(await diceOf(storage)).toEqual({
		...noDice,
		own: [own('a'), own('b')],
		favourites: ['x', 'y', 'z'],
		hidden: ['h', 'i'],
		later: ['l', 'm'],
		six: ['x', 'rest'],
		play: 'three'
	});
});

test('six faces and filters that were chosen last are the ones that stay', async () => {
	const storage = await meeting(
		{ six: ['a', 'b'], wishes: { notNow: [], energy: 3 } },
		{ six: ['c'], wishes: { notNow: ['crowd'], energy: 1 } }
	);
	expect(await diceOf(storage)).toMatchObject({ six: ['c'], wishes: { notNow: ['crowd'], energy: 1 } });
});

test('what was not touched meanwhile stays as it was: hiding one idea clears no filter', async () => {
	const kept = { wishes: { notNow: ['crowd'], energy: 1 }, play: 'six', isShakeOn: true } as const;
	expect(await diceOf(await meeting(kept, { hidden: ['h'] }))).toEqual({ ...noDice, ...kept, hidden: ['h'] });
});

test('where nothing was chosen meanwhile, the dice stay as they were', async () => {
	const kept = { own: [own('a')], play: 'six', wishes: { notNow: ['crowd'] } } as const;
	expect(await diceOf(await meeting(kept, undefined))).toEqual({ ...noDice, ...kept });
});

test('what was done comes along once, in the order it was done, however often it is carried', async () => {
	const [real, standIn] = await Promise.all([openInMemory(), openInMemory()]);
	await real.days.change(day, (record) => withDone(record, walk));
	await standIn.days.change(day, (record) => withDone(record, call));
	await standIn.dice.change((dice) => ({ ...dice, own: [own('a')] }));
	await carryOver(standIn, real);
	await carryOver(standIn, real);
	expect((await real.handOver()).days[0]?.done).toEqual([call, walk]);
	expect((await diceOf(real)).own).toEqual([own('a')]);
});
