import { createSecondStore } from '$lib/app/second-store';
import { withNote } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import { mirrorDatabase, mirroredDatabase } from '$lib/platform/mirror';
import { openStorage } from '$lib/storage';
import type { DataKey, Storage } from '$lib/storage/types';

/** The app's own storage with its second store and its lock, on a page with nothing else. */
export interface LockHarness {
	/** A sentence, a name and a photo, each kept many times. */
	live: (sentence: string, name: string, photo: string) => Promise<void>;
	turnOn: (words: string) => Promise<string>;
	turnOff: () => Promise<void>;
	state: () => Promise<string>;
	/** Why nothing can be read; undefined where it can. */
	lockedBecause: () => Promise<string | undefined>;
	unlock: (words: string) => Promise<void>;
	lockNow: () => Promise<void>;
	/** What is there: of the note of the day, the name, the photo. */
	read: () => Promise<(string | undefined)[]>;
	erase: () => Promise<void>;
	/** Ten years of a life. */
	fill: (years: number) => Promise<void>;
	/** From opening storage until all steps, days and notes are read, in ms. */
	reading: (times: number) => Promise<number[]>;
}

const day = localDay('2026-11-29');
let opened: Promise<Storage> | undefined;
let key: DataKey | undefined;

const open = () =>
	openStorage(true, mirroredDatabase(), {
		second: createSecondStore(),
		onRenamed: mirrorDatabase,
		recoveryWords: () => Promise.resolve('basket cloud ember lantern')
	});
const storage = () => (opened ??= open());

const harness: LockHarness = {
	live: async (sentence, name, photo) => {
		const { days, notes, people, photos, drafts } = await storage();
		for (let i = 0; i < 12; i += 1) {
			await days.change(addDays(day, -i), (record) => withNote(record, `${sentence} ${i}`));
			await notes.save(newDraft(`n${i}`, day, { text: `${sentence}, note ${i}` }), `note:n${i}`, i);
			await people.change(() => ({ p: { id: 'p', order: 0, name: `${name} ${i}`, role: 'friend' } }));
			await drafts.save({ key: `note:x${i}`, text: `${sentence}, draft ${i}`, at: i });
			await photos.add(
				{ id: `p${i}`, note: 'n0', at: i, order: 0, width: 1, height: 1, bytes: 1, alt: sentence },
				{ picture: new Blob([photo.repeat(500)]), thumbnail: new Blob([photo.repeat(20)]) }
			);
		}
	},
	turnOn: async (words) => {
		const made = await (await storage()).lock.turnOn(words, 'passphrase', () => undefined);
		key = made.key;
		return made.recovery;
	},
	turnOff: async () => (await storage()).lock.turnOff(() => undefined),
	state: async () => (await storage()).lock.state(),
	lockedBecause: async () =>
		(await storage()).days
			.observe(day)
			.first()
			.then(
				() => undefined,
				({ reason }: { reason: string }) => reason
			),
	unlock: async (words) => {
		const { lock } = await storage();
		key = await lock.open({ words });
		await lock.use(key);
	},
	lockNow: async () => (await storage()).lock.lockNow(),
	read: async () => {
		const { days, notes, people, photos } = await storage();
		return [
			(await days.observe(day).first())?.note,
			(await notes.observeOne('n3').first())?.text,
			(await people.observe().first()).p?.name,
			(await (await photos.picture('p3'))?.text())?.slice(0, 12)
		];
	},
	erase: async () => (await storage()).erase(),
	fill: async (years) => {
		const { notes, days, transaction } = await storage();
		const words = 'Un pas de plus. J’ai marché un peu, et j’ai vu la lumière sur le lac. ';
		for (let from = 0; from < years * 365; from += 365)
			await transaction(['days', 'notes'], async () => {
				for (let i = from; i < from + 365; i += 1) {
					const on = addDays(day, -i);
					await days.change(on, (record) => ({
						...withNote(record, words),
						ticks: Array.from({ length: 12 }, (_, at) => ({ step: `step-${at}` as never, at: i * 100 + at }))
					}));
					await notes.save(newDraft(`f${i}`, on, { text: words.repeat(1 + (i % 12)) }), `note:f${i}`, i);
				}
			});
	},
	reading: async (times) => {
		const all: number[] = [];
		for (let i = 0; i < times; i += 1) {
			const from = performance.now();
			const now = await open();
			if ((await now.lock.state()) !== 'off') await now.lock.use(key!);
			await Promise.all([
				now.plan.observe().first(),
				now.days.observeBetween(addDays(day, -4000), day).first(),
				now.notes.observe().first()
			]);
			all.push(performance.now() - from);
		}
		return all;
	}
};
Object.assign(globalThis, { underLock: harness });
