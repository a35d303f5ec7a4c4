import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftKey, draftKeysOf, lockOf, noteOfDraft, noteOfLock } from '$lib/domain/note';

test('a draft is found again by its note, whichever tab wrote it, and never by another', () => {
	fc.assert(
		fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (note, other, tab) => {
			fc.pre(note !== other);
			const key = draftKey(note, tab);
			expect(noteOfDraft(key)).toBe(note);
			expect(noteOfLock(lockOf(key))).toBe(note);
			expect(key.startsWith(draftKeysOf(note))).toBe(true);
			expect(key.startsWith(draftKeysOf())).toBe(true);
			expect(key.startsWith(draftKeysOf(other))).toBe(false);
		})
	);
});

test('drafts from before are known by the same key', () => {
	expect(draftKey('a1', 't2')).toBe('note:a1:t2');
	expect(lockOf('note:a1:t2')).toBe('envol note:a1:t2');
});

test('the draft of something else, and any other lock, is of no note', () => {
	for (const key of ['own-step', 'own-idea', '', 'note:']) expect(noteOfDraft(key)).toBeUndefined();
	for (const lock of ['note:a:b', 'envol own-step', 'other']) expect(noteOfLock(lock)).toBeUndefined();
});
