import { deflateSync } from 'node:zlib';

/** Part of every piece of metadata: if a stored picture contains it, something was left in. */
export const canary = 'CANARY-45.5088N-73.5878W';

export interface ExifWish {
	orientation: number;
	order: 'II' | 'MM';
	/** A small JPEG inside. */
	thumbnail?: Buffer;
}

type Entry = { tag: number; type: number; count: number; value: Buffer | 'next' };

/** EXIF with a maker, a date, a serial number, a place and a thumbnail, as a telephone writes it: from the byte order on. */
export function exif({ orientation, order, thumbnail }: ExifWish): Buffer {
	const isLittle = order === 'II';
	const short = (value: number) => {
		const bytes = Buffer.alloc(2);
		if (isLittle) bytes.writeUInt16LE(value);
		else bytes.writeUInt16BE(value);
		return bytes;
	};
	const long = (value: number) => {
		const bytes = Buffer.alloc(4);
		if (isLittle) bytes.writeUInt32LE(value);
		else bytes.writeUInt32BE(value);
		return bytes;
	};
	const ascii = (tag: number, text: string): Entry => {
		const value = Buffer.from(`${text}\0`);
		return { tag, type: 2, count: value.length, value };
	};
	const place = (tag: number, degrees: number[]): Entry => ({
		tag,
		type: 5,
		count: 3,
		value: Buffer.concat(degrees.flatMap((part) => [long(Math.round(part * 1000)), long(1000)]))
	});
	let written = Buffer.concat([Buffer.from(order), short(42), long(8)]);
	/** Appends a directory; what is longer than four bytes follows it. Returns where it began. */
	const directory = (entries: Entry[], next = 0): number => {
		const start = written.length;
		let after = start + 2 + entries.length * 12 + 4;
		const rows: Buffer[] = [];
		const long4: Buffer[] = [];
		for (const { tag, type, count, value } of entries.sort((a, b) => a.tag - b.tag)) {
			const bytes = value as Buffer;
			const isInside = bytes.length <= 4;
			rows.push(
				Buffer.concat([
					short(tag),
					short(type),
					long(count),
					isInside ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : long(after)
				])
			);
			if (isInside) continue;
			const even = bytes.length % 2 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes;
			long4.push(even);
			after += even.length;
		}
		written = Buffer.concat([written, short(entries.length), ...rows, long(next), ...long4]);
		return start;
	};
	// the first directory must stand first; its pointers are filled in once the others are written
	const first: Entry[] = [
		ascii(0x010e, `Description ${canary}`),
		ascii(0x010f, 'Maker'),
		ascii(0x0110, `Telephone ${canary}`),
		{ tag: 0x0112, type: 3, count: 1, value: short(orientation) },
		ascii(0x0132, '2026:11:21 09:30:00'),
		ascii(0x013b, `Owner ${canary}`)
	];
	const pointers = [0x8769, 0x8825].map((tag): Entry => ({ tag, type: 4, count: 1, value: long(0) }));
	directory([...first, ...pointers]);
	const details = directory([
		ascii(0x9003, '2026:11:21 09:30:00'),
		{ tag: 0x927c, type: 7, count: canary.length, value: Buffer.from(canary) },
		ascii(0xa431, `Serial ${canary}`)
	]);
	const gps = directory([
		ascii(0x0001, 'N'),
		place(0x0002, [45, 30, 31.7]),
		ascii(0x0003, 'W'),
		place(0x0004, [73, 35, 16.1]),
		ascii(0x001b, canary)
	]);
	let small = 0;
	if (thumbnail) {
		small = written.length;
		const at = small + 2 + 3 * 12 + 4;
		directory([
			{ tag: 0x0103, type: 3, count: 1, value: short(6) },
			{ tag: 0x0201, type: 4, count: 1, value: long(at) },
			{ tag: 0x0202, type: 4, count: 1, value: long(thumbnail.length) }
		]);
		written = Buffer.concat([written, thumbnail]);
	}
	const count = first.length + pointers.length;
	const rowOf = (tag: number) => {
		for (let row = 10; row < 10 + count * 12; row += 12)
			if (written.subarray(row, row + 2).equals(short(tag))) return row;
		throw new Error(`no tag ${tag}`);
	};
	long(details).copy(written, rowOf(0x8769) + 8);
	long(gps).copy(written, rowOf(0x8825) + 8);
	long(small).copy(written, 10 + count * 12);
	return written;
}

export function xmp(): Buffer {
	return Buffer.from(
		`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="45,30.53N" exif:GPSLongitude="73,35.27W" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
	);
}

/** A Photoshop block with an IPTC record: a city and a by-line. */
export function iptc(): Buffer {
	const record = (number: number, text: string) =>
		Buffer.concat([Buffer.from([0x1c, 2, number, 0, text.length]), Buffer.from(text)]);
	const records = Buffer.concat([record(80, canary), record(90, 'Montreal'), record(0, 'x')]);
	const size = Buffer.alloc(4);
	size.writeUInt32BE(records.length);
	return Buffer.concat([
		Buffer.from('Photoshop 3.0\0'),
		Buffer.from('8BIM'),
		Buffer.from([0x04, 0x04, 0, 0]),
		size,
		records,
		Buffer.alloc(records.length % 2)
	]);
}

export const packed = (text: string) => deflateSync(Buffer.from(text));
