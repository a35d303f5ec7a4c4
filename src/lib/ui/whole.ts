/**
 * Scales a page on paper to the room its frame leaves, never larger than it prints: all of it can be seen
 * at once. The frame takes `--scale` and `--height`: on paper neither counts.
 */
export function whole(page: HTMLElement): () => void {
	const frame = page.parentElement!;
	const fit = () => {
		const scale = Math.min(1, frame.clientWidth / page.offsetWidth);
		frame.style.setProperty('--scale', String(scale));
		frame.style.setProperty('--height', `${Math.ceil(page.offsetHeight * scale) + 2}px`);
	};
	const observer = new ResizeObserver(fit);
	observer.observe(frame);
	observer.observe(page);
	return () => observer.disconnect();
}
