import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { withNote, withRest, withTick } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import type { Storage as EnvolStorage } from '$lib/storage/types';
import { stepsNamed } from '../../support/builders';
import { latest, openNewer } from '../../support/open-database';
import { watching } from '../../support/screen.svelte';

const today = localDay('2026-11-21');
let gate: StorageGate;

beforeEach(() => {
	// a tab that makes way says so
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	gate = new StorageGate();
});
afterEach(async () => {
	vi.mocked(indexedDB.open).mockRestore?.();
	await gate.storage?.erase();
	await new Promise((resolve) => (indexedDB.deleteDatabase('envol').onsuccess = resolve));
	localStorage.clear();
	vi.restoreAllMocks();
});

function forbidden(): void {
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	});
}

describe('where storage works', () => {
	test('it opens when it is first needed, once, however many screens ask', async () => {
		expect(gate.storage).toBeUndefined();
		const asked = vi.spyOn(indexedDB, 'open');
		const storages = await Promise.all([gate.open(), gate.open(), gate.open()]);
		expect(new Set(storages)).toEqual(new Set([gate.storage]));
		expect(asked).toHaveBeenCalledTimes(1);
		expect(gate.trouble).toBeUndefined();
		expect(gate.storage?.isDurable).toBe(true);
		expect(gate.holdsUnsaved).toBe(false);
	});

	test('the device remembers that something is kept here', async () => {
		await gate.open();
		expect(localStorage.getItem('envol.born')).not.toBeNull();
		expect(await latest(gate.storage!.news)).toEqual({});
	});

	test('a device that remembers a plan and finds none says so', async () => {
		localStorage.setItem('envol.born', '1');
		await gate.open();
		expect(await latest(gate.storage!.news)).toHaveProperty('missingAt');
	});

	test('who looks while it opens finds it open: a draft is read then, or never', async () => {
		void gate.open();
		await gate.look();
		expect(gate.storage).toBeDefined();
	});

	test('a first look makes no database, and says that there is nothing to wait for', async () => {
		// two parts of a screen look at the same time
		await Promise.all([gate.look(), gate.look()]);
		expect(gate.storage).toBeUndefined();
		expect(gate.isFresh).toBe(true);
		expect(await indexedDB.databases()).toEqual([]);
		await gate.open();
		expect(gate.storage?.isDurable).toBe(true);
		expect(gate.isFresh).toBe(true);
	});

	test('a look opens what is there', async () => {
		const before = new StorageGate();
		await (await before.open()).plan.change(() => stepsNamed('a'));
		await gate.look();
		expect(gate.isFresh).toBe(false);
		expect(await latest(gate.storage!.plan.observe())).toEqual(stepsNamed('a'));
	});

	test('a look opens storage when the browser cannot say what is there', async () => {
		vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('no'));
		await gate.look();
		expect(gate.storage?.isDurable).toBe(true);
	});

	test('a plan begun in another tab is opened here too', async () => {
		await gate.look();
		window.dispatchEvent(new StorageEvent('storage', { key: 'envol.born', newValue: '1' }));
		await vi.waitFor(() => expect(gate.storage?.isDurable).toBe(true), { timeout: 20_000 });
	});
});

describe('where storage does not work', () => {
	test('opening never rejects: a stand-in takes what is done, and the reason is said', async () => {
		forbidden();
		const storage = await gate.open();
		expect(storage.isDurable).toBe(false);
		expect(gate.trouble).toBe('blocked');
		expect(gate.holdsUnsaved).toBe(true);
		await storage.days.change(today, (day) => withNote(day, 'mine'));
		expect((await latest(storage.days.observe(today)))?.note).toBe('mine');
		expect(localStorage.getItem('envol.born')).toBeNull();
	});

	test('a newer plan is never written by this Envol', async () => {
		(await openNewer('envol')).close();
		expect((await gate.open()).isDurable).toBe(false);
		expect(gate.trouble).toBe('newer');
		// only the newer Envol helps: nothing keeps the person from it
		expect(gate.holdsUnsaved).toBe(false);
	});

	test('trying again opens storage once it works', async () => {
		forbidden();
		await gate.open();
		vi.mocked(indexedDB.open).mockRestore();
		const storage = await gate.reopen();
		expect(storage.isDurable).toBe(true);
		expect(gate.trouble).toBeUndefined();
		expect(gate.holdsUnsaved).toBe(false);
		expect(await gate.open()).toBe(storage);
	});

	test('trying again in vain keeps what was done since', async () => {
		forbidden();
		const storage = await gate.open();
		await storage.days.change(today, (day) => withNote(day, 'mine'));
		expect(await gate.reopen()).toBe(storage);
		expect((await latest(storage.days.observe(today)))?.note).toBe('mine');
	});

	test('trying again keeps what was done since, beside what was kept before', async () => {
		const before = await new StorageGate().open();
		const [a, b, c] = stepsNamed('a', 'b', 'c');
		await before.plan.change(() => [a!]);
		await before.days.change(today, (day) => withNote(withTick(day, a!, 1), 'before'));
		forbidden();
		const standIn = await gate.open();
		await standIn.plan.change(() => [{ ...a!, words: 'other' }, b!, { ...c!, putAwayAt: 5 }]);
		await standIn.days.change(today, (day) =>
			withRest(withNote(withTick(withTick(day, a!, 1), b!, 2), 'since'), true)
		);
		await standIn.days.change(addDays(today, -1), (day) => withNote(day, 'mine'));
		await standIn.sheet.change(() => ({ ...noExtras('fr'), date: today }));
		vi.mocked(indexedDB.open).mockRestore();
		await gate.reopen();
		const storage = await gate.reopen();
		expect(storage.isDurable).toBe(true);
		expect(await latest(storage.plan.observe())).toEqual([a, b, { ...c, putAwayAt: 5 }]);
		expect(await latest(storage.sheet.observe())).toEqual({ ...noExtras('fr'), date: today });
		expect(await latest(storage.days.observeBetween(addDays(today, -1), today))).toEqual([
			{ day: '2026-11-20', ticks: [], note: 'mine' },
			{
				day: today,
				ticks: [
					{ step: 'a', at: 1 },
					{ step: 'b', at: 2 }
				],
				note: 'before\n\nsince',
				isRest: true
			}
		]);
	});

	test('a screen hears at once that a newer Envol took over', async () => {
		await gate.open();
		const screen = watching(() => gate.trouble);
		const newer = await openNewer('envol');
		await vi.waitFor(() => expect(gate.trouble).toBe('newer'));
		await Promise.resolve();
		expect(screen.seen).toEqual([undefined, 'newer']);
		screen.stop();
		newer.close();
	});

	test('a screen hears at once that everything was erased in another tab', async () => {
		await gate.open();
		const other: EnvolStorage = await new StorageGate().open();
		await other.erase();
		expect(gate.trouble).toBe('erased');
		expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([]);
	});

	test('after an erase in another tab, trying again begins anew', async () => {
		await gate.open();
		await (await new StorageGate().open()).erase();
		await gate.reopen();
		expect(gate.trouble).toBeUndefined();
		expect(await latest(gate.storage!.plan.observe())).toEqual([]);
	});
});

