import { doorWords } from '$lib/domain/door';
import type { EarlyList } from '$lib/domain/early-list';
import { isInstant, type Instant } from '$lib/domain/local-day';
import { parsePreferences, type Preferences } from '$lib/domain/preferences';

/**
 * The mirror: what must be known before the first paint, in localStorage, where it can be read synchronously. Nothing
 * a person typed has its only place there (but see `last-words.ts`), since localStorage can lose what was written seconds before a crash.
 */
const preferencesKey = 'envol.preferences';
const bornKey = 'envol.born';
const hardDayKey = 'envol.hard-day';
const databaseKey = 'envol.database';
/** There while a lock is on; `src/boot.js`, `src/early-list.js` and `src/early/` know its name too. */
export const lockKey = 'envol.lock';
/** What `lock-habits.ts` keeps. */
export const lockHabitsKey = 'envol.lock-habits';
/** The list that the page shows before the app is awake, and the taps on it; `src/early-list.js` knows both names. */
export const earlyListKey = 'envol.early-list';
export const earlyTapsKey = 'envol.early-taps';

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// blocked or full: the database is the source of truth
	}
}

function forget(key: string): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// blocked: there is nothing to remove
	}
}

/** Undefined when nothing was mirrored, or it cannot be read. */
export function mirroredPreferences(): Preferences | undefined {
	const text = read(preferencesKey);
	if (text === null) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		// a mirror of something else is ignored: storage knows better
		const isMirror = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isMirror ? parsePreferences(value) : undefined;
	} catch {
		return undefined;
	}
}

export function mirrorPreferences(preferences: Preferences): void {
	write(preferencesKey, JSON.stringify(preferences));
	tellWorker();
}

/**
 * The worker cannot read this mirror. It is told as much as it needs to answer the icon with the right page at once, instead of a
 * door that only goes on by script.
 */
function tellWorker(): void {
	const lang = mirroredPreferences()?.lang;
	const words = lang && doorWords({ lang, isHardDay: mirroredHardDay() !== undefined });
	navigator.serviceWorker?.controller?.postMessage({ type: 'DOOR', words });
}

/** Calls back when another tab changed its preferences. */
export function onMirrorChange(listener: (preferences: Preferences) => void): () => void {
	const heard = (event: StorageEvent) => {
		if (event.key !== preferencesKey) return;
		const preferences = mirroredPreferences();
		if (preferences) listener(preferences);
	};
	addEventListener('storage', heard);
	return () => removeEventListener('storage', heard);
}

/** Whether this device ever had a plan, so that losing it is never mistaken for a first visit. */
export function hadData(): boolean {
	return read(bornKey) !== null;
}

/** Calls back when another tab has just stored a plan for the first time. */
export function onDataBorn(listener: () => void): () => void {
	const heard = (event: StorageEvent) => {
		if (event.key === bornKey && event.newValue !== null) listener();
	};
	addEventListener('storage', heard);
	return () => removeEventListener('storage', heard);
}

export function rememberData(): void {
	write(bornKey, '1');
}

/** The name of the database: another than the first one after it was rebuilt (see docs/decisions/0015). */
export function mirroredDatabase(): string {
	const name = read(databaseKey);
	return name && /^envol-\d{1,6}$/.test(name) ? name : 'envol';
}

export function mirrorDatabase(name: string): void {
	write(databaseKey, name);
}

/** When "just the minimum" was turned on; `src/boot.js` opens Envol there as long as this is set. */
export function mirroredHardDay(): Instant | undefined {
	const since = Number(read(hardDayKey));
	return isInstant(since) ? since : undefined;
}

export function mirrorHardDay(since: Instant): void {
	write(hardDayKey, String(since));
	tellWorker();
}

export function forgetHardDay(): void {
	forget(hardDayKey);
	tellWorker();
}

/** Whether what is stored here is under a lock, as far as the page knows before it opens storage. */
export function mirroredLock(): boolean {
	return read(lockKey) !== null;
}

/** Under an open lock, the list that Today shows at once is in the memory of the worker alone, as long as the key is (src/sw.ts). */
export function keepInWorker(list: EarlyList | undefined): void {
	navigator.serviceWorker?.controller?.postMessage({ type: 'EARLY_KEEP', list });
}

/** Nothing waits for the next opening, in the page or the worker. */
export function forgetEarlyList(): void {
	forget(earlyListKey);
	keepInWorker(undefined);
}

export function forgetMirror(): void {
	for (const key of [preferencesKey, bornKey, hardDayKey, databaseKey, lockKey, lockHabitsKey, earlyTapsKey])
		forget(key);
	forgetEarlyList();
	tellWorker();
}
