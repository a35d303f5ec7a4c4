import { createSubscriber } from 'svelte/reactivity';
import type { Followable, Observable } from '$lib/storage/types';

export interface Live<T> {
	/**
	 * The latest value; undefined until the first one arrived. Rethrows the error of the source, for the nearest
	 * boundary.
	 */
	readonly value: T | undefined;
	/** Rethrows as well: a caller that only reads this would otherwise wait forever. */
	readonly isReady: boolean;
	/** Changes with each delivery, and never repeats in another source; rethrows as well. */
	readonly turn: number;
}

let turns = 0;

/** The only bridge from storage to the screen: subscribed while something on screen reads it. */
export function live<T>(source: Followable<T>): Live<T> {
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

/** Resolves to the value of a source as it is now; rejects where it cannot be read. */
export function firstOf<T>(source: Pick<Observable<T>, 'first'>): Promise<T> {
	return source.first();
}

/** Resolves once the condition is true, or reading it throws: the screen that shows the value reports the error. */
export function untilTrue(told: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const stop = $effect.root(() => {
			$effect(() => {
				try {
					if (!told()) return;
				} catch {
					// reported where the value is shown
				}
				resolve();
				queueMicrotask(() => stop());
			});
		});
	});
}
