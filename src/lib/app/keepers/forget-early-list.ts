import { whenIdle } from '$lib/platform/idle';
import { forgetEarlyList } from '$lib/platform/mirror';
import type { Storage } from '$lib/storage/types';

/** How many screens of this page follow the plan for the next opening. */
export const followers = { count: 0 };

/**
 * A plan that the person changes where nothing follows it leaves no list behind that is no longer true; begun with each
 * storage that opens.
 */
export function forgetOnChange(storage: Storage): void {
	let isFirst = true;
	whenIdle(() => {
		const subscription = storage.plan.observe().subscribe({
			next: () => {
				// a change in another tab is followed there
				const isHere = document.visibilityState === 'visible';
				if (!isFirst && isHere && followers.count === 0) forgetEarlyList();
				isFirst = false;
			},
			error: () => undefined
		});
		storage.onClosed(() => subscription.unsubscribe());
	}, 2000);
}
