/** Resolves once the browser had a chance to paint the last change; soon, in a hidden page, which never paints. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 100);
	});
}

/** The same for what must be asked for before the page goes: then there is no time to paint. */
export function afterPaintOrGoing(): Promise<void> {
	if (document.visibilityState === 'hidden') return Promise.resolve();
	return new Promise((resolve) => {
		const over = new AbortController();
		const end = () => {
			over.abort();
			resolve();
		};
		// in the capture phase: after it the database closes, in a page that is stored for the way back
		addEventListener('pagehide', end, { capture: true, signal: over.signal });
		document.addEventListener('visibilitychange', end, { signal: over.signal });
		void afterPaint().then(end);
	});
}
