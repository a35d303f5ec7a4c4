import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypedFrom } from '$lib/platform/typed-from';
import { KeptText } from '$lib/ui/kept-text.svelte';
import { changing, onScreen } from '../../support/screen.svelte';

let stops: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
	for (const stop of stops) stop();
	stops = [];
	await vi.advanceTimersByTimeAsync(0);
	vi.useRealTimers();
	document.body.replaceChildren();
});

/** A field that keeps itself; `isKept` says whether the device can. */
function aField(text?: string) {
	const kept = changing(text);
	const saved: (string | undefined)[] = [];
	const device = { isKept: true };
	const { made, stop } = onScreen(
		() =>
			new KeptText(() => ({
				text: kept.value,
				onSave: (words, over) => {
					saved.push(words);
					if (device.isKept) kept.value = over(kept.value);
					return Promise.resolve(device.isKept ? 'durable' : 'failed');
				}
			}))
	);
	const element = document.body.appendChild(document.createElement('textarea'));
	const detach = made.attach(element);
	stops.push(stop, detach);
	const type = (words: string) => {
		made.value = words;
		made.typed();
	};
	return { field: made, element, detach, kept, saved, device, type };
}

test('steady typing is kept on the way: the next key never puts it off', async () => {
	const { field, saved, type } = aField();
	for (const words of ['T', 'Te', 'Tea', 'Tea w', 'Tea wi']) {
		type(words);
		await vi.advanceTimersByTimeAsync(150);
	}
	expect(saved.length).toBeGreaterThanOrEqual(1);
	expect(field.isSaved).toBe(false);
	await vi.advanceTimersByTimeAsync(1000);
	expect(saved.at(-1)).toBe('Tea wi');
	expect(field.isSaved).toBe(true);
});

test('nothing but spaces is nothing; nothing typed is not kept', async () => {
	const { field, saved, type } = aField('Tea');
	await field.left();
	expect(saved).toEqual([]);
	type('   ');
	await field.left();
	expect(saved).toEqual([undefined]);
});

test('what is not kept is not said to be, and stays in the field until it is', async () => {
	const { field, saved, type, device } = aField('Tea');
	device.isKept = false;
	type('Tea with Lea');
	await field.left();
	expect([field.isSaved, field.value]).toEqual([false, 'Tea with Lea']);
	device.isKept = true;
	await field.left();
	expect([field.isSaved, saved.at(-1)]).toEqual([true, 'Tea with Lea']);
});

test('left, it shows what is kept, tidied as it was', async () => {
	const { field, type, kept } = aField();
	type('  Tea ');
	await field.left();
	expect(kept.value).toBe('Tea');
	expect(field.value).toBe('Tea');
});

test('another tab, or an undo, is shown; never under the hands of somebody who writes', () => {
	const { field, element, kept } = aField('Tea');
	kept.value = 'Coffee';
	expect(field.value).toBe('Coffee');
	element.focus();
	kept.value = 'Water';
	expect(field.value).toBe('Coffee');
});

test('words that wait are not overwritten from elsewhere', () => {
	const { field, kept, type } = aField('Tea');
	type('Tea with Lea');
	kept.value = 'Coffee';
	expect(field.value).toBe('Tea with Lea');
});

test.each(['pagehide', 'visibilitychange'])('what was typed a moment ago is kept at %s', (leaving) => {
	const { saved, type } = aField();
	type('Tea');
	(leaving === 'pagehide' ? window : document).dispatchEvent(new Event(leaving));
	expect(saved).toEqual(['Tea']);
});

test('a field that goes from the page keeps what was typed, and hears nothing more', () => {
	const { saved, type, detach } = aField();
	type('Tea');
	detach();
	expect(saved).toEqual(['Tea']);
	dispatchEvent(new Event('pagehide'));
	expect(saved).toHaveLength(1);
});

test('words that another tab saved meanwhile are joined; they show once the field is left, and typing on repeats nothing', async () => {
	const { field, element, kept, type } = aField();
	element.focus();
	type('Tea');
	// another tab was faster
	kept.value = 'Soup';
	await vi.advanceTimersByTimeAsync(400);
	expect(kept.value).toBe('Soup\nTea');
	expect(field.value).toBe('Tea');
	type('Tea with Lea');
	kept.value = 'Hot soup\nTea';
	await vi.advanceTimersByTimeAsync(400);
	expect(kept.value).toBe('Hot soup\nTea with Lea');
	element.blur();
	await field.left();
	expect(field.value).toBe('Hot soup\nTea with Lea');
});

test('two texts that have no room in one field: neither is cut, and neither is called saved', async () => {
	const added = vi.spyOn(globalThis, 'addEventListener');
	const removed = vi.spyOn(globalThis, 'removeEventListener');
	const { field, element, kept, type } = aField();
	element.maxLength = 12;
	element.focus();
	type('Tea with Lea');
	kept.value = 'Soup at noon';
	await vi.advanceTimersByTimeAsync(400);
	expect(kept.value).toBe('Soup at noon');
	expect([field.value, field.isSaved]).toEqual(['Tea with Lea', false]);
	const asks = added.mock.calls.find(([name]) => name === 'beforeunload')![1] as (event: Event) => void;
	const leaving = new Event('beforeunload', { cancelable: true });
	asks(leaving);
	expect(leaving.defaultPrevented).toBe(true);
	expect(removed).not.toHaveBeenCalledWith('beforeunload', asks);
	type('Tea');
	kept.value = '';
	await vi.advanceTimersByTimeAsync(400);
	expect(removed).toHaveBeenCalledWith('beforeunload', asks);
});

test('a save that begins before another has ended goes on from what that one wrote', () => {
	const from = new TypedFrom();
	const first = from.typed('I like tea');
	const second = from.typed('I like coffee');
	expect(second(first(''))).toBe('I like coffee');
	// what another tab wrote in between stays
	expect(second('I like tea, and rain')).toContain('and rain');
	from.saved('I like tea');
	from.saved('I like coffee');
	expect(from.typed('I like milk')('I like coffee')).toBe('I like milk');
	expect(from.typed('I like milk')('Somebody else')).toContain('Somebody else');
});
