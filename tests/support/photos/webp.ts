import { high, low, quarterAt, quarters, type Scene } from './scene.ts';

/** The pixels of a lossless WebP whose channels each have two values: one bit a channel, no other coding. */
function pixels(scene: Scene): Buffer {
	const { width, height } = scene;
	const out = Buffer.alloc(64 + Math.ceil((width * height * 3) / 8));
	let at = 0;
	const put = (value: number, length: number) => {
		for (let i = 0; i < length; i += 1, at += 1) if ((value >> i) & 1) out[at >> 3]! |= 1 << (at & 7);
	};
	put(0x2f, 8);
	put(width - 1, 14);
	put(height - 1, 14);
	// no alpha, version 0; no transform, no cache of colours, one set of codes
	put(0, 1 + 3 + 1 + 1 + 1);
	for (let channel = 0; channel < 3; channel += 1) {
		put(1, 1);
		put(1, 1);
		put(1, 1);
		put(low, 8);
		put(high, 8);
	}
	// alpha is always 255; distances are never used
	put(1, 1);
	put(0, 1);
	put(1, 1);
	put(255, 8);
	put(1, 4);
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const [red, green, blue] = quarters[quarterAt(scene, x, y)];
			for (const value of [green, red, blue]) put(value === high ? 1 : 0, 1);
		}
	return out.subarray(0, Math.ceil(at / 8));
}

function chunk(name: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32LE(data.length);
	return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}

export interface WebpWish extends Scene {
	exif?: Buffer;
	xmp?: Buffer;
}

export function webp({ exif, xmp, ...scene }: WebpWish): Buffer {
	const extended = Buffer.alloc(10);
	extended[0] = (exif ? 0x08 : 0) | (xmp ? 0x04 : 0);
	extended.writeUIntLE(scene.width - 1, 4, 3);
	extended.writeUIntLE(scene.height - 1, 7, 3);
	const body = Buffer.concat([
		Buffer.from('WEBP'),
		chunk('VP8X', extended),
		chunk('VP8L', pixels(scene)),
		...(exif ? [chunk('EXIF', exif)] : []),
		...(xmp ? [chunk('XMP ', xmp)] : [])
	]);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(body.length);
	return Buffer.concat([Buffer.from('RIFF'), length, body]);
}
