import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageHash } from '$lib/platform/page-hash';
import { plainAddress } from '$lib/platform/plain-address';
import { isVisiting } from '$lib/platform/visiting';
import { closeDoors, isOverHere } from '$lib/platform/visitor';
import { addressesOf, doors, pages } from '$pages';

const kept = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const;
const before = kept.map((name) => [name, Object.getOwnPropertyDescriptor(window, name)] as const);
const { pushState, replaceState } = history;

beforeEach(() => {
	localStorage.clear();
	history.replaceState(null, '', '/en/#visitor');
});
afterEach(() => {
	for (const [name, was] of before)
		if (was) Object.defineProperty(window, name, was);
		else Reflect.deleteProperty(window, name);
	Object.assign(history, { pushState, replaceState });
	delete document.documentElement.dataset.visitor;
	delete window.envolAddresses;
	history.replaceState(null, '', '/');
	localStorage.clear();
});

test('in a visitor session nothing reaches the stores of the browser, and what they had is not seen', () => {
	const real = localStorage;
	real.setItem('envol.preferences', '{"look":"dark"}');
	expect(isVisiting()).toBe(false);
	closeDoors();
	expect(isVisiting()).toBe(true);
	expect(location.href).toMatch(/\/en\/$/);
	expect(localStorage.getItem('envol.preferences')).toBeNull();
	expect(localStorage.getItem('toString')).toBeNull();
	localStorage.setItem('envol.born', '1');
	sessionStorage['sveltekit:scroll'] = '{}';
	expect(localStorage['envol.born']).toBe('1');
	localStorage.removeItem('envol.born');
	expect(localStorage.getItem('envol.born')).toBeNull();
	localStorage.setItem('a', 'b');
	localStorage.clear();
	expect(localStorage.getItem('a')).toBeNull();
	expect(real).toHaveLength(1);
	expect(window.indexedDB).toBeUndefined();
	expect(window.caches).toBeUndefined();
	expect('serviceWorker' in navigator || 'storage' in navigator).toBe(false);
	real.clear();
});

test('the address bar stays the same wherever the person goes; kit finds the way back in the history', async () => {
	closeDoors();
	const shown = location.href;
	const here = () =>
		new URL(window.envolAddresses!.at((history.state as Record<string, number>)['envol.at']!)!);
	/** What kit hears when the person goes back. */
	const heard: (string | undefined)[] = [];
	const hear = ({ state }: PopStateEvent) =>
		heard.push((state as Record<string, string>)['sveltekit:pageurl']);
	addEventListener('popstate', hear);
	history.replaceState({ index: 1 }, '', location.href);
	history.pushState({ index: 2 }, '', '/en/hope/write/#note=1');
	expect(location.href).toBe(shown);
	expect(JSON.stringify(history.state)).not.toMatch(/hope/);
	expect(here().pathname).toBe('/en/hope/write/');
	expect(pageHash()).toBe('#note=1');
	// told again by what only knows the address bar
	history.replaceState({ ...(history.state as object), index: 3 }, '', location.href);
	expect(here().pathname).toBe('/en/hope/write/');
	// a mark on the same page, as kit tells it
	history.replaceState(history.state, '', '#note=2');
	expect(location.href).toBe(shown);
	expect(pageHash()).toBe('#note=2');
	expect(here().pathname).toBe('/en/hope/write/');
	expect(isOverHere()).toBe(true);
	history.back();
	await vi.waitFor(() => expect(heard).toEqual([`${location.origin}/en/`]));
	removeEventListener('popstate', hear);
	expect(pageHash()).toBe('');
	// what the browser writes down says no more than that there was something
	expect(JSON.stringify(history.state)).not.toMatch(/http|hope/);
});

test('every page without the script of the app opens beside a visitor session, and no other', () => {
	for (const page of pages)
		for (const address of addressesOf(page))
			expect(plainAddress.test(address), address).toBe(page.isPlain === true);
	for (const door of doors) expect(plainAddress.test(`/${door}`)).toBe(true);
});
