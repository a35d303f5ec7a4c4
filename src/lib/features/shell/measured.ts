/**
 * Publishes how tall an element is, for as long as it is there, as a custom property of the page. What keeps clear of the
 * bars (styles/bars.css) reads it from there: it follows the words, the size of the text and the screen.
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
