import type { LocalDay } from '$lib/domain/local-day';

/**
 * Notes that were typed but are not on disk yet: held while the app is open, so that leaving the page never loses
 * them.
 */
export const unsavedNotes = new Map<LocalDay, string>();
