/** How many pages a sheet takes, and by how much it passes the last line of one page; 0 when it fits. */
export interface Fit {
	pages: number;
	/** In millimetres, of the sheet that passes the most. */
	overMm: number;
}

const mmPerPixel = 25.4 / 96;
/** Letter, less its margins of 12 mm: the shorter of the two papers. */
const pageHeightMm = 255.4;

/** Measures the sheets of paper inside an element that is as wide as the narrower of the two papers. */
export function measureFit(page: HTMLElement): Fit {
	const heights = [...page.querySelectorAll<HTMLElement>('.leaf')].map(
		({ offsetHeight }) => offsetHeight * mmPerPixel
	);
	const over = Math.max(0, ...heights.map((height) => height - pageHeightMm));
	return {
		pages: heights.reduce((sum, height) => sum + Math.max(1, Math.ceil(height / pageHeightMm)), 0),
		overMm: Math.ceil(over)
	};
}
