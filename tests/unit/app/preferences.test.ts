import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PreferencesKeeper } from '$lib/app/preferences.svelte';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { defaultPreferences, type Preferences } from '$lib/domain/preferences';

const dark: Preferences = { look: 'dark', textSize: 150, motion: 'reduced', region: 'CA-QC' };
const page = document.documentElement.dataset;
let gate: StorageGate;
let wantsContrast = false;
let stops: (() => void)[] = [];

beforeEach(() => {
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
	expect(keeper.current).toEqual(dark);
	expect({ ...page }).toEqual({ look: 'dark', text: '150', motion: 'reduced', region: 'CA-QC' });
	await keeping;
	expect(await gate.storage?.settings.readPreferences()).toEqual(dark);
});

test('the next visit starts as this one ended', async () => {
	await started().change(dark);
	expect(started().current).toEqual(dark);
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
	expect(keeper.current).toEqual({ ...dark, lang: 'fr' });
	expect(page.look).toBe('dark');
	expect(started().current).toEqual({ ...dark, lang: 'fr' });
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
