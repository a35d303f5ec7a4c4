/** A page in shades of grey, row by row: 0 is black. */
export interface Page {
	width: number;
	height: number;
	shades: Uint8Array;
}

/** Blurs along one way of the page, with the weights of a bell of this radius in pixels. */
function blurredAlong({ width, height, shades }: Page, radius: number, across: boolean): Uint8Array {
	const reach = Math.ceil(radius * 3);
	const weights = Array.from({ length: 2 * reach + 1 }, (_, at) =>
		Math.exp(-((at - reach) ** 2) / (2 * radius ** 2))
	);
	const all = weights.reduce((sum, weight) => sum + weight, 0);
	const out = new Uint8Array(shades.length);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			let sum = 0;
			for (let at = -reach; at <= reach; at++) {
				const [a, b] = across ? [x + at, y] : [x, y + at];
				const isOnPage = a >= 0 && b >= 0 && a < width && b < height;
				sum += (isOnPage ? shades[b * width + a]! : 255) * weights[at + reach]!;
			}
			out[y * width + x] = Math.round(sum / all);
		}
	return out;
}

export function blurred(page: Page, radius: number): Page {
	const once = { ...page, shades: blurredAlong(page, radius, true) };
	return { ...once, shades: blurredAlong(once, radius, false) };
}

/**
 * A copy of a page by a tired copier: blurred, harsher in its contrast, with specks of dust at places that are the same
 * in every run.
 */
export function copied(page: Page, radius = 0.8): Page {
	const soft = blurred(page, radius);
	const shades = soft.shades.map((shade) => Math.max(0, Math.min(255, Math.round((shade - 128) * 3 + 120))));
	let seed = 20_261_128;
	for (let speck = 0; speck < shades.length / 2000; speck++) {
		seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
		shades[seed % shades.length] = 0;
	}
	return { ...soft, shades };
}

/** The lower left of a page, where the code of a sheet is. */
export function footOf({ width, height, shades }: Page): Page {
	const [wide, high] = [Math.round(width * 0.45), Math.round(height * 0.35)];
	const part = new Uint8Array(wide * high);
	for (let y = 0; y < high; y++) {
		const from = (height - high + y) * width;
		part.set(shades.subarray(from, from + wide), y * wide);
	}
	return { width: wide, height: high, shades: part };
}

/** As a PGM file. */
export function pgmOf({ width, height, shades }: Page): Buffer {
	return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), shades]);
}
