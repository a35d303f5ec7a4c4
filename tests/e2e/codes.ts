import { readFileSync } from 'node:fs';
import { encodeQR } from 'qr';
import { deflateSync } from 'node:zlib';

interface Vector {
	name: string;
	stored: string;
	deflated: string;
	typed?: string;
}

function read<T>(file: string): T {
	return JSON.parse(readFileSync(new URL(`../vectors/handover/${file}.json`, import.meta.url), 'utf8')) as T;
}

/** Codes as another device would make them: see docs/the-code.md. */
export const vectors = read<Vector[]>('encode-and-decode');
export const refused = read<{ name: string; payload: string; trouble: string }[]>('refused');
export const cleaned = read<{ name: string; payload: string; words: string }[]>('cleaned');

/** Dice as another device would make them. */
export const diceCodes = read<Omit<Vector, 'deflated'>[]>('dice');

/** CRC-16/IBM-3740: see docs/the-code.md. */
function crc16(bytes: readonly number[]): number {
	let crc = 0xffff;
	for (const byte of bytes) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
	}
	return crc;
}

/** The payload of a hand-made die, from catalogue numbers and own words. */
export function diePayload(faces: readonly (number | string)[]): string {
	const body = [2, 0];
	for (const face of faces) {
		const text = typeof face === 'string' ? [...Buffer.from(face)] : [];
		if (typeof face === 'string') body.push(0, 6, text.length, ...text);
		else if (face < 128) body.push(face);
		else body.push((face & 127) | 128, face >> 7);
	}
	const sum = crc16(body);
	return `1${Buffer.from([0, ...body, sum >> 8, sum & 255]).toString('base64url')}`;
}

/** The payload of a hand-made sheet, in own words alone: see docs/the-code.md. */
export function sheetPayload({
	lines,
	agreements = [],
	reviewInDays,
	langs = 0,
	layout = 0
}: {
	lines: readonly string[];
	/** What the person agrees to do. */
	agreements?: readonly string[];
	/** Days after the first day of 2026, when it was made. */
	reviewInDays?: number;
	/** Their indexes in the lists of the code. */
	langs?: number;
	layout?: number;
}): string {
	const number = (value: number) => (value < 128 ? [value] : [(value & 127) | 128, value >> 7]);
	const text = (words: string) => {
		const bytes = [...Buffer.from(words)];
		return [...number(bytes.length), ...bytes];
	};
	const body = [
		0,
		langs | (layout << 2),
		...number(2192),
		...number(reviewInDays === undefined ? 0 : reviewInDays + 1),
		lines.length,
		// words alone, to stay engaged, at any time, every day, once
		...lines.flatMap((words) => [2, 3, ...text(words), 4, 1]),
		...[0, 0, 0],
		...[agreements.length, ...agreements.flatMap(text), 0, 0],
		0
	];
	const sum = crc16(body);
	return `1${Buffer.from([0, ...body, sum >> 8, sum & 255]).toString('base64url')}`;
}

export function vector(name: string): Vector {
	return vectors.find((each) => each.name.startsWith(name))!;
}

function crc32(bytes: Uint8Array): number {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}

function chunk(name: string, bytes: Uint8Array): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
	const out = Buffer.alloc(named.length + 8);
	out.writeUInt32BE(bytes.length, 0);
	named.copy(out, 4);
	out.writeUInt32BE(crc32(named), named.length + 4);
	return out;
}

/** A photo of a sheet with its code, as a greyscale PNG, rotated by some degrees as a hand would hold it. */
export function photoOf(text: string, degrees = 0, pixelsPerSquare = 6): Buffer {
	const squares = encodeQR(text, 'raw', { ecc: 'medium', border: 8, encoding: 'byte' });
	const inner = squares.length * pixelsPerSquare;
	const size = Math.ceil(inner * 1.5);
	const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
	const rows = Buffer.alloc(size * (size + 1), 235);
	for (let y = 0; y < size; y++) {
		rows[y * (size + 1)] = 0;
		for (let x = 0; x < size; x++) {
			const [dx, dy] = [x - size / 2, y - size / 2];
			const row = Math.floor((-dx * sin + dy * cos + inner / 2) / pixelsPerSquare);
			const column = Math.floor((dx * cos + dy * sin + inner / 2) / pixelsPerSquare);
			if (squares[row]?.[column]) rows[y * (size + 1) + 1 + x] = 30;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(size, 0);
	head.writeUInt32BE(size, 4);
	// eight bits, grey
	head.set([8, 0, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}
