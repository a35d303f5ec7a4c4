/** Light modules around the code, on each side, which scanners need. */
const quietZone = 4;

/** A QR code to draw: its width in modules with the quiet zone, and the dark modules as one SVG path. */
export interface DrawnCode {
	size: number;
	path: string;
}

/** Level M: a code that can still be read with a tenth of it lost. The encoder loads on first use. */
export async function drawCode(text: string): Promise<DrawnCode> {
	const { encodeQR } = await import('qr');
	const squares = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone, encoding: 'byte' });
	const rows = squares.map((row, y) => {
		let path = '';
		for (let x = 0; x < row.length; x++) {
			if (!row[x]) continue;
			const start = x;
			while (row[x + 1]) x += 1;
			path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
		}
		return path;
	});
	return { size: squares.length, path: rows.join('') };
}

/** Slightly rotated pictures let the reader find codes near the diagonal as well. */
const turns = [0, 22, -22];
/** In pixels: enough for a whole page, little enough for an old phone. */
const widest = 1600;

function pixels(picture: ImageBitmap, degrees: number, most: number): ImageData | undefined {
	const scale = Math.min(1, most / Math.max(picture.width, picture.height));
	const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
	const angle = (degrees * Math.PI) / 180;
	const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
	const canvas = document.createElement('canvas');
	canvas.width = Math.ceil(width * cos + height * sin);
	canvas.height = Math.ceil(width * sin + height * cos);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context || canvas.width === 0 || canvas.height === 0) return undefined;
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.translate(canvas.width / 2, canvas.height / 2);
	context.rotate(angle);
	context.drawImage(picture, -width / 2, -height / 2, width, height);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** The text of the code in a picture; undefined when none is found. The decoder loads on first use. */
export async function readCodeIn(
	picture: ImageBitmap,
	tries: readonly number[] = turns
): Promise<string | undefined> {
	const { default: decodeQR } = await import('qr/decode.js');
	for (const most of [widest, widest / 2])
		for (const degrees of tries) {
			const image = pixels(picture, degrees, most);
			if (!image) return undefined;
			try {
				return decodeQR(image, { effort: 3, timeLimit: 400 });
			} catch {
				// nothing found at this angle; try the next
			}
		}
	return undefined;
}
