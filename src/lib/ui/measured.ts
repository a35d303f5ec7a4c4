/**
 * Publishes the height of an element, for as long as it exists, as a custom property of the page. Everything that
 * keeps clear of the bars (styles/bars.css) reads it: it follows the words, the text size and the screen.
 *
 * A property of the whole page that changes costs a slow phone a style of every element: one that says what the page already
 * goes by is not written.
 */
export const measured = (property: `--${string}-height`) => (element: HTMLElement) => {
	const root = document.documentElement;
	const seen = new ResizeObserver(([entry]) => {
		// not from the element, which would be laid out anew for each bar
		const height = Math.round(entry?.borderBoxSize[0]?.blockSize ?? element.offsetHeight);
		if (height !== goneBy(property, root)) root.style.setProperty(property, `${height}px`);
	});
	seen.observe(element, { box: 'border-box' });
	return () => {
		seen.disconnect();
		root.style.setProperty(property, '0px');
	};
};

/** The height in px that styles/bars.css goes by for this bar; it stands there in px or in letters of the page. */
function goneBy(property: `--${string}-height`, root: HTMLElement): number {
	const styles = getComputedStyle(root);
	const said = styles.getPropertyValue(property.replace('-height', ''));
	return Math.round(parseFloat(said) * (said.endsWith('rem') ? parseFloat(styles.fontSize) : 1));
}
