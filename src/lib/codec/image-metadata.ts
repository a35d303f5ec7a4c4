import { beginsWith, imageKind, imageParts, type ImageKind, type ImagePart } from './image-parts';

/** What a file carries beside its picture. */
export type MetadataKind =
	| 'exif'
	| 'xmp'
	| 'iptc'
	/** A colour profile. It says nothing of a person, but it can name a screen or a device. */
	| 'icc'
	| 'comment'
	| 'text'
	/** A smaller picture inside the picture, which may show what was cut away. */
	| 'thumbnail'
	/** Whatever follows the end of the picture: a film, a second picture, notes of the camera maker. */
	| 'trailer'
	| 'other';

export interface Metadata {
	kind: MetadataKind;
	/** Where it stands in the file, in bytes. */
	at: number;
	length: number;
}

/**
 * The parts that a picture cannot be shown without. Any part not listed counts as metadata, whether known or not.
 */
const needed: Partial<Record<ImageKind, ReadonlySet<string>>> = {
	// frames, tables, scans and the end; standalone markers such as restarts carry nothing
	jpeg: new Set(
		'SOF SCAN EOI 0xc4 0xcc 0xdb 0xdc 0xdd 0xde 0xdf 0x1 0xd0 0xd1 0xd2 0xd3 0xd4 0xd5 0xd6 0xd7'.split(' ')
	),
	png: new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB cICP sBIT bKGD acTL fcTL fdAT'.split(' ')),
	webp: new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
};
const kindByName: Record<string, MetadataKind> = {
	eXIf: 'exif',
	EXIF: 'exif',
	'XMP ': 'xmp',
	iCCP: 'icc',
	ICCP: 'icc',
	tEXt: 'text',
	zTXt: 'text',
	COM: 'comment',
	TRAILER: 'trailer',
	NOISE: 'other'
};

function kindInJpeg(bytes: Uint8Array, part: ImagePart): MetadataKind | undefined {
	const { name, dataAt, dataEnd } = part;
	const begins = (letters: string) => beginsWith(bytes, part, letters);
	if (name === 'APP0' && begins('JFIF\0')) return dataEnd - dataAt > 14 ? 'thumbnail' : undefined;
	if (name === 'APP0' && begins('JFXX\0')) return 'thumbnail';
	if (name === 'APP1' && begins('Exif\0')) return 'exif';
	if (name === 'APP1' && begins('http://ns.adobe.com/x')) return 'xmp';
	if (name === 'APP2' && begins('ICC_PROFILE\0')) return 'icc';
	if (name === 'APP2' && begins('MPF\0')) return 'thumbnail';
	if (name === 'APP13') return 'iptc';
	// says how the colours are encoded: without it they would be wrong
	if (name === 'APP14' && begins('Adobe') && dataEnd - dataAt === 12) return undefined;
	return 'other';
}

function metadataKind(bytes: Uint8Array, kind: ImageKind, part: ImagePart): MetadataKind | undefined {
	if (needed[kind]?.has(part.name)) return undefined;
	if (kind === 'jpeg' && part.name.startsWith('APP')) return kindInJpeg(bytes, part);
	if (part.name === 'iTXt') return beginsWith(bytes, part, 'XML:com.adobe.xmp') ? 'xmp' : 'text';
	return kindByName[part.name] ?? 'other';
}

/** Everything in a JPEG, PNG or WebP that is not the picture, in file order; empty for other files. */
export function metadataIn(bytes: Uint8Array): Metadata[] {
	const kind = imageKind(bytes);
	return [...imageParts(bytes)].flatMap((part) => {
		const found = metadataKind(bytes, kind, part);
		return found ? [{ kind: found, at: part.at, length: part.end - part.at }] : [];
	});
}

const endings: Partial<Record<ImageKind, string>> = { jpeg: 'EOI', png: 'IEND' };

/** The bits of a VP8X chunk that announce a colour profile, EXIF and XMP. */
const announced = { icc: 0x20, exif: 0x08, xmp: 0x04 };

function joined(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

/** The first bytes of a WebP, with the length updated to what now follows them. */
function webpStart(start: Uint8Array, slices: readonly Uint8Array[]): Uint8Array {
	const length = slices.reduce((sum, slice) => sum + slice.length, 4);
	return start.map((byte, at) => (at >= 4 && at < 8 ? (length >>> (8 * (at - 4))) & 0xff : byte));
}

/** A VP8X chunk that no longer announces the parts that were removed. */
function announcing(chunk: Uint8Array, keep: readonly MetadataKind[]): Uint8Array {
	const gone = Object.entries(announced).filter(([kind]) => !keep.includes(kind as MetadataKind));
	return chunk.map((byte, at) => (at === 8 ? gone.reduce((left, [, bit]) => left & ~bit, byte) : byte));
}

/**
 * The bytes of a JPEG, PNG or WebP without its metadata, as slices of the same memory, so that a large picture is not
 * copied; undefined for other files and for broken ones, whose contents nobody can vouch for.
 * @param keep the kinds of metadata to leave in
 */
export function slicesWithoutMetadata(
	bytes: Uint8Array,
	keep: readonly MetadataKind[] = []
): Uint8Array[] | undefined {
	const kind = imageKind(bytes);
	const parts = [...imageParts(bytes)];
	const isWhole =
		parts.length > 0 &&
		parts.at(-1)!.end === bytes.length &&
		(kind === 'webp' || parts.some(({ name }) => name === endings[kind]));
	if (!isWhole) return undefined;
	const [first, ...rest] = parts
		.filter((part) => {
			const found = metadataKind(bytes, kind, part);
			return found === undefined || keep.includes(found);
		})
		.map(({ name, at, end }) => {
			const slice = bytes.subarray(at, end);
			return name === 'VP8X' ? announcing(slice, keep) : slice;
		});
	if (!first) return undefined;
	const start = bytes.subarray(0, parts[0]!.at);
	// some browsers sniff the type from the first piece alone, so it must be longer than two bytes
	return [joined([kind === 'webp' ? webpStart(start, [first, ...rest]) : start, first]), ...rest];
}

const endOfJpeg = Uint8Array.of(0xff, 0xd9);

/**
 * What can still be shown of a JPEG that does not end properly: panoramas without their last two bytes, pictures cut
 * off while they were copied. Metadata before the pixels is removed, and the missing end marker, which browsers
 * require, is added. Use it only to display and redraw the picture, never to store it: the pixel data may hold
 * anything.
 */
export function slicesOfUnended(bytes: Uint8Array, keep: readonly MetadataKind[]): Uint8Array[] | undefined {
	if (imageKind(bytes) !== 'jpeg') return undefined;
	const parts = [...imageParts(bytes)];
	const pixels = parts.findIndex(({ name }) => name === 'SCAN');
	if (pixels < 0) return undefined;
	const head = parts.slice(0, pixels).flatMap((part) => {
		const found = metadataKind(bytes, 'jpeg', part);
		return found === undefined || keep.includes(found) ? [bytes.subarray(part.at, part.end)] : [];
	});
	const last = parts.at(-1)!;
	const rest = bytes.subarray(parts[pixels]!.at, last.name === 'TRAILER' ? last.at : bytes.length);
	return [joined([bytes.subarray(0, 2), ...head]), rest, endOfJpeg];
}

/** The same, as one piece. */
export function withoutMetadata(bytes: Uint8Array, keep?: readonly MetadataKind[]): Uint8Array | undefined {
	const slices = slicesWithoutMetadata(bytes, keep);
	return slices && joined(slices);
}
