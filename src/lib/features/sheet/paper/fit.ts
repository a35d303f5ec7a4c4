import { heightInMm, overPage, pagesOf } from '$lib/paper/paper-size';

/** How many pages a sheet takes, and by how much it passes the last line of one page; 0 when it fits. */
export interface Fit {
	pages: number;
	/** In millimetres, of the sheet that passes the most. */
	overMm: number;
}

/** Measures the sheets of paper inside an element that is as wide as the narrower of the two papers. */
export function measureFit(page: HTMLElement): Fit {
	const heights = [...page.querySelectorAll<HTMLElement>('.leaf')].map(heightInMm);
	return {
		pages: heights.reduce((sum, height) => sum + pagesOf(height), 0),
		overMm: Math.ceil(Math.max(0, ...heights.map(overPage)))
	};
}
