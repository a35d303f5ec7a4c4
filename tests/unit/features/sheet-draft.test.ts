import { expect, test } from 'vitest';
import { SheetDraft } from '$lib/features/sheet/editor/sheet-draft.svelte';
import { ShortUndo } from '$lib/features/sheet/clinic/short-undo';
import { Status } from '$lib/app/status.svelte';
import { localDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import { idsInOrder } from '../../support/builders';
import { aLine, aPrescription } from '../../support/prescriptions';

const today = localDay('2026-11-28');
const aDraft = () => new SheetDraft('en', today, idsInOrder(), async () => undefined);
const words = (draft: SheetDraft) => draft.rows.map(({ words, item, activity }) => words ?? item ?? activity);
const everything = ({ rows, extras, paper, date, isTouched }: SheetDraft) =>
	structuredClone({ rows, extras, paper, date, isTouched });

test('a start on a blank sheet needs no question, and another one takes its place', async () => {
	const draft = aDraft();
	await draft.startWith('first-steps');
	expect(draft.hasRows).toBe(false);
	const first = words(draft);
	const undo = await draft.startWith('sleep');
	expect(words(draft)).not.toEqual(first);
	undo();
	expect(words(draft)).toEqual(first);
	expect(draft.hasRows).toBe(false);
});

test('once somebody wrote or chose a step, a start asks; added, all of theirs stays', async () => {
	const draft = aDraft();
	draft.addOwn('Feed the cat', 'engage');
	expect(draft.hasRows).toBe(true);
	const before = everything(draft);
	const undo = await draft.startWith('first-steps', 'add');
	expect(words(draft)[0]).toBe('Feed the cat');
	expect(draft.rows.length).toBe(6);
	// what is there already comes once
	await draft.startWith('first-steps', 'add');
	expect(draft.rows.length).toBe(6);
	undo();
	expect(everything(draft)).toEqual(before);
});

test('in its place, asked for: one undo brings all of it back, beside what was written since', async () => {
	const draft = aDraft();
	draft.addOwn('Feed the cat', 'engage');
	draft.change({ layout: 'large', signs: [{ words: 'I stop singing' }] });
	const before = everything(draft);
	const undo = await draft.startWith('sleep', 'replace');
	expect(words(draft)).not.toContain('Feed the cat');
	// the look was somebody's choice
	expect(draft.extras.layout).toBe('large');
	const [first] = draft.rows;
	draft.edit(first!.key, { words: 'Get up at 8' });
	draft.change({ agreements: { me: ['I try'], team: [], lovedOnes: [] } });
	undo();
	expect(words(draft)).toEqual(['Feed the cat', 'Get up at 8']);
	expect(draft.extras).toMatchObject({ signs: [{ words: 'I stop singing' }], agreements: { me: ['I try'] } });
	draft.remove(draft.rows[1]!.key);
	draft.change({ agreements: { me: [], team: [], lovedOnes: [] } });
	expect(draft.rows).toEqual(before.rows);
	expect(draft.extras).toEqual(before.extras);
});

test('a step changed after a start that was added stays changed, whatever is undone', async () => {
	const draft = aDraft();
	const key = draft.addOwn('Feed the cat', 'engage');
	const undo = await draft.startWith('sleep', 'add');
	draft.edit(key, { words: 'Feed both cats' });
	undo();
	expect(words(draft)).toEqual(['Feed both cats']);
});

test('a code opened over what is there can be added to it, with what goes with it', async () => {
	const draft = aDraft();
	draft.addOwn('Feed the cat', 'engage');
	draft.change({ layout: 'large', agreements: { me: ['I walk'], team: [], lovedOnes: [] } });
	const before = everything(draft);
	const sheet = aPrescription({
		...noExtras('fr'),
		lines: [aLine({ words: 'feed the CAT' }), aLine({ words: 'Call Sam' })],
		agreements: { me: ['i walk', 'I eat'], team: [], lovedOnes: [] }
	});
	expect(draft.hasWork).toBe(true);
	const undo = await draft.open(sheet, 'add');
	expect(words(draft)).toEqual(['Feed the cat', 'Call Sam']);
	expect(draft.extras).toMatchObject({
		layout: 'large',
		langs: 'en',
		agreements: { me: ['I walk', 'I eat'] }
	});
	undo();
	expect(everything(draft)).toEqual(before);
	(await draft.open(sheet))();
	expect(everything(draft)).toEqual(before);
});

test('what the person says of steps that are on the sheet goes with the undo, and leaves what was written since', async () => {
	const draft = aDraft();
	draft.addOwn('Feed the cat', 'engage');
	const key = draft.addOwn('Call Sam', 'engage');
	const before = everything(draft);
	const sheet = aPrescription({
		lines: ['feed the cat', 'call sam', 'Walk'].map((words) => aLine({ words }))
	});
	const wishes = ['suits', 'smaller', 'change'] as const;
	const undo = await draft.open(sheet, 'add', wishes);
	expect(draft.rows.map(({ wish }) => wish)).toEqual(wishes);
	undo();
	expect(everything(draft)).toEqual(before);

	const again = await draft.open(sheet, 'add', wishes);
	draft.edit(key, { words: 'Call Sam on Friday' });
	again();
	expect(words(draft)).toEqual(['Feed the cat', 'Call Sam on Friday']);
	expect(draft.rows.map(({ wish }) => wish)).toEqual([undefined, undefined]);
});

test('renewed late, a day that has passed is shown, and not printed as an empty line', async () => {
	const draft = aDraft();
	await draft.open(aPrescription({ reviewOn: localDay('2026-11-03'), lines: [aLine({ words: 'Walk' })] }));
	expect(draft.extras.reviewOn).toBe('2026-11-03');
	expect(draft.prescription.reviewOn).toBeUndefined();
	expect(draft.printed.isReviewPast).toBe(true);
	draft.change({ reviewOn: localDay('2026-12-03') });
	expect(draft.printed.isReviewPast).toBeUndefined();
});

test('a date that was taken out is not printed; the code keeps one', () => {
	const draft = aDraft();
	draft.setDate(undefined);
	expect(draft.printed.isUndated).toBe(true);
	expect(draft.prescription.date).toBe(today);
	draft.setDate(localDay('2026-12-01'));
	expect(draft.printed.isUndated).toBeUndefined();
	expect(draft.prescription.date).toBe('2026-12-01');
});

test('"Clear all" gives a way back, which is all that is left', async () => {
	const draft = aDraft();
	await draft.startWith('sleep');
	draft.onPaper({ forName: 'Sam', region: 'CA-QC' });
	draft.change({ signs: [{ words: 'I stop singing' }] });
	const before = everything(draft);
	const back = draft.clear(today);
	expect(draft.rows).toEqual([]);
	expect(draft.paper).toEqual({});
	expect(draft.hasWork).toBe(false);
	back();
	expect(everything(draft)).toEqual(before);
});

test('the way back from "Clear all" goes with the first key, a print or another page', () => {
	for (const sign of ['input', 'beforeprint', 'pagehide']) {
		const status = new Status();
		const undo = new ShortUndo(status);
		const stop = undo.watch();
		undo.offer({ key: 'prescribe.clearedUndo', undo: () => undefined });
		expect(status.line?.undo).toBeDefined();
		dispatchEvent(new Event(sign));
		expect(status.line).toBeUndefined();
		stop();
	}
});

test('what the person says stands beside each row, of a new sheet and of one under way, and goes with the undo', async () => {
	const draft = aDraft();
	const sheet = aPrescription({ lines: ['Walk', 'Read', 'Sing'].map((words) => aLine({ words })) });
	const undo = await draft.open(sheet, 'replace', ['suits', undefined, 'change']);
	expect(draft.rows.map(({ wish }) => wish)).toEqual(['suits', undefined, 'change']);
	// neither paper nor code takes it
	expect(draft.prescription.lines.some((line) => 'wish' in line)).toBe(false);
	undo();
	expect(draft.rows).toEqual([]);
	draft.addOwn('Sing', 'engage');
	await draft.open(sheet, 'add', ['suits', undefined, 'change']);
	expect(draft.rows.map(({ words, wish }) => [words, wish])).toEqual([
		['Sing', 'change'],
		['Walk', 'suits'],
		['Read', undefined]
	]);
});

test('a step in own words takes its time, its detail and its days with it, in one go', () => {
	const draft = aDraft();
	draft.addOwn('Feed the cat', 'engage');
	draft.addOwn('Choir', 'engage', {
		moment: 'evening',
		detail: 'at 7',
		frequency: { kind: 'weekdays', days: [2] }
	});
	expect(draft.prescription.lines).toEqual([
		aLine({ words: 'Feed the cat' }),
		aLine({ words: 'Choir', moment: 'evening', detail: 'at 7', frequency: { kind: 'weekdays', days: [2] } })
	]);
});

test('taking back a renewal that was added takes back what the person says of rows that were there, and no word typed since', async () => {
	const draft = aDraft();
	const sing = draft.addOwn('Sing', 'engage');
	draft.addOwn('Read', 'engage');
	const before = everything(draft);
	const sheet = aPrescription({ lines: ['Sing', 'Read', 'Walk'].map((words) => aLine({ words })) });
	const undo = await draft.open(sheet, 'add', ['change', 'suits', undefined]);
	undo();
	expect(everything(draft)).toEqual(before);
	const again = await draft.open(sheet, 'add', ['change', 'suits', undefined]);
	draft.edit(sing, { detail: 'at seven' });
	again();
	expect(draft.rows.map(({ words, detail, wish }) => [words, detail, wish])).toEqual([
		['Sing', 'at seven', undefined],
		['Read', undefined, undefined]
	]);
});
