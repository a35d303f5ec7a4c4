import { shortened } from './graphemes';
import type { Instant } from './local-day';
import type { NoteId, PhotoId } from './note';

/** A piece of work over time: its photos from first to last. The person's own name for it. */
export type SeriesName = string;

/** One photo of a note. Its picture, at most 1600 px and without a trace of where it was taken, is kept apart. */
export interface Photo {
	id: PhotoId;
	note: NoteId;
	/** When it was added. */
	at: Instant;
	/** Its place among the photos of the note. */
	order: number;
	/** In pixels. */
	width: number;
	height: number;
	/** Of picture and thumbnail together. */
	bytes: number;
	/** What is in it, in the person's words; may be empty. */
	alt: string;
	series?: SeriesName;
	keptAt?: Instant;
	deletedAt?: Instant;
}

export const longestAlt = 300;
export const longestSeries = 60;

export function inOrder(photos: readonly Photo[]): Photo[] {
	return photos
		.filter((photo) => photo.deletedAt === undefined)
		.sort((a, b) => a.order - b.order || a.at - b.at);
}

/** The photos of each note that has some, in order. */
export function photosByNote(photos: readonly Photo[]): ReadonlyMap<NoteId, readonly Photo[]> {
	const byNote = new Map<NoteId, Photo[]>();
	for (const photo of inOrder(photos)) {
		const of = byNote.get(photo.note);
		if (of) of.push(photo);
		else byNote.set(photo.note, [photo]);
	}
	return byNote;
}

export function tidySeries(typed: string): SeriesName | undefined {
	return shortened(typed.replace(/\s+/gu, ' ').trim(), longestSeries).trim() || undefined;
}

/**
 * Every piece of work, the one worked on last first. Its photos go from first to last: note after note, as they were
 * begun, and within each as the person put them.
 */
export function seriesOf(photos: readonly Photo[]): { name: SeriesName; photos: Photo[] }[] {
	const begun = new Map<NoteId, Instant>();
	for (const { note, at } of photos) begun.set(note, Math.min(at, begun.get(note) ?? at));
	const byName = new Map<SeriesName, Photo[]>();
	for (const photo of inOrder(photos))
		if (photo.series) byName.set(photo.series, [...(byName.get(photo.series) ?? []), photo]);
	const latest = (of: readonly Photo[]) => Math.max(...of.map(({ at }) => at));
	return [...byName]
		.map(([name, of]) => ({
			name,
			photos: of.sort((a, b) => begun.get(a.note)! - begun.get(b.note)!)
		}))
		.sort((a, b) => latest(b.photos) - latest(a.photos));
}

/** What is in the photos of each note, as far as the person said it. */
export function altsByNote(photos: readonly Photo[]): ReadonlyMap<NoteId, string> {
	const alts = new Map<NoteId, string>();
	for (const { note, alt } of photos) if (alt) alts.set(note, `${alts.get(note) ?? ''} ${alt}`);
	return alts;
}
