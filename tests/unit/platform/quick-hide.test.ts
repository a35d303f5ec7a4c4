import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beDiscreet } from '$lib/platform/discreet';
import { hide, letHide, onThreeShifts } from '$lib/platform/quick-hide';

const root = document.documentElement;
let stop: (() => void) | undefined;

beforeEach(() => {
	document.body.innerHTML = '<main></main>';
	document.head.innerHTML =
		'<title>Hope · Envol</title><link rel="icon" href="/favicon.svg"><link rel="manifest" href="/manifest.webmanifest">';
	root.lang = 'fr-CA';
});
afterEach(() => {
	stop?.();
	stop = undefined;
	root.style.display = root.lang = '';
	document.head.innerHTML = document.body.innerHTML = '';
	sessionStorage.clear();
});

/** A key press at that time, in ms. */
function press(key: string, at: number, repeat = false): void {
	const event = new KeyboardEvent('keydown', { key, repeat, bubbles: true });
	Object.defineProperty(event, 'timeStamp', { value: at });
	document.body.dispatchEvent(event);
}

test('Shift three times is heard, and not with a letter between, a finger, a key held down, or a long wait', () => {
	const heard = vi.fn();
	stop = onThreeShifts(heard);
	for (const at of [0, 400, 800]) press('Shift', at);
	expect(heard).toHaveBeenCalledTimes(1);
	// capitals
	for (const at of [2000, 2100, 2200, 2300]) {
		press('Shift', at);
		press('A', at + 50);
	}
	// held down
	for (const at of [4000, 4050, 4100, 4150]) press('Shift', at, at > 4000);
	// three choices with the mouse
	for (const at of [6000, 6100, 6200]) {
		press('Shift', at);
		document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
	}
	// slowly
	for (const at of [8000, 10_000, 12_000]) press('Shift', at);
	expect(heard).toHaveBeenCalledTimes(1);
	stop();
	for (const at of [20_000, 20_100, 20_200]) press('Shift', at);
	expect(heard).toHaveBeenCalledTimes(1);
});

test('a hidden page is blank and has no name before anything else happens, and this tab stays hidden', () => {
	const seen: string[] = [];
	hide((address) => seen.push(root.style.display, document.title, address));
	expect(seen).toEqual(['none', '', '/numbers/']);
	expect(sessionStorage.getItem('envol.hidden')).toBe('1');
});

test('the button speaks the language of the page, goes into an open dialog, and leaves with the choice', async () => {
	stop = letHide();
	const button = () => document.querySelector('button.quick-hide');
	expect(button()?.textContent).toBe('Cacher');
	expect(root.dataset.hides).toBe('');
	document.body.insertAdjacentHTML('beforeend', '<dialog><div></div><div class="foot"></div></dialog>');
	const dialog = document.querySelector('dialog')!;
	dialog.setAttribute('open', '');
	await vi.waitFor(() => expect(button()?.parentElement?.className).toBe('foot'));
	dialog.removeAttribute('open');
	root.lang = 'en-CA';
	await vi.waitFor(() => expect(button()?.parentElement).toBe(document.body));
	expect(button()?.textContent).toBe('Hide');
	stop();
	stop = undefined;
	expect(button()).toBeNull();
	expect(root.dataset.hides).toBeUndefined();
});

test('the tab and the icon say Notes, on whatever page the person goes to, until they choose otherwise', async () => {
	stop = beDiscreet();
	const href = (rel: string) => document.querySelector(`link[rel='${rel}']`)?.getAttribute('href');
	expect([document.title, href('icon'), href('manifest')]).toEqual([
		'Notes',
		'/plain.svg',
		'/plain.webmanifest'
	]);
	document.title = 'My plan · Envol';
	await vi.waitFor(() => expect(document.title).toBe('Notes'));
	stop();
	stop = undefined;
	document.title = 'My plan · Envol';
	expect([href('icon'), href('manifest')]).toEqual(['/favicon.svg', '/manifest.webmanifest']);
	await Promise.resolve();
	expect(document.title).toBe('My plan · Envol');
});
