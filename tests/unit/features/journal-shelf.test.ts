import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import type { Note, NoteId, PhotoId } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import { NoteShelf } from '$lib/features/hope/all/note-shelf.svelte';
import { NoteChoice } from '$lib/features/hope/paper/choice.svelte';
import { Exporting } from '$lib/features/hope/paper/exporting.svelte';
import { Pictures } from '$lib/features/hope/paper/pictures.svelte';
import { loadMessages, setLang } from '$lib/i18n';
import { keys } from '../../support/keys';
import { givenServices } from '../../support/services';

const today = localDay('2026-11-21');

function aNote(id: string, given: Partial<Omit<Note, 'id' | 'day'>> & { day?: string } = {}): Note {
	const { day = '2026-11-20', ...rest } = given;
	return { id: id as NoteId, day: localDay(day), at: 1, changedAt: 1, text: `note ${id}`, tags: [], chimes: [], ...rest }; // prettier-ignore
}
function aPhoto(id: string, note: string, given: Partial<Photo> = {}): Photo {
	return { id: id as PhotoId, note: note as NoteId, at: 1, order: 0, width: 8, height: 6, bytes: 1, alt: '', ...given }; // prettier-ignore
}
/** A journal that holds these. */
function journalOf(all: readonly Note[], photos: readonly Photo[] = []) {
	return { all, photos, today } as unknown as ConstructorParameters<typeof NoteShelf>[0];
}
const idsOf = (notes: readonly Note[]) => notes.map(({ id }) => id);

beforeAll(async () => {
	await loadMessages('en', ['hope', 'journal-prompts']);
	setLang('en');
});

describe('all notes', () => {
	const many = Array.from({ length: 75 }, (_, i) => aNote(`n${i}`, { at: i }));

	test('come a few at a time; a new search begins with a few again', () => {
		const shelf = new NoteShelf(journalOf(many));
		expect(shelf.found).toHaveLength(75);
		expect(shelf.shown).toHaveLength(30);
		shelf.showMore();
		expect(shelf.shown).toHaveLength(60);
		shelf.look({ typed: 'note' });
		expect(shelf.shown).toHaveLength(30);
		expect(idsOf(shelf.shown)[0]).toBe('n74');
	});

	test('are found by what they say, by what a photo of theirs shows, and by what was asked', () => {
		const notes = [
			aNote('a', { text: 'Ma sœur Éloïse' }),
			aNote('b', { text: 'Rain', dimension: 'patience' }),
			aNote('c', { text: 'Rain' })
		];
		const shelf = new NoteShelf(journalOf(notes, [aPhoto('p', 'c', { alt: 'A green scarf' })]));
		const found = (typed: string) => {
			shelf.look({ typed });
			return idsOf(shelf.found);
		};
		expect(found('soeur eloi')).toEqual(['a']);
		expect(found('scarf')).toEqual(['c']);
		expect(found('patience')).toEqual(['b']);
		expect(found('rain')).toHaveLength(2);
		expect(found('zzz')).toEqual([]);
	});

	test('on the calendar, of one month: the one asked for, or that of the newest note; a day goes before it', () => {
		const notes = [aNote('new', { day: '2026-11-02' }), aNote('old', { day: '2026-10-30' })];
		const shelf = new NoteShelf(journalOf(notes));
		expect(shelf.found).toHaveLength(2);
		shelf.isCalendar = true;
		expect(shelf.month).toBe('2026-11');
		expect(idsOf(shelf.found)).toEqual(['new']);
		shelf.look({ month: '2026-10' });
		expect(idsOf(shelf.found)).toEqual(['old']);
		shelf.look({ month: '2026-10', day: localDay('2026-10-29') });
		expect(shelf.found).toEqual([]);
		// what the calendar marks stays, whichever day is chosen
		expect(idsOf(shelf.inCalendar)).toEqual(['old']);
	});

	test('with no note yet, the calendar shows the month of today', () => {
		expect(new NoteShelf(journalOf([])).month).toBe('2026-11');
	});

	test('back from a note are as they were left, with the place', () => {
		const shelf = new NoteShelf(journalOf(many));
		shelf.look({ typed: 'note' });
		shelf.showMore();
		shelf.isCalendar = true;
		shelf.leave(1200, 'n7' as NoteId);
		const back = new NoteShelf(journalOf(many));
		expect(back.comeBack()).toMatchObject({ down: 1200, opened: 'n7' });
		expect(back.wanted).toEqual({ typed: 'note' });
		expect(back.isCalendar).toBe(true);
		back.isCalendar = false;
		expect(back.shown).toHaveLength(60);
	});

	test('more come as the end of the list nears, and none once the list is gone', () => {
		let near: (entries: { isIntersecting: boolean }[]) => void = () => undefined;
		const disconnect = vi.fn();
		vi.stubGlobal(
			'IntersectionObserver',
			class {
				observe = vi.fn();
				disconnect = disconnect;
				constructor(told: typeof near) {
					near = told;
				}
			}
		);
		const shelf = new NoteShelf(journalOf(many));
		const stop = shelf.near(document.body);
		near([{ isIntersecting: false }]);
		expect(shelf.shown).toHaveLength(30);
		near([{ isIntersecting: true }]);
		expect(shelf.shown).toHaveLength(60);
		stop();
		expect(disconnect).toHaveBeenCalled();
		vi.unstubAllGlobals();
	});

	test('are made ready in idle time, unless it is called off', () => {
		vi.useFakeTimers();
		const read = vi.fn(() => 'x');
		const notes = [Object.defineProperty(aNote('a'), 'text', { get: read })];
		const shelf = new NoteShelf(journalOf(notes));
		shelf.prepare()();
		vi.advanceTimersByTime(5000);
		expect(read).not.toHaveBeenCalled();
		shelf.prepare();
		vi.advanceTimersByTime(5000);
		expect(read).toHaveBeenCalled();
		vi.useRealTimers();
	});
});

