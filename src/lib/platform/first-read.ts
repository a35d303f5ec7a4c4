import type { Day } from '$lib/domain/day';
import type { LocalDay } from '$lib/domain/local-day';
import type { Step } from '$lib/domain/step';
import { mirroredLock } from './mirror';

/** What `src/early/first-read.ts` read before the app was awake. */
export interface FirstRead {
	/** At least one, those that were put away included. */
	steps: readonly Step[];
	/** Every record from `from` on. */
	days: readonly Day[];
	from: LocalDay;
	/** As stored, to be parsed. */
	hardDay: unknown;
}

/**
 * In ms. It was begun long before the app: what takes longer is trouble, which opening the database tells about. Under a lock its rows
 * have to be opened too, which is still far sooner than all of storage.
 */
const patienceMs = 150;
const patienceLockedMs = 1000;

/** Undefined where the page has no first read, or nothing usual came of it in time. Never rejects. */
export async function firstRead(): Promise<FirstRead | undefined> {
	const reading = globalThis.window?.envolFirstRead;
	if (!reading) return undefined;
	// what was read once is old news
	delete window.envolFirstRead;
	const most = mirroredLock() ? patienceLockedMs : patienceMs;
	const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), most));
	return Promise.race([reading, late]);
}
