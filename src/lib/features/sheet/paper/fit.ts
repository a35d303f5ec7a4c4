/** How a paper fits, measured as it will print. */
export interface Fit {
	pages: number;
	/** How far it goes past one page, in whole millimetres; 0 when it fits. */
	overMm: number;
}
