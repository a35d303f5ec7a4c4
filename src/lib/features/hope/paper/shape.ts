/** The kind of print made of the notes. */
export interface Shape {
	kind: 'page' | 'booklet';
	isLarge: boolean;
	hasPhotos: boolean;
	/** The title on the cover, in the person's words; may be empty. */
	title: string;
	line: string;
	name: string;
}

/** The largest size of a photo in millimetres: with its words it always fits on a page of its own. */
export const photoRoom: Record<Shape['kind'], [widest: number, highest: number]> = {
	booklet: [116, 82],
	page: [150, 95]
};

/** The same for each of two that stand side by side. */
export const pairRoom: Record<Shape['kind'], [widest: number, highest: number]> = {
	booklet: [58, 82],
	page: [91, 95]
};
