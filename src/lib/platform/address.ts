/** Scheme and host of this site, without a slash at the end. */
export function site(): string {
	return location.origin;
}

/** The host as printed on paper; undefined when the page was not opened from a site. */
export function siteInWords(): string | undefined {
	return location.host || undefined;
}

/**
 * Returns the text after `#` and removes it from the address at once, so that it never stays in the history. Empty
 * when there was none.
 */
export function takeHash(): string {
	const early = window.envolHash;
	delete window.envolHash;
	const { hash } = location;
	if (hash) history.replaceState(history.state, '', location.pathname + location.search);
	return (hash || early || '').slice(1);
}

/** Calls back when the text after `#` changes; returns a function that stops it. */
export function onHash(listener: () => void): () => void {
	addEventListener('hashchange', listener);
	return () => removeEventListener('hashchange', listener);
}
