import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Preferences } from '$lib/domain/preferences';
import {
	forgetHardDay,
	forgetMirror,
	hadData,
	mirroredHardDay,
	mirroredPreferences,
	mirrorHardDay,
	mirrorPreferences,
	onDataBorn,
	onMirrorChange,
	rememberData
} from '$lib/platform/mirror';

const dark: Preferences = { look: 'dark', textSize: 150, motion: 'reduced', lang: 'fr', region: 'CA-QC' };

afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	localStorage.clear();
});

function anotherTab(key: string, newValue: string | null): void {
	if (newValue === null) localStorage.removeItem(key);
	else localStorage.setItem(key, newValue);
	window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

test('what was chosen is known before the first paint of the next visit', () => {
	expect(mirroredPreferences()).toBeUndefined();
	mirrorPreferences(dark);
	expect(mirroredPreferences()).toEqual(dark);
});

test('the worker is told where the icon leads, at each change, and that nobody knows once all is forgotten', () => {
	const told: unknown[] = [];
	const controller = {
		postMessage: ({ type, words }: { type: string; words?: unknown }) => type === 'DOOR' && told.push(words)
	};
	vi.stubGlobal('navigator', { serviceWorker: { controller } });
	const { lang: _, ...noLanguage } = dark;
	mirrorPreferences(noLanguage);
	mirrorPreferences(dark);
	mirrorHardDay(1_764_000_000_000 as never);
	forgetHardDay();
	forgetMirror();
	expect(told).toEqual([undefined, 'fr', 'fr hard-day', 'fr', undefined]);
});

test.each(['', '{', 'null', '[]', '"x"', '{"look":"<b>"}'])(
	'a spoiled mirror (%s) never stops a page',
	(text) => {
		localStorage.setItem('envol.preferences', text);
		expect([undefined, { look: 'system', textSize: 100, motion: 'system' }]).toContainEqual(
			mirroredPreferences()
		);
	}
);

test.each(['5', 'null', '[]', '"x"', 'true'])('a mirror of something else (%s) is none', (text) => {
	localStorage.setItem('envol.preferences', text);
	expect(mirroredPreferences()).toBeUndefined();
});

test('the device remembers that a plan was kept here, until everything is forgotten', () => {
	expect(hadData()).toBe(false);
	rememberData();
	mirrorPreferences(dark);
	expect(hadData()).toBe(true);
	forgetMirror();
	expect(hadData()).toBe(false);
	expect(mirroredPreferences()).toBeUndefined();
	expect(localStorage).toHaveLength(0);
});

test('nothing but preferences and one sign is ever mirrored', () => {
	rememberData();
	mirrorPreferences(dark);
	expect(Object.keys(localStorage).sort()).toEqual(['envol.born', 'envol.preferences']);
});

test('a choice made in another tab is heard, until nobody listens', () => {
	const heard = vi.fn();
	const stop = onMirrorChange(heard);
	anotherTab('envol.preferences', JSON.stringify(dark));
	anotherTab('something-else', 'x');
	anotherTab('envol.preferences', '{');
	stop();
	anotherTab('envol.preferences', JSON.stringify({ ...dark, look: 'light' }));
	expect(heard.mock.calls).toEqual([[dark]]);
});

test('a plan begun in another tab is heard, an erased one is not', () => {
	const heard = vi.fn();
	const stop = onDataBorn(heard);
	anotherTab('envol.born', null);
	anotherTab('envol.preferences', '{}');
	expect(heard).not.toHaveBeenCalled();
	anotherTab('envol.born', '1');
	stop();
	anotherTab('envol.born', '1');
	expect(heard).toHaveBeenCalledTimes(1);
});

describe('where the browser forbids the small store', () => {
	const forbid = () => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	};

	test.each(['every call throws', 'even its name throws'])('%s: everything goes on without it', (how) => {
		if (how === 'every call throws') {
			for (const call of ['getItem', 'setItem', 'removeItem'] as const)
				vi.spyOn(Storage.prototype, call).mockImplementation(forbid);
		} else vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(forbid);
		expect(mirroredPreferences()).toBeUndefined();
		expect(hadData()).toBe(false);
		expect(() => mirrorPreferences(dark)).not.toThrow();
		expect(() => rememberData()).not.toThrow();
		expect(() => forgetMirror()).not.toThrow();
	});
});

test('a hard day is remembered until it is over, and by nobody after everything was erased', () => {
	expect(mirroredHardDay()).toBeUndefined();
	mirrorHardDay(1000);
	expect(mirroredHardDay()).toBe(1000);
	forgetHardDay();
	expect(mirroredHardDay()).toBeUndefined();
	mirrorHardDay(1000);
	forgetMirror();
	expect(localStorage).toHaveLength(0);
	localStorage.setItem('envol.hard-day', 'soon');
	expect(mirroredHardDay()).toBeUndefined();
});
