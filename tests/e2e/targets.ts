import type { Page } from '@playwright/test';

/**
 * What is too small for a hand that trembles: everything that is pressed is 48 px high and 44 px wide, but a link within a
 * sentence, which is as high as its line. A box or a circle counts with its label.
 */
export function smallTargets(page: Page, about: string): Promise<string[]> {
	return page.evaluate(async (address) => {
		// what fits itself to a new size does so in the frame after
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
			// what lies around it and belongs to it answers as well
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
