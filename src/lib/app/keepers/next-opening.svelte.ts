import type { Services } from '$lib/app/services.svelte';
import { whenIdle } from '$lib/platform/idle';
import { followers } from './forget-early-list';

/**
 * Keeps the list that the page of the next opening shows at once (see `early-list-keeper.ts`); for a screen that shows
 * the plan, while it is set up.
 */
export function followNextOpening({ gate }: Pick<Services, 'gate'>): void {
	// storage may open late, or again
	$effect(() => {
		const { storage } = gate;
		if (!storage?.isDurable) return;
		let stop: (() => void) | undefined;
		let isOver = false;
		followers.count += 1;
		const callOff = whenIdle(() => {
			void import('./early-list-keeper').then(
				({ followForEarlyList }) => {
					if (!isOver) stop = followForEarlyList(storage);
				},
				() => undefined
			);
		}, 2000);
		return () => {
			isOver = true;
			followers.count -= 1;
			callOff();
			stop?.();
		};
	});
}
