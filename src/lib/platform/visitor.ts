/** At the end of an address: the page begins, or goes on with, a visitor session. */
export const visitorHash = '#visitor';
/** Where kit looks first for the address of an entry of the history. */
const addressKey = 'sveltekit:pageurl';
/** Which of the addresses of this page an entry of the history has: the browser writes entries to disk, so they say no more. */
export const placeKey = 'envol.at';

/** What the browser keeps for a page, kept by the page itself. */
function inMemory(): object {
	return Object.create({
		getItem(this: Record<string, string>, key: string) {
			return Object.hasOwn(this, key) ? this[key] : null;
		},
		setItem(this: Record<string, string>, key: string, value: unknown) {
			this[key] = String(value);
		},
		removeItem(this: Record<string, string>, key: string) {
			delete this[key];
		},
		clear(this: Record<string, string>) {
			for (const key of Object.keys(this)) delete this[key];
		}
	}) as object;
}

const put = (name: string, value: unknown) =>
	Object.defineProperty(window, name, { value, configurable: true });

/** Whether this entry of the history was left by a visitor session: its page was reloaded, or is asked for again. */
export function isOverHere(): boolean {
	return placeKey in ((history.state as object | null) ?? {});
}

/** The address of the page and its place in the history stay the same, wherever the person goes; only this page knows where. */
function hideAddresses(): void {
	type State = Record<string, unknown> | null;
	const addresses: string[] = (window.envolAddresses = []);
	const addressOf = (state: State) => addresses[state?.[placeKey] as number];
	for (const name of ['pushState', 'replaceState'] as const) {
		const tell = history[name].bind(history);
		history[name] = (state: State, _words: string, url?: string | URL | null) => {
			const { [addressKey]: given, ...rest } = state ?? {};
			const to = new URL(url ?? location.href, location.href);
			// whoever names the address that is shown means the one that is not
			const known =
				to.pathname === location.pathname ? ((given as string | undefined) ?? addressOf(state)) : undefined;
			const address = known ? new URL(to.hash || known, known) : to;
			tell({ ...rest, [placeKey]: addresses.push(address.href) - 1 }, '');
		};
	}
	addEventListener(
		'popstate',
		(event) => {
			const state = (event as PopStateEvent).state as State;
			if (!addressOf(state)) return;
			Object.defineProperty(event, 'state', { value: { ...state, [addressKey]: addressOf(state) } });
		},
		{ capture: true }
	);
}

/**
 * Closes every door through which a page leaves something in the browser, before any other script runs: the database, the small
 * stores, the caches, the worker, the private files, the addresses in the history. What Envol does without them it does in memory, as
 * in a browser that keeps nothing (docs/decisions/0012), so that no part of it can leave a trace by mistake.
 */
export function closeDoors(): void {
	history.replaceState(history.state, '', location.pathname);
	document.documentElement.dataset.visitor = '';
	put('localStorage', inMemory());
	put('sessionStorage', inMemory());
	put('indexedDB', undefined);
	put('caches', undefined);
	for (const name of ['serviceWorker', 'storage']) Reflect.deleteProperty(Navigator.prototype, name);
	hideAddresses();
}
