import { untrack } from 'svelte';

/**
 * Attach it to the heading of what a code held: a reader begins there, at the top of the page. What listeners of the focus read is
 * not followed, or its next change would bring the person back here in the middle of a tap.
 */
export const readFirst = (heading: HTMLElement) =>
	untrack(() => {
		heading.focus({ preventScroll: true });
		scrollTo(0, 0);
	});
