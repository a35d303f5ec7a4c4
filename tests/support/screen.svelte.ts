import { flushSync } from 'svelte';

/** Reads as a screen does: again each time what it read changed. `seen` holds all that was shown. */
export function watching<T>(read: () => T): { seen: T[]; readonly now: T; stop: () => void } {
	const seen: T[] = [];
	const stop = $effect.root(() => {
		$effect(() => {
			seen.push(read());
		});
	});
	flushSync();
	return {
		seen,
		get now() {
			return seen.at(-1) as T;
		},
		stop
	};
}

/** Makes something as a component does while it is made: its effects run until it is stopped. */
export function onScreen<T>(make: () => T): { made: T; stop: () => void } {
	let made!: T;
	const stop = $effect.root(() => {
		made = make();
	});
	flushSync();
	return { made, stop };
}

/** A value that a screen follows. */
export function changing<T>(first: T): { value: T } {
	let value = $state.raw(first);
	return {
		get value() {
			return value;
		},
		set value(next) {
			value = next;
			flushSync();
		}
	};
}
