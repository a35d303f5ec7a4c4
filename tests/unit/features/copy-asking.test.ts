import { describe, expect, test } from 'vitest';
import { addDays, instantOf, localDay } from '$lib/domain/local-day';
import type { NoteDraft } from '$lib/domain/note';
import { CopyAsking } from '$lib/features/today/copy-asking.svelte';
import { givenServices } from '../../support/services';

const today = localDay('2026-11-21');

describe('Today asks for a copy', () => {
	const given = givenServices();
	async function write(count: number, id = 'n', day = today): Promise<void> {
		for (let i = 0; i < count; i++) {
			const draft: NoteDraft = { id: `${id}${i}`, day, text: 'words', tags: [], chimes: [] };
			await given.storage.notes.save(draft, `note-${id}${i}`, instantOf(today) + i);
		}
	}

	test('softly after three notes, until the person says "Not now", and again after an undo', async () => {
		const asking = new CopyAsking(given.services, () => []);
		const screen = given.watch(() => asking.isAsked);
		await write(2);
		await write(3, 'example-', addDays(today, -9));
		await given.storage.copies.change((copies) => copies);
		expect(screen.now).toBe(false);
		await write(3);
		await given.until(() => asking.isAsked);
		await asking.notNow();
		await given.until(() => !asking.isAsked);
		expect(given.services.status.line?.key).toBe('copies.ask.later');
		await given.services.status.undo();
		await given.until(() => asking.isAsked);
	});

	test('a copy of today is enough; one of last month, with words since, is not', async () => {
		const asking = new CopyAsking(given.services, () => []);
		given.watch(() => asking.isAsked);
		await write(3);
		await given.until(() => asking.isAsked);
		await given.storage.copies.change(() => ({ savedAt: instantOf(today) + 3_600_000 }));
		await given.until(() => !asking.isAsked);
		await given.storage.copies.change(() => ({ savedAt: instantOf(addDays(today, -30)) }));
		await given.until(() => asking.isAsked);
	});
});
