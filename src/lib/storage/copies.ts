import type { Table } from 'dexie';
import { laidPrefix } from './laid-prefix';
import type { Day } from '$lib/domain/day';
import type { Instant } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import type { Note, PhotoId, Version } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { SecondStore } from '$lib/second-store/port';
import type { Step } from '$lib/domain/step';
import { plainBytes, type BytesAtRest } from './bytes-at-rest';
import { checkAll } from './check';
import { schemaVersion, type EnvolDatabase, type SafetyRow } from './database';
import { fieldsTakenBack, isSame } from './difference';
import type { Draft } from './types';
import { readable } from './readable';
import type { Write } from './write';

/** Every stored row, without the bytes of photos and recordings. */
export interface SmallRows {
	days: readonly Day[];
	steps: readonly Step[];
	drafts: readonly Draft[];
	settings: readonly { key: string; value: unknown }[];
	notes: readonly Note[];
	/** A version without `key` is not stored yet. */
	versions: readonly (Version & { key?: number })[];
	photos: readonly Photo[];
	recordings: readonly Sound[];
}
export type SmallName = keyof SmallRows;
export const smallNames = [
	'days',
	'steps',
	'drafts',
	'settings',
	'notes',
	'versions',
	'photos',
	'recordings'
] as const satisfies readonly SmallName[];

/** Stored with the rows of photos in a copy. */
export const namesOfBytes = ['thumbnails', 'pictures'] as const;
/** Tables left out of copies, and why. */
export const notCopied: Readonly<Record<string, string>> = {
	ballast: 'room kept free on this device, with nothing in it',
	safety: 'the way back from what was last brought here, for this device alone'
};
/** Small records left out of copies, and why. */
export const settingsNotCopied: Readonly<Record<string, string>> = {
	born: 'says that this database was opened once',
	journal: 'the clock of this database, to compare it with the journal beside it',
	told: 'what has to be said about this device',
	lock: 'the lock of this device: a copy is sealed by its own words',
	veil: 'the key of what waits in the page of this device for its next opening'
};

/** Changes that a page could not finish, completed when storage opens (see `write-ahead.ts`): they belong to this device. */
const isAhead = ({ key }: { key: string }) => key.startsWith('ahead:');

/** The files of a photo or recording. */
export interface MediaFiles {
	thumbnail?: Blob;
	picture?: Blob;
	sound?: Blob;
}
export type MediaName = 'photos' | 'recordings';

/** What a check of everything found. */
export interface CheckOfAll {
	/** How many records there are, in all tables. */
	records: number;
	/** Something was missing or damaged, and came back from the second store. */
	isMended: boolean;
	/** Photos and sounds whose bytes are nowhere whole. */
	lost: { photos: readonly PhotoId[]; sounds: readonly Sound['id'][] };
	/** A second store took part. */
	hasSecond: boolean;
}

/** Reads and changes everything stored at once. The caller must hold a lock: only one may run at a time. */
export interface Copying {
	/** The schema version of the rows it reads and accepts. */
	schema: number;
	/** All small rows, from one transaction. */
	read(): Promise<SmallRows>;
	files(table: MediaName, id: string): Promise<MediaFiles>;
	/** Those whose bytes are missing. */
	missing(media: readonly { table: MediaName; id: string }[]): Promise<ReadonlySet<string>>;
	/** Stores the bytes of photos and recordings, each whole or not at all; nothing shows them before `change`. */
	layReady(media: readonly { table: MediaName; id: string; files: MediaFiles }[]): Promise<void>;
	/**
	 * Changes everything in one transaction. What was there before is kept beside it, so that it can be undone; the way back
	 * from an earlier change is let go of.
	 */
	change(change: (here: SmallRows) => SmallRows, at: Instant): Promise<void>;
	/** The time of the last change, if it can still be undone. */
	changedAt(): Promise<Instant | undefined>;
	/** Undoes the last change; what was written since stays. */
	takeBack(): Promise<void>;
	/** Drops the undo if it is older than that. */
	letGo(before: Instant): Promise<void>;
	/**
	 * Looks at everything, and mends what it can from the second store.
	 * @param onProgress called with how many pictures and sounds were read, of how many
	 */
	check(onProgress: (done: number, of: number) => void): Promise<CheckOfAll>;
	/** Deletes bytes that were prepared for a change that never happened. */
	tidy(): Promise<void>;
}

type Row = Record<string, unknown>;

const laidSound = (id: string) => `${laidPrefix}${id}`;

