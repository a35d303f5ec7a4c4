import { draftKeysOf, latestCount, type Note, type NoteDraft } from '../lib/domain/note';
import { inOrder, type Photo } from '../lib/domain/photo';
import type { Words } from '../lib/features/hope/unsaved-words.svelte';
import { heldLocks } from '../lib/platform/locks';
import type { Draft } from '../lib/storage/types';
import { readOnce } from './read-once';

/** What this page shows of the journal at once: its latest notes and its knitting, read from the database itself. */
export interface Found {
	notes: readonly Note[];
	/** Those of each note, in the same order. */
	photos: readonly (readonly Photo[])[];
	stitches: number;
	/** Begun, and no notes yet. */
	drafts: readonly Words[];
}

/** `getAll` takes a direction in the browsers that also have `getAllRecords`, since 2025. */
interface Reversible extends IDBIndex {
	getAllRecords?: unknown;
	getAll(query?: unknown, count?: number): IDBRequest;
}

/** As far as it is drawn here; the app looks at the whole of it. */
function read(draft: string): NoteDraft | undefined {
	try {
		const note = JSON.parse(draft) as NoteDraft;
		return typeof note.id === 'string' && typeof note.text === 'string' ? note : undefined;
	} catch {
		return undefined;
	}
}

function find(): Promise<Found | undefined> {
	return readOnce(['notes', 'photos', 'drafts', 'settings'], (reading) => {
		const photos: IDBRequest<Photo[]>[] = [];
		const notes: Note[] = [];
		const drafts: { draft: Draft; note: NoteDraft; photos: IDBRequest<number> }[] = [];
		const begun = reading.objectStore('drafts').getAll();
		begun.onsuccess = () => {
			for (const draft of begun.result as Draft[]) {
				const note = draft.key.startsWith(draftKeysOf()) ? read(draft.text) : undefined;
				if (note)
					drafts.push({ draft, note, photos: reading.objectStore('photos').index('note').count(note.id) });
			}
		};
		const stitches = reading.objectStore('settings').get('stitches');
		const byDay = reading.objectStore('notes').index('[day+at]') as Reversible;
		const take = (found: readonly Note[]) => {
			for (const note of found) {
				if (note.deletedAt !== undefined || notes.length === latestCount) continue;
				notes.push(note);
				photos.push(reading.objectStore('photos').index('note').getAll(note.id));
			}
		};
		/** One after the other, each in a turn of its own. */
		const walk = () => {
			const walking = byDay.openCursor(null, 'prev');
			walking.onsuccess = () => {
				const cursor = walking.result;
				if (!cursor) return;
				take([cursor.value as Note]);
				if (notes.length < latestCount) cursor.continue();
			};
		};
		// where a browser reads backwards, all at once
		if (!byDay.getAllRecords) walk();
		else {
			const latest = byDay.getAll({ direction: 'prev', count: latestCount + 3 }) as IDBRequest<Note[]>;
			latest.onsuccess = () => {
				take(latest.result);
				if (notes.length === latestCount || latest.result.length < latestCount + 3) return;
				// many of the latest were deleted just now
				notes.length = photos.length = 0;
				walk();
			};
		}
		const count = () => (stitches.result as { value?: unknown } | undefined)?.value;
		return () =>
			notes.length > 0 && typeof count() === 'number'
				? {
						notes,
						photos: photos.map(({ result }) => inOrder(result)),
						stitches: count() as number,
						drafts: drafts
							.map((each) => ({ ...each, photos: each.photos.result }))
							.sort((one, other) => other.draft.at - one.draft.at)
					}
				: undefined;
	});
}

/**
 * Begun before the styles of the page are asked for, which every script after them waits for. `notes.ts` draws what it found.
 */
export function begin(): void {
	window.envolNotes = Promise.all([find(), heldLocks()]);
}
