/** One part of a picture's file: a segment of a JPEG, a chunk of a PNG or of a WebP. */
export interface ImagePart {
	/**
	 * The format's own name for it: 'APP1', 'SCAN', 'eXIf', 'VP8X'. Bytes outside any part are 'NOISE'; whatever
	 * follows the end of the picture is 'TRAILER'.
	 */
	name: string;
	/** Where the part starts, where its data starts, and where it ends, in bytes from the start of the file. */
	at: number;
	dataAt: number;
	dataEnd: number;
	end: number;
}

/** What a file is, judged by its first bytes alone. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'avif' | 'unknown';

/** The ASCII characters at a position; any past the end are omitted. */
export function lettersAt(bytes: Uint8Array, at: number, length: number): string {
	return String.fromCharCode(...bytes.subarray(at, at + length));
}

/** Whether the data of this part starts with these characters. */
export function beginsWith(bytes: Uint8Array, { dataAt, dataEnd }: ImagePart, letters: string): boolean {
	return dataAt + letters.length <= dataEnd && lettersAt(bytes, dataAt, letters.length) === letters;
}

/** A number of `count` bytes, most significant first; undefined past the end. */
export function numberAt(
	bytes: Uint8Array,
	at: number,
	length: number,
	isLittleEndian = false
): number | undefined {
	if (at < 0 || at + length > bytes.length) return undefined;
	let value = 0;
	for (let i = 0; i < length; i += 1)
		value = value * 256 + bytes[at + (isLittleEndian ? length - 1 - i : i)]!;
	return value;
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);

export function imageKind(bytes: Uint8Array): ImageKind {
	if (numberAt(bytes, 0, 3) === 0xffd8ff) return 'jpeg';
	if (lettersAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
	if (lettersAt(bytes, 0, 4) === 'RIFF' && lettersAt(bytes, 8, 4) === 'WEBP') return 'webp';
	if (/^GIF8[79]a$/.test(lettersAt(bytes, 0, 6))) return 'gif';
	if (lettersAt(bytes, 4, 4) !== 'ftyp') return 'unknown';
	const length = Math.min(numberAt(bytes, 0, 4)!, 64);
	const brands = [lettersAt(bytes, 8, 4)];
	for (let at = 16; at + 4 <= length; at += 4) brands.push(lettersAt(bytes, at, 4));
	if (brands.includes('avif') || brands.includes('avis')) return 'avif';
	return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : 'unknown';
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Restart markers and TEM stand alone and have no length. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** A scan's coded pixels run on until a marker that is neither a stuffed zero nor a restart. */
function endOfPixels(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1];
		if (next !== undefined && next !== 0 && next !== 0xff && !standsAlone(next)) return at;
	}
	return bytes.length;
}

function nameOfMarker(marker: number): string {
	if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
	if (marker === 0xfe) return 'COM';
	if (marker === startOfScan) return 'SCAN';
	if (marker === endOfImage) return 'EOI';
	// SOF0 to SOF15, except the three that are tables
	if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return 'SOF';
	return `0x${marker.toString(16)}`;
}

function* jpegParts(bytes: Uint8Array): Generator<ImagePart> {
	let at = 2;
	while (at < bytes.length) {
		if (bytes[at] !== 0xff) {
			// some writers leave bytes between segments, and readers skip them
			const next = bytes.indexOf(0xff, at);
			const end = next < 0 ? bytes.length : next;
			yield { name: 'NOISE', at, dataAt: at, dataEnd: end, end };
			at = end;
			continue;
		}
		let marker = at + 1;
		while (bytes[marker] === 0xff) marker += 1;
		const code = bytes[marker];
		if (code === undefined) return;
		if (code === startOfImage) {
			// the next picture starts although this one has no end marker
			yield { name: 'TRAILER', at, dataAt: at, dataEnd: bytes.length, end: bytes.length };
			return;
		}
		const name = nameOfMarker(code);
		const dataAt = marker + 3;
		if (code === endOfImage || standsAlone(code)) {
			yield { name, at, dataAt: marker + 1, dataEnd: marker + 1, end: marker + 1 };
			at = marker + 1;
			if (code !== endOfImage) continue;
			if (at < bytes.length)
				yield { name: 'TRAILER', at, dataAt: at, dataEnd: bytes.length, end: bytes.length };
			return;
		}
		const length = numberAt(bytes, marker + 1, 2);
		if (length === undefined || length < 2 || marker + 1 + length > bytes.length) return;
		const dataEnd = marker + 1 + length;
		const end = code === startOfScan ? endOfPixels(bytes, dataEnd) : dataEnd;
		yield { name, at, dataAt, dataEnd, end };
		at = end;
	}
}

function* pngParts(bytes: Uint8Array): Generator<ImagePart> {
	let at = 8;
	while (at < bytes.length) {
		const length = numberAt(bytes, at, 4);
		if (length === undefined || at + 12 + length > bytes.length) return;
		const name = lettersAt(bytes, at + 4, 4);
		const end = at + 12 + length;
		yield { name, at, dataAt: at + 8, dataEnd: end - 4, end };
		at = end;
		if (name !== 'IEND') continue;
		if (at < bytes.length)
			yield { name: 'TRAILER', at, dataAt: at, dataEnd: bytes.length, end: bytes.length };
		return;
	}
}

function* webpParts(bytes: Uint8Array): Generator<ImagePart> {
	const last = Math.min(bytes.length, (numberAt(bytes, 4, 4, true) ?? 0) + 8);
	let at = 12;
	while (at < last) {
		const length = numberAt(bytes, at + 4, 4, true);
		if (length === undefined || at + 8 + length > last) return;
		const dataEnd = at + 8 + length;
		const end = Math.min(dataEnd + (length % 2), last);
		yield { name: lettersAt(bytes, at, 4), at, dataAt: at + 8, dataEnd, end };
		at = end;
	}
	if (at < bytes.length) yield { name: 'TRAILER', at, dataAt: at, dataEnd: bytes.length, end: bytes.length };
}

/** The parts of a JPEG, PNG or WebP in file order, as far as they can be read; none for any other file. */
export function* imageParts(bytes: Uint8Array): Generator<ImagePart> {
	const kind = imageKind(bytes);
	if (kind === 'jpeg') yield* jpegParts(bytes);
	if (kind === 'png') yield* pngParts(bytes);
	if (kind === 'webp') yield* webpParts(bytes);
}
