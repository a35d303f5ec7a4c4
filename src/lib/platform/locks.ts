/**
 * Holds a name as long as this page lives, so that no other tab takes the same words in hand.
 * @returns what lets go of it; undefined while another tab holds it. Where a browser knows no such thing, it is given.
 */
export function requestLock(name: string): Promise<(() => void) | undefined> {
	const free = () => undefined;
	if (!('locks' in navigator)) return Promise.resolve(free);
	return new Promise((resolve) => {
		navigator.locks
			.request(name, { ifAvailable: true }, (lock) => {
				if (!lock) return resolve(undefined);
				return new Promise<void>((release) => resolve(release));
			})
			.catch(() => resolve(free));
	});
}

/** The names that this tab and all others hold; undefined where a browser does not know. */
export async function heldLocks(): Promise<readonly string[] | undefined> {
	if (!('locks' in navigator)) return undefined;
	try {
		const { held = [], pending = [] } = await navigator.locks.query();
		return [...held, ...pending].flatMap(({ name }) => name ?? []);
	} catch {
		return undefined;
	}
}
