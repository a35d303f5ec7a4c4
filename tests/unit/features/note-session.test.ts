import { describe, expect, test, vi } from 'vitest';
import { draftKeysOf, type Note, type NoteId } from '$lib/domain/note';
import { localDay } from '$lib/domain/local-day';
import { Journal } from '$lib/features/hope/journal.svelte';
import { NoteSession } from '$lib/features/hope/note-session.svelte';
import { NotePhotos } from '$lib/features/hope/photos/note-photos.svelte';
import { UnsavedWords } from '$lib/features/hope/unsaved-words.svelte';
import { startFrom, Writing } from '$lib/features/hope/writing/writing.svelte';
import { aPhoto } from '../../support/builders';
import { latest, openNewer, rowsOf } from '../../support/open-database';
import { givenServices, noRoomFor } from '../../support/services';

const given = givenServices();
const line = () => given.services.status.line?.key;
const noteOf = (id: string) => latest(given.storage.notes.observeOne(id));
const draftsOf = async (id: string) =>
	(await given.storage.drafts.list(draftKeysOf(id))).map(
		({ text }) => (JSON.parse(text) as { text: string }).text
	);
const picture = () => ({ picture: new Blob(['p']), thumbnail: new Blob(['t']) });
async function kept(id: string, text: string): Promise<Note> {
	const draft = { id, day: localDay('2026-11-20'), text, tags: [], chimes: [] };
	return (await given.storage.notes.save(draft, '', 5)).note;
}

/** A note being written, as a screen shows it. */
async function writing(hash = '') {
	const note = new Writing(given.services);
	given.watch(() => [note.draft, note.kept, note.stage, note.isElsewhere, note.isDeleted]);
	const id = await note.open(startFrom(hash));
	return { note, id, leave: note.start() };
}

