import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { Overlay } from '$lib/app/keeping/overlay.svelte';
import { aCounter } from './counter.svelte';
import { watching } from '../../../support/screen.svelte';

const plus = (by: number) => (value: number) => value + by;

test('a change shows at once, and never twice when storage tells of it', async () => {
	const kept = aCounter(1);
	const overlay = new Overlay<number>(() => kept.now);
	const screen = watching(() => overlay.value);
	const writing = overlay.during(plus(1), async (change) => {
		flushSync();
		expect(screen.now).toBe(2);
		kept.disk = change(kept.disk);
		return 'durable';
	});
	await writing;
	flushSync();
	expect(screen.now).toBe(2);
	kept.tell();
	flushSync();
	expect(screen.seen).toEqual([1, 2]);
	screen.stop();
});

test('what another tab changed before the answer came is shown, not what was written here', async () => {
	const kept = aCounter(1);
	const overlay = new Overlay<number>(() => kept.now);
	await overlay.during(plus(1), async (change) => {
		kept.disk = change(kept.disk);
		kept.tell();
		kept.disk = 50;
		kept.tell();
		return 'durable';
	});
	expect(overlay.value).toBe(50);
});

test('one that could not be kept is gone again', async () => {
	const kept = aCounter(1);
	const overlay = new Overlay<number>(() => kept.now);
	await overlay.during(plus(1), async (change) => {
		change(1);
		return 'failed';
	});
	expect(overlay.value).toBe(1);
});

test('one that is owed counts on this page, and is written with the next', async () => {
	const kept = aCounter(1);
	const overlay = new Overlay<number>(() => kept.now);
	await overlay.during(plus(10), async () => 'failed', true);
	expect(overlay.value).toBe(11);
	await overlay.during(
		plus(100),
		async (change) => {
			kept.disk = change(kept.disk);
			return 'durable';
		},
		true
	);
	expect(kept.disk).toBe(111);
	expect(overlay.value).toBe(111);
	kept.tell();
	expect(overlay.value).toBe(111);
});

test('what storage tells later counts again, and what was written of something else never shows', async () => {
	const kept = aCounter(1);
	let isSame = true;
	const overlay = new Overlay<number>(
		() => kept.now,
		() => isSame
	);
	await overlay.during(plus(1), async (change) => (change(1), 'durable'));
	expect(overlay.value).toBe(2);
	isSame = false;
	kept.disk = 7;
	kept.tell();
	expect(overlay.value).toBe(7);
});

test('a change that is laid stays until it is lifted', () => {
	const kept = aCounter(1);
	const overlay = new Overlay<number>(() => kept.now);
	const lift = overlay.lay(plus(5));
	expect(overlay.value).toBe(6);
	lift();
	expect(overlay.value).toBe(1);
});
