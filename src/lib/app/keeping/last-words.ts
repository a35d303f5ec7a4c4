import type { Services } from '$lib/app/services.svelte';
import { leaveWords, type LastWords } from '$lib/platform/last-words';
import { mirroredLock } from '$lib/platform/mirror';

/**
 * Leaves words of a page that goes before its storage is open; from then on storage does so itself (see
 * `storage/settings.ts`). Not under a lock: nobody could seal them yet.
 */
export function leaveBeforeOpen({ gate }: Pick<Services, 'gate'>, words: () => LastWords): void {
	if (!gate.storage && !mirroredLock()) leaveWords(words());
}
