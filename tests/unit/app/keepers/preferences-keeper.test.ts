import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PreferencesKeeper } from '$lib/app/keepers/preferences-keeper.svelte';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { defaultPreferences, type Preferences } from '$lib/domain/preferences';

const dark: Preferences = { look: 'dark', textSize: 150, motion: 'reduced', region: 'CA-QC' };
const chosen = (preferences: Preferences) => ({ ...preferences, at: expect.any(Number) as number });
const page = document.documentElement.dataset;
let gate: StorageGate;
let wantsContrast = false;
let stops: (() => void)[] = [];

beforeEach(() => {
	// what the page of another file of tests still said
	for (const name of Object.keys(page)) delete page[name];
	wantsContrast = false;
	vi.stubGlobal('matchMedia', () => ({ matches: wantsContrast }));
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	gate = new StorageGate();
});
afterEach(async () => {
	stops.forEach((stop) => stop());
	stops = [];
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	await gate.storage?.erase();
	localStorage.clear();
	for (const name of Object.keys(page)) delete page[name];
});

/** The next visit: a page that wakes and reads the mirror. */
function started(): PreferencesKeeper {
	const keeper = new PreferencesKeeper(gate);
	stops.push(keeper.start());
	return keeper;
}

test('a first visit is plain', () => {
	expect(started().current).toEqual(defaultPreferences);
	expect({ ...page }).toEqual({});
});

test('a choice shows at once, before it is kept', async () => {
	const keeper = started();
	const keeping = keeper.change(dark);
	expect(keeper.current).toEqual(chosen(dark));
	expect({ ...page }).toEqual({ look: 'dark', text: '150', motion: 'reduced', region: 'CA-QC' });
	await keeping;
	expect(await gate.storage?.settings.readPreferences()).toEqual(chosen(dark));
});

test('the next visit starts as this one ended', async () => {
	await started().change(dark);
	expect(started().current).toEqual(chosen(dark));
});

test('going back to plain leaves nothing on the page', async () => {
	const keeper = started();
	await keeper.change(dark);
	await keeper.change({ look: 'system', textSize: 100, motion: 'system', region: undefined });
	expect({ ...page }).toEqual({});
});

test('a device set to more contrast gives more contrast until the person chooses', async () => {
	wantsContrast = true;
	const keeper = started();
	expect(page.look).toBe('contrast');
	await keeper.change({ look: 'light' });
	expect(page.look).toBe('light');
});

test('a lost mirror comes back from storage, in the language of the page', async () => {
	const before = started();
	await before.change({ ...dark, lang: 'en' });
	localStorage.clear();
	const keeper = started();
	keeper.rememberLang('fr');
	await keeper.restore();
	expect(keeper.current).toEqual(chosen({ ...dark, lang: 'fr' }));
	expect(page.look).toBe('dark');
	expect(started().current).toEqual(chosen({ ...dark, lang: 'fr' }));
});

test('a choice made where storage was not open is kept once it is', async () => {
	localStorage.setItem('envol.preferences', JSON.stringify(dark));
	const keeper = started();
	await gate.open();
	await keeper.restore();
	expect(await gate.storage?.settings.readPreferences()).toEqual(dark);
});

test('restoring opens no storage by itself, and never breaks a page', async () => {
	const keeper = started();
	await keeper.restore();
	expect(gate.storage).toBeUndefined();
	const storage = await gate.open();
	vi.spyOn(storage.settings, 'readPreferences').mockRejectedValue(new Error('gone'));
	await expect(keeper.restore()).resolves.toBeUndefined();
});

test('the language of the address is remembered, without opening storage', () => {
	const keeper = started();
	keeper.rememberLang('fr');
	keeper.rememberLang('fr');
	expect(started().current.lang).toBe('fr');
	expect(gate.storage).toBeUndefined();
});

test('another tab’s choice is followed, until the page goes', () => {
	const keeper = new PreferencesKeeper(gate);
	const stop = keeper.start();
	const tell = (preferences: Preferences) => {
		localStorage.setItem('envol.preferences', JSON.stringify(preferences));
		window.dispatchEvent(new StorageEvent('storage', { key: 'envol.preferences' }));
	};
	tell(dark);
	expect(keeper.current).toEqual(dark);
	expect(page.look).toBe('dark');
	stop();
	tell({ ...dark, look: 'light' });
	expect(keeper.current.look).toBe('dark');
});

test('a choice that cannot be kept is shown all the same, and the failure is told', async () => {
	const keeper = started();
	const storage = await gate.open();
	vi.spyOn(storage.settings, 'savePreferences').mockRejectedValue(new Error('full'));
	await expect(keeper.change({ look: 'dark' })).rejects.toThrow('full');
	expect(keeper.current.look).toBe('dark');
	expect(page.look).toBe('dark');
});

const kept = async () => (await gate.open()).settings.readPreferences();
const mirror = (text: string) => localStorage.setItem('envol.preferences', text);

test('defaults that Help mirrored after the mirror was lost undo no choice', async () => {
	await started().change(dark);
	mirror(JSON.stringify({ ...defaultPreferences, lang: 'fr' }));
	const keeper = started();
	await keeper.restore();
	expect(keeper.current).toEqual(chosen({ ...dark, lang: 'fr' }));
	expect(await kept()).toEqual(chosen({ ...dark, lang: 'fr' }));
});

test('the later choice counts, wherever it was made', async () => {
	const storage = await gate.open();
	await storage.settings.savePreferences({ ...dark, at: 20 });
	mirror(JSON.stringify({ ...dark, look: 'light', at: 10 }));
	await started().restore();
	expect(await kept()).toEqual({ ...dark, at: 20 });
	expect(started().current).toEqual({ ...dark, at: 20 });
	mirror(JSON.stringify({ ...dark, look: 'light', at: 30 }));
	await started().restore();
	expect(await kept()).toEqual({ ...dark, look: 'light', at: 30 });
});

test('a spoiled mirror resets nothing', async () => {
	await (await gate.open()).settings.savePreferences(dark);
	mirror('5');
	const keeper = started();
	await keeper.restore();
	expect(keeper.current).toEqual(dark);
	expect(await kept()).toEqual(dark);
});

test('where the small store is forbidden, one choice changes only that one', async () => {
	await (await gate.open()).settings.savePreferences({ ...dark, at: 5 });
	vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	});
	const keeper = started();
	await Promise.all([keeper.change({ textSize: 200 }), keeper.restore(), keeper.change({ look: 'light' })]);
	const expected = chosen({ ...dark, textSize: 200, look: 'light' });
	expect(keeper.current).toEqual(expected);
	expect(await kept()).toEqual(expected);
});

test('the language of the page is no choice: its moment stays', async () => {
	mirror(JSON.stringify({ ...dark, at: 5 }));
	const keeper = started();
	keeper.rememberLang('fr');
	expect(keeper.current).toEqual({ ...dark, lang: 'fr', at: 5 });
});

test('where nothing can be kept, a choice is not said to be kept, and is once it can be', async () => {
	await (await gate.open()).settings.savePreferences({ ...dark, at: 5 });
	gate = new StorageGate();
	const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	});
	const keeper = started();
	await keeper.change({ look: 'light' });
	open.mockRestore();
	await gate.reopen();
	await keeper.restore();
	expect(await kept()).toEqual(chosen({ ...dark, look: 'light' }));
});
