import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { live, type Live } from '$lib/app/keeping/live.svelte';
import type { Observable } from '$lib/storage/types';
import { watching } from '../../../support/screen.svelte';

/** A source that the test drives by hand. */
function aSource<T>() {
	const observers = new Set<{ next: (value: T) => void; error?: (error: unknown) => void }>();
	const source: Observable<T> = {
		first: () => Promise.reject(new Error('nobody asks')),
		subscribe: (observer) => {
			observers.add(observer);
			return { unsubscribe: () => void observers.delete(observer) };
		}
	};
	return {
		source,
		tell: (value: T) => flushSync(() => observers.forEach(({ next }) => next(value))),
		fail: (error: unknown) => flushSync(() => observers.forEach((observer) => observer.error?.(error))),
		get followers() {
			return observers.size;
		}
	};
}

let stop: (() => void) | undefined;
afterEach(() => stop?.());

test('what is kept shows once it is known, and follows each change', () => {
	const { source, tell } = aSource<number>();
	const value: Live<number> = live(source);
	const screen = watching(() => [value.isReady, value.value]);
	stop = screen.stop;
	tell(1);
	tell(2);
	expect(screen.seen).toEqual([
		[false, undefined],
		[true, 1],
		[true, 2]
	]);
});

test('knowing that there is nothing is knowing', () => {
	const { source, tell } = aSource<undefined>();
	const value = live(source);
	const screen = watching(() => value.isReady);
	stop = screen.stop;
	tell(undefined);
	expect(screen.seen).toEqual([false, true]);
});

test('a source is followed only while something on screen shows it, and only once', async () => {
	const driven = aSource<number>();
	const value = live(driven.source);
	expect(driven.followers).toBe(0);
	const one = watching(() => value.value);
	const other = watching(() => value.value);
	expect(driven.followers).toBe(1);
	one.stop();
	await Promise.resolve();
	expect(driven.followers).toBe(1);
	other.stop();
	await new Promise((resolve) => setTimeout(resolve));
	expect(driven.followers).toBe(0);
});

test.each(['value', 'isReady'] as const)(
	'what goes wrong in the source reaches the screen that asks its %s',
	(asked) => {
		const { source, fail } = aSource<number>();
		const value = live(source);
		const screen = watching(() => {
			try {
				return value[asked];
			} catch (error) {
				return error;
			}
		});
		stop = screen.stop;
		const error = new Error('gone');
		fail(error);
		expect(screen.seen).toEqual([asked === 'value' ? undefined : false, error]);
	}
);
