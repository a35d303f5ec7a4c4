import {
	beginsWith,
	imageKind,
	imageParts,
	lettersAt,
	numberAt,
	type ImageKind,
	type ImagePart
} from './image-parts';

/**
 * How a stored picture must be turned to be upright, as EXIF numbers it: 1 is upright, 6 is a quarter turn to the
 * right.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Size {
	width: number;
	height: number;
}

export interface ImageHeader {
	kind: ImageKind;
	/** As the pixels are stored, before any turn; undefined when the file does not tell. */
	size: Size | undefined;
	orientation: Orientation;
}

const orientationTag = 0x0112;
const shortType = 3;

/** The orientation in an EXIF block that starts at its byte order mark; 1 when it has none or an invalid one. */
function orientationIn(tiff: Uint8Array): Orientation {
	const order = lettersAt(tiff, 0, 2);
	if (order !== 'II' && order !== 'MM') return 1;
	const number = (at: number, length: number) => numberAt(tiff, at, length, order === 'II');
	const directory = number(4, 4) ?? tiff.length;
	const count = number(directory, 2) ?? 0;
	for (let i = 0; i < count; i += 1) {
		const entry = directory + 2 + i * 12;
		const tag = number(entry, 2);
		if (tag === undefined) break;
		if (tag !== orientationTag || number(entry + 2, 2) !== shortType) continue;
		const value = number(entry + 8, 2) ?? 1;
		return value >= 1 && value <= 8 ? (value as Orientation) : 1;
	}
	return 1;
}

/**
 * Where the EXIF block of this part starts; undefined for any other part. Some writers repeat JPEG's "Exif" prefix in
 * WebP.
 */
function exifAt(bytes: Uint8Array, part: ImagePart): number | undefined {
	const { name, dataAt } = part;
	const hasLetters = beginsWith(bytes, part, 'Exif\0');
	if (name === 'APP1') return hasLetters ? dataAt + 6 : undefined;
	if (name === 'eXIf' || name === 'EXIF') return hasLetters ? dataAt + 6 : dataAt;
	return undefined;
}

function sizeIn(whole: Uint8Array, { name, dataAt, dataEnd }: ImagePart): Size | undefined {
	const bytes = whole.subarray(0, dataEnd);
	const sized = (width: number | undefined, height: number | undefined) =>
		width && height ? { width, height } : undefined;
	const little = (at: number, length: number) => numberAt(bytes, dataAt + at, length, true);
	switch (name) {
		case 'SOF':
			return sized(numberAt(bytes, dataAt + 3, 2), numberAt(bytes, dataAt + 1, 2));
		case 'IHDR':
			return sized(numberAt(bytes, dataAt, 4), numberAt(bytes, dataAt + 4, 4));
		case 'VP8X':
			return sized((little(4, 3) ?? -1) + 1, (little(7, 3) ?? -1) + 1);
		case 'VP8 ':
			return sized((little(6, 2) ?? 0) & 0x3fff, (little(8, 2) ?? 0) & 0x3fff);
		case 'VP8L': {
			const packed = little(1, 4);
			if (packed === undefined) return undefined;
			return sized((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
		}
		default:
			return undefined;
	}
}

/** HEIC and AVIF give the size of each of their pictures in an 'ispe' box; the largest one is the one shown. */
function largestBox(bytes: Uint8Array): Size | undefined {
	let largest: Size | undefined;
	for (let at = bytes.indexOf(0x69); at >= 0; at = bytes.indexOf(0x69, at + 1)) {
		if (lettersAt(bytes, at, 4) !== 'ispe') continue;
		const width = numberAt(bytes, at + 8, 4) ?? 0;
		const height = numberAt(bytes, at + 12, 4) ?? 0;
		if (width * height > (largest ? largest.width * largest.height : 0)) largest = { width, height };
	}
	return largest;
}

/**
 * The kind and size of a picture, read from its bytes alone: its name and claimed type are ignored. Garbage gives
 * 'unknown' or no size; it never throws.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
	const kind = imageKind(bytes);
	if (kind === 'gif') {
		const width = numberAt(bytes, 6, 2, true);
		const height = numberAt(bytes, 8, 2, true);
		return { kind, size: width && height ? { width, height } : undefined, orientation: 1 };
	}
	// browsers turn these upright as they decode them, so the EXIF inside does not count
	if (kind === 'heic' || kind === 'avif') return { kind, size: largestBox(bytes), orientation: 1 };
	let size: Size | undefined;
	let exif: number | undefined;
	for (const part of imageParts(bytes)) {
		size ??= sizeIn(bytes, part);
		exif ??= exifAt(bytes, part);
		// everything a JPEG says about itself comes before its pixels
		if (part.name === 'SCAN' || (size && exif !== undefined)) break;
	}
	return { kind, size, orientation: exif === undefined ? 1 : orientationIn(bytes.subarray(exif)) };
}

/** The size of a picture once it is upright. */
export function uprightSize({ width, height }: Size, orientation: Orientation): Size {
	return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** The size scaled down to fit a square of `most` pixels: never enlarged, never less than one pixel. */
export function sizeWithin({ width, height }: Size, most: number): Size {
	const scale = Math.min(1, most / Math.max(width, height));
	return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
