/** Scheme and host of this site, without a slash at the end. */
export function site(): string {
	return location.origin;
}

/** What stands after `#`, taken out of the address at once: it never stays in the history. Empty when nothing did. */
export function takeHash(): string {
	const hash = location.hash.slice(1);
	if (hash) history.replaceState(history.state, '', location.pathname + location.search);
	return hash;
}

/** Calls back whenever something new stands after `#`; returns the way to stop. */
export function onHash(listener: () => void): () => void {
	addEventListener('hashchange', listener);
	return () => removeEventListener('hashchange', listener);
}
