import { journalParts, sourceOf, type HtmlNote, type HtmlWords, type Slot } from '$lib/domain/journal-html';
import { base64Of } from '$lib/platform/base64';
import type { Storage } from '$lib/storage/types';

export interface Wanted {
	words: HtmlWords;
	notes: readonly HtmlNote[];
	storage: Pick<Storage, 'photos' | 'recordings'>;
	/** Called now and then with the number of notes written. */
	onNote: (done: number) => void;
	isStopped: () => boolean;
}

async function sourceIn(storage: Wanted['storage'], { kind, id }: Slot): Promise<string | undefined> {
	const read = kind === 'photo' ? storage.photos.picture : storage.recordings.read;
	try {
		const bytes = await read(id);
		return bytes && sourceOf(kind, bytes.type, await base64Of(bytes));
	} catch {
		// a part that cannot be read must not cost the others
		return undefined;
	}
}

/** How many photos are read at the same time: enough to keep the device busy, few enough for its memory. */
const atOnce = 4;
/** How often progress is reported, in notes. */
const toldEvery = 50;

/**
 * Builds the whole file part by part. Each photo becomes a Blob before more are read, so that the browser may move it
 * out of memory. Undefined when it was stopped.
 */
export async function makeFile({
	words,
	notes,
	storage,
	onNote,
	isStopped
}: Wanted): Promise<Blob | undefined> {
	const parts: (string | Promise<Blob>)[] = [];
	const reading: Promise<Blob>[] = [];
	let done = 0;
	for (const part of journalParts(words, notes)) {
		if (isStopped()) return undefined;
		if (typeof part === 'string') {
			parts.push(part);
			if (part.endsWith('</article>\n') && ++done % toldEvery === 0) onNote(done);
			continue;
		}
		const piece = sourceIn(storage, part).then((source) => new Blob([part.html(source)]));
		parts.push(piece);
		if (reading.push(piece) >= atOnce) await reading.shift();
	}
	const whole = await Promise.all(parts);
	return isStopped() ? undefined : new Blob(whole, { type: 'text/html;charset=utf-8' });
}
