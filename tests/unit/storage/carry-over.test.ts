import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOver } from '$lib/app/carry-over';
import { withNote, type Day } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { draftOf, newDraft } from '$lib/domain/note';
import { noExtras } from '$lib/domain/prescription';
import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import { kindOf, recordNames } from '$lib/storage/kept-records';
import type { RecordRepository, StandIn, Storage } from '$lib/storage/types';
import { aPhoto, aSound, stepsNamed } from '../../support/builders';
import { fullProfile } from '../../support/full-profile';
import { freshName, latest, openRaw, rowsOf } from '../../support/open-database';

const day = localDay('2026-11-22');
const picture = (id: string) => ({ picture: new Blob([`big ${id}`]), thumbnail: new Blob([`small ${id}`]) });
let name: string;
let storage: Storage;
let standIn: StandIn;
beforeEach(async () => {
	name = freshName();
	[storage, standIn] = await Promise.all([openStorage(false, name), openInMemory()]);
});
afterEach(async () => {
	vi.restoreAllMocks();
	await storage.erase();
});

const inOrderOfTime = (day: Day) => ({ ...day, ticks: day.ticks.toSorted((a, b) => a.at - b.at) });
const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted();

test('every table that a person fills while nothing can be kept comes over, row for row', async () => {
	const given = fullProfile('fr', day, 1_700_000_000_000);
	const versions = given.notes.map(({ id }) => ({ note: id, text: `before ${id}`, at: 5 }));
	await standIn.plan.change(() => given.steps);
	for (const each of given.days) await standIn.days.change(each.day, () => each);
	for (const record of recordNames)
		await (standIn[record] as RecordRepository<unknown>).change(() => given.records[record]);
	for (const draft of given.drafts) await standIn.drafts.save(draft);
	await standIn.notes.bring({ notes: given.notes, versions, stitches: given.notes.length + 2 });
	for (const each of given.photos) await standIn.photos.add(each, picture(each.id));
	for (const each of given.sounds) await standIn.recordings.add(aSound(each.id, each.note, each));

	expect(await carryOver(standIn, storage)).toBeUndefined();

	// nothing is written where nobody looks any more
	await expect(standIn.plan.change(() => [])).rejects.toMatchObject({ reason: 'failed' });

	const db = await openRaw(name);
	// what was brought back into a stand-in comes over as if it had been written there
	const { ballast: _, safety: __, ...rows } = await rowsOf(db);
	db.close();
	// a table that is added later fails here until it is carried too
	expect(Object.entries(rows).filter(([, all]) => all.length === 0)).toEqual([]);
	expect(sorted(rows.steps!.map((row) => ({ ...(row as object), order: 0 })))).toEqual(
		sorted(given.steps.map((step) => ({ ...step, order: 0 })))
	);
	expect((rows.days as Day[]).map(inOrderOfTime)).toEqual(
		given.days.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map(inOrderOfTime)
	);
	expect(sorted(rows.drafts!)).toEqual(sorted(given.drafts));
	expect(sorted(rows.notes!)).toEqual(sorted(given.notes));
	expect(sorted(rows.versions!.map((row) => ({ ...(row as object), key: undefined })))).toEqual(
		sorted(versions)
	);
	expect(sorted(rows.photos!)).toEqual(sorted(given.photos));
	for (const { id } of given.photos) {
		expect(await (await storage.photos.picture(id))?.text()).toBe(`big ${id}`);
		expect(await (await storage.photos.thumbnail(id))?.text()).toBe(`small ${id}`);
	}
	for (const { id } of given.sounds)
		expect(await (await storage.recordings.read(id))?.text()).toBe(`sound ${id}`);
	for (const record of recordNames) {
		const { parse } = kindOf(record);
		const kept = (rows.settings as { key: string; value: unknown }[]).find(({ key }) => key === record);
		expect(kept?.value, record).toEqual(parse(given.records[record]));
	}
	expect(await latest(storage.notes.observeStitches())).toBe(given.notes.length + 2);
});

