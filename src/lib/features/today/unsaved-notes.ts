import type { LocalDay } from '$lib/domain/local-day';

/** Notes typed but not on disk yet: kept while the app is open, so that leaving the page never loses them. */
export const unsavedNotes = new Map<LocalDay, string>();
