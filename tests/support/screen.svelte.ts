import { flushSync } from 'svelte';

/** Reads as a screen does: again each time its sources changed. `seen` holds every value it read. */
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

/** Creates something as during component initialisation: its effects run until it is stopped. */
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
