import {
	readImageHeader,
	sizeWithin,
	uprightSize,
	type ImageHeader,
	type Orientation,
	type Size
} from '$lib/codec/image-header';
import { slicesOfUnended, slicesWithoutMetadata } from '$lib/codec/image-metadata';
import { afterPaint } from './after-paint';

/** A picture ready to be stored: upright, small, and without metadata. */
export interface PreparedPicture {
	picture: Blob;
	thumbnail: Blob;
	/** Of the picture, in pixels. */
	width: number;
	height: number;
}

/** Why a file cannot be stored as a picture. */
export type PictureTrouble =
	/** Another kind of file, whatever its name says. */
	| 'notAPicture'
	/** A format that some phones use and this browser cannot open. */
	| 'heic'
	/** It starts like a picture but cannot be read. */
	| 'broken'
	/** More pixels, or more bytes, than this device can safely hold at once. */
	| 'tooBig'
	/** The device ran out of memory. */
	| 'noMemory';

export type Prepared = PreparedPicture | { trouble: PictureTrouble };

const pictureMost = 1600;
const thumbnailMost = 320;
const quality = 0.82;
const mostBytes = 120_000_000;
/** A decoded pixel takes four bytes: 100 million take 400 MB. */
const mostPixels = 100_000_000;
const mostPixelsOnSmallDevices = 64_000_000;
/** Above this, a picture that does not open is more likely too large than broken. */
const manyPixels = 40_000_000;

class PictureError extends Error {
	trouble: PictureTrouble;
	constructor(trouble: PictureTrouble) {
		super(trouble);
		this.trouble = trouble;
	}
}

function isTooLarge({ width, height }: Size): boolean {
	// in GB, and only where the browser tells
	const { deviceMemory = 4 } = navigator as { deviceMemory?: number };
	return width * height > (deviceMemory <= 2 ? mostPixelsOnSmallDevices : mostPixels);
}

/** The transform that turns stored pixels upright, for each EXIF orientation, on the unit square. */
const turns: Record<
	Orientation,
	readonly [a: number, b: number, c: number, d: number, e: number, f: number]
> = {
	1: [1, 0, 0, 1, 0, 0],
	2: [-1, 0, 0, 1, 1, 0],
	3: [-1, 0, 0, -1, 1, 1],
	4: [1, 0, 0, -1, 0, 1],
	5: [0, 1, 1, 0, 0, 0],
	6: [0, 1, -1, 0, 1, 0],
	7: [0, -1, -1, 0, 1, 1],
	8: [0, -1, 1, 0, 0, 1]
};

function draw(source: CanvasImageSource, upright: Size, orientation: Orientation): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = upright.width;
	canvas.height = upright.height;
	const context = canvas.getContext('2d', { alpha: false });
	if (!context) throw new PictureError('noMemory');
	// transparent areas become white, as on paper
	context.fillStyle = '#fff';
	context.fillRect(0, 0, upright.width, upright.height);
	context.imageSmoothingQuality = 'high';
	const [a, b, c, d, e, f] = turns[orientation];
	context.setTransform(a, b, c, d, e * upright.width, f * upright.height);
	const stored = uprightSize(upright, orientation);
	context.drawImage(source, 0, 0, stored.width, stored.height);
	return canvas;
}

/** Encodes a canvas as JPEG, and removes any metadata that the browser's encoder wrote. */
async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
	const written = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
	// an empty canvas releases its memory at once, not some time later
	canvas.width = canvas.height = 0;
	const slices = written && slicesWithoutMetadata(new Uint8Array(await written.arrayBuffer()));
	if (!slices) throw new PictureError('noMemory');
	return new Blob(slices as BlobPart[], { type: 'image/jpeg' });
}

/**
 * Where the pixels of a JPEG end too early, browsers fill the rest with grey: whether the whole last row looks like
 * that.
 */
function endsGrey(bitmap: ImageBitmap): boolean {
	const row = document.createElement('canvas');
	row.width = bitmap.width;
	row.height = 1;
	const context = row.getContext('2d', { willReadFrequently: true });
	if (!context) throw new PictureError('noMemory');
	context.drawImage(bitmap, 0, 1 - bitmap.height);
	const { data } = context.getImageData(0, 0, row.width, 1);
	return data.every((value, at) => at % 4 === 3 || Math.abs(value - 128) <= 12);
}

/**
 * Decodes the picture without its metadata: browsers differ in which files they turn upright, so the orientation is
 * removed and we turn the picture ourselves. It is scaled down while decoding where the browser can, so that its full
 * size is never in memory longer than needed.
 */
async function open(file: Blob, { kind, size }: ImageHeader, bytes: Uint8Array): Promise<ImageBitmap> {
	const whole = slicesWithoutMetadata(bytes, ['icc']);
	const slices = whole ?? slicesOfUnended(bytes, ['icc']);
	// what another broken file would show is unknown
	if (!slices && (kind === 'jpeg' || kind === 'png' || kind === 'webp')) throw new PictureError('broken');
	const source = slices ? new Blob(slices as BlobPart[], { type: `image/${kind}` }) : file;
	const options: ImageBitmapOptions = { imageOrientation: 'from-image', resizeQuality: 'high' };
	if (size) {
		const { width, height } = sizeWithin(size, pictureMost);
		options.resizeWidth = width;
		options.resizeHeight = height;
	}
	try {
		const bitmap = await createImageBitmap(source, options).catch((error: unknown) => {
			// browsers that do not know these options refuse them
			if (error instanceof TypeError) return createImageBitmap(source);
			throw error;
		});
		if (!whole && slices && endsGrey(bitmap)) {
			bitmap.close();
			throw new PictureError('broken');
		}
		return bitmap;
	} catch (error) {
		if (error instanceof PictureError) throw error;
		if (kind === 'heic') throw new PictureError('heic');
		throw new PictureError(size && size.width * size.height > manyPixels ? 'noMemory' : 'broken');
	}
}

async function prepare(file: Blob): Promise<PreparedPicture> {
	const { kind } = readImageHeader(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
	if (kind === 'unknown') throw new PictureError('notAPicture');
	if (file.size > mostBytes) throw new PictureError('tooBig');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const header = readImageHeader(bytes);
	if (header.size && isTooLarge(header.size)) throw new PictureError('tooBig');
	const bitmap = await open(file, header, bytes);
	try {
		const size = uprightSize(sizeWithin(bitmap, pictureMost), header.orientation);
		const large = draw(bitmap, size, header.orientation);
		const small = draw(large, sizeWithin(size, thumbnailMost), 1);
		return { picture: await encode(large), thumbnail: await encode(small), ...size };
	} finally {
		bitmap.close();
	}
}

/** Makes a picture ready to be stored, whatever the file claims to be, or says why it cannot. */
async function preparePicture(file: Blob): Promise<Prepared> {
	try {
		return await prepare(file);
	} catch (error) {
		if (error instanceof PictureError) return { trouble: error.trouble };
		// the file went away while it was read, or memory ran out
		return {
			trouble: error instanceof DOMException && error.name === 'NotReadableError' ? 'broken' : 'noMemory'
		};
	}
}

/**
 * Prepares pictures one after another, so that only one is decoded at a time, and lets the page respond in between.
 * Stops before the next one once it is cancelled.
 */
export async function* preparePictures<F extends Blob>(
	files: readonly F[],
	signal: AbortSignal
): AsyncGenerator<{ file: F; prepared: Prepared }> {
	for (const file of files) {
		await afterPaint();
		if (signal.aborted) return;
		const prepared = await preparePicture(file);
		if (signal.aborted) return;
		yield { file, prepared };
	}
}
