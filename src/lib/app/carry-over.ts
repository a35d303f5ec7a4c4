import { withNote, withRest, withTicks, type Day } from '$lib/domain/day';
import { withDone } from '$lib/domain/done';
import { joinedHardDays } from '$lib/domain/hard-day';
import { withLine } from '$lib/domain/kept-lines';
import { noDice, type KeptDice } from '$lib/domain/kept-dice';
import { joinedItems } from '$lib/domain/listed';
import { joinedNotes } from '$lib/domain/my-plan';
import { withAdded } from '$lib/domain/new-step';
import { isInPlan, planOf } from '$lib/domain/step';
import { isSame } from '$lib/storage/difference';
import { recordNames, type Kept, type KeptRecords, type RecordName } from '$lib/storage/kept-records';
import type { Content, RecordRepository, Storage } from '$lib/storage/types';

/** What is kept of the day, with what was done meanwhile; a note that is there already stays. */
function joined(kept: Day, done: Day): Day {
	const day = withTicks(kept, done.ticks);
	const busy = (done.done ?? []).reduce(withDone, day);
	const rested = done.isRest ? withRest(busy, true) : busy;
	return rested.note ? rested : withNote(rested, done.note);
}

/** What was chosen meanwhile, where something was; of what the person made or put aside, both. */
function joinedDice(kept: KeptDice, chosen: KeptDice): KeptDice {
	const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
	const made = Object.entries(chosen).filter(([key, value]) => !isSame(value, noDice[key as keyof KeptDice]));
	return {
		...kept,
		...Object.fromEntries(made),
		own: [...kept.own, ...chosen.own],
		favourites: both(kept.favourites, chosen.favourites),
		hidden: both(kept.hidden, chosen.hidden),
		later: both(kept.later, chosen.later)
	};
}

/** What becomes of a record that was kept before, and of what the person chose meanwhile. */
const joins: { [K in RecordName]: (kept: Kept<K>, chosen: Kept<K>) => Kept<K> } = {
	sheet: (_kept, chosen) => chosen,
	wayOfWriting: (_kept, chosen) => chosen,
	dice: joinedDice,
	hardDay: joinedHardDays,
	lines: (kept, chosen) => [...chosen.lines].reverse().reduce(withLine, kept),
	people: joinedItems,
	mySigns: joinedItems,
	wants: joinedItems,
	agreements: joinedItems,
	questions: joinedItems,
	planNotes: joinedNotes
};

async function carryRecord<K extends RecordName>(name: K, records: KeptRecords, to: Storage): Promise<void> {
	if (!(name in records)) return;
	const chosen = records[name] as Kept<K>;
	await (to[name] as RecordRepository<Kept<K>>).change((kept) => joins[name](kept, chosen));
}

/** Brings what was done in the stand-in into a storage that keeps. Safe to do again when it broke off. */
export async function carryOver(content: Content, storage: Storage): Promise<void> {
	const { steps, days, records } = content;
	if (steps.length > 0)
		await storage.plan.change((kept) => {
			const there = new Set(kept.map((step) => step.id));
			const missing = steps.filter((step) => !there.has(step.id));
			return [...withAdded(kept, planOf(missing)), ...missing.filter((step) => !isInPlan(step))];
		});
	for (const name of recordNames) await carryRecord(name, records, storage);
	for (const done of days) await storage.days.change(done.day, (kept) => joined(kept, done));
	for (const note of content.notes) await storage.notes.bring(note);
	for (const sound of content.recordings) await storage.recordings.add(sound);
	for (const { picture, thumbnail, ...photo } of content.photos)
		await storage.photos.add(photo, { picture, thumbnail });
}