describe('a note being written', () => {
	test('begins as its address says: about something, a letter, one that is kept, or a new one', () => {
		expect(startFrom('#hope')).toEqual({ kind: 'about', dimension: 'hope' });
		expect(startFrom('#letter')).toEqual({ kind: 'letter' });
		expect(startFrom('#abc-1')).toEqual({ kind: 'note', id: 'abc-1' });
		for (const none of ['', '#', '#a b', `#${'x'.repeat(101)}`])
			expect(startFrom(none)).toEqual({ kind: 'new' });
	});

	test('is about what was chosen, today; a letter has a day from the start', async () => {
		const about = await writing('#trust');
		expect(about.note.draft).toMatchObject({ dimension: 'trust', day: '2026-11-21' });
		expect(about.note.isNew).toBe(true);
		const letter = await writing('#letter');
		expect(letter.note.draft?.openOn).toBe('2026-12-21');
		expect(letter.note.isLetter).toBe(true);
	});

	test('is kept as it is typed, and comes back after the page is left', async () => {
		const { note, id, leave } = await writing();
		note.change({ text: 'The sea' });
		expect(note.stage).toBe('typing');
		await given.until(() => note.stage === 'kept');
		expect(await draftsOf(id)).toEqual(['The sea']);
		leave();
		const again = await writing(`#${id}`);
		expect(again.note.draft?.text).toBe('The sea');
		expect(again.note.stage).toBe('kept');
	});

	test('leaves no draft once nothing is left of it', async () => {
		const { note, id } = await writing();
		note.attach({ text: 'The sea' });
		await given.until(() => note.stage === 'kept');
		note.attach({ text: '' });
		await given.until(() => note.stage === 'kept');
		expect(await draftsOf(id)).toEqual([]);
	});

	test('becomes a note, once, however often Save is tapped, and its draft is gone', async () => {
		const { note, id } = await writing();
		note.change({ text: 'The sea  ' });
		expect(await Promise.all([note.save(), note.save()])).toEqual(['saved', 'busy']);
		expect(await noteOf(id)).toMatchObject({ text: 'The sea' });
		expect(await draftsOf(id)).toEqual([]);
		expect(note.isNew).toBe(false);
	});

	test('with nothing in it is not saved, and says so', async () => {
		const { note, id } = await writing();
		note.change({ text: '  ' });
		expect(await note.save()).toBe('empty');
		expect(await noteOf(id)).toBeUndefined();
	});

	test('waits for what is still on its way in; what could not come in leaves the choice to the person', async () => {
		const { note, id } = await writing();
		note.change({ text: 'The sea' });
		let isThere = false;
		note.finishFirst(() => Promise.resolve(isThere));
		expect(await note.save()).toBe('busy');
		expect(await noteOf(id)).toBeUndefined();
		isThere = true;
		expect(await note.save()).toBe('saved');
	});

	test('stays on screen and among the drafts where there is no room for a note', async () => {
		const { note, id } = await writing();
		note.change({ text: 'The sea' });
		noRoomFor('notes');
		expect(await note.save()).toBe('failed');
		expect(note.stage).not.toBe('saving');
		expect(note.draft?.text).toBe('The sea');
		await vi.waitFor(async () => expect(await draftsOf(id)).toEqual(['The sea']));
	});

	test('shows what another tab saved, unless something was typed here: then both stay', async () => {
		await kept('a', 'Sea');
		const { note } = await writing('#a');
		const elsewhere = await kept('a', 'Sea and sky');
		note.follow(elsewhere);
		expect(note.draft?.text).toBe('Sea and sky');
		note.change({ text: 'Sea and sky, today' });
		note.follow(await kept('a', 'Sea, sky, wind'));
		expect(note.draft?.text).toBe('Sea and sky, today');
		await given.until(() => note.isElsewhere);
		await note.save();
		const { text } = (await noteOf('a'))!;
		expect(text).toContain('wind');
		expect(text).toContain('today');
	});

	test('hears of its own saving, and does not take that for another tab', async () => {
		const { note } = await writing();
		const said: boolean[] = [];
		given.watch(() => said.push(note.isElsewhere));
		for (const text of ['The sea', 'The sea and the sky']) {
			note.change({ text });
			expect(await note.save()).toBe('saved');
			await given.until(() => note.kept?.text === text);
		}
		expect(said).not.toContain(true);
	});

	test('says that it was deleted elsewhere, and comes back when it is saved', async () => {
		await kept('a', 'Sea');
		const { note } = await writing('#a');
		await given.until(() => note.kept);
		await given.storage.notes.remove('a', 9);
		await given.until(() => note.isDeleted);
		note.change({ text: 'Sea again' });
		expect(await note.save()).toBe('saved');
		expect(await noteOf('a')).toMatchObject({ text: 'Sea again' });
	});

	test('remembers how much there is energy for, and is of no day that has not come', async () => {
		const { note } = await writing();
		await note.chooseLevel('long');
		note.setDay('2026-11-22');
		note.setDay('soon');
		expect(note.draft?.day).toBe('2026-11-21');
		note.setDay('2026-11-01');
		expect(note.draft?.day).toBe('2026-11-01');
		expect((await writing()).note.level).toBe('long');
	});
});

