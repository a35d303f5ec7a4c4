import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wayFromDoor } from '$lib/domain/door';
import { bootScript } from '../../../src/boot-script.js';
import { doors } from '../../../src/pages.js';

const script = bootScript(readFileSync('src/boot.js', 'utf8'));
const root = document.documentElement;
const went: string[] = [];
let isForbidden = false;
let listeners: Record<string, (event: { persisted: boolean }) => void> = {};

beforeEach(() => {
	went.length = 0;
	isForbidden = false;
	listeners = {};
});
afterEach(() => {
	root.style.visibility = root.style.display = '';
	for (const name of Object.keys(root.dataset)) delete root.dataset[name];
	localStorage.clear();
	sessionStorage.clear();
});

/** What every page runs first, at that address. */
function boot(pathname: string, hash = ''): void {
	const location = {
		pathname,
		hash,
		replace: (to: string) => went.push(to),
		reload: () => went.push('reload')
	};
	const store = new Proxy(sessionStorage, {
		get: (all, key) => {
			if (isForbidden) throw new DOMException('forbidden', 'SecurityError');
			return Reflect.get(all, key) as unknown;
		}
	});
	const asked = ['location', 'addEventListener', 'matchMedia', 'sessionStorage'];
	new Function(...asked, script)(
		location,
		(type: string, heard: (event: { persisted: boolean }) => void) => (listeners[type] = heard),
		() => ({ matches: false }),
		store
	);
}
const leave = (persisted = true) => listeners.pagehide?.({ persisted });
const comeBack = (persisted = true) => listeners.pageshow?.({ persisted });

test('a page stored for the way back shows nothing until it is looked at, and is shown where nothing changed', () => {
	localStorage.setItem('envol.born', '1');
	boot('/en/hope/');
	leave(false);
	expect(root.style.visibility).toBe('');
	leave();
	expect(root.style.visibility).toBe('hidden');
	comeBack();
	expect([root.style.visibility, went]).toEqual(['', []]);
});

test.each([
	['everything was erased', () => localStorage.removeItem('envol.born')],
	['this tab was hidden', () => sessionStorage.setItem('envol.hidden', '1')]
])('once %s, a page from before stays blank, and comes anew', (_, happen) => {
	localStorage.setItem('envol.born', '1');
	boot('/en/hope/');
	leave();
	happen();
	comeBack();
	expect([root.style.visibility, went]).toEqual(['hidden', ['reload']]);
});

test('where storage is forbidden, the way back works as ever', () => {
	isForbidden = true;
	boot('/en/hope/');
	leave();
	comeBack();
	expect([root.style.visibility, went]).toEqual(['', []]);
});

test('a hidden tab shows the plain page only, whatever is asked for, until the person comes back by its last link', () => {
	sessionStorage.setItem('envol.hidden', '1');
	for (const address of ['/en/hope/', '/fr/help/', '/404.html']) {
		root.style.display = '';
		boot(address);
		expect([root.style.display, went.splice(0)]).toEqual(['none', ['/numbers/']]);
	}
	root.style.display = '';
	boot('/numbers/');
	expect([root.style.display, went]).toEqual(['', []]);
	localStorage.setItem('envol.preferences', '{"lang":"fr"}');
	boot('/', '#back');
	expect([sessionStorage.getItem('envol.hidden'), went]).toEqual([null, ['/fr/today/']]);
});

test('a visitor session ends at the door, and not on the pages of whoever uses Envol here', () => {
	localStorage.setItem('envol.preferences', '{"lang":"fr"}');
	boot('/', '#visitor');
	expect(went).toEqual([]);
	boot('/');
	expect(went).toEqual(['/fr/today/']);
});

test('each door leads where the worker leads too', () => {
	for (const lang of ['en', 'fr'])
		for (const isHardDay of [false, true]) {
			localStorage.setItem('envol.preferences', JSON.stringify({ lang }));
			if (isHardDay) localStorage.setItem('envol.hard-day', '1');
			else localStorage.removeItem('envol.hard-day');
			for (const door of doors) {
				boot(`/${door}`);
				expect(went.splice(0)).toEqual([wayFromDoor(`/${door}`, isHardDay ? `${lang} hard-day` : lang)]);
			}
		}
});
