interface Event {
	url: URL;
}

/**
 * The `load` of a page that ships as plain HTML, without the script of the app (docs/decisions/0004): at build time it brings the
 * words; a link to it from the app loads the whole page.
 */
export function asWholePage<Needs, Words>(loadWords: (event: Needs) => Promise<Words>) {
	return (event: Needs & Event): Promise<Words> => {
		if (import.meta.env.SSR) return loadWords(event);
		location.assign(event.url.href);
		return new Promise<never>(() => undefined);
	};
}