describe('the photos of a note', () => {
	async function photos(...ids: string[]) {
		for (const [order, id] of ids.entries())
			await given.storage.photos.add(aPhoto(id, 'n', { order }), picture());
		const shelf = new NotePhotos(given.services, () => 'n' as NoteId, () => undefined); // prettier-ignore
		given.watch(() => [shelf.photos, shelf.series]);
		await given.until(() => shelf.photos.length === ids.length);
		return shelf;
	}
	const shown = (shelf: NotePhotos) => shelf.photos.map(({ id }) => id).join('');

	test('change places, no further than the ends, and one undo puts them back', async () => {
		const shelf = await photos('a', 'b', 'c');
		expect(await shelf.move('a', -1)).toBe('failed');
		expect(await shelf.move('gone', 1)).toBe('failed');
		await shelf.move('c', -1);
		await given.until(() => shown(shelf) === 'acb');
		await given.services.status.undo();
		await given.until(() => shown(shelf) === 'abc');
	});

	test('are described, kept, and part of a work in progress, each with an undo', async () => {
		const shelf = await photos('a');
		await shelf.describe('a', () => 'x'.repeat(400));
		await shelf.join('a', () => ' A blue scarf ');
		await shelf.keep('a', true);
		expect(line()).toBe('hope.photos.kept');
		await given.until(() => shelf.photos[0]?.keptAt);
		expect(shelf.photos[0]).toMatchObject({ alt: 'x'.repeat(300), series: 'A blue scarf' });
		expect(shelf.series).toEqual(['A blue scarf']);
		await given.services.status.undo();
		await shelf.join('a', () => '');
		await given.until(() => shelf.series.length === 0);
		expect(shelf.photos[0]).not.toHaveProperty('keptAt');
	});

	test('go and come back', async () => {
		const shelf = await photos('a', 'b');
		await shelf.remove('a');
		await given.until(() => shown(shelf) === 'b');
		expect(line()).toBe('hope.photos.removed');
		await given.services.status.undo();
		await given.until(() => shown(shelf) === 'ab');
	});
});

describe('all that comes into a note', () => {
	async function session() {
		const made = new NoteSession(given.services);
		given.watch(() => [made.writing.draft, made.writing.kept, made.writing.stage, made.photos.photos]);
		const id = await made.writing.open({ kind: 'new' });
		return { made, id, leave: made.start() };
	}
	const sound = { blob: new Blob(['words']), type: 'audio/webm', seconds: 2 };

	test('spoken words are words: the note is saved with them, and has its sound', async () => {
		const { made, id } = await session();
		await made.voice.keep(sound);
		expect(line()).toBe('hope.voice.added');
		expect(await made.writing.save()).toBe('saved');
		const { voice } = (await noteOf(id))!;
		expect(voice).toMatchObject({ seconds: 2, bytes: 5 });
		expect(await made.voice.load(voice!.id)).toBeDefined();
	});

	test('spoken words are called saved once the draft that has them is kept, and the note is in hand until then', async () => {
		const { made, id, leave } = await session();
		let letThrough = () => {};
		const held = new Promise<void>((resolve) => (letThrough = resolve));
		const { save } = given.storage.drafts;
		const saving = vi
			.spyOn(given.storage.drafts, 'save')
			.mockImplementation((...all) => held.then(() => save(...all)));
		vi.spyOn(made.recorder, 'leave').mockImplementation(() => made.voice.keep(sound).then(() => undefined));
		leave();
		const unsaved = new UnsavedWords(given.services);
		const opening = unsaved.open();
		await vi.waitFor(() => expect(saving).toHaveBeenCalled());
		expect(line()).toBeUndefined();
		expect(unsaved.isReady).toBe(true);
		letThrough();
		await opening;
		expect(line()).toBe('hope.voice.added');
		expect(unsaved.all.map(({ note }) => [note.id, note.voice?.seconds])).toEqual([[id, 2]]);
	});

	test('a photo alone is a note to come back to, and to save', async () => {
		const { made, id, leave } = await session();
		await given.storage.photos.add(aPhoto('p', id), picture());
		made.writing.attach();
		await given.until(() => made.writing.stage === 'kept');
		expect(await draftsOf(id)).toEqual(['']);
		expect(await made.writing.save()).toBe('saved');
		leave();
	});

	test('is not saved before photos and spoken words have come in', async () => {
		const { made, id } = await session();
		made.writing.change({ text: 'The sea' });
		let come: (isThere: boolean) => void = () => undefined;
		made.recorder.state = 'keeping';
		vi.spyOn(made.recorder, 'stop').mockReturnValue(
			new Promise((resolve) => {
				come = () => resolve();
			})
		);
		const saving = made.writing.save();
		await given.until(() => made.writing.stage === 'waiting');
		expect(await noteOf(id)).toBeUndefined();
		come(true);
		expect(await saving).toBe('saved');
	});

	test('a sound that no note needs any more goes when the page is left', async () => {
		const { made, leave } = await session();
		await made.voice.keep(sound);
		const { id } = made.writing.draft!.voice!;
		await made.voice.remove();
		leave();
		await vi.waitFor(async () => expect(await given.storage.recordings.read(id)).toBeUndefined());
	});
});

