import { fileOf, packed, partsOf, readable, type Contents } from '$lib/copy/pack';
import { merged } from '$lib/copy/merge';
import { deriveKey, newHeader, sealed } from '$lib/copy/seal';
import { summaryOf } from '$lib/copy/summary';
import { CopyError, type CopyProblem, type Working } from '$lib/copy/types';
import { kindOfCopy as kindOfFile, opened as openedFile, type Content } from '$lib/copy/unpack';
import type { Rows } from '$lib/copy/rows';
import { versionDays } from '$lib/domain/note';
import { defaultPreferences } from '$lib/domain/preferences';
import { now, today } from '$lib/platform/clock';
import { requestLock } from '$lib/platform/locks';
import { settingsNotCopied, type Copying } from '$lib/storage/copies';
import { schemaVersion } from '$lib/storage/database';
import { isSame } from '$lib/storage/difference';
import { reasonOf } from '$lib/storage/storage-error';
import { joinRecords, parseRecord } from './join-records';
import type { BroughtBack, Copies, Gated, OpenedCopy, SavedCopy, UndoLeft } from './types';

export type * from './types';
export { checkData } from './check-data';

const lockName = 'envol copies';
const dayMs = 86_400_000;
/** Photos written concurrently: each durable write takes a browser some time. */
const together = 8;

export function problemOf(error: unknown): CopyProblem {
	if (error instanceof CopyError) return error.problem;
	return reasonOf(error) === 'full' ? 'full' : 'not-saved';
}

/** Turns any error into a CopyError. */
async function named<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw error instanceof CopyError ? error : new CopyError(problemOf(error), error);
	}
}

/** Runs in one tab at a time. @throws CopyError 'busy' */
function alone<T>({ gate }: Gated, work: (copying: Copying) => Promise<T>): Promise<T> {
	return named(async () => {
		const letGo = await requestLock(lockName);
		if (!letGo) throw new CopyError('busy');
		try {
			const storage = await gate.open();
			return await work(await storage.copying());
		} finally {
			letGo();
		}
	});
}

export const kindOfCopy: Copies['kindOfCopy'] = (file) => kindOfFile(file).catch(() => undefined);

export const saveCopy: Copies['saveCopy'] = (services, { passphrase, signal, onProgress } = {}) =>
	alone(services, async (copying): Promise<SavedCopy> => {
		const rows: Rows = await copying.read();
		const madeAt = now();
		const contents: Contents = { schema: copying.schema, madeAt, rows, files: copying.files };
		const parts = partsOf(contents, signal);
		const isSealed = passphrase !== undefined;
		let bytes: AsyncIterable<Uint8Array<ArrayBuffer>>;
		if (isSealed) {
			const header = newHeader();
			bytes = sealed(packed(parts), header, await deriveKey(passphrase, header));
		} else bytes = readable(parts);
		const expected = rows.photos.reduce((sum, photo) => sum + photo.bytes, 0) * (isSealed ? 1 : 4 / 3);
		const file = await fileOf(bytes, isSealed ? 'application/octet-stream' : 'application/json', {
			signal,
			onBytes: (size) => onProgress?.(size, Math.max(size, expected))
		});
		return {
			file,
			name: `envol-${today()}.${isSealed ? 'envol' : 'json'}`,
			summary: summaryOf(rows, madeAt),
			bytes: file.size
		};
	});

export const noteSaved: Copies['noteSaved'] = ({ gate }, { summary, bytes }) =>
	named(async () => {
		const storage = await gate.open();
		await storage.copies.change(() => ({
			savedAt: summary.madeAt,
			notes: summary.notes,
			photos: summary.photos,
			bytes
		}));
	});

/** The content of each opened copy. */
const contents = new WeakMap<OpenedCopy, Content>();

/** Parses every small record like the database's own. */
function withRecordsRead(rows: Rows): Rows {
	return {
		...rows,
		settings: rows.settings.flatMap(({ key, value }) => {
			const read = key in settingsNotCopied ? undefined : parseRecord(key, value);
			return read === undefined ? [] : [{ key, value: read }];
		})
	};
}

export const openCopy: Copies['openCopy'] = (file, { passphrase, ...working } = {}) =>
	named(async () => {
		const content = await openedFile(file, { passphrase, newest: schemaVersion, ...working });
		const read = { ...content, rows: withRecordsRead(content.rows) };
		const opened: OpenedCopy = {
			kind: content.kind,
			summary: summaryOf(read.rows, content.madeAt),
			bytes: file.size
		};
		contents.set(opened, read);
		return opened;
	});

export const summaryHere: Copies['summaryHere'] = ({ gate }) =>
	named(async () => {
		const storage = await gate.open();
		return summaryOf(await (await storage.copying()).read(), now());
	});

/** Stores every photo and recording that this device lacks; nothing shows them yet. */
async function layReady(
	copying: Copying,
	{ media, files }: Content,
	{ signal, onProgress }: Working
): Promise<void> {
	const missing = await copying.missing(media);
	const coming = media.filter(({ id }) => missing.has(id));
	const total = coming.reduce((sum, { bytes }) => sum + bytes, 0);
	let done = 0;
	let writing: Promise<void> = Promise.resolve();
	while (coming.length > 0) {
		if (signal?.aborted) break;
		const some = coming.splice(0, together);
		const read: Parameters<Copying['layReady']>[0][number][] = [];
		for (const medium of some) read.push({ ...medium, files: await files(medium) });
		await writing;
		// the next ones are read meanwhile; errors surface when they are awaited
		writing = copying.layReady(read);
		writing.catch(() => undefined);
		done += some.reduce((sum, { bytes }) => sum + bytes, 0);
		onProgress?.(done, total);
	}
	await writing;
	if (signal?.aborted) throw new CopyError('cancelled');
}

/** Applies the stored preferences to the page. The language of the page stays. */
async function showPreferences({ gate, preferences }: Gated): Promise<void> {
	const kept = (await (await gate.open()).settings.readPreferences()) ?? defaultPreferences;
	const { look, textSize, motion, region } = kept;
	const { current } = preferences;
	if (isSame({ look, textSize, motion, region }, { ...current, lang: undefined, at: undefined })) return;
	// already stored, so the next visit shows it
	await preferences.change({ look, textSize, motion, region }).catch(() => undefined);
}

/** Undoes the last restored copy, on the page too. */
function undoOf(services: Gated) {
	return (): Promise<void> =>
		alone(services, async (copying) => {
			await copying.takeBack();
			await showPreferences(services);
		});
}

export const bringBack: Copies['bringBack'] = (services, opened, how, working = {}) =>
	alone(services, async (copying): Promise<BroughtBack> => {
		const content = contents.get(opened)!;
		const at = now();
		try {
			await layReady(copying, content, working);
			await copying.change(
				(here) => (how === 'merge' ? merged(here, content.rows, joinRecords, at) : content.rows),
				at
			);
		} catch (error) {
			// nothing was changed: frees the prepared files
			await copying.tidy().catch(() => undefined);
			throw error;
		}
		await showPreferences(services);
		return { undo: undoOf(services), summary: summaryOf(await copying.read(), at) };
	});

export const undoLeft: Copies['undoLeft'] = (services) =>
	alone(services, async (copying): Promise<UndoLeft | undefined> => {
		await copying.letGo(now() - versionDays * dayMs);
		// an interrupted restore may have left files that nothing refers to
		await copying.tidy();
		const at = await copying.changedAt();
		if (at === undefined) return undefined;
		const letGo = () => alone(services, (again) => again.letGo(Infinity));
		return { at, undo: undoOf(services), letGo };
	});
