import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Opening } from '$lib/features/shell/lock/opening.svelte';
import type { OpeningBy } from '$lib/storage/lock-types';

let opening: Opening;
let stop: () => void;
let tried: OpeningBy[];
let pause = 0;
let wrong = 0;
/** What the next try meets: nothing where it opens, false where it is wrong. */
let answer: Error | false | undefined;

beforeEach(() => {
	vi.useFakeTimers();
	tried = [];
	pause = wrong = 0;
	answer = undefined;
	opening = new Opening({
		get pause() {
			return pause;
		},
		get wrong() {
			return wrong;
		},
		ways: () => Promise.resolve({ words: 'pin', lacksPage: false, passkeys: [] }),
		open: (by) => {
			tried.push(by);
			return answer ? Promise.reject(answer) : Promise.resolve(answer !== false);
		}
	});
	stop = opening.start();
});
afterEach(() => {
	stop();
	vi.useRealTimers();
});

test('nobody is asked for words of a kind that is not known yet', async () => {
	expect(
		new Opening({
			pause: 0,
			wrong: 0,
			ways: () => new Promise(() => undefined),
			open: () => Promise.resolve(true)
		}).isReady
	).toBe(false);
	await vi.advanceTimersByTimeAsync(0);
	expect([opening.isReady, opening.kind, opening.hasPasskey]).toEqual([true, 'pin', false]);
});

test('the right words open it, and are gone from the field', async () => {
	opening.typed = '123456';
	await opening.submit();
	expect(tried).toEqual([{ words: '123456' }]);
	expect([opening.typed, opening.said]).toEqual(['', undefined]);
});

test('nothing typed is no try', async () => {
	opening.typed = ' ';
	await opening.submit();
	expect(tried).toEqual([]);
	expect(opening.said).toBe('empty');
});

test('wrong words stay, to be mended', async () => {
	answer = false;
	opening.typed = '123457';
	await opening.submit();
	expect([opening.typed, opening.said, opening.seconds]).toEqual(['123457', 'wrong', 0]);
	answer = undefined;
	await opening.submit();
	expect(opening.said).toBeUndefined();
});

test('what cannot be read now is no wrong try', async () => {
	answer = new Error('disk');
	opening.typed = '123456';
	await opening.submit();
	expect([opening.typed, opening.said]).toEqual(['123456', 'failed']);
});

test('in a pause nothing is tried; it counts down and says once that it is over', async () => {
	answer = false;
	pause = 5_000;
	opening.typed = 'a';
	await opening.submit();
	expect(opening.seconds).toBe(5);
	await opening.submit();
	expect(tried).toHaveLength(1);
	expect(opening.said).toBe('pause');
	await vi.advanceTimersByTimeAsync(3_100);
	expect(opening.seconds).toBe(2);
	await vi.advanceTimersByTimeAsync(2_000);
	expect([opening.seconds, opening.said]).toEqual([0, 'again']);
	await opening.submit();
	expect(tried).toHaveLength(2);
});

test('a pause that was running goes on after a reload', () => {
	stop();
	pause = 30_000;
	stop = opening.start();
	expect(opening.seconds).toBe(30);
});

test('a pause that another page began counts here too', async () => {
	[pause, wrong] = [15_000, 5];
	opening.typed = '1234';
	await opening.submit();
	expect(tried).toEqual([]);
	expect([opening.said, opening.seconds]).toEqual(['pause', 15]);
});

test('the recovery page is another field, and another question', async () => {
	opening.typed = '1234';
	opening.choose('recovery');
	expect(opening.typed).toBe('');
	opening.typed = 'eight words';
	await opening.submit();
	expect(tried).toEqual([{ recovery: 'eight words' }]);
});

test('where there is no passkey, none is asked for', async () => {
	await opening.passkey();
	expect(tried).toEqual([]);
});
