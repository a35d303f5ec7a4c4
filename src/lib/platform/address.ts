/** Scheme and host of this site, without a slash at the end. */
export function site(): string {
	return location.origin;
}

/** The same as it stands on paper; undefined where the page came from no site. */
export function siteInWords(): string | undefined {
	return location.host || undefined;
}

/** What stands after `#`, taken out of the address at once: it never stays in the history. Empty when nothing did. */
export function takeHash(): string {
	const early = window.envolHash;
	delete window.envolHash;
	const { hash } = location;
	if (hash) history.replaceState(history.state, '', location.pathname + location.search);
	return (hash || early || '').slice(1);
}

/** Calls back whenever something new stands after `#`; returns the way to stop. */
export function onHash(listener: () => void): () => void {
	addEventListener('hashchange', listener);
	return () => removeEventListener('hashchange', listener);
}
