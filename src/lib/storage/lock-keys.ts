import type { Recovered } from '$lib/second-store/port';

/** The small record of the lock, in the settings. */
export const lockKey = 'lock';
/** The small record that says that this database was opened once. */
export const bornKey = 'born';
/** The key of what waits in the page for its next opening; `src/early` knows its name too. */
export const veilKey = 'veil';

/** The record of the lock, as the journal has it; undefined where there is none. */
export function lockRecordIn({ changes }: Recovered): { state?: unknown } | undefined {
	const row = changes.find(([table, key]) => table === 'settings' && key === lockKey)?.[2];
	const { value } = (row ?? {}) as { value?: { state?: unknown } };
	return value?.state === 'off' ? undefined : value;
}

/** Whether what the journal has is sealed: all but the last traces of a lock that was turned off are not. */
export function isUnderLock(found: Recovered): boolean {
	const record = lockRecordIn(found) as { isSealed?: unknown } | undefined;
	return record !== undefined && record.isSealed !== false;
}
