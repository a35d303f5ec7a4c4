import { isLeaving } from './leaving';

/** Words being typed, as storage keeps them. */
export interface LastWords {
	key: string;
	text: string;
	/** In ms since 1970. */
	at: number;
}

const prefix = 'envol.last-words:';
/** What this page left and storage does not have yet. */
const left = new Set<string>();

/**
 * Leaves words of a page that goes, or may go at any moment, where it can still write at once: the database may be opening
 * or busy, and drops what a closed page asked of it. The next page that opens the database puts them there; nothing stays
 * here longer than that.
 */
export function leaveWords({ key, text, at }: LastWords): void {
	if (!isLeaving()) return;
	try {
		localStorage.setItem(prefix + key, JSON.stringify({ text, at }));
		left.add(key);
	} catch {
		// blocked or full: the database may still have time
	}
}

/** Storage has what was typed into this field, or it is no longer wanted. */
export function wordsAreTaken(key: string): void {
	if (!left.delete(key)) return;
	forget(prefix + key);
}

function forget(name: string): void {
	try {
		localStorage.removeItem(name);
	} catch {
		// blocked: there is nothing to remove
	}
}

function names(): string[] {
	try {
		return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
	} catch {
		return [];
	}
}

/** Undefined when nothing was left, or it cannot be read. */
function wordsLeft(key: string): LastWords | undefined {
	try {
		const { text, at } = JSON.parse(localStorage.getItem(prefix + key) ?? '{}') as Partial<LastWords>;
		if (typeof text !== 'string' || typeof at !== 'number') return undefined;
		left.add(key);
		return { key, text, at };
	} catch {
		return undefined;
	}
}

export function allWordsLeft(): LastWords[] {
	return names().flatMap((name) => wordsLeft(name.slice(prefix.length)) ?? []);
}

export function forgetWordsLeft(): void {
	names().forEach(forget);
}
