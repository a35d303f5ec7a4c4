import { localDayOf } from '$lib/domain/local-day';
import type { Lang } from '$lib/domain/language';
import { mirrorPreferences, rememberData } from '$lib/platform/mirror';
import { createDatabase } from '$lib/storage/database';
import { databaseName } from '$lib/storage/database-name';
import { recordNames } from '$lib/storage/kept-records';
import { fullProfile, type FullProfile } from '../support/full-profile';

/** Stripes of every brightness, as a small real picture. */
async function drawn(width: number, height: number, type: string): Promise<Blob> {
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d')!;
	for (let i = 0; i < 16; i++) {
		context.fillStyle = `hsl(${i * 23} 60% ${10 + i * 5}%)`;
		context.fillRect((i * width) / 16, 0, width / 16 + 1, height);
	}
	return canvas.convertToBlob({ type });
}

/** One second of a low tone, as every browser plays it: RIFF, 8 bits, 8 kHz. */
function tone(): Blob {
	const rate = 8000;
	const sound = Uint8Array.from({ length: rate }, (_, i) => 128 + 40 * Math.sin(i / 8));
	const head = new DataView(new ArrayBuffer(44));
	const text = (at: number, letters: string) =>
		[...letters].forEach((letter, i) => head.setUint8(at + i, letter.charCodeAt(0)));
	text(0, 'RIFF');
	head.setUint32(4, 36 + rate, true);
	text(8, 'WAVEfmt ');
	head.setUint32(16, 16, true);
	head.setUint16(20, 1, true);
	head.setUint16(22, 1, true);
	head.setUint32(24, rate, true);
	head.setUint32(28, rate, true);
	head.setUint16(32, 1, true);
	head.setUint16(34, 8, true);
	text(36, 'data');
	head.setUint32(40, rate, true);
	return new Blob([head.buffer, sound], { type: 'audio/wav' });
}

/** Writes a person with something of everything into the database of this address, with the app's own schema. */
async function fillProfile(lang: Lang): Promise<void> {
	const now = new Date(Date.now());
	const profile = fullProfile(lang, localDayOf(now), now.getTime());
	const pictures = await Promise.all(
		profile.photos.map(async ({ id, width, height }, i) => ({
			id,
			blob: await drawn(width, height, i === 1 ? 'image/png' : 'image/jpeg')
		}))
	);
	const db = createDatabase(databaseName);
	await db.transaction('rw', db.tables, () => write(db, profile, pictures));
	db.close();
	mirrorPreferences(profile.preferences);
	rememberData();
}

async function write(
	db: ReturnType<typeof createDatabase>,
	{ preferences, steps, days, notes, photos, sounds, drafts, records }: FullProfile,
	pictures: { id: string; blob: Blob }[]
): Promise<void> {
	await Promise.all(db.tables.map((table) => table.clear()));
	await db.settings.bulkPut([
		{ key: 'born', value: true },
		{ key: 'stitches', value: notes.length },
		{ key: 'preferences', value: preferences },
		...recordNames.map((key) => ({ key, value: records[key] }))
	]);
	await db.steps.bulkPut(steps);
	await db.days.bulkPut(days);
	await db.drafts.bulkPut(drafts);
	await db.notes.bulkPut(notes);
	await db.versions.add({ note: notes[0]!.id, text: notes[1]!.text || '…', at: notes[0]!.changedAt });
	await db.photos.bulkPut(photos);
	await db.pictures.bulkPut(pictures);
	await db.thumbnails.bulkPut(pictures);
	await db.recordings.bulkPut(sounds.map((sound) => ({ ...sound, blob: tone() })));
}

Object.assign(globalThis, { fillProfile });
