/**
 * Publishes the height of an element, for as long as it exists, as a custom property of the page. Everything that
 * keeps clear of the bars (styles/bars.css) reads it: it follows the words, the text size and the screen.
 */
export const measured = (property: `--${string}-height`) => (element: HTMLElement) => {
	const { style } = document.documentElement;
	const seen = new ResizeObserver(() => style.setProperty(property, `${element.offsetHeight}px`));
	seen.observe(element, { box: 'border-box' });
	return () => {
		seen.disconnect();
		style.removeProperty(property);
	};
};