describe('notes chosen for paper', () => {
	const notes = [
		aNote('late', { day: '2026-11-20', at: 3 }),
		aNote('early', { day: '2026-11-01', at: 1, keptAt: 5 }),
		aNote('letter', { day: '2026-11-10', at: 2, openOn: localDay('2027-01-01') })
	];
	const choice = () => new NoteChoice(journalOf(notes, [aPhoto('p', 'early')]), () => keys);

	test('stand in the order of their days, whichever was chosen first; a sealed letter is not offered', () => {
		const chosen = choice();
		expect(idsOf(chosen.found)).toEqual(['late', 'early']);
		chosen.choose(notes[0]!, true);
		chosen.choose(notes[1]!, true);
		chosen.choose(notes[2]!, true);
		expect(idsOf(chosen.chosen)).toEqual(['early', 'late']);
		expect(chosen.has(notes[0]!)).toBe(true);
		chosen.choose(notes[0]!, false);
		expect(idsOf(chosen.chosen)).toEqual(['early']);
		chosen.chooseNone();
		expect(chosen.chosen).toEqual([]);
	});

	test('are found by a word, or among those kept for hard days; what was chosen stays chosen', () => {
		const chosen = choice();
		chosen.choose(notes[0]!, true);
		chosen.isOnlyKept = true;
		expect(idsOf(chosen.found)).toEqual(['early']);
		chosen.typed = 'zzz';
		expect(chosen.found).toEqual([]);
		expect(idsOf(chosen.chosen)).toEqual(['late']);
		expect(chosen.photosOf(notes[1]!).map(({ id }) => id)).toEqual(['p']);
		expect(chosen.photosOf(notes[0]!)).toEqual([]);
	});

	test('come twenty at a time', () => {
		const chosen = new NoteChoice(
			journalOf(Array.from({ length: 45 }, (_, i) => aNote(`n${i}`))),
			() => keys
		);
		expect(chosen.shown).toHaveLength(20);
		expect(chosen.hasMore).toBe(true);
		chosen.showMore();
		chosen.showMore();
		expect(chosen.shown).toHaveLength(45);
		expect(chosen.hasMore).toBe(false);
	});
});