describe('where a part of Envol cannot be loaded', () => {
	afterEach(() => {
		vi.doUnmock('$lib/app/opening');
		vi.doUnmock('$lib/storage/in-memory');
		vi.resetModules();
	});
	/** From now on asking for it fails, as without a network; gives a way to let it come. */
	async function missing(
		part: '$lib/app/opening' | '$lib/storage/in-memory'
	): Promise<{ asked: () => number; come: () => void }> {
		let asked = 0;
		vi.resetModules();
		vi.doMock(part, () => {
			asked += 1;
			throw new TypeError('Failed to fetch dynamically imported module');
		});
		const { StorageGate: Fresh } = await import('$lib/app/storage-gate.svelte');
		gate = new Fresh();
		return { asked: () => asked, come: () => vi.doUnmock(part) };
	}

	test('the person is told, and everything waits until they ask again and it comes', async () => {
		const { come } = await missing('$lib/app/opening');
		const opening = gate.open();
		const written = opening.then((storage) => storage.plan.change(() => stepsNamed('a')));
		await vi.waitFor(() => expect(gate.trouble).toBe('notLoaded'));
		void gate.reopen();
		await vi.waitFor(() => expect(gate.trouble).toBe('notLoaded'));
		expect(gate.storage).toBeUndefined();
		come();
		const storage = await gate.reopen();
		expect(await opening).toBe(storage);
		expect(gate.trouble).toBeUndefined();
		await written;
		expect(await latest(storage.plan.observe())).toEqual(stepsNamed('a'));
	});

	test('it is asked for again by itself when the network is back', async () => {
		const { come } = await missing('$lib/app/opening');
		const opening = gate.open();
		await vi.waitFor(() => expect(gate.trouble).toBe('notLoaded'));
		come();
		window.dispatchEvent(new Event('online'));
		expect((await opening).isDurable).toBe(true);
		expect(gate.trouble).toBeUndefined();
	});

	test('the same where nothing can be kept and what stands in is missing', async () => {
		forbidden();
		const { come } = await missing('$lib/storage/in-memory');
		const opening = gate.open();
		await vi.waitFor(() => expect(gate.trouble).toBe('notLoaded'));
		come();
		await gate.reopen();
		expect((await opening).isDurable).toBe(false);
		expect(gate.trouble).toBe('blocked');
	});
});

describe('under a lock', () => {
	const first = { steps: stepsNamed('a'), days: [], from: today, hardDay: undefined };
	const end = vi.fn();
	let opened: StorageGate;

	beforeEach(() => {
		localStorage.setItem('envol.lock', '1');
		end.mockClear();
		window.envolHeld = { end } as never;
		opened = new StorageGate();
	});
	afterEach(() => {
		delete window.envolHeld;
		delete window.envolFirstRead;
		delete document.documentElement.dataset.early;
	});

	test('nothing may be shown, until a first read was opened; and nothing any more once somebody has to open it', async () => {
		expect(opened.isClosed).toBe(true);
		window.envolFirstRead = Promise.resolve(first);
		const opening = vi.spyOn(opened, 'open').mockReturnValue(new Promise(() => undefined));
		void opened.look();
		await vi.waitFor(() => expect(opening).toHaveBeenCalled());
		expect([opened.isClosed, opened.first]).toEqual([false, first]);
		// nobody has the key any more
		void opened.untilKey({} as EnvolStorage);
		expect([opened.isClosed, opened.first, opened.trouble]).toEqual([true, undefined, 'locked']);
		expect(end).toHaveBeenCalledOnce();
	});

	test('what the page shows already stays until it is known who may see it', () => {
		document.documentElement.dataset.early = '';
		const gate = new StorageGate();
		expect(gate.isClosed).toBe(false);
		void gate.untilKey({} as EnvolStorage);
		expect(gate.isClosed).toBe(true);
	});

	test('the mark may be wrong: there is no lock, and nobody is followed', async () => {
		await gate.open();
		expect(end).toHaveBeenCalledOnce();
		expect(localStorage.getItem('envol.lock')).toBeNull();
	});
});
