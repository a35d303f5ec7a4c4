import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptText } from '$lib/ui/kept-text.svelte';
import { changing, onScreen } from '../../support/screen.svelte';

let stops: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	for (const stop of stops) stop();
	stops = [];
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
				onSave: (words) => {
					saved.push(words);
					if (device.isKept) kept.value = words;
					return Promise.resolve(device.isKept ? 'durable' : 'failed');
				}
			}))
	);
	const element = document.body.appendChild(document.createElement('textarea'));
	const detach = made.attach(element);
	stops.push(stop);
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
