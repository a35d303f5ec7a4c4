import { describe, expect, test, vi } from 'vitest';
import { draftKey, draftKeysOf, newDraft } from '$lib/domain/note';
import { localDay } from '$lib/domain/local-day';
import { UnsavedWords } from '$lib/features/hope/unsaved-words.svelte';
import { aPhoto } from '../../support/builders';
import { givenServices } from '../../support/services';

const given = givenServices();
const day = localDay('2026-11-20');
const picture = () => ({ picture: new Blob(['p']), thumbnail: new Blob(['t']) });
const keep = (id: string, at: number) =>
	given.storage.drafts.save({
		key: draftKey(id, 'tab'),
		text: JSON.stringify(newDraft(id, day, { text: `Words of ${id}` })),
		at
	});
const textsOf = ({ all }: UnsavedWords) => all.map(({ note }) => note.text);

describe('words that were begun', () => {
	test('are found with their photos, the latest first, and then the page is ready', async () => {
		await keep('one', 1);
		await keep('two', 2);
		await given.storage.drafts.save({ key: draftKey('three', 'tab'), text: 'not a draft', at: 3 });
		await given.storage.photos.add(aPhoto('p1', 'one'), picture());
		const unsaved = new UnsavedWords(given.services);
		expect(unsaved.isReady).toBe(false);
		await unsaved.open();
		expect(unsaved.isReady).toBe(true);
		expect(unsaved.all.map(({ note, photos }) => [note.text, photos])).toEqual([
			['Words of two', 0],
			['Words of one', 1]
		]);
	});

	test('that were let go come back with an undo, and their photos with them', async () => {
		await keep('one', 1);
		await given.storage.photos.add(aPhoto('p1', 'one'), picture());
		const unsaved = new UnsavedWords(given.services);
		await unsaved.open();
		await unsaved.discard(unsaved.all[0]!);
		expect(unsaved.all).toEqual([]);
		expect(await given.storage.drafts.list(draftKeysOf())).toEqual([]);
		expect(await given.storage.photos.observeOf('one').first()).toEqual([]);
		await given.services.status.undo();
		expect(textsOf(unsaved)).toEqual(['Words of one']);
		expect(unsaved.all[0]!.photos).toBe(1);
	});

	test('never hold the page up: where they cannot be read it is ready, and shows what it had', async () => {
		await keep('one', 1);
		const unsaved = new UnsavedWords(given.services);
		await unsaved.look();
		vi.spyOn(given.storage.drafts, 'list').mockRejectedValue(new Error('no'));
		await unsaved.open();
		expect(unsaved.isReady).toBe(true);
		expect(textsOf(unsaved)).toEqual(['Words of one']);
	});
});
