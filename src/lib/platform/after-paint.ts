/** Resolves once the browser has had a turn to paint what was changed; in a page that nobody sees, which never paints, soon. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 100);
	});
}
