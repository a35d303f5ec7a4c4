import { live } from './live.svelte';
import type { Services } from '$lib/app/services.svelte';
import type { FirstRead } from '$lib/platform/first-read';
import type { Followable, Storage } from '$lib/storage/types';

export interface Followed<T> {
	/** The stored value, written here or by another tab; a placeholder until it is read. */
	readonly value: T;
	/** The value was read, or certainly nothing was ever stored: there is nothing to wait for. */
	readonly isReady: boolean;
	/** Changes each time storage delivers a value, so that two equal values can be told apart. */
	readonly turn: number;
}

/**
 * Follows a stored value as long as something on screen reads it. It does not open storage by itself.
 * @param first what the first read of the page says of it: shown until storage delivers
 */
export function followed<T, N = T>(
	services: () => Pick<Services, 'gate'>,
	observe: (storage: Storage) => Followable<T> | undefined,
	none: N,
	first?: (read: FirstRead) => T | undefined
): Followed<T | N> {
	const source = $derived.by(() => {
		const { storage } = services().gate;
		const observed = storage && observe(storage);
		return observed && live(observed);
	});
	const early = $derived.by(() => {
		const { first: read } = services().gate;
		return read && first?.(read);
	});
	return {
		get value() {
			return (source?.isReady ? source.value : early) ?? none;
		},
		get isReady() {
			return services().gate.isFresh || early !== undefined || Boolean(source?.isReady);
		},
		get turn() {
			return source?.turn ?? 0;
		}
	};
}
