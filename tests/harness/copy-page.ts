import { bringBack, openCopy, saveCopy } from '$lib/app/copies/copies';
import type { Gated, OpenedCopy } from '$lib/app/copies/types';
import { isSame as isSameValue } from '$lib/domain/is-same';
import { addDays, localDay } from '$lib/domain/local-day';
import { defaultPreferences } from '$lib/domain/preferences';
import type { StepId } from '$lib/domain/step';
import { openStorage } from '$lib/storage';
import { createDatabase } from '$lib/storage/database';

/** Copies of a long life, on a page with nothing else: what takes how long. Times are in ms. */
export interface CopyHarness {
	/** Ten years of a life, in the database of this name. Gives the bytes of one photo. */
	fill: (
		name: string,
		size: { days: number; ticks: number; notes: number; photos: number }
	) => Promise<number>;
	save: (name: string, passphrase?: string) => Promise<{ ms: number; bytes: number }>;
	/** Opens what was saved last. */
	open: (passphrase?: string) => Promise<{ ms: number; notes: number; photos: number }>;
	bringBack: (
		name: string,
		how: 'merge' | 'replace'
	) => Promise<{ ms: number; notes: number; photos: number }>;
	undo: () => Promise<{ ms: number }>;
	/** Whether every byte of every picture is as it was. */
	isSame: (one: string, other: string) => Promise<boolean>;
}

const begun = localDay('2016-01-01');
let file: Blob;
let opened: OpenedCopy;
let undo: () => Promise<void>;

async function servicesOf(name: string): Promise<Gated> {
	const storage = await openStorage(false, name);
	return {
		gate: { open: async () => storage },
		preferences: { current: defaultPreferences, change: async () => undefined }
	} as unknown as Gated;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
	const from = performance.now();
	const value = await work().catch((error: Error) => {
		throw new Error(`${error.message}, since ${String(error.cause)}`);
	});
	return { ms: Math.round(performance.now() - from), value };
}

/** As hard to compress as a photo of leaves. */
async function aPicture(): Promise<{ picture: Blob; thumbnail: Blob }> {
	const canvas = new OffscreenCanvas(1600, 1200);
	const context = canvas.getContext('2d')!;
	for (let i = 0; i < 40_000; i++) {
		context.fillStyle = `hsl(${(i * 47) % 360} 50% ${(i * 13) % 100}%)`;
		context.fillRect((i * 7919) % 1600, (i * 104_729) % 1200, 24, 24);
	}
	const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
	const small = new OffscreenCanvas(320, 240);
	small.getContext('2d')!.drawImage(canvas, 0, 0, 320, 240);
	return { picture, thumbnail: await small.convertToBlob({ type: 'image/jpeg', quality: 0.7 }) };
}

const words = 'Un pas de plus. J’ai marché un peu, et j’ai vu la lumière sur le lac. ';

async function fill(
	name: string,
	size: { days: number; ticks: number; notes: number; photos: number }
): Promise<number> {
	const db = createDatabase(name);
	await db.open();
	await db.settings.put({ key: 'born', value: true });
	await db.days.bulkPut(
		Array.from({ length: size.days }, (_, i) => ({
			day: addDays(begun, i),
			ticks: Array.from({ length: size.ticks }, (_, step) => ({
				step: `step-${step}` as StepId,
				at: 1 + i * 100 + step
			}))
		}))
	);
	await db.notes.bulkPut(
		Array.from({ length: size.notes }, (_, i) => ({
			id: `n${i}`,
			day: addDays(begun, Math.floor(i / 1.4)),
			at: i,
			changedAt: i,
			text: words.repeat(1 + (i % 12)),
			tags: [],
			chimes: []
		}))
	);
	const { picture, thumbnail } = await aPicture();
	for (let i = 0; i < size.photos; i++) {
		const id = `p${i}`;
		const bytes = picture.size + thumbnail.size;
		await db.photos.put({ id, note: `n${i * 9}`, at: i, order: 0, width: 1600, height: 1200, bytes, alt: 'Le lac' }); // prettier-ignore
		// no two the same
		await db.pictures.put({ id, blob: new Blob([picture, id], { type: picture.type }) });
		await db.thumbnails.put({ id, blob: thumbnail });
	}
	db.close();
	return picture.size + thumbnail.size;
}

async function isSame(one: string, other: string): Promise<boolean> {
	const [a, b] = [createDatabase(one), createDatabase(other)];
	const hash = async (blob: Blob) =>
		new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())).join();
	let same = true;
	for (const table of ['pictures', 'thumbnails'] as const) {
		const [ids, others] = await Promise.all([a, b].map((db) => db[table].toCollection().primaryKeys()));
		same &&= JSON.stringify(ids) === JSON.stringify(others);
		for (const id of ids!)
			same &&= (await hash((await a[table].get(id))!.blob)) === (await hash((await b[table].get(id))!.blob));
	}
	for (const table of ['days', 'notes', 'photos'] as const)
		same &&= isSameValue(await a[table].toArray(), await b[table].toArray());
	a.close();
	b.close();
	return same;
}

const harness: CopyHarness = {
	fill,
	isSame,
	save: async (name, passphrase) => {
		const services = await servicesOf(name);
		const { ms, value } = await timed(() => saveCopy(services, passphrase ? { passphrase } : {}));
		file = value.file;
		return { ms, bytes: value.bytes };
	},
	open: async (passphrase) => {
		const { ms, value } = await timed(() => openCopy(file, passphrase ? { passphrase } : {}));
		opened = value;
		return { ms, notes: value.summary.notes, photos: value.summary.photos };
	},
	bringBack: async (name, how) => {
		const services = await servicesOf(name);
		const { ms, value } = await timed(() => bringBack(services, opened, how));
		undo = value.undo;
		return { ms, notes: value.summary.notes, photos: value.summary.photos };
	},
	undo: async () => ({ ms: (await timed(() => undo())).ms })
};
Object.assign(globalThis, { copyHarness: harness });