export function createCopying(
	db: EnvolDatabase,
	write: Write,
	second?: SecondStore,
	bytes: BytesAtRest = plainBytes
): Copying {
	const table = (name: SmallName) => db[name] as unknown as Table<Row, string | number>;
	const small = smallNames.map((name) => table(name));
	const all = [...small, db.thumbnails, db.pictures, db.safety];
	const writeBytes: Write = (tables, work) => write(tables, work, 'bytes');

	/** Must run in a transaction of all small tables. */
	const readRows = async (): Promise<SmallRows> => {
		const rows = await Promise.all(small.map((each) => each.toArray()));
		const byName = Object.fromEntries(smallNames.map((name, i) => [name, rows[i]!]));
		return {
			...(byName as unknown as SmallRows),
			drafts: (byName.drafts as unknown as Draft[]).filter((draft) => !isAhead(draft)),
			settings: (byName.settings as SmallRows['settings'][number][]).filter(
				({ key }) => !(key in settingsNotCopied)
			)
		};
	};

	const idOf = (name: SmallName, row: Row) => row[table(name).schema.primKey.keyPath as string] as string;

	/** The row to write; the bytes of a recording are the prepared ones, or those stored before. */
	const put = async (name: SmallName, row: Row, here: Row | undefined): Promise<string | number> => {
		if (name !== 'recordings') return table(name).put(row);
		const id = row.id as string;
		const laid = await db.pictures.get(laidSound(id));
		if (laid) await db.pictures.delete(laidSound(id));
		const blob = row.blob ?? here?.blob ?? laid?.blob;
		// the recording is missing from the copy; its transcript stays with the note
		return blob ? table(name).put({ ...row, blob }) : id;
	};

	/** Pictures without a photo; photos that an undo can bring back are still referred to by the undo. */
	const dropLoose = async (): Promise<void> => {
		const wanted = new Set<string>(await db.photos.toCollection().primaryKeys());
		for (const { table: name, before } of await db.safety.toArray())
			if (name === 'photos' && before) wanted.add(before.id as string);
		for (const each of [db.thumbnails, db.pictures])
			await each.bulkDelete((await each.toCollection().primaryKeys()).filter((id) => !wanted.has(id)));
	};

	return {
		schema: schemaVersion,
		read: () => db.transaction('r', small, readRows),
		files: async (name, id) => {
			if (name === 'recordings') {
				const kept = await readable((await db.recordings.get(id))?.blob);
				const sound = await bytes.open(name, id, kept);
				return sound ? { sound } : {};
			}
			const [thumbnail, picture] = await Promise.all(
				[db.thumbnails, db.pictures].map(async (table) =>
					bytes.open(table.name, id, await readable((await table.get(id))?.blob))
				)
			);
			return { ...(thumbnail && { thumbnail }), ...(picture && { picture }) };
		},
		missing: async (media) => {
			const [sounds, pictures, thumbnails] = await Promise.all(
				[db.recordings, db.pictures, db.thumbnails].map(
					async (each) => new Set<string>(await (each as Table<unknown, string>).toCollection().primaryKeys())
				)
			);
			return new Set(
				media.flatMap(({ table: name, id }) =>
					(name === 'recordings' ? sounds!.has(id) : pictures!.has(id) && thumbnails!.has(id)) ? [] : [id]
				)
			);
		},
		layReady: async (media) => {
			const pictures: { id: string; blob: Blob }[] = [];
			const thumbnails: typeof pictures = [];
			for (const { table: name, id, files } of media) {
				const { thumbnail, picture, sound } = files;
				if (name === 'recordings') {
					if (sound) pictures.push({ id: laidSound(id), blob: await bytes.seal(name, id, sound) });
					continue;
				}
				if (picture) pictures.push({ id, blob: await bytes.seal('pictures', id, picture) });
				if (thumbnail) thumbnails.push({ id, blob: await bytes.seal('thumbnails', id, thumbnail) });
			}
			await writeBytes([db.thumbnails, db.pictures], async () => {
				await db.pictures.bulkPut(pictures);
				await db.thumbnails.bulkPut(thumbnails);
			});
		},
		change: (change, at) =>
			writeBytes(all, async () => {
				const here = await readRows();
				const { drafts, ...rest } = change(here);
				const after = { ...rest, drafts: drafts.filter((draft) => !isAhead(draft)) };
				const made: SafetyRow[] = [];
				for (const name of smallNames) {
					const known = new Map(
						(here[name] as unknown as Row[]).map((row) => [idOf(name, row), row] as const)
					);
					const stays = new Set<string>();
					const puts: Row[] = [];
					for (const row of after[name] as unknown as Row[]) {
						const id = idOf(name, row);
						const before = known.get(id);
						if (before) stays.add(id);
						if (before && isSame(before, { ...row, ...('blob' in before && { blob: before.blob }) }))
							continue;
						if (name === 'recordings') await put(name, row, before);
						else puts.push(row);
						made.push({ at, table: name, ...(before && { before }), after: row });
					}
					if (name === 'versions') {
						const keys = await table(name).bulkAdd(puts, { allKeys: true });
						const added = new Map(puts.map((row, i) => [row, keys[i]]));
						for (const each of made)
							if (each.table === name && added.has(each.after!))
								each.after = { ...each.after, key: added.get(each.after!) };
					} else await table(name).bulkPut(puts);
					const gone = [...known].filter(([id]) => !stays.has(id));
					await table(name).bulkDelete(gone.map(([id]) => id));
					made.push(...gone.map(([, before]) => ({ at, table: name, before })));
				}
				await db.safety.clear();
				await db.safety.bulkAdd(made);
				await dropLoose();
			}),
		changedAt: async () => (await db.safety.toCollection().first())?.at,
		takeBack: () =>
			write(all, async () => {
				for (const { table: name, before, after } of await db.safety.toArray()) {
					const id = idOf(name as SmallName, (after ?? before)!);
					const present = await table(name as SmallName).get(id);
					if (after && before) {
						const back = present && fieldsTakenBack(present, before, { ...after, blob: before.blob });
						if (back && back !== present) await table(name as SmallName).put(back);
					} else if (after) {
						const { blob: _, ...plain } = present ?? {};
						// changed since by somebody: their change stays
						if (present && isSame(plain, after)) await table(name as SmallName).delete(id);
					} else if (before && !present) await put(name as SmallName, before, undefined);
				}
				await db.safety.clear();
				await dropLoose();
			}),
		letGo: async (before) => {
			const first = await db.safety.toCollection().first();
			if (!first || first.at >= before) return;
			await write(all, async () => {
				await db.safety.clear();
				await dropLoose();
			});
		},
		check: (onProgress) => checkAll(db, second, onProgress),
		tidy: () => write(all, dropLoose)
	};
}
