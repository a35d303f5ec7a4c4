import type { Page } from '@playwright/test';

/**
 * Reports targets that are too small for a trembling hand: everything that is pressed is at least 48 px high and 44
 * px wide, except a link within a sentence. A checkbox or radio button counts with its label.
 */
export function smallTargets(page: Page, about: string): Promise<string[]> {
	return page.evaluate(async (address) => {
		// layout that depends on the size settles in the next frame
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		const found: string[] = [];
		const controls = 'a[href], button, summary, select, textarea, input:not([type="hidden"])';
		const isInSentence = (one: Element) =>
			one.localName === 'a' &&
			getComputedStyle(one).display === 'inline' &&
			one.parentElement!.textContent.trim().length > one.textContent.trim().length;
		for (const one of document.querySelectorAll<HTMLElement>(controls)) {
			if (!one.checkVisibility({ visibilityProperty: true }) || one.tabIndex < 0) continue;
			if (one.closest('[aria-hidden="true"], [inert], .skip') || one.matches('.skip') || isInSentence(one))
				continue;
			const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
			const boxes = [one, ...labels].map((part) => part.getBoundingClientRect());
			// a pseudo-element around it reacts to taps as well
			const around = getComputedStyle(one, '::after');
			const isLarger = around.position === 'absolute' && around.content !== 'none';
			const more = isLarger ? -Number.parseFloat(around.top) : 0;
			const height = Math.max(...boxes.map((box) => box.height)) + 2 * more;
			const width = Math.max(...boxes.map((box) => box.width)) + 2 * more;
			if (height < 47.5 || width < 43.5) {
				const name = (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim();
				found.push(
					`${address}: ${Math.round(width)} x ${Math.round(height)}, ${one.localName}.${one.className} "${name.slice(0, 40)}"`
				);
			}
		}
		return found;
	}, about);
}
