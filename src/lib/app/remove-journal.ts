import { journalName } from '$lib/second-store/port';
import { removePrivateFolder } from '$lib/platform/private-files';

/**
 * Removes the files of the second store, also those of a journal that could not be started on this page. Resolves to true
 * only if nothing of them is left.
 */
export const removeJournal = (): Promise<boolean> => removePrivateFolder(journalName);
