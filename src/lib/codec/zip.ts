import { damaged } from './code-error';

/** One file of an archive, still packed. */
export interface ZipEntry {
	name: string;
	packing: 'stored' | 'deflated';
	bytes: Uint8Array;
	/** How long it says that it is, unpacked, in bytes. */
	size: number;
}

const signature = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 };
const endBytes = 22;
const longestComment = 65_535;
const mostEntries = 2000;

export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The files of a ZIP archive, from the list at its end (APPNOTE 4.3.12). Encrypted files, other packings and ZIP64 are left
 * out.
 * @throws CodeError
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - endBytes;
	const first = Math.max(0, end - longestComment);
	while (end >= first && view.getUint32(end, true) !== signature.end) end -= 1;
	if (end < first) throw damaged('no list of files');
	const count = view.getUint16(end + 10, true);
	if (count > mostEntries) throw damaged('too many files');
	let at = view.getUint32(end + 16, true);
	return Array.from({ length: count }, (): ZipEntry | undefined => {
		if (at + 46 > end || view.getUint32(at, true) !== signature.listed) throw damaged('no such file');
		const [flags, packing] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
		const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
		const [nameLength, extra, comment] = [28, 30, 32].map((from) => view.getUint16(at + from, true));
		const local = view.getUint32(at + 42, true);
		if (at + 46 + nameLength! > end) throw damaged('ends too early');
		const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength!));
		at += 46 + nameLength! + extra! + comment!;
		if (flags & 1 || (packing !== 0 && packing !== 8)) return undefined;
		if (local + 30 > end || view.getUint32(local, true) !== signature.file) throw damaged('no such file');
		const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		if (from + packed > end) throw damaged('ends too early');
		return {
			name,
			packing: packing === 0 ? 'stored' : 'deflated',
			bytes: bytes.subarray(from, from + packed),
			size
		};
	}).filter((entry) => entry !== undefined);
}
