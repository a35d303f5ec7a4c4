const mmPerPixel = 25.4 / 96;
/** Letter without its margins of 12 mm: the shorter of the two papers, in millimetres. */
const pageHeightMm = 255.4;

/** The height of a laid out element on paper, in millimetres. */
export const heightInMm = ({ offsetHeight }: HTMLElement): number => offsetHeight * mmPerPixel;

/** How many pages of either paper this height takes, in millimetres; at least one. */
export const pagesOf = (heightMm: number): number => Math.max(1, Math.ceil(heightMm / pageHeightMm));

/** By how much this height passes one page, in millimetres; 0 when it fits. */
export const overPage = (heightMm: number): number => Math.max(0, heightMm - pageHeightMm);
