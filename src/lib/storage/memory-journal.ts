import type { Sound } from '$lib/domain/loose-ends';
import { newestFirst, saved, type Note, type NoteId, type Version } from '$lib/domain/note';
import { inOrder, type Photo } from '$lib/domain/photo';
import { fieldsTakenBack } from './difference';
import { gone, isThere, kept } from './notes';
import type { Content, Draft, NotesRepository, Observable, PhotosRepository, Picture, RecordingsRepository } from './types'; // prettier-ignore

interface MemoryJournal {
	notes: NotesRepository;
	photos: PhotosRepository;
	recordings: RecordingsRepository;
	content: () => Pick<Content, 'notes' | 'photos' | 'recordings'>;
	clear: () => void;
}

/** The journal where nothing can be kept. */
export function createMemoryJournal(
	observe: <T>(read: () => T) => Observable<T>,
	changed: () => void,
	drafts: Map<string, Draft>
): MemoryJournal {
	const notes = new Map<NoteId, Note>();
	const versions: Version[] = [];
	const photos = new Map<string, Photo>();
	const pictures = new Map<string, Picture>();
	const recordings = new Map<string, Sound & { blob: Blob }>();
	let stitches = 0;

	const there = () => [...notes.values()].filter(isThere).sort(newestFirst);
	const therePhotos = () => [...photos.values()].filter(isThere);
	function put(note: Note): void {
		if (!notes.has(note.id)) stitches += 1;
		notes.set(note.id, note);
		changed();
	}
	function update(id: NoteId, change: (note: Note) => Note): void {
		const note = notes.get(id);
		if (note) put(change(note));
	}
	function updatePhoto(id: string, change: (photo: Photo) => Photo): void {
		const photo = photos.get(id);
		if (photo) photos.set(id, change(photo));
		changed();
	}
	function drop(ids: string[]): void {
		for (const id of ids) {
			photos.delete(id);
			pictures.delete(id);
		}
		changed();
	}
	const changePhoto: PhotosRepository['change'] = async (id, change) => {
		const before = photos.get(id);
		updatePhoto(id, change);
		const after = photos.get(id);
		return async () => {
			if (before && after) updatePhoto(id, (present) => fieldsTakenBack(present, before, after));
		};
	};

	return {
		content: () => ({
			notes: there(),
			photos: therePhotos().map((photo) => ({ ...photo, ...pictures.get(photo.id)! })),
			recordings: [...recordings.values()]
		}),
		clear: () => {
			for (const map of [notes, photos, pictures, recordings]) map.clear();
			versions.length = 0;
			stitches = 0;
		},
		notes: {
			observe: () => observe(there),
			observeLatest: (count) => observe(() => there().slice(0, count)),
			observeOne: (id) => observe(() => there().find((note) => note.id === id)),
			observeAbout: (days) => observe(() => there().filter(({ day }) => days.includes(day))),
			observeLetters: (from, to) =>
				observe(() => there().filter(({ openOn }) => openOn && openOn >= from && openOn <= to)),
			observeKept: () =>
				observe(() =>
					there()
						.filter(({ keptAt }) => keptAt !== undefined)
						.sort((a, b) => b.keptAt! - a.keptAt!)
				),
			observeStitches: () => observe(() => stitches),
			save: async (draft, draftKey, at) => {
				const before = notes.get(draft.id);
				const { note, replaced, isJoined } = saved(before, draft, at);
				versions.push(...replaced);
				if (before?.goneAt !== undefined)
					for (const photo of [...photos.values()])
						if (photo.note === note.id && photo.goneAt === before.goneAt)
							updatePhoto(photo.id, (each) => gone(each, undefined));
				drafts.delete(draftKey);
				put(note);
				return { note, isJoined };
			},
			bring: async (note) => {
				if (!notes.has(note.id)) put(note);
			},
			keep: async (id, keptAt) => {
				const before = notes.get(id)?.keptAt;
				update(id, (note) => kept(note, keptAt));
				return async () => update(id, (note) => kept(note, before));
			},
			markOpened: async (id, openedOn) => update(id, (note) => ({ ...note, openedOn })),
			remove: async (id, at) => {
				const of = [...photos.values()].filter((photo) => photo.note === id && isThere(photo));
				const set = (goneAt: number | undefined) => {
					for (const photo of of) updatePhoto(photo.id, (each) => gone(each, goneAt));
					update(id, (note) => gone(note, goneAt));
				};
				set(at);
				return async () => set(undefined);
			},
			versions: async (id) => versions.filter(({ note }) => note === id).reverse(),
			forgetGone: async ({ notes: asked, live, before }) => {
				const mayComeBack = (id: NoteId) =>
					live?.has(id) || [...drafts.keys()].some((key) => key.startsWith(`note:${id}:`));
				const isOver = ({ id, note = id, goneAt }: { id: string; note?: NoteId; goneAt?: number }) =>
					goneAt !== undefined && !mayComeBack(note) && (goneAt < before || asked.includes(id));
				const over = [...notes.values()].filter(isOver).map(({ id }) => id);
				for (const id of over) notes.delete(id);
				drop(
					[...photos.values()]
						.filter((photo) => isOver(photo) || over.includes(photo.note))
						.map(({ id }) => id)
				);
			},
			// a crash leaves nothing of it
			heal: async () => undefined
		},
		photos: {
			observe: () => observe(therePhotos),
			observeKept: () =>
				observe(() =>
					therePhotos().filter(
						({ keptAt, note }) =>
							keptAt !== undefined || there().some((each) => each.id === note && each.keptAt !== undefined)
					)
				),
			observeOf: (note) =>
				observe(() => inOrder([...photos.values()].filter((photo) => photo.note === note))),
			add: async (photo, picture) => {
				photos.set(photo.id, photo);
				pictures.set(photo.id, picture);
				changed();
				return async () => drop([photo.id]);
			},
			change: changePhoto,
			remove: (id, at) => changePhoto(id, (photo) => gone(photo, at)),
			thumbnail: async (id) => pictures.get(id)?.thumbnail,
			picture: async (id) => pictures.get(id)?.picture
		},
		recordings: {
			add: async (sound) => void recordings.set(sound.id, sound),
			read: async (id) => recordings.get(id)?.blob,
			// what this page let go of goes with the page
			remove: async () => async () => undefined,
			drop: async (id) => void recordings.delete(id)
		}
	};
}
