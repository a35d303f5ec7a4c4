import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { SheetDraft } from '$lib/features/sheet/editor/sheet-draft.svelte';
import { MySheet } from '$lib/features/sheet/my-sheet.svelte';
import { aStep, idsInOrder, stepsNamed } from '../../support/builders';
import { latest } from '../../support/open-database';
import { givenServices, noRoomFor } from '../../support/services';

const given = givenServices();
const plan = () => latest(given.storage.plan.observe());
const keptSheet = () => latest(given.storage.sheet.observe());

async function mySheet() {
	const { services } = given;
	const draft = new SheetDraft('en', services.clock.today, idsInOrder(), async () => undefined);
	const prepared = vi.fn(() => Promise.resolve());
	const sheet = new MySheet(services, 'en', draft, prepared);
	await sheet.load();
	/** Kept, whatever is still on its way. */
	const written = async () => {
		flushSync();
		sheet.changed();
		await sheet.autosave.now();
	};
	return { draft, sheet, prepared, written };
}

describe('my own sheet', () => {
	test('begins with the steps of my plan, without an example or what was put away', async () => {
		await given.storage.plan.change(() => [
			...stepsNamed('a', 'b'),
			aStep({ id: 'c', order: 2, isExample: true }),
			aStep({ id: 'd', order: 3, putAwayAt: 5 })
		]);
		const { draft, sheet, prepared } = await mySheet();
		expect(draft.rows.map(({ key, words, isOn }) => [key, words, isOn])).toEqual([
			['a', 'step a', true],
			['b', 'step b', true]
		]);
		expect(prepared).toHaveBeenCalledWith(expect.objectContaining({ lines: expect.any(Array) as unknown }));
		expect([sheet.isReady, sheet.kept]).toEqual([true, 'as-it-was']);
		expect(draft.date).toBe('2026-11-21');
	});

	test('writes nothing before something was changed', async () => {
		await given.storage.plan.change(() => stepsNamed('a'));
		const { written, sheet } = await mySheet();
		await written();
		expect(sheet.kept).toBe('as-it-was');
		expect(await keptSheet()).toBeUndefined();
	});

	test('keeps what is written: new steps and changed ones in the plan, the rest with the sheet', async () => {
		await given.storage.plan.change(() => stepsNamed('a', 'b'));
		const { draft, sheet, written } = await mySheet();
		draft.edit('a', { words: 'Walk with Sam' });
		draft.addOwn('Feed the cat', 'engage');
		draft.change({ layout: 'large', signs: [{ words: 'I hum' }] });
		draft.onPaper({ teamPhone: '514 555-0123' });
		await written();
		expect(sheet.kept).toBe('saved');
		expect((await plan()).map(({ words }) => words)).toEqual(['Walk with Sam', 'step b', 'Feed the cat']);
		expect(await keptSheet()).toMatchObject({ layout: 'large', signs: [{ words: 'I hum' }], teamPhone: '514 555-0123' }); // prettier-ignore
		// and is there again at the next visit
		const again = await mySheet();
		expect(again.draft.rows.map(({ words }) => words)).toEqual(['Walk with Sam', 'step b', 'Feed the cat']);
		expect(again.draft.extras.layout).toBe('large');
		expect(again.draft.paper.teamPhone).toBe('514 555-0123');
	});

	test('a step taken off the sheet is put away with its history; what another page added meanwhile stays', async () => {
		await given.storage.plan.change(() => stepsNamed('a', 'b'));
		const { draft, written } = await mySheet();
		await given.storage.plan.change((steps) => [...steps, aStep({ id: 'elsewhere', order: 7 })]);
		draft.remove('b');
		await written();
		const steps = await plan();
		expect(steps.find(({ id }) => id === 'b')?.putAwayAt).toBeDefined();
		expect(steps.find(({ id }) => id === 'elsewhere')?.putAwayAt).toBeUndefined();
	});

	test('a date that was taken out stays out', async () => {
		const { draft, written } = await mySheet();
		draft.setDate(undefined);
		await written();
		expect((await keptSheet())?.isUndated).toBe(true);
		expect((await mySheet()).draft.paper.isUndated).toBe(true);
		draft.setDate(localDay('2026-12-01'));
		await written();
		expect(await keptSheet()).toMatchObject({ date: '2026-12-01' });
		expect((await keptSheet())?.isUndated).toBeUndefined();
	});

	test('what cannot be kept is not said to be, and is kept once there is room', async () => {
		const { draft, sheet, written } = await mySheet();
		draft.addOwn('Feed the cat', 'engage');
		noRoomFor('steps');
		await written();
		expect(sheet.kept).toBe('not-kept');
		expect(given.services.status.line).toMatchObject({ key: 'shell.storage.full', tone: 'trouble' });
		expect(await plan()).toEqual([]);
		expect(await keptSheet()).toBeUndefined();
		vi.restoreAllMocks();
		draft.addOwn('Water the plant', 'engage');
		await written();
		expect(sheet.kept).toBe('saved');
		expect((await plan()).map(({ words }) => words)).toEqual(['Feed the cat', 'Water the plant']);
	});

	test('what is written while it is being kept is kept in its turn', async () => {
		const { draft, sheet } = await mySheet();
		draft.addOwn('Feed the cat', 'engage');
		sheet.changed();
		const keeping = sheet.autosave.now();
		draft.addOwn('Water the plant', 'engage');
		sheet.changed();
		await keeping;
		await sheet.autosave.now();
		expect(sheet.kept).toBe('saved');
		expect(await plan()).toHaveLength(2);
	});
});
