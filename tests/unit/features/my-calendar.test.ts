import { beforeEach, expect, test, vi } from 'vitest';
import { addDays, localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import { MyCalendar } from '$lib/features/plan/calendar/my-calendar.svelte';
import { saveFile } from '$lib/platform/download';
import { firstOf } from '$lib/app/keeping/live.svelte';
import { aStep } from '../../support/builders';
import { keys } from '../../support/keys';
import { givenServices, noRoomFor } from '../../support/services';

vi.mock('$lib/platform/download', () => ({ saveFile: vi.fn() }));
const given = givenServices();
const today = localDay('2026-11-21');

beforeEach(() => vi.mocked(saveFile).mockClear());

async function aCalendar() {
	const calendar = new MyCalendar(given.services);
	given.watch(() => [calendar.isReady, calendar.chosen, calendar.isIn, calendar.made, calendar.withoutTime]);
	await calendar.open();
	await given.until(() => calendar.isReady);
	return calendar;
}

async function withADay() {
	await given.storage.plan.change(() => [
		aStep({ id: 'a', words: 'Walk the dog', moment: 'morning', detail: '8:30' }),
		aStep({ id: 'b', words: 'Call Léa', moment: 'evening', order: 1 }),
		aStep({ id: 'c', words: 'Breathe', order: 2 })
	]);
	await given.storage.planNotes.change((notes) => ({
		...notes,
		visitOn: addDays(today, 4),
		visitWho: 'Dr Roy'
	}));
	await given.storage.notes.save(
		{ ...newDraft('l', today), text: 'Dear me', openOn: addDays(today, 90) },
		'',
		1
	);
	return aCalendar();
}

/** The file that was handed out last. */
async function file(): Promise<{ name: string; text: string }> {
	const [name, blob] = vi.mocked(saveFile).mock.lastCall!;
	expect(blob.type).toBe('text/calendar;charset=utf-8');
	const text = await new Promise<string>((resolve) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result as string);
		reader.readAsText(blob);
	});
	return { name, text: text.replaceAll('\r\n ', '') };
}
const offerOf = (calendar: MyCalendar, id: string) => calendar.offers.find((offer) => offer.id === id)!;

test('nothing goes in that the person did not tick, and a step without a time is counted apart', async () => {
	const calendar = await withADay();
	expect(calendar.offers.map(({ id }) => id)).toEqual(['step:a', 'step:b', 'visit', 'letter:l']);
	expect([calendar.chosen, calendar.isIn, calendar.withoutTime]).toEqual([[], false, 1]);
});

test('the file has one discreet name for all, and no word of the person', async () => {
	const calendar = await withADay();
	for (const id of ['step:a', 'visit', 'letter:l']) await calendar.choose(offerOf(calendar, id), true);
	await calendar.setTime(offerOf(calendar, 'step:a'), 7 * 60 + 5);
	await given.until(() => calendar.timeOf(offerOf(calendar, 'step:a')) === 425);
	expect(calendar.whenOf(keys, 'en', offerOf(calendar, 'step:a'))).toContain('7:05');
	await calendar.putIn(keys);
	await given.until(() => calendar.made === 'in');
	const { name, text } = await file();
	expect(name).toBe('calendar.file.name-2026-11-21.ics');
	expect(text.match(/^SUMMARY:.*$/gm)).toEqual(Array(4).fill('SUMMARY:Envol'));
	expect(text).not.toMatch(/dog|Roy|Dear|visit|letter|step/i);
	expect(text).toContain('DTSTART:20261122T070500');
	await given.until(() => calendar.isIn);

	// a reload: what is in stays ticked
	const again = await aCalendar();
	expect(again.chosen.map(({ id }) => id)).toEqual(['step:a', 'visit', 'letter:l']);
});

test('own words when wanted; a new file changes the same events, and the last one takes all of them out', async () => {
	const calendar = await withADay();
	await calendar.sayWhat(true);
	await calendar.choose(offerOf(calendar, 'step:a'), true);
	await calendar.choose(offerOf(calendar, 'visit'), true);
	await given.until(() => calendar.chosen.length === 2);
	await calendar.putIn(keys);
	const first = await file();
	expect(first.text).toContain('SUMMARY:Walk the dog');
	expect(first.text).toContain('Dr Roy');
	const uids = first.text.match(/^UID:.*$/gm)!;
	expect(new Set(uids).size).toBe(3);

	await given.until(() => calendar.isIn);
	await calendar.choose(offerOf(calendar, 'visit'), false);
	await calendar.sayWhat(false);
	await calendar.typeWord('Tea; time', () => 'Tea; time');
	await given.until(() => calendar.name === 'Tea; time' && calendar.chosen.length === 1);
	await calendar.putIn(keys);
	const second = (await file()).text;
	expect(second.match(/^UID:.*$/gm)).toEqual(uids);
	expect(second.match(/^SEQUENCE:1$/gm)).toHaveLength(3);
	expect(second.match(/^STATUS:CANCELLED$/gm)).toHaveLength(2);
	expect(second.match(/^SUMMARY:.*$/gm)).toEqual(Array(3).fill(String.raw`SUMMARY:Tea\; time`));

	await calendar.takeOut(keys);
	await given.until(() => calendar.made === 'out' && !calendar.isIn && calendar.wasIn);
	const out = await file();
	expect(out.name).toBe('calendar.out.name-2026-11-21.ics');
	expect(out.text).toContain('METHOD:CANCEL');
	expect(out.text.match(/^UID:.*$/gm)).toEqual(uids);
	expect(calendar.chosen).toEqual([]);
});

test('no file is handed out that Envol would not know of later', async () => {
	const calendar = await withADay();
	await calendar.choose(offerOf(calendar, 'step:b'), true);
	await given.until(() => calendar.chosen.length === 1);
	noRoomFor('settings');
	await calendar.putIn(keys);
	expect(saveFile).not.toHaveBeenCalled();
	expect(calendar.made).toBeUndefined();
	expect(given.services.status.line?.key).toBe('shell.storage.full');
	expect((await firstOf(given.storage.calendar.observe())).putIn).toEqual({});
});
