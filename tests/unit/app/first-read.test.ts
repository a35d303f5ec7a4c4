import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServices } from '$lib/app/services.svelte';
import { createDatabase } from '$lib/storage/database';
import { HardDayKeeper } from '$lib/app/keepers/hard-day-keeper.svelte';
import { dayListOf } from '$lib/domain/day-list';
import { addDays, localDay } from '$lib/domain/local-day';
import { DayView } from '$lib/features/today/day-view.svelte';
import { firstRead, type FirstRead } from '$lib/platform/first-read';
import { lockKey } from '$lib/platform/mirror';
import { createVeil, newVeilKey } from '$lib/platform/veil';
import { begin } from '../../../src/early/first-read';
import { aDay, aStep } from '../../support/builders';
import { openNewer } from '../../support/open-database';
import { givenServices } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');

const walk = aStep({ id: 'walk', frequency: { kind: 'weekly', times: 1 } });
const once = aStep({ id: 'once', frequency: { kind: 'once' }, createdAt: Date.UTC(2026, 9, 1) });

beforeEach(async () => {
	await given.storage.plan.change(() => [walk, once]);
	await given.storage.days.change(today, () => aDay(today, ['walk'], { note: 'words' }));
	await given.storage.days.change(localDay('2026-10-02'), () => aDay('2026-10-02', ['once']));
	await given.storage.days.change(localDay('2026-01-01'), () => aDay('2026-01-01', ['walk']));
});
afterEach(() => {
	delete window.envolFirstRead;
	delete window.envolEarlyList;
	vi.restoreAllMocks();
	for (const name of ['envol-8', 'envol-9']) indexedDB.deleteDatabase(name);
});

/** Today on screen, beside a database that opens only when it is told to. */
function open() {
	const services = createServices();
	const opening = vi.spyOn(services.gate, 'open').mockReturnValue(new Promise(() => undefined));
	const view = new DayView(services, 'today');
	const hardDay = new HardDayKeeper(services);
	const screen = given.watch(() => ({ isReady: view.isReady, list: view.list, hardDay: hardDay.isReady }));
	void view.open();
	void hardDay.open();
	return { services, view, screen, opening };
}

describe('the first read', () => {
	test('wakes Today before its database is opened, with the same list', async () => {
		begin();
		const { view, screen, opening } = open();
		await given.until(() => screen.now.isReady);
		expect(opening).not.toHaveBeenCalled();
		expect(view.record).toEqual(aDay(today, ['walk'], { note: 'words' }));
		const records = [aDay('2026-10-02', ['once'])];
		expect(screen.now.list).toEqual(
			dayListOf([walk, once], today, records, undefined, aDay(today, ['walk']))
		);
		expect(screen.now.hardDay).toBe(true);
		// the database opens after the frame
		await vi.waitFor(() => expect(opening).toHaveBeenCalled());
	});

	test('gives way to what the database says, here and in any tab', async () => {
		begin();
		const services = createServices();
		const view = new DayView(services, 'today');
		const screen = given.watch(() => [view.isReady && view.plan.steps.length, view.record.ticks.length]);
		await view.open();
		await given.until(() => screen.now[0] === 2);
		await given.storage.plan.change((steps) => [...steps, aStep({ id: 'new' })]);
		await given.until(() => screen.now[0] === 3);
		await given.storage.days.change(today, (day) => ({ ...day, ticks: [] }));
		await given.until(() => screen.now[1] === 0);
		expect(services.gate.trouble).toBeUndefined();
	});

	test('keeps a tap that is made before the database is open', async () => {
		begin();
		const services = createServices();
		const view = new DayView(services, 'today');
		const screen = given.watch(() => [view.isReady, view.record.ticks.length]);
		void view.open();
		await given.until(() => screen.now[0]);
		const ticked = view.tick(view.plan.steps.find(({ id }) => id === once.id)!);
		expect(await ticked).toBe('durable');
		await given.until(() => screen.now[1] === 2);
	});

	test.each<[string, () => unknown]>([
		['nothing was ever kept here', () => localStorage.removeItem('envol.born')],
		['there are no steps', () => given.storage.plan.change(() => [])],
		['its database is another', () => localStorage.setItem('envol.database', 'envol-7')],
		[
			'the browser forbids it',
			() =>
				vi.spyOn(indexedDB, 'open').mockImplementation(() => {
					throw new DOMException('no', 'SecurityError');
				})
		],
		['the database never answers', () => vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest)]
	])('leaves it to the database when %s', async (_, make) => {
		await make();
		begin();
		expect(await firstRead()).toBeUndefined();
		vi.restoreAllMocks();
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('envol-7');
	});

	test('of another version is left to the database', async () => {
		const newer = await openNewer('envol-8');
		localStorage.setItem('envol.database', 'envol-8');
		begin();
		expect(await firstRead()).toBeUndefined();
		newer.close();
	});

	describe('and the list that waits in the page', () => {
		const keep = async (text: string, key?: string) =>
			localStorage.setItem(
				'envol.early-list',
				(await createVeil(key ?? (await given.storage.settings.veilKey(newVeilKey)))).over(text)!
			);
		const told = vi.fn();
		beforeEach(async () => {
			told.mockClear();
			await keep('{"lang":"fr"}');
		});

		test('which is told once the database is open', async () => {
			begin();
			await window.envolEarlyList!.then(told);
			expect(told).toHaveBeenCalledWith({ lang: 'fr' });
		});

		test.each<[string, () => unknown]>([
			['there is none', () => localStorage.removeItem('envol.early-list')],
			['it is of another database', () => keep('{"lang":"fr"}', newVeilKey())],
			[
				'it is of an Envol that did not hide it',
				() => localStorage.setItem('envol.early-list', '{"lang":"fr"}')
			],
			['the database is gone', () => localStorage.setItem('envol.database', 'envol-7')],
			[
				// the marks in localStorage may be older than the lock
				'the database is under a lock by now',
				async () => {
					const db = createDatabase('envol-9', undefined, true);
					await db.settings.put({ key: 'veil', value: await given.storage.settings.veilKey(newVeilKey) });
					db.close();
					localStorage.setItem('envol.database', 'envol-9');
				}
			]
		])('says nothing of it when %s', async (_, make) => {
			await make();
			begin();
			void window.envolEarlyList!.then(told);
			await window.envolFirstRead;
			await new Promise((resolve) => setTimeout(resolve, 20));
			expect(told.mock.calls.flat().filter((list) => Object.keys(list as object).length > 0)).toEqual([]);
		});
	});

	// its rows have to be opened first, on a slow device
	test.each([
		[true, 'is waited for under a lock: it comes well before all of storage'],
		[false, 'is not without one: what takes so long is trouble']
	])('that comes late, locked %s, %s', async (isLocked) => {
		if (isLocked) localStorage.setItem(lockKey, 'on');
		const late = { from: today } as FirstRead;
		window.envolFirstRead = new Promise((resolve) => setTimeout(() => resolve(late), 400));
		expect(await firstRead()).toEqual(isLocked ? late : undefined);
		localStorage.removeItem(lockKey);
	});

	test('is news once', async () => {
		begin();
		expect((await firstRead())!.from <= addDays(today, -7)).toBe(true);
		expect(await firstRead()).toBeUndefined();
	});
});
