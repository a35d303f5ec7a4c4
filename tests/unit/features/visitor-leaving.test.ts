import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stayHere } from '$lib/features/visitor/leaving';

let letGo: (() => void) | undefined;
/** What this part alone says when the page is about to go, and whether it still listens. */
let beforeunload: (event: Event) => void;
let signal: AbortSignal;

beforeEach(() => {
	document.body.innerHTML = `
		<a id="help" href="/en/help/">Help</a><a id="plan" href="/en/plan/">My plan</a><a id="skip" href="#main">Skip</a>
		<main id="main" tabindex="-1"><input><button>Do it</button></main>`;
	const listening = vi.spyOn(window, 'addEventListener');
	letGo = stayHere();
	const [, listener, how] = listening.mock.calls.find(([type]) => (type as string) === 'beforeunload')!;
	beforeunload = listener as (event: Event) => void;
	({ signal } = how as { signal: AbortSignal });
	listening.mockRestore();
});
afterEach(() => {
	letGo?.();
	document.body.innerHTML = '';
	document.documentElement.style.display = '';
});

const at = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector)!;
/** Whether the browser would ask before the page goes. */
function isAsked(): boolean {
	const event = new Event('beforeunload', { cancelable: true });
	if (!signal.aborted) beforeunload(event);
	return event.defaultPrevented;
}
/** Follows a link, as far as what this page does about it. */
function follow(selector: string): HTMLAnchorElement {
	const link = at<HTMLAnchorElement>(selector);
	link.addEventListener('click', (event) => event.preventDefault(), { once: true });
	link.click();
	return link;
}

test('a page without the script of the app opens beside the session, and leaves nothing either', () => {
	const help = follow('#help');
	expect([help.target, help.rel, help.hash]).toEqual(['_blank', 'noopener', '#visitor']);
	expect(follow('#plan').target).toBe('');
});

test('a place on the page is gone to without a word to the address bar', () => {
	const before = location.href;
	const scrolled = vi.fn();
	at('#main').scrollIntoView = scrolled;
	at('#skip').click();
	expect(document.activeElement).toBe(at('#main'));
	expect(scrolled).toHaveBeenCalled();
	expect(location.href).toBe(before);
});

test('the browser asks before the page goes once something was done there, and never while it is hidden', () => {
	expect(isAsked()).toBe(false);
	at('input').dispatchEvent(new Event('input', { bubbles: true }));
	expect(isAsked()).toBe(true);
	document.documentElement.style.display = 'none';
	expect(isAsked()).toBe(false);
	document.documentElement.style.display = '';
	letGo?.();
	expect(isAsked()).toBe(false);
});

test('a field keeps nothing for the browser to fill in again, and nothing stays on a page that is left', () => {
	at('input').focus();
	expect(at('input').getAttribute('autocomplete')).toBe('off');
	dispatchEvent(new Event('pagehide'));
	expect(document.body.childElementCount).toBe(0);
});
