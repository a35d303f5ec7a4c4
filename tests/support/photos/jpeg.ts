import { quarterAt, quarters, type Rgb, type Scene } from './scene.ts';

/** Lengths and symbols of the usual table for the mean of each block (ITU T.81, table K.3). */
const lengthsOfMeans = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const symbolsOfMeans = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

const codes: { code: number; length: number }[] = [];
{
	let code = 0;
	lengthsOfMeans.forEach((count, index) => {
		for (let i = 0; i < count; i += 1) codes.push({ code: code++, length: index + 1 });
		code <<= 1;
	});
}

function segment(marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
}

const toYcc = ([r, g, b]: Rgb): [number, number, number] => [
	Math.round(0.299 * r + 0.587 * g + 0.114 * b) - 128,
	Math.round(-0.1687 * r - 0.3313 * g + 0.5 * b),
	Math.round(0.5 * r - 0.4187 * g - 0.0813 * b)
];

/** Encoded pixels: each block of eight by eight has one colour, so that its mean is all there is. */
function scan(scene: Scene): Buffer {
	let out = Buffer.alloc(1 << 16);
	let at = 0;
	let held = 0;
	let bits = 0;
	const put = (value: number, length: number) => {
		for (let i = length - 1; i >= 0; i -= 1) {
			held = (held << 1) | ((value >> i) & 1);
			if (++bits < 8) continue;
			if (at + 2 > out.length) out = Buffer.concat([out, Buffer.alloc(out.length)]);
			out[at++] = held;
			if (held === 0xff) out[at++] = 0;
			held = bits = 0;
		}
	};
	const means = [0, 0, 0];
	const colours = Object.fromEntries(Object.entries(quarters).map(([name, rgb]) => [name, toYcc(rgb)]));
	for (let y = 0; y < scene.height; y += 8)
		for (let x = 0; x < scene.width; x += 8) {
			// the middle of the block, or of the part inside the picture
			const [ex, ey] = [Math.min(x + 4, scene.width - 1), Math.min(y + 4, scene.height - 1)];
			const colour = colours[quarterAt(scene, ex, ey)]!;
			for (let i = 0; i < 3; i += 1) {
				const difference = colour[i]! - means[i]!;
				means[i] = colour[i]!;
				const size = 32 - Math.clz32(Math.abs(difference));
				put(codes[size]!.code, codes[size]!.length);
				if (size) put(difference < 0 ? difference + 2 ** size - 1 : difference, size);
				// the end of the block, the only code of its table
				put(0, 1);
			}
		}
	while (bits !== 0) put(1, 1);
	return out.subarray(0, at);
}

export interface JpegWish extends Scene {
	/** Segments before the pixels: marker and data. */
	segments?: readonly [marker: number, data: Buffer][];
	/** What follows the end. */
	trailer?: Buffer;
}

/** A hand-written baseline JPEG, with any additional data beside the picture. */
export function jpeg({ segments = [], trailer = Buffer.alloc(0), ...scene }: JpegWish): Buffer {
	const frame = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
	frame.writeUInt16BE(scene.height, 1);
	frame.writeUInt16BE(scene.width, 3);
	return Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
		...segments.map(([marker, data]) => segment(marker, data)),
		segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(8)])),
		segment(0xc0, frame),
		segment(0xc4, Buffer.from([0x00, ...lengthsOfMeans, ...symbolsOfMeans])),
		segment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
		segment(0xda, Buffer.from([3, 1, 0, 2, 0, 3, 0, 0, 63, 0])),
		scan(scene),
		Buffer.from([0xff, 0xd9]),
		trailer
	]);
}
