import { opening, type Opened } from '$lib/app/opening';
import { emptyDay, withNote } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import type { Step, StepId } from '$lib/domain/step';
import { hadData, mirroredDatabase, rememberData } from '$lib/platform/mirror';
import { createDatabase } from '$lib/storage/database';
import type { Observable } from '$lib/storage/types';

/** What is kept, as a person would find it: each value names the change that made it; the latest, where texts of several were joined. */
export interface Content {
	/** By day, the number of the change. */
	days: Record<string, number>;
	/** Both steps are changed in one transaction. */
	steps: [number, number];
	notes: number[];
	/** One for each note, in its transaction. */
	stitches: number;
	/** By photo, whether its bytes are as they were; false too where they cannot be read. */
	photos: Record<string, boolean>;
	/** The person is told of a loss, mended or not. */
	isTold: boolean;
	/** Why nothing can be kept, where that is so. */
	reason: string | undefined;
}

/** The app's own storage with its second store, on a page with nothing else. */
export interface BothHarness {
	/** Changes from this number on, one after the other; says `saved n` on the console after each. Ends when it is stopped. */
	write: (from: number, letters: number) => Promise<void>;
	/** Writes nothing more. Resolves once the last change is saved. */
	stop: () => Promise<void>;
	/** One such change. */
	change: (count: number, letters: number) => Promise<void>;
	read: () => Promise<Content>;
	check: () => Promise<{ ms: number; isMended: boolean; lost: number; records: number }>;
	erase: () => Promise<void>;
	/** Ten years of a life. */
	fill: (size: { days: number; notes: number; photos: number }) => Promise<void>;
	/** How long each of so many ticks takes until it is kept, in ms. */
	ticks: (times: number) => Promise<number[]>;
}

const begun = localDay('2016-01-01');
let opened: Promise<Opened> | undefined;
async function storage() {
	opened ??= opening(undefined, hadData());
	const now = await opened;
	if (!now.reason) rememberData();
	return now.storage;
}
const first = <T>(source: Observable<T>) => source.first();

const step = (id: string, count: number): Step => ({
	id: id as StepId,
	habit: 'wake',
	words: String(count),
	isSmall: false,
	moment: 'any',
	frequency: { kind: 'daily' },
	times: 1,
	order: 0,
	createdAt: 0
});
const bytesOf = (count: number, letters: number) => `${count} `.padEnd(letters, `${count} words `);
const slots = 5;

async function change(count: number, letters: number): Promise<void> {
	const { days, plan, notes, photos } = await storage();
	if (count % 7 === 3) await plan.change(() => [step('a', count), step('b', count)]);
	else if (count % 7 === 5)
		await notes.save(
			{ ...newDraft(`n${count}`, begun), text: bytesOf(count, letters) },
			`note:n${count}:tab`,
			count
		);
	else if (count % 21 === 6)
		await photos.add(
			{ id: `p${count}`, note: 'n', at: count, order: 0, width: 1, height: 1, bytes: 1, alt: '' },
			{ picture: new Blob([bytesOf(count, 5000)]), thumbnail: new Blob([bytesOf(count, 500)]) }
		);
	else await days.change(addDays(begun, count % slots), (day) => withNote(day, bytesOf(count, letters)));
}

const isAsItWas = async (blob: Blob | undefined, count: number, letters: number) =>
	(await blob?.text().catch(() => undefined)) === bytesOf(count, letters);

const latestIn = (note: string) => Math.max(...(note.match(/\d+/g) ?? []).map(Number));

async function read(): Promise<Content> {
	const { days, plan, notes, photos, news } = await storage();
	const all = await first(days.observeBetween(begun, addDays(begun, slots)));
	const steps = new Map((await first(plan.observe())).map(({ id, words }) => [id as string, Number(words)]));
	const kept: [string, boolean][] = [];
	for (const { id } of await first(photos.observe())) {
		const count = Number(id.slice(1));
		const isWhole =
			(await isAsItWas(await photos.picture(id).catch(() => undefined), count, 5000)) &&
			(await isAsItWas(await photos.thumbnail(id).catch(() => undefined), count, 500));
		kept.push([id, isWhole]);
	}
	const told = await new Promise<object>((resolve) => {
		const following = news.subscribe({
			next: (value) => {
				resolve(value);
				queueMicrotask(() => following.unsubscribe());
			}
		});
	});
	return {
		days: Object.fromEntries(all.map(({ day, note = '' }) => [day, latestIn(note)])),
		steps: [steps.get('a') ?? 0, steps.get('b') ?? 0],
		notes: (await first(notes.observe())).map(({ id }) => Number(id.slice(1))),
		stitches: await first(notes.observeStitches()),
		photos: Object.fromEntries(kept),
		isTold: Object.keys(told).length > 0,
		reason: (await opened)?.reason
	};
}

async function fill(size: { days: number; notes: number; photos: number }): Promise<void> {
	await storage();
	const db = createDatabase(mirroredDatabase());
	await db.open();
	await db.days.bulkPut(
		Array.from({ length: size.days }, (_, i) => ({
			...emptyDay(addDays(begun, i)),
			ticks: Array.from({ length: 20 }, (_, tick) => ({
				step: `step-${tick}` as StepId,
				at: 1 + i * 100 + tick
			}))
		}))
	);
	await db.notes.bulkPut(
		Array.from({ length: size.notes }, (_, i) => ({
			...newDraft(`n${i}`, addDays(begun, Math.floor(i / 1.4)), { text: bytesOf(i, 70 * (1 + (i % 12))) }),
			at: i,
			changedAt: i
		}))
	);
	for (let i = 0; i < size.photos; i += 1) {
		const id = `p${i}`;
		await db.photos.put({
			id,
			note: `n${i * 9}`,
			at: i,
			order: 0,
			width: 1600,
			height: 1200,
			bytes: 1,
			alt: ''
		});
		const picture = new Uint8Array(400_000);
		for (let at = 0; at < picture.length; at += 65_536)
			crypto.getRandomValues(picture.subarray(at, at + 65_536));
		await db.pictures.put({ id, blob: new Blob([picture]) });
		await db.thumbnails.put({ id, blob: new Blob([picture.subarray(0, 20_000)]) });
	}
	db.close();
}

let isStopped = false;
let writing: Promise<void> | undefined;

const harness: BothHarness = {
	change,
	read,
	fill,
	write: (from, letters) => {
		const go = async () => {
			for (let count = from; !isStopped; count += 1) {
				await change(count, letters);
				console.debug(`saved ${count}`);
			}
		};
		return (writing = go());
	},
	stop: async () => {
		isStopped = true;
		await writing;
	},
	check: async () => {
		const copying = await (await storage()).copying();
		const from = performance.now();
		const { isMended, lost, records } = await copying.check(() => undefined);
		return {
			ms: Math.round(performance.now() - from),
			isMended,
			lost: lost.photos.length + lost.sounds.length,
			records
		};
	},
	erase: async () => (await storage()).erase(),
	ticks: async (times) => {
		const { days } = await storage();
		const all: number[] = [];
		for (let at = 0; at < times; at += 1) {
			const from = performance.now();
			await days.change(begun, (day) => ({
				...day,
				ticks: at % 2 === 0 ? [{ step: 'a' as StepId, at }] : []
			}));
			all.push(performance.now() - from);
		}
		return all;
	}
};
Object.assign(globalThis, { both: harness });
