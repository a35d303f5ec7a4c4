/**
 * Requests a lock that is held as long as this page lives, so that no other tab edits the same text.
 * @returns a function that releases it; undefined while another tab holds it. Granted where the browser has no locks.
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

/** The names of the locks held by this tab and all others; undefined where the browser has no locks. */
export async function heldLocks(): Promise<readonly string[] | undefined> {
	if (!('locks' in navigator)) return undefined;
	try {
		const { held = [], pending = [] } = await navigator.locks.query();
		return [...held, ...pending].flatMap(({ name }) => name ?? []);
	} catch {
		return undefined;
	}
}

/** Resolves once no page holds this lock. */
export async function whenNobody(name: string): Promise<void> {
	if (!('locks' in navigator)) return;
	// forbidden here: then nobody can
	await navigator.locks.request(name, { mode: 'shared' }, () => undefined).catch(() => undefined);
}
