/** What is made of the notes. */
export interface Shape {
	kind: 'page' | 'booklet';
	isLarge: boolean;
	hasPhotos: boolean;
	/** Of the cover, in the person's words; empty is nothing. */
	title: string;
	line: string;
	name: string;
}

/** The widest and highest a photo may be, in millimetres: with the words below it, it always fits on a page of its own. */
export const photoRoom: Record<Shape['kind'], [widest: number, highest: number]> = {
	booklet: [116, 82],
	page: [150, 95]
};
