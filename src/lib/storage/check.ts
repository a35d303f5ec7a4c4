import type { Checked, OnProgress, SecondStore } from '$lib/second-store/port';
import type { EnvolDatabase } from './database';
import type { CheckOfAll } from './copies';

const tablesOfBytes = ['pictures', 'thumbnails', 'recordings'] as const;

const isReadable = (blob: Blob): Promise<boolean> =>
	blob.arrayBuffer().then(
		({ byteLength }) => byteLength === blob.size,
		() => false
	);

/** Without a second store: counts the records, and reads every picture and sound, one at a time. */
async function checkAlone(db: EnvolDatabase, onProgress: OnProgress): Promise<Checked> {
	const counts = await Promise.all(db.tables.map((table) => (table.name === 'ballast' ? 0 : table.count())));
	const keys = (
		await Promise.all(
			tablesOfBytes.map(async (table) =>
				(await db.table(table).toCollection().primaryKeys()).map((key) => [table, key as string] as const)
			)
		)
	).flat();
	const lost: (readonly [string, string])[] = [];
	for (const [i, [table, key]] of keys.entries()) {
		if (i % 16 === 0) onProgress(i, keys.length);
		const row = (await db.table(table).get(key)) as { blob?: Blob } | undefined;
		// gone in the meantime: deleted
		if (row && !(row.blob && (await isReadable(row.blob)))) lost.push([table, key]);
	}
	onProgress(keys.length, keys.length);
	return { records: counts.reduce((all, count) => all + count, 0), isMended: false, lost };
}

/** Everything, by the checksums of the second store where there is one; and what photos and notes name, but nobody has. */
export async function checkAll(
	db: EnvolDatabase,
	second: SecondStore | undefined,
	onProgress: OnProgress
): Promise<CheckOfAll> {
	const both = await second?.check(db.name, onProgress);
	const { records, isMended, lost } = both ?? (await checkAlone(db, onProgress));
	const keysOf = async (table: (typeof tablesOfBytes)[number]) => {
		const gone = new Set(lost.flatMap(([name, key]) => (name === table ? [key] : [])));
		const keys = (await db.table(table).toCollection().primaryKeys()) as string[];
		return new Set(keys.filter((key) => !gone.has(key)));
	};
	const [pictures, thumbnails, sounds] = await Promise.all(tablesOfBytes.map(keysOf));
	const photos = await db.photos.toArray();
	const notes = await db.notes.toArray();
	return {
		records,
		isMended,
		lost: {
			photos: photos.flatMap(({ id, deletedAt }) =>
				deletedAt !== undefined || (pictures!.has(id) && thumbnails!.has(id)) ? [] : [id]
			),
			sounds: notes.flatMap(({ voice, deletedAt }) =>
				!voice || deletedAt !== undefined || sounds!.has(voice.id) ? [] : [voice.id]
			)
		},
		hasSecond: both !== undefined
	};
}
