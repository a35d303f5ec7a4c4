import { canary } from './metadata.ts';

/**
 * What a stored JPEG holds besides its picture, found without the app's own reader: every marker outside the few that
 * a picture needs, and any trace of what the photos of the set carried.
 */
export function leftBehind(bytes: Buffer): string[] {
	const found: string[] = [];
	const harmless = new Set([0xdb, 0xc0, 0xc1, 0xc2, 0xc4, 0xdd, 0xda]);
	if (bytes.readUInt16BE(0) !== 0xffd8) return ['not a JPEG'];
	let at = 2;
	let marker = 0;
	while (at < bytes.length && marker !== 0xd9) {
		if (bytes[at] !== 0xff) return [...found, `noise at ${at}`];
		marker = bytes[at + 1]!;
		if (marker === 0xd9) {
			at += 2;
			break;
		}
		const length = bytes.readUInt16BE(at + 2);
		const isPlainHead =
			marker === 0xe0 && length === 16 && bytes.toString('latin1', at + 4, at + 8) === 'JFIF';
		if (!harmless.has(marker) && !isPlainHead) found.push(`marker ${marker.toString(16)}, ${length} bytes`);
		at += 2 + length;
		if (marker !== 0xda) continue;
		while (
			at < bytes.length &&
			!(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1]! & 0xf8) !== 0xd0)
		)
			at += 1;
	}
	if (marker !== 0xd9) found.push('no end');
	if (at !== bytes.length) found.push(`${bytes.length - at} bytes after the end`);
	for (const trace of [
		canary,
		'Exif\0',
		'http://ns.adobe.com',
		'Photoshop',
		'8BIM',
		'ICC_PROFILE',
		'xpacket'
	])
		if (bytes.includes(trace, 0, 'latin1')) found.push(trace);
	return found;
}