test('beside what was kept before, nothing of either is lost: notes of a day, the sheet, drafts, photos of a note', async () => {
	const agreed = (words: string) => ({ me: [words], team: [], lovedOnes: [] });
	await storage.days.change(day, (record) => withNote(record, 'before'));
	await storage.sheet.change(() => ({
		...noExtras('fr'),
		date: day,
		teamPhone: '514 555-0123',
		agreements: agreed('I walk')
	}));
	await storage.drafts.save({ key: 'plan:words', text: 'newer', at: 9 });
	await storage.plan.change(() => stepsNamed('a'));
	await standIn.days.change(day, (record) => withNote(record, 'since'));
	await standIn.sheet.change(() => ({ ...noExtras('en'), date: day, agreements: agreed('I call') }));
	await standIn.drafts.save({ key: 'plan:words', text: 'older', at: 3 });
	await standIn.drafts.save({ key: 'note:n:tab', text: '{}', at: 3 });
	await standIn.plan.change(() => stepsNamed('b'));
	for (let again = 0; again < 2; again++) {
		await carryOver(standIn, storage);
		expect((await latest(storage.days.observe(day)))?.note).toBe('before\n\nsince');
		expect(await latest(storage.sheet.observe())).toMatchObject({
			langs: 'en',
			teamPhone: '514 555-0123',
			agreements: { me: ['I call', 'I walk'] }
		});
		expect((await storage.drafts.list('')).map(({ text }) => text)).toEqual(['newer', '{}']);
		expect((await latest(storage.plan.observe())).map(({ id }) => id)).toEqual(['a', 'b']);
	}
});

test('what was deleted meanwhile stays deleted, comes over to be brought back, and a sound let go of stays gone', async () => {
	const { note } = await standIn.notes.save({ ...newDraft('n', day), text: 'Soup' }, '', 1);
	await standIn.notes.save({ ...draftOf(note), text: 'Bread' }, '', 2);
	await standIn.photos.add(aPhoto('p', 'n'), picture('p'));
	await standIn.recordings.add(aSound('v', 'n'));
	await standIn.recordings.remove('v', 3);
	await standIn.notes.remove('n', 3);
	await carryOver(standIn, storage);
	expect(await latest(storage.notes.observe())).toEqual([]);
	expect(await latest(storage.photos.observe())).toEqual([]);
	expect((await storage.notes.versions('n')).map(({ text }) => text)).toEqual(['Soup']);
	await storage.notes.save({ ...draftOf(note), text: 'Bread and soup' }, '', 4);
	expect((await latest(storage.photos.observeOf('n'))).map(({ id }) => id)).toEqual(['p']);
	await storage.notes.heal(new Set(), 3 + 3_600_001, () => day);
	expect(await storage.recordings.read('v')).toBeUndefined();
});

test('words that cannot be kept come over not at all, and stay where they are', async () => {
	await standIn.plan.change(() => stepsNamed('a'));
	await standIn.notes.save({ ...newDraft('n', day), text: 'Soup' }, '', 1);
	vi.spyOn(storage.notes, 'bring').mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
	await expect(carryOver(standIn, storage)).rejects.toMatchObject({ reason: 'full' });
	expect(await latest(storage.plan.observe())).toEqual([]);
	// the stand-in works on
	await standIn.plan.change((steps) => [...steps, ...stepsNamed('b')]);
	expect(await latest(standIn.plan.observe())).toHaveLength(2);
});

test('where there is room for words and not for pictures, the words come, the rest is told, and comes later', async () => {
	await standIn.notes.save({ ...newDraft('n', day), text: 'Soup' }, '', 1);
	for (const id of ['p', 'q']) await standIn.photos.add(aPhoto(id, 'n'), picture(id));
	await standIn.recordings.add(aSound('v', 'n'));
	const full = vi
		.spyOn(storage.photos, 'add')
		.mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
	vi.spyOn(storage.recordings, 'add').mockRejectedValueOnce(new Error('failed'));
	const left = await carryOver(standIn, storage);
	expect((await latest(storage.notes.observe())).map(({ text }) => text)).toEqual(['Soup']);
	expect(left?.photos.map(({ id }) => id)).toEqual(['p']);
	expect(left?.recordings.map(({ id }) => id)).toEqual(['v']);
	full.mockRestore();
	expect(await carryOver(left!, storage)).toBeUndefined();
	expect((await latest(storage.photos.observe())).map(({ id }) => id)).toEqual(['p', 'q']);
	expect(await (await storage.recordings.read('v'))?.text()).toBe('sound v');
});
