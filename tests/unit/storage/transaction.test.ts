import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import { noExtras } from '$lib/domain/prescription';
import { together } from '$lib/storage/together';
import type { Storage } from '$lib/storage/types';
import { aStep, stepsNamed } from '../../support/builders';
import { drivers } from '../../support/drivers';
import { follow, latest } from '../../support/open-database';

const today = localDay('2026-11-21');
const sheet = { ...noExtras('fr'), date: today, signs: [{ words: 'je dors moins' }] };
const stepsIn = async (storage: Storage) => (await latest(storage.plan.observe())).map(({ id }) => id);
const sheetIn = (storage: Storage) => latest(storage.sheet.observe());
const fullDevice = () => Object.assign(new Error('full'), { name: 'QuotaExceededError' });

describe.each(drivers)('with %s', (_kind, open) => {
	let storage: Storage;
	beforeEach(async () => {
		storage = await open();
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await storage.erase();
	});

	test('a plan and what goes with it are kept together, and one undo takes back both', async () => {
		await storage.sheet.change(() => sheet);
		const undo = await together(
			storage,
			['plan', 'sheet'],
			[
				() => storage.plan.change((steps) => [...steps, aStep({ id: 'b', order: 1 })]),
				() => storage.sheet.change((kept) => kept && { ...kept, layout: 'large' })
			]
		);
		expect(await sheetIn(storage)).toEqual({ ...sheet, layout: 'large' });
		expect(await stepsIn(storage)).toEqual(['b']);
		await undo();
		expect(await sheetIn(storage)).toEqual(sheet);
		expect(await stepsIn(storage)).toEqual([]);
	});

	test('when the second of two cannot be kept, neither is, and the reason is said', async () => {
		await storage.plan.change(() => stepsNamed('mine'));
		await expect(
			storage.transaction(['plan', 'sheet'], async () => {
				await storage.plan.change(() => stepsNamed('a', 'b'));
				await storage.sheet.change(() => {
					throw fullDevice();
				});
			})
		).rejects.toMatchObject({ name: 'StorageError', reason: 'full' });
		expect(await stepsIn(storage)).toEqual(['mine']);
		expect(await sheetIn(storage)).toBeUndefined();
	});

	test('a failure after both were written leaves neither, nor one that was caught on the way', async () => {
		await expect(
			storage.transaction(['plan', 'days'], async () => {
				await storage.plan.change(() => stepsNamed('a'));
				await storage.days.change(today, (day) => withNote(day, 'mine'));
				throw fullDevice();
			})
		).rejects.toMatchObject({ reason: 'full' });
		await expect(
			storage.transaction(['plan', 'days'], async () => {
				await storage.plan.change(() => stepsNamed('a'));
				await storage.days
					.change(today, () => {
						throw fullDevice();
					})
					.catch(() => undefined);
			})
		).rejects.toMatchObject({ name: 'StorageError' });
		expect(await stepsIn(storage)).toEqual([]);
		expect(await latest(storage.days.observe(today))).toBeUndefined();
	});

	test('when the browser stumbles in the middle, the whole is tried again, and is there once', async () => {
		let tries = 0;
		await storage.transaction(['plan', 'notes', 'sheet'], async () => {
			await storage.notes.save({ ...newDraft('n', today), text: 'x' }, 'note:n:tab', 5);
			await storage.plan.change((steps) => [...steps, ...stepsNamed('a')]);
			if (++tries === 1) throw new DOMException('stumbled', 'UnknownError');
			await storage.sheet.change(() => sheet);
		});
		expect(tries).toBe(2);
		expect(await stepsIn(storage)).toEqual(['a']);
		expect(await latest(storage.notes.observeStitches())).toBe(1);
		expect(await sheetIn(storage)).toEqual(sheet);
	});

	test('an undo of several that cannot be kept whole takes nothing back', async () => {
		const undo = await together(
			storage,
			['plan', 'sheet'],
			[
				() => storage.plan.change(() => stepsNamed('a')),
				async () => {
					await storage.sheet.change(() => sheet);
					return async () => {
						throw fullDevice();
					};
				}
			]
		);
		await expect(undo()).rejects.toMatchObject({ reason: 'full' });
		expect(await stepsIn(storage)).toEqual(['a']);
		expect(await sheetIn(storage)).toEqual(sheet);
	});

	test('other tabs, and this one, hear of it only once all of it is kept', async () => {
		const heard: boolean[] = [];
		let isOver = false;
		const otherTab = new BroadcastChannel('x-storagemutated-1');
		otherTab.onmessage = ({ data }: MessageEvent<Record<string, unknown>>) => {
			if (Object.keys(data).some((part) => part.includes('/steps/'))) heard.push(isOver);
		};
		const here = follow(storage.plan.observe());
		await here.until((steps) => steps.length === 0);
		await storage
			.transaction(['plan', 'sheet'], async () => {
				await storage.plan.change(() => stepsNamed('a'));
				throw fullDevice();
			})
			.catch(() => undefined);
		await storage.transaction(['plan', 'sheet'], async () => {
			await storage.plan.change(() => stepsNamed('b'));
			await storage.sheet.change(() => sheet);
			isOver = true;
		});
		await here.until((steps) => steps.length === 1);
		await vi.waitFor(() => expect(heard).toEqual([true]));
		expect(here.seen.map((steps) => steps.map(({ id }) => id))).toEqual([[], ['b']]);
		here.stop();
		otherTab.close();
	});
});
