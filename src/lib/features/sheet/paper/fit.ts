import { heightInMm, overPage, pagesOf } from '$lib/paper/paper-size';

/** How many pages a sheet takes, and by how much it passes the last line of one page; 0 when it fits. */
export interface Fit {
	pages: number;
	/** In millimetres, of the sheet that passes the most. */
	overMm: number;
}

/** To a side of a code, its light border too: so many has a link of about 250 characters or more. */
export const manySquares = 73;

/** The sides that a code with many squares may have, in millimetres, the largest first; see CodeSquare.svelte. */
const sides = [55, 52, 49, 46];

/**
 * Draws codes with many squares as large as the page has room for, on the last page of a longer sheet too: two copies of a copy blur
 * them at the usual size.
 * @param page as in {@link measureFit}
 * @returns how the sheet fits with its codes at their usual size, which takes as many pages
 */
export function growCodes(page: HTMLElement): Fit {
	page.style.removeProperty('--many-squares');
	const fit = measureFit(page);
	if (!page.querySelector('.many-squares')) return fit;
	for (const side of sides) {
		page.style.setProperty('--many-squares', `${side}mm`);
		if (measureFit(page).pages === fit.pages) return fit;
	}
	page.style.removeProperty('--many-squares');
	return fit;
}

/** Measures the sheets of paper inside an element that is as wide as the narrower of the two papers. */
export function measureFit(page: HTMLElement): Fit {
	const heights = [...page.querySelectorAll<HTMLElement>('.leaf')].map(heightInMm);
	return {
		pages: heights.reduce((sum, height) => sum + pagesOf(height), 0),
		overMm: Math.ceil(Math.max(0, ...heights.map(overPage)))
	};
}
