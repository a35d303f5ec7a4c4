/** A picture of four coloured quarters: where each lies tells whether the picture stands upright. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Each channel is one of two values, so that the simplest coding of a lossless WebP can say them. */
export const low = 40;
export const high = 200;
export const quarters = {
	topLeft: [high, low, low],
	topRight: [low, high, low],
	bottomLeft: [low, low, high],
	bottomRight: [high, high, low]
} as const satisfies Record<string, Rgb>;
export type Quarter = keyof typeof quarters;

export interface Scene {
	/** As the pixels are stored. */
	width: number;
	height: number;
	/** EXIF orientation, 1 to 8. */
	orientation: number;
}

/** Where a stored pixel stands once the picture is turned upright (EXIF 2.3, tag 0x0112). */
function uprightPlace({ width, height, orientation }: Scene, x: number, y: number): [x: number, y: number] {
	const right = width - 1 - x;
	const below = height - 1 - y;
	const places: Record<number, [number, number]> = {
		1: [x, y],
		2: [right, y],
		3: [right, below],
		4: [x, below],
		5: [y, x],
		6: [below, x],
		7: [below, right],
		8: [y, right]
	};
	return places[orientation]!;
}

export function uprightSizeOf({ width, height, orientation }: Scene): [width: number, height: number] {
	return orientation >= 5 ? [height, width] : [width, height];
}

/** Which quarter a stored pixel belongs to. */
export function quarterAt(scene: Scene, x: number, y: number): Quarter {
	const [width, height] = uprightSizeOf(scene);
	const [ux, uy] = uprightPlace(scene, x, y);
	const side = ux * 2 < width ? 'Left' : 'Right';
	return uy * 2 < height ? `top${side}` : `bottom${side}`;
}
