import { live } from './live.svelte';
import type { Services } from '$lib/app/services.svelte';
import type { Observable, Storage } from '$lib/storage/types';

export interface Followed<T> {
	/** As it is kept, here or by another tab; what stands for it until then. */
	readonly value: T;
	/** It is there, or surely nothing was ever kept: there is nothing to wait for. */
	readonly isReady: boolean;
	/** Another number each time that storage tells of it: the same value told twice is told apart. */
	readonly turn: number;
}

/** Something kept, followed as long as something on screen reads it; storage opens when somebody asks it to. */
export function followed<T, N = T>(
	services: () => Pick<Services, 'gate'>,
	observe: (storage: Storage) => Observable<T> | undefined,
	none: N
): Followed<T | N> {
	const source = $derived.by(() => {
		const { storage } = services().gate;
		const observed = storage && observe(storage);
		return observed && live(observed);
	});
	return {
		get value() {
			return source?.value ?? none;
		},
		get isReady() {
			return services().gate.isFresh || Boolean(source?.isReady);
		},
		get turn() {
			return source?.turn ?? 0;
		}
	};
}
