import { joinedHardDays } from '$lib/domain/hard-day';
import { joinedCalendars, parseKeptCalendar } from '$lib/domain/kept-calendar';
import { withLine } from '$lib/domain/kept-lines';
import { noDice, type KeptDice } from '$lib/domain/kept-dice';
import { joinedDays } from '$lib/domain/joined-day';
import { joinSheet } from '$lib/domain/join-sheet';
import { joinedItems } from '$lib/domain/listed';
import { joinedNotes } from '$lib/domain/my-plan';
import { joinedNearness, parseNearness } from '$lib/domain/nearness';
import { withAdded } from '$lib/domain/new-step';
import { joinedLooks, parseLooks } from '$lib/domain/kept-looks';
import { isInPlan, planOf } from '$lib/domain/step';
import { isSame } from '$lib/storage/difference';
import { recordNames, type Kept, type KeptRecords, type RecordName } from '$lib/storage/kept-records';
import type { Content, Media, RecordRepository, StandIn, Storage } from '$lib/storage/types';

/** What was stored before stays; where a sheet has only one of something, the latest choice wins. */
function joinedSheets(kept: Kept<'sheet'>, chosen: Kept<'sheet'>): Kept<'sheet'> {
	if (!kept || !chosen) return chosen ?? kept;
	const teamPhone = chosen.teamPhone ?? kept.teamPhone;
	return { ...joinSheet(chosen, kept), ...(teamPhone && { teamPhone }) };
}

/** Choices made in the stand-in win where there are any; lists that the person made are merged. */
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

/** How a stored record and the one from the stand-in are merged. */
const joins: { [K in RecordName]: (kept: Kept<K>, chosen: Kept<K>) => Kept<K> } = {
	sheet: joinedSheets,
	wayOfWriting: (_kept, chosen) => chosen,
	dice: joinedDice,
	hardDay: joinedHardDays,
	lines: (kept, chosen) => [...chosen.lines].reverse().reduce(withLine, kept),
	people: joinedItems,
	mySigns: joinedItems,
	wants: joinedItems,
	agreements: joinedItems,
	questions: joinedItems,
	visitLines: joinedItems,
	visitShown: (kept, chosen) => ({ ...kept, ...chosen }),
	nearness: (kept, chosen) => ({ ...joinedNearness(parseNearness(kept), parseNearness(chosen)) }),
	planNotes: joinedNotes,
	copies: (kept, chosen) => ({ ...kept, ...chosen }),
	calendar: (kept, chosen) => ({ ...joinedCalendars(parseKeptCalendar(kept), parseKeptCalendar(chosen)) }),
	looks: (kept, chosen) => joinedLooks(parseLooks(kept), parseLooks(chosen))
};

async function carryRecord<K extends RecordName>(name: K, records: KeptRecords, to: Storage): Promise<void> {
	if (!(name in records)) return;
	const chosen = records[name] as Kept<K>;
	await (to[name] as RecordRepository<Kept<K>>).change((kept) => joins[name](kept, chosen));
}

/** Carries over all the words, or none of them. */
function carryWords(content: Content, storage: Storage): Promise<void> {
	const { steps, days, records } = content;
	return storage.transaction(['plan', 'days', 'drafts', 'notes', ...recordNames], async () => {
		if (steps.length > 0)
			await storage.plan.change((kept) => {
				const there = new Set(kept.map((step) => step.id));
				const missing = steps.filter((step) => !there.has(step.id));
				return [...withAdded(kept, planOf(missing)), ...missing.filter((step) => !isInPlan(step))];
			});
		for (const name of recordNames) await carryRecord(name, records, storage);
		for (const done of days) await storage.days.change(done.day, (kept) => joinedDays(kept, done));
		await storage.notes.bring(content);
		for (const draft of content.drafts) {
			const kept = await storage.drafts.read(draft.key);
			if (!kept || kept.at < draft.at) await storage.drafts.save(draft);
		}
	});
}

/** Carries over each photo and each sound whole; returns those that could not be stored. */
async function carryMedia(media: Media, storage: Storage): Promise<Media | undefined> {
	const left = async <T>(all: readonly T[], keep: (one: T) => Promise<unknown>): Promise<T[]> => {
		const unkept: T[] = [];
		for (const one of all) await keep(one).catch(() => unkept.push(one));
		return unkept;
	};
	const recordings = await left(media.recordings, (sound) => storage.recordings.add(sound));
	const photos = await left(media.photos, ({ picture, thumbnail, ...photo }) =>
		storage.photos.add(photo, { picture, thumbnail })
	);
	return recordings.length + photos.length > 0 ? { recordings, photos } : undefined;
}

/**
 * Brings what was done in the stand-in into a durable storage: first all the words in one transaction, then the
 * photos and sounds. Returns those that found no room; they can be passed in again.
 * @throws StorageError when not even the words could be stored; then nothing was, and the stand-in works on
 */
export async function carryOver(done: StandIn | Media, storage: Storage): Promise<Media | undefined> {
	if (!('handOver' in done)) return carryMedia(done, storage);
	try {
		const content = await done.handOver();
		await carryWords(content, storage);
		return await carryMedia(content, storage);
	} catch (error) {
		done.goOn();
		throw error;
	}
}
