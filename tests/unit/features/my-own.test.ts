import { describe, expect, test, vi } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import type { Note, NoteId, PhotoId } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import { MyOwn } from '$lib/features/hard-day/my-own.svelte';
import { givenServices } from '../../support/services';

const given = givenServices();

function myOwn() {
	const own = new MyOwn(given.services);
	given.watch(() => [own.person, own.hasNobody, own.hasPlan, own.kindWords, own.kept]);
	return own;
}
const note = (id: string, fields: Partial<Note> = {}) =>
	given.storage.notes.bring({
		notes: [
			{
				id: id as NoteId,
				day: localDay('2026-11-20'),
				at: 1,
				changedAt: 1,
				text: `note ${id}`,
				tags: [],
				chimes: [],
				...fields
			}
		],
		versions: [],
		stitches: 1
	});
const photo = (id: string, of: string, fields: Partial<Photo> = {}) =>
	given.storage.photos.add(
		{ id: id as PhotoId, note: of as NoteId, at: 1, order: 0, width: 8, height: 6, bytes: 1, alt: '', ...fields }, // prettier-ignore
		{ picture: new Blob(['large']), thumbnail: new Blob(['small']) }
	);

test('with nothing put aside the page is whole without it', async () => {
	const own = myOwn();
	await given.until(() => own.hasNobody);
	expect([own.person, own.hasPlan, own.kindWords, own.kept]).toEqual([undefined, false, undefined, []]);
});

describe('somebody to reach', () => {
	test('is the first of my close ones who has a number that can be called', async () => {
		await given.storage.people.change(() => ({
			a: { id: 'a', order: 0, name: 'Maman', role: 'family' },
			b: { id: 'b', order: 1, name: 'Dr Roy', role: 'doctor', phone: '418 555-0199' },
			c: { id: 'c', order: 2, name: 'Léa', role: 'friend', phone: '514 555-0123' },
			d: { id: 'd', order: 3, name: 'Sam', role: 'friend', phone: '514 555-0100' }
		}));
		const own = myOwn();
		await given.until(() => own.person);
		expect(own.person).toMatchObject({ name: 'Léa' });
		expect(own.hasNobody).toBe(false);
	});

	test('is not said to be missing before that is known', () => {
		const own = myOwn();
		expect(own.hasNobody).toBe(false);
		expect(own.person).toBeUndefined();
	});
});

test('a plan for a crisis and a kind sentence are there once they are written', async () => {
	await given.storage.planNotes.change((notes) => ({ ...notes, alone: 'music' }));
	await given.storage.lines.change(() => ({ lines: [{ id: 'l', words: 'It will pass.', at: 1 }] }));
	const own = myOwn();
	await given.until(() => own.hasPlan && own.kindWords);
	expect(own.kindWords).toBe('It will pass.');
});

describe('what I kept', () => {
	test('comes the latest first, words, answers and pictures together; what was not kept stays away', async () => {
		await note('old', { keptAt: 1 });
		await note('tap', { text: '', prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2', keptAt: 3 });
		await note('other');
		await note('shown', { keptAt: 2, text: '' });
		await photo('p', 'other', { keptAt: 4, alt: 'The lake' });
		const own = myOwn();
		await given.until(() => own.kept.length === 3);
		expect(own.kept.map(({ id }) => id)).toEqual(['p', 'tap', 'old']);
		const [picture, answer, words] = own.kept;
		expect(picture!.photo).toEqual({ id: 'p', alt: 'The lake' });
		expect(answer).toMatchObject({ answer: { prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2' } });
		expect(answer!.text).toBeUndefined();
		expect(words!.text).toBe('note old');
	});

	test('a letter that waits for its day keeps its words to itself', async () => {
		await note('letter', { keptAt: 1, openOn: localDay('2027-01-01') });
		await note('there', { keptAt: 2 });
		const own = myOwn();
		await given.until(() => own.kept.length > 0);
		expect(own.kept.map(({ id }) => id)).toEqual(['there']);
	});

	test('a picture is small where that is kept, else in full, and one that is gone by now is none', async () => {
		await photo('p', 'n', { keptAt: 1 });
		const own = myOwn();
		await given.until(() => own.kept.length === 1);
		const [small, large] = [new Blob(), new Blob()];
		const thumbnail = vi.spyOn(given.storage.photos, 'thumbnail').mockResolvedValue(small);
		vi.spyOn(given.storage.photos, 'picture').mockImplementation(async (id) =>
			id === 'p' ? large : undefined
		);
		const read = (id: string) => own.picture(id as PhotoId);
		expect(await read('p')).toBe(small);
		thumbnail.mockResolvedValue(undefined);
		expect(await read('p')).toBe(large);
		expect(await read('gone')).toBeUndefined();
	});
});
