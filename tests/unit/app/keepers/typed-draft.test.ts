import { describe, expect, test, vi } from 'vitest';
import { RecordWriter } from '$lib/app/keepers/record-writer';
import { TypedDraft } from '$lib/app/keepers/typed-draft.svelte';
import type { Outcome } from '$lib/domain/outcome';
import { latest } from '../../../support/open-database';
import { givenServices, noRoomFor } from '../../../support/services';

const given = givenServices();
const line = () => given.services.status.line?.key;
const answering = (outcome: Outcome) => () => Promise.resolve(outcome);

describe('words being typed', () => {
	const kept = async () => (await given.storage.drafts.read('own-step'))?.text;
	function type(draft: TypedDraft, words: string) {
		draft.words = words;
		draft.typed();
	}

	test('come back where the person left them', async () => {
		const draft = new TypedDraft(given.services, 'own-step');
		const leave = draft.start();
		type(draft, 'Call S');
		leave();
		await vi.waitFor(async () => expect(await kept()).toBe('Call S'));
		const again = new TypedDraft(given.services, 'own-step');
		const leaveAgain = again.start();
		await given.until(() => again.words === 'Call S');
		leaveAgain();
	});

	test('of before never come over what is typed meanwhile', async () => {
		await given.storage.drafts.save({ key: 'own-step', text: 'of before', at: 1 });
		const read = vi.spyOn(given.storage.drafts, 'read');
		const draft = new TypedDraft(given.services, 'own-step');
		const leave = draft.start();
		type(draft, 'now');
		await vi.waitFor(() => expect(read).toHaveBeenCalled());
		await read.mock.results[0]!.value;
		expect(draft.words).toBe('now');
		leave();
	});

	test('are given once, and nothing of them waits any more', async () => {
		const draft = new TypedDraft(given.services, 'own-step');
		type(draft, ' Call Sam ');
		const taken: string[] = [];
		const take = (words: string) => {
			taken.push(words);
			return Promise.resolve<Outcome>('durable');
		};
		await Promise.all([draft.give(take), draft.give(take)]);
		expect(taken).toEqual([' Call Sam ']);
		expect(draft.words).toBe('');
		expect(await kept()).toBeUndefined();
	});

	test('come back where they could not be kept, unless others were typed meanwhile', async () => {
		const draft = new TypedDraft(given.services, 'own-step');
		type(draft, 'Call Sam');
		await draft.give(answering('failed'));
		expect(draft.words).toBe('Call Sam');
		expect(await kept()).toBe('Call Sam');
		await draft.give(() => {
			type(draft, 'Walk');
			return Promise.resolve('failed');
		});
		expect(draft.words).toBe('Walk');
	});

	test('are asked for where there are none, until something is typed', async () => {
		const draft = new TypedDraft(given.services, 'own-step');
		type(draft, ' \u200b ');
		await draft.give(() => Promise.reject(new Error('nothing to take')));
		expect(draft.isAsked).toBe(true);
		type(draft, 'W');
		expect(draft.isAsked).toBe(false);
	});
});

describe('a small record that is changed', () => {
	const way = async () => (await latest(given.storage.wayOfWriting.observe())).level;
	const notes = async () => latest(given.storage.planNotes.observe());

	test('is said once it is kept, and one undo takes it back', async () => {
		const writer = new RecordWriter(given.services, 'wayOfWriting');
		let undone = 0;
		const saying = { key: 'shell.status.changed' as const, onUndo: () => (undone += 1) };
		expect(await writer.change(() => ({ level: 'long' }), saying)).toBe('durable');
		expect(line()).toBe('shell.status.changed');
		expect(await way()).toBe('long');
		await given.services.status.undo();
		expect(await way()).toBe('sentence');
		expect(undone).toBe(1);
	});

	test('piece by piece in one field is one undo, and a field after another begins anew', async () => {
		const writer = new RecordWriter(given.services, 'planNotes');
		const type = (field: 'alone' | 'distract', words: string) =>
			writer.change((kept) => ({ ...kept, [field]: words }), { key: 'shell.status.changed', field });
		await type('alone', 'mu');
		await type('alone', 'music');
		await type('distract', 'li');
		await type('distract', 'library');
		await given.services.status.undo();
		expect(await notes()).toEqual({ asks: [], alone: 'music' });
		await type('distract', 'a walk');
		await given.services.status.undo();
		expect(await notes()).toEqual({ asks: [], alone: 'music' });
	});

	test('says why where there is no room', async () => {
		noRoomFor('settings');
		const writer = new RecordWriter(given.services, 'wayOfWriting');
		expect(await writer.change(() => ({ level: 'long' }), { key: 'shell.status.changed' })).toBe('failed');
		expect(line()).toBe('shell.storage.full');
	});
});
