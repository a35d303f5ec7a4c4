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
