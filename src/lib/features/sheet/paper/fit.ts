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
 * Gives a sheet what its page has room for, on the last page of a longer sheet too: first a larger code, since two copies of a copy
 * blur one with many squares at the usual size, then lines to sign on.
 * @param page as in {@link measureFit}
 * @returns how the sheet fits without them, which takes as many pages
 */
export function fillRoom(page: HTMLElement): Fit {
	page.style.removeProperty('--many-squares');
	page.style.setProperty('--signing', 'none');
	const fit = measureFit(page);
	const hasRoom = () => measureFit(page).pages === fit.pages;
	if (page.querySelector('.many-squares')) {
		const fits = (side: number) => {
			page.style.setProperty('--many-squares', `${side}mm`);
			return hasRoom();
		};
		if (!sides.some(fits)) page.style.removeProperty('--many-squares');
	}
	if (page.querySelector('.if-room')) {
		page.style.removeProperty('--signing');
		if (!hasRoom()) page.style.setProperty('--signing', 'none');
	}
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
