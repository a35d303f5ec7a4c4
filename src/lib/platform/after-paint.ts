/** Resolves once the browser had a chance to paint the last change; soon, in a hidden page, which never paints. */
export function afterPaint(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve));
		setTimeout(resolve, 100);
	});
}