describe('the journal', () => {
	async function journal() {
		const made = new Journal(given.services);
		given.watch(() => [
			made.isReady,
			made.all,
			made.latest,
			made.kept,
			made.photos,
			made.lines,
			made.stitches
		]);
		await made.open();
		await given.until(() => made.isReady && made.isWhole);
		return made;
	}
	const wordsOf = (notes: readonly Note[]) => notes.map(({ text }) => text);

	test('follows what is written, the newest first, and counts a stitch for each', async () => {
		const made = await journal();
		await kept('a', 'Sea');
		await kept('b', 'Sky');
		await given.until(() => made.stitches === 2 && made.all.length === 2 && made.latest.length === 2);
		expect(new Set(wordsOf(made.latest))).toEqual(new Set(['Sea', 'Sky']));
		expect(made.today).toBe('2026-11-21');
	});

	test('keeps a note and a photo for hard days, and takes them back', async () => {
		const note = await kept('a', 'Sea');
		await given.storage.photos.add(aPhoto('p', 'a'), picture());
		const made = await journal();
		await made.keep(note, true);
		await given.until(() => made.kept.length === 1);
		expect(line()).toBe('hope.status.kept');
		await made.keepPhoto(made.photosOf('a' as NoteId)[0]!, true);
		await given.until(() => made.keptPhotos.length === 1);
		await given.services.status.undo();
		await given.until(() => made.keptPhotos.length === 0);
		await made.keep(note, false);
		await given.until(() => made.kept.length === 0);
	});

	test('a deleted note comes back by undo, and is gone for good once the page is left', async () => {
		const note = await kept('a', 'Sea');
		const made = await journal();
		await made.remove(note);
		await given.until(() => made.all.length === 0);
		await given.services.status.undo();
		await given.until(() => made.all.length === 1);
		await made.remove(note);
		await made.leave();
		await given.services.status.undo();
		expect(await noteOf('a')).toBeUndefined();
		expect(await latest(given.storage.notes.observeStitches())).toBe(1);
	});

	test('keeps own lines, each once, and puts some on the card', async () => {
		const made = await journal();
		await made.addLine(' One breath ');
		await made.addLine('One breath');
		await given.until(() => made.lines.lines.length === 1);
		const [one] = made.lines.lines;
		expect(one!.words).toBe('One breath');
		await made.putOnCard(one!, true);
		await given.until(() => made.lines.lines[0]?.isOnCard);
		await made.removeLine(one!);
		await given.until(() => made.lines.lines.length === 0);
		await given.services.status.undo();
		await given.until(() => made.lines.lines.length === 1);
	});
});

describe('a note that is written while a newer Envol opens its database', () => {
	test('keeps every word as a draft there, says so only then, and Save never hangs', async () => {
		const { note, id } = await writing();
		note.change({ text: 'Before' });
		await given.until(() => note.stage === 'kept');
		const newer = await openNewer('envol');
		note.change({ text: 'Before and after' });
		expect(note.stage).toBe('typing');
		await given.until(() => note.stage === 'kept');
		const drafts = async () => JSON.stringify((await rowsOf(newer)).drafts);
		expect(await drafts()).toContain('Before and after');
		expect(await note.save()).toBe('failed');
		await given.until(() => note.stage === 'kept');
		expect(await drafts()).toContain(id);
		newer.close();
	});
});
