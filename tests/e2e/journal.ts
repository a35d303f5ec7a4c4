import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Note } from '../../src/lib/domain/note.ts';
import type { Photo } from '../../src/lib/domain/photo.ts';
import type { Line } from '../../src/lib/domain/kept-lines.ts';

type Given<T, K extends keyof T> = Pick<T, K> & Partial<Omit<T, 'day'>> & { day?: string };

export interface Journal {
	notes: readonly Given<Note, 'id' | 'text'>[];
	photos?: readonly Given<Photo, 'id' | 'note'>[];
	lines?: readonly Line[];
}

interface Store {
	keyPath: string;
	autoIncrement: boolean;
	indexes: string[];
}
const schema = JSON.parse(readFileSync(new URL('../support/schema-v2.json', import.meta.url), 'utf8')) as {
	version: number;
	stores: Record<string, Store>;
};

/** Writes an existing journal into the database, with a drawn picture for each photo. */
export async function keepJournal(page: Page, { notes, photos = [], lines = [] }: Journal): Promise<void> {
	const rows = {
		notes: notes.map((note, i) => ({
			day: '2026-11-21',
			at: i,
			changedAt: i,
			tags: [],
			chimes: [],
			...note
		})),
		photos: photos.map((photo, i) => ({
			at: i,
			order: i,
			width: 800,
			height: 600,
			bytes: 1,
			alt: '',
			...photo
		})),
		settings: [
			{ key: 'born', value: true },
			{ key: 'lines', value: { lines } }
		]
	};
	await page.evaluate(
		async ([{ version, stores }, rows]) => {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				// Dexie multiplies versions by ten
				const opening = indexedDB.open('envol', version * 10);
				opening.onupgradeneeded = () => {
					for (const [name, { indexes, ...store }] of Object.entries(stores)) {
						const made = opening.result.createObjectStore(name, store);
						for (const index of indexes)
							made.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
					}
				};
				opening.onerror = () => reject(new Error('cannot open'));
				opening.onsuccess = () => resolve(opening.result);
			});
			/** Stripes of every brightness, and a colour a printer without colours must tell apart. */
			const drawn = async (width: number, height: number): Promise<Blob> => {
				const canvas = new OffscreenCanvas(width, height);
				const context = canvas.getContext('2d')!;
				for (let i = 0; i < 16; i++) {
					context.fillStyle = `hsl(${i * 23} 60% ${10 + i * 5}%)`;
					context.fillRect((i * width) / 16, 0, width / 16 + 1, height);
				}
				return canvas.convertToBlob({ type: 'image/jpeg' });
			};
			const pictures = [];
			for (const { id, width, height } of rows.photos)
				pictures.push({ id, blob: await drawn(width, height) });
			const all = { ...rows, pictures, thumbnails: pictures };
			const writing = db.transaction(Object.keys(all), 'readwrite');
			for (const [name, records] of Object.entries(all))
				for (const record of records) writing.objectStore(name).put(record);
			await new Promise((resolve, reject) => {
				writing.oncomplete = resolve;
				writing.onerror = reject;
			});
			db.close();
		},
		[schema, rows] as const
	);
}