describe('pictures on paper', () => {
	const given = givenServices();
	const addresses = () => {
		let count = 0;
		vi.stubGlobal('URL', {
			createObjectURL: vi.fn(() => `blob:${++count}`),
			revokeObjectURL: vi.fn()
		});
		return URL as unknown as { createObjectURL: ReturnType<typeof vi.fn>; revokeObjectURL: ReturnType<typeof vi.fn> }; // prettier-ignore
	};
	const onPaper = (...ids: string[]) =>
		ids.map((id) => ({ id: id as PhotoId, width: 8, height: 6, alt: '' }));
	const add = (id: string) =>
		given.storage.photos.add(aPhoto(id, 'n'), { picture: new Blob([id]), thumbnail: new Blob([id]) });

	test('are read once each; one that is gone leaves its words, and costs no other', async () => {
		await add('a');
		await add('b');
		const url = addresses();
		const pictures = new Pictures();
		await pictures.load(given.storage, onPaper('a', 'gone', 'b'));
		expect(pictures.addressOf('a' as PhotoId)).toBe('blob:1');
		expect(pictures.addressOf('b' as PhotoId)).toBe('blob:2');
		expect(pictures.addressOf('gone' as PhotoId)).toBeUndefined();
		await pictures.load(given.storage, onPaper('b', 'a'));
		expect(url.createObjectURL).toHaveBeenCalledTimes(2);
	});

	test('are let go when the page is left, those on their way too', async () => {
		await add('a');
		await add('b');
		const url = addresses();
		const pictures = new Pictures();
		await pictures.load(given.storage, onPaper('a'));
		const loading = pictures.load(given.storage, onPaper('b'));
		pictures.release();
		await loading;
		expect(url.revokeObjectURL.mock.calls).toEqual([['blob:1']]);
		expect(url.createObjectURL).toHaveBeenCalledTimes(1);
		expect(pictures.addressOf('a' as PhotoId)).toBeUndefined();
	});
});

describe('a copy to read', () => {
	const given = givenServices();
	afterEach(() => vi.unstubAllGlobals());

	/** What the browser is handed, and under which name. */
	function downloads() {
		const files: { name: string; file: Blob }[] = [];
		let last: Blob;
		vi.stubGlobal('URL', {
			createObjectURL: (file: Blob) => {
				last = file;
				return 'blob:copy';
			},
			revokeObjectURL: () => undefined
		});
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
			files.push({ name: this.download, file: last });
		});
		return files;
	}
	const textOf = (file: Blob) =>
		new Promise<string>((resolve) => {
			const reader = new FileReader();
			reader.onload = () => resolve(reader.result as string);
			reader.readAsText(file);
		});

	test('holds every note from the first day on, its photos, and who to call; with its day in its name', async () => {
		// a database in memory does not give the pictures of this browser back as they were
		const picture = new Blob(['x'], { type: 'image/jpeg' });
		vi.spyOn(given.storage.photos, 'picture').mockResolvedValue(picture);
		const files = downloads();
		const notes = [aNote('b', { text: 'Second' }), aNote('a', { text: 'First', day: '2026-11-01' })];
		const exporting = new Exporting(given.services, journalOf(notes, [aPhoto('p', 'b', { alt: 'A scarf' })]));
		await exporting.make(keys, 'en', true);
		expect(exporting.state).toBe('done');
		expect(files[0]!.name).toBe('hope-paper.export.file-2026-11-21.html');
		const page = new DOMParser().parseFromString(await textOf(files[0]!.file), 'text/html');
		expect([...page.querySelectorAll('.text')].map(({ textContent }) => textContent)).toEqual([
			'First',
			'Second'
		]);
		expect(page.querySelectorAll('img')).toHaveLength(1);
		expect(page.body.textContent).toContain('9-8-8');
		// without photos, none of them is in it
		await exporting.make(keys, 'en', false);
		const without = new DOMParser().parseFromString(await textOf(files[1]!.file), 'text/html');
		expect(without.querySelectorAll('img')).toHaveLength(0);
	});

	test('that was stopped gives no file, and can be made again', async () => {
		const files = downloads();
		const notes = Array.from({ length: 120 }, (_, i) => aNote(`n${i}`));
		const exporting = new Exporting(given.services, journalOf(notes));
		const making = exporting.make(keys, 'en', true);
		expect(exporting.state).toBe('making');
		exporting.stop();
		await making;
		expect(exporting.state).toBe('stopped');
		expect(files).toEqual([]);
		await exporting.make(keys, 'en', true);
		expect(exporting.state).toBe('done');
		expect(exporting.done).toBeGreaterThanOrEqual(100);
	});

	test('that cannot be made is said, and nothing half made is handed over', async () => {
		const files = downloads();
		const broken = () => {
			throw new Error('a text is missing');
		};
		const exporting = new Exporting(given.services, journalOf([aNote('a')]));
		await exporting.make(broken, 'en', true);
		expect(exporting.state).toBe('failed');
		expect(files).toEqual([]);
	});
});
