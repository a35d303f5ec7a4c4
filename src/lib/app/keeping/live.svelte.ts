import { createSubscriber } from 'svelte/reactivity';
import type { Observable } from '$lib/storage/types';

export interface Live<T> {
	/** The latest value; undefined until the first one came. Throws what the source threw, for the nearest boundary. */
	readonly value: T | undefined;
	/** Throws as well: who only asks this would otherwise wait for ever. */
	readonly isReady: boolean;
	/** Another number each time that it is told, and in no other source the same; throws as well. */
	readonly turn: number;
}

let turns = 0;

/** The only bridge from storage to the screen: subscribed while something on screen reads it. */
export function live<T>(source: Observable<T>): Live<T> {
	let value: T | undefined;
	let failure: { error: unknown } | undefined;
	let isReady = false;
	let turn = ++turns;
	const subscribe = createSubscriber((update) => {
		const subscription = source.subscribe({
			next: (latest) => {
				value = latest;
				isReady = true;
				turn = ++turns;
				update();
			},
			error: (error) => {
				failure = { error };
				update();
			}
		});
		return () => subscription.unsubscribe();
	});
	function read<V>(part: () => V): V {
		subscribe();
		if (failure) throw failure.error;
		return part();
	}
	return {
		get value() {
			return read(() => value);
		},
		get isReady() {
			return read(() => isReady);
		},
		get turn() {
			return read(() => turn);
		}
	};
}

/** What a source tells first. */
export function firstOf<T>(source: Observable<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const subscription = source.subscribe({
			next: (value) => {
				resolve(value);
				queueMicrotask(() => subscription.unsubscribe());
			},
			error: reject
		});
	});
}

/** Once this is true, or cannot be told any more: who shows it says what broke. */
export function untilTrue(told: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const stop = $effect.root(() => {
			$effect(() => {
				try {
					if (!told()) return;
				} catch {
					// said where it is shown
				}
				resolve();
				queueMicrotask(() => stop());
			});
		});
	});
}
