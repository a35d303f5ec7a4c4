import { journalParts, sourceOf, type HtmlNote, type HtmlWords, type Slot } from '$lib/domain/journal-html';
import { base64Of } from '$lib/platform/base64';
import type { Storage } from '$lib/storage/types';

export interface Wanted {
	words: HtmlWords;
	notes: readonly HtmlNote[];
	storage: Pick<Storage, 'photos' | 'recordings'>;
	/** After each note. */
	onNote: (done: number) => void;
	isStopped: () => boolean;
}

async function sourceIn(storage: Wanted['storage'], { kind, id }: Slot): Promise<string | undefined> {
	const read = kind === 'photo' ? storage.photos.picture : storage.recordings.read;
	try {
		const bytes = await read(id);
		return bytes && sourceOf(kind, bytes.type, await base64Of(bytes));
	} catch {
		// one part that cannot be read must not cost the others
		return undefined;
	}
}

/**
 * The whole file, part by part: each photo becomes a piece of the file before the next one is read, so that the
 * browser may put it aside. Undefined when it was stopped.
 */
export async function makeFile({
	words,
	notes,
	storage,
	onNote,
	isStopped
}: Wanted): Promise<Blob | undefined> {
	const parts: BlobPart[] = [];
	let done = 0;
	for (const part of journalParts(words, notes)) {
		if (typeof part !== 'string') {
			parts.push(new Blob([part.html(await sourceIn(storage, part))]));
		} else {
			parts.push(part);
			if (part.endsWith('</article>\n')) onNote(++done);
		}
		if (isStopped()) return undefined;
	}
	return new Blob(parts, { type: 'text/html;charset=utf-8' });
}
