import { numberAt, opened } from './snappy.ts';

/*
 * What the files of LevelDB hold, in one piece: in a table blocks are compressed (Snappy), and in a log what is long is cut, so that a
 * sentence may stand in pieces there. Only what a search for words needs of the formats.
 */

const footerBytes = 48;
const [plain, snappy] = [0, 1];
const [logBlock, logHeader] = [32_768, 7];

function blockAt(file: Buffer, at: number, size: number): Buffer {
	const kind = file[at + size];
	const block = file.subarray(at, at + size);
	if (kind === plain) return block;
	if (kind === snappy) return opened(block);
	throw new Error(`a block packed in another way: ${kind}`);
}

/** What stands in a log, without what is written between. */
export function contentOfLog(file: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let block = 0; block < file.length; block += logBlock)
		for (let at = block; at + logHeader <= Math.min(block + logBlock, file.length);) {
			const length = file.readUInt16LE(at + 4);
			parts.push(file.subarray(at + logHeader, at + logHeader + length));
			at += logHeader + length;
		}
	return Buffer.concat(parts);
}

/** Undefined where not all of it is there yet. */
export function contentOfTable(file: Buffer): Buffer | undefined {
	if (file.length < footerBytes) return undefined;
	const footer = file.subarray(file.length - footerBytes);
	if (footer.readBigUInt64LE(40) !== 0xdb4775248b80fb57n) return undefined;
	// where the list of other blocks is, then where that of the blocks is
	const [, afterAt] = numberAt(footer, 0);
	const [, afterSize] = numberAt(footer, afterAt);
	const [indexAt, beforeSize] = numberAt(footer, afterSize);
	const index = blockAt(file, indexAt, numberAt(footer, beforeSize)[0]);
	const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
	const blocks: Buffer[] = [];
	for (let at = 0; at < end;) {
		const [, afterShared] = numberAt(index, at);
		const [own, afterOwn] = numberAt(index, afterShared);
		const [length, start] = numberAt(index, afterOwn);
		const [blockStart, next] = numberAt(index, start + own);
		blocks.push(blockAt(file, blockStart, numberAt(index, next)[0]));
		at = start + own + length;
	}
	return Buffer.concat(blocks);
}
