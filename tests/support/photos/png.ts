import { crc32, deflateSync } from 'node:zlib';
import { quarterAt, quarters, type Scene } from './scene.ts';

function chunk(name: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const check = Buffer.alloc(4);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}

export interface PngWish extends Scene {
	chunks?: readonly [name: string, data: Buffer][];
	/** The lower right quarter lets through what is behind. */
	isSeeThrough?: boolean;
	trailer?: Buffer;
}

export function png({
	chunks = [],
	isSeeThrough = false,
	trailer = Buffer.alloc(0),
	...scene
}: PngWish): Buffer {
	const { width, height } = scene;
	const rows = Buffer.alloc(height * (1 + width * 4));
	for (let y = 0; y < height; y += 1)
		for (let x = 0; x < width; x += 1) {
			const quarter = quarterAt(scene, x, y);
			const at = y * (1 + width * 4) + 1 + x * 4;
			rows.set([...quarters[quarter], isSeeThrough && quarter === 'bottomRight' ? 0 : 255], at);
		}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 6, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		...chunks.map(([name, data]) => chunk(name, data)),
		chunk('IDAT', deflateSync(rows, { level: 1 })),
		chunk('IEND', Buffer.alloc(0)),
		trailer
	]);
}
