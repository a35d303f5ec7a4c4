/** Attach it to the heading of what a code held: a reader begins there, at the top of the page. */
export function readFirst(heading: HTMLElement): void {
	heading.focus({ preventScroll: true });
	scrollTo(0, 0);
}
