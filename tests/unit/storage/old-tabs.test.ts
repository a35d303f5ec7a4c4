import { describe, expect, test, vi } from 'vitest';
import { firstOf } from '$lib/app/keeping/live.svelte';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { planTexts } from '$lib/domain/my-plan';
import { openStorage } from '$lib/storage';
import { typedFields } from '$lib/storage/difference';
import { aStep } from '../../support/builders';
import { freshName, latest, openNewer, openRaw, rowsOf } from '../../support/open-database';

const today = localDay('2026-11-29');
const words = ['one', 'two', 'three', 'four'];

/** Four tabs of this Envol that saw the day and the plan, and then a newer one that opened its database. */
async function fourOldTabs(name: string) {
	const first = await openStorage(false, name);
	await first.plan.change(() => [aStep({ id: 's', words: 'Walk' })]);
	const tabs = [first, ...(await Promise.all([1, 2, 3].map(() => openStorage(true, name))))];
	for (const tab of tabs)
		await Promise.all([
			latest(tab.days.observe(today)),
			latest(tab.planNotes.observe()),
			latest(tab.plan.observe())
		]);
	const newer = await openNewer(name);
	return { tabs, newer };
}

test('every text of the plan counts as typed', () => {
	for (const field of planTexts) expect(typedFields.has(field), field).toBe(true);
});

describe('old tabs, once a newer Envol opened its database', () => {
	test('put every draft where the newer one finds it, and write nothing else there', async () => {
		const name = freshName();
		const { tabs, newer } = await fourOldTabs(name);
		const before = await rowsOf(newer);
		await Promise.all(
			tabs.map((tab, i) => tab.drafts.save({ key: `note:n${i}:${i}`, text: words[i]!, at: i }))
		);
		const { drafts, ...rest } = await rowsOf(newer);
		expect(drafts).toHaveLength(4);
		for (const text of words) expect(JSON.stringify(drafts)).toContain(text);
		expect({ ...rest, drafts: [] }).toEqual({ ...before, drafts: [] });
		newer.close();
	});

	test('lose no word of a small field: the next start has those of all four', async () => {
		const name = freshName();
		const { tabs, newer } = await fourOldTabs(name);
		for (const [i, tab] of tabs.entries()) {
			await tab.days.change(today, (day) => withNote(day, words[i]), true);
			await tab.planNotes.change((notes) => ({ ...notes, alone: words[i]! }), true);
			await tab.plan.change((steps) => steps.map((step) => ({ ...step, detail: words[i]! })), true);
		}
		const { drafts, days, settings } = await rowsOf(newer);
		expect(days).toEqual([]);
		expect(JSON.stringify(settings)).not.toContain('one');
		newer.close();

		// as the newer Envol starts: what was left behind is made up for
		const other = freshName();
		const made = await openStorage(false, other);
		await made.plan.change(() => [aStep({ id: 's', words: 'Walk' })]);
		const raw = await openRaw(other);
		const putting = raw.transaction('drafts', 'readwrite');
		for (const draft of drafts!) putting.objectStore('drafts').put(draft);
		await new Promise((resolve) => (putting.oncomplete = resolve));
		raw.close();
		const next = await openStorage(true, other);
		const notes = await latest(next.planNotes.observe());
		const [step] = await latest(next.plan.observe());
		for (const word of words)
			for (const text of [(await latest(next.days.observe(today)))?.note, notes.alone, step?.detail])
				expect(text).toContain(word);
	});

	test('say of anything else that it was not saved', async () => {
		const { tabs, newer } = await fourOldTabs(freshName());
		await expect(tabs[0]!.days.change(today, (day) => withNote(day, 'x'))).rejects.toMatchObject({
			reason: 'newer'
		});
		const noDrafts = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
			throw new DOMException('no such store', 'NotFoundError');
		});
		await expect(tabs[0]!.drafts.save({ key: 'k', text: 'x', at: 1 })).rejects.toMatchObject({
			reason: 'newer'
		});
		noDrafts.mockRestore();
		newer.close();
	});

	test('hear that a first look failed, and never wait for it', async () => {
		const { tabs, newer } = await fourOldTabs(freshName());
		await expect(firstOf(tabs[1]!.notes.observeOne('n'))).rejects.toMatchObject({
			name: 'DatabaseClosedError'
		});
		newer.close();
	});
});
