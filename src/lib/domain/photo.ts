import { shortened } from './graphemes';
import type { Instant } from './local-day';
import type { NoteId, PhotoId } from './note';

/** The name that the person gave to a piece of work over time; its photos go from first to last. */
export type SeriesName = string;

/**
 * The record of one photo of a note. Its picture, at most 1600 px and without location data, is stored separately.
 */
export interface Photo {
	id: PhotoId;
	note: NoteId;
	/** When it was added. */
	at: Instant;
	/** Its position among the photos of the note. */
	order: number;
	/** In pixels. */
	width: number;
	height: number;
	/** Size of picture and thumbnail together. */
	bytes: number;
	/** A description of the photo in the person's words; may be empty. */
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
 * Every piece of work, the most recent first. Its photos go from first to last: note by note in the order they were
 * begun, and within each in the person's order.
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

/** The photo descriptions of each note, where the person wrote some. */
export function altsByNote(photos: readonly Photo[]): ReadonlyMap<NoteId, string> {
	const alts = new Map<NoteId, string>();
	for (const { note, alt } of photos) if (alt) alts.set(note, `${alts.get(note) ?? ''} ${alt}`);
	return alts;
}
