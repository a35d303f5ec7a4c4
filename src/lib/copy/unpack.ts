import { isInstant, type Instant } from '$lib/domain/local-day';
import { bytesOf, fromBase64, fromJson, goOn, joined, textOf, utf8, type Bytes } from './bytes';
import { limits } from './limits';
import {
	blockSize,
	Check,
	checkLine,
	fileNames,
	isMediaTable,
	readableStart,
	type Files,
	type FileName,
	type MediaTable
} from './pack';
import { keyOf, RowsOf, rowsNames, type Rows, type RowsName } from './rows';
import { deriveKey, sealedMagic, Unsealing } from './seal';
import { CopyError, type CopyKind, type Working } from './types';

/** A copy that was read and verified completely. */
export interface Content {
	kind: CopyKind;
	schema: number;
	madeAt: Instant;
	rows: Rows;
	/** Rows that have files (photos, recordings), in the order of the copy. */
	media: readonly Medium[];
	/** The files of one such row. */
	files: (medium: Medium) => Promise<Files>;
}

export interface Medium {
	table: MediaTable;
	id: string;
	/** Total size of its files, in bytes. */
	bytes: number;
	/** Its position in the file, so that it can be read again. */
	place: Place;
}

type Place =
	| { from: number; files: { name: FileName; type: string; bytes: number }[] }
	| { line: [from: number, size: number] };

const damaged = () => new CopyError('damaged');
const types = /^(?:image|audio|video)\/[a-z0-9.+-]{1,60}(?:;[ a-z0-9=.,"+-]{0,100})?$/i;
const typeOf = (type: unknown): string => (typeof type === 'string' && types.test(type) ? type : '');

/** Consumes the parts one by one and validates each as it arrives. */
class Collecting {
	#tables = new Map<RowsName, RowsOf<RowsName>>(rowsNames.map((name) => [name, new RowsOf(name)]));
	#about: { schema: number; madeAt: Instant } | undefined;
	#sizeOfRows = 0;
	readonly media: Medium[] = [];
	#newest: number;

	/** @param newest the newest database schema this version supports */
	constructor(newest: number) {
		this.#newest = newest;
	}

	/** Handles the head of a part. @returns the table its rows belong to, if it has rows */
	add(head: Record<string, unknown>, sizeOfRows: number): RowsName | undefined {
		if (!this.#about) {
			const { part, schema, madeAt } = head;
			if (part !== 'about' || !Number.isInteger(schema) || !isInstant(madeAt)) throw damaged();
			if ((schema as number) > this.#newest) throw new CopyError('newer');
			this.#about = { schema: schema as number, madeAt };
			return undefined;
		}
		if (head.part === 'row' && isMediaTable(head.table)) return undefined;
		const table = rowsNames.find((name) => name === head.table);
		if (head.part !== 'rows' || !table || isMediaTable(table)) throw damaged();
		if (sizeOfRows > limits.rows) throw new CopyError('too-large');
		this.#sizeOfRows += sizeOfRows;
		if (this.#sizeOfRows > limits.allRows) throw new CopyError('too-large');
		return table;
	}

	rows(table: RowsName, rows: unknown): void {
		if (!Array.isArray(rows)) throw damaged();
		for (const row of rows) this.#tables.get(table)!.add(row);
	}

	medium({ table, row }: Record<string, unknown>, bytes: number, place: Place): void {
		const name = table as MediaTable;
		const kept = this.#tables.get(name)!.add(row);
		if (!kept) return;
		if (this.media.length >= limits.countOfMedia) throw new CopyError('too-large');
		this.media.push({ table: name, id: keyOf(name, kept), bytes, place });
	}

	get content(): Pick<Content, 'schema' | 'madeAt' | 'rows' | 'media'> {
		if (!this.#about) throw damaged();
		const rows = Object.fromEntries([...this.#tables].map(([name, table]) => [name, table.rows]));
		return { ...this.#about, rows: rows as unknown as Rows, media: this.media };
	}
}

function recordOf(value: unknown): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged();
	return value as Record<string, unknown>;
}

const isSize = (value: unknown, most: number): value is number => {
	if (!Number.isSafeInteger(value) || (value as number) < 0) throw damaged();
	if ((value as number) > most) throw new CopyError('too-large');
	return true;
};

interface Reading extends Working {
	passphrase?: string | undefined;
	/** The newest database schema this version supports. */
	newest: number;
	derive?: typeof deriveKey;
}

async function openSealed(
	file: Blob,
	{ passphrase, newest, derive, signal, onProgress }: Reading
): Promise<Content> {
	const plain = await Unsealing.open(file, passphrase ?? '', derive);
	const collecting = new Collecting(newest);
	for (let at = 0; at < plain.length;) {
		goOn(signal);
		const size = new DataView((await plain.read(at, 4)).buffer).getUint32(0);
		if (!isSize(size, limits.head)) break;
		const head = recordOf(fromJson(await plain.read(at + 4, size), limits.depth));
		at += 4 + size;
		const rowBytes = head.bytes ?? 0;
		if (!isSize(rowBytes, limits.allRows)) break;
		const table = collecting.add(head, rowBytes);
		if (table) {
			collecting.rows(table, fromJson(await plain.read(at, rowBytes), limits.depth));
			at += rowBytes;
		} else if (rowBytes > 0) throw damaged();
		else if (head.part === 'row') {
			const given = Array.isArray(head.files) ? head.files : [];
			const names: readonly string[] = fileNames[head.table as MediaTable];
			const files = given.map((one) => {
				const { name, type, bytes } = recordOf(one);
				if (!names.includes(name as string) || !isSize(bytes, limits.media)) throw damaged();
				return { name: name as FileName, type: typeOf(type), bytes };
			});
			if (files.length > names.length) throw damaged();
			const bytes = files.reduce((sum, each) => sum + each.bytes, 0);
			collecting.medium(head, bytes, { from: at, files });
			at += bytes;
		}
		if (at > plain.length) throw damaged();
		onProgress?.(Math.min(at, file.size), file.size);
	}
	// including the bytes between heads: every byte is authenticated before any is used
	await plain.check({ ...(signal && { signal }) });
	onProgress?.(file.size, file.size);
	return {
		kind: 'sealed',
		...collecting.content,
		files: async ({ place }) => {
			if (!('files' in place)) return {};
			const found: Files = {};
			let at = place.from;
			for (const { name, type, bytes } of place.files) {
				found[name] = new Blob([await plain.read(at, bytes)], { type });
				at += bytes;
			}
			return found;
		}
	};
}

/** Yields each line of a file, except the last, unchanged. */
async function* linesOf(
	file: Blob,
	from: number,
	to: number
): AsyncGenerator<{ from: number; bytes: Bytes }> {
	const longest = Math.ceil((limits.media * 2 * 4) / 3) + limits.head;
	let [waiting, size, start]: [Bytes[], number, number] = [[], 0, from];
	const line = () => ({ from: start, bytes: waiting.length === 1 ? waiting[0]! : joined(waiting) });
	for (let at = from; at < to; at += blockSize) {
		let block: Bytes = await bytesOf(file.slice(at, Math.min(to, at + blockSize)));
		for (let end = block.indexOf(0x0a); end >= 0; end = block.indexOf(0x0a)) {
			waiting.push(block.subarray(0, end));
			const whole = line();
			yield whole;
			start += whole.bytes.length + 1;
			block = block.subarray(end + 1);
			[waiting, size] = [[], 0];
		}
		waiting.push(block);
		size += block.length;
		if (size > longest) throw new CopyError('too-large');
	}
	yield line();
}

/** The files inside the line of one row. */
function filesIn(head: Record<string, unknown>): Files {
	const files: Files = {};
	const names: readonly string[] = fileNames[head.table as MediaTable];
	for (const one of Array.isArray(head.files) ? head.files.slice(0, names.length) : []) {
		const { name, type, base64 } = recordOf(one);
		if (!names.includes(name as string)) throw damaged();
		files[name as FileName] = new Blob([fromBase64(base64)], { type: typeOf(type) });
	}
	return files;
}

const sizeIn = (files: Files): number => Object.values(files).reduce((sum, { size }) => sum + size, 0);
/** Removes the trailing comma that every line but the last has. */
const partIn = (line: Bytes) =>
	recordOf(fromJson(line.at(-1) === 0x2c ? line.subarray(0, -1) : line, limits.depth));

async function openReadable(file: Blob, { newest, signal, onProgress }: Reading): Promise<Content> {
	const tail = utf8(checkLine('A'.repeat(44))).length;
	const end = file.size - tail;
	if (end < readableStart.length) throw damaged();
	const check = new Check();
	for (let at = 0; at < end; at += blockSize) {
		goOn(signal);
		await check.add(await bytesOf(file.slice(at, Math.min(end, at + blockSize))));
		onProgress?.(at / 2, file.size);
	}
	if (textOf(await bytesOf(file.slice(end))) !== checkLine(await check.value())) throw damaged();
	const collecting = new Collecting(newest);
	for await (const { from, bytes } of linesOf(file, readableStart.length, end)) {
		goOn(signal);
		const head = partIn(bytes);
		const table = collecting.add(head, bytes.length);
		if (table) collecting.rows(table, head.rows);
		else if (head.part === 'row')
			collecting.medium(head, sizeIn(filesIn(head)), { line: [from, bytes.length] });
		onProgress?.((end + from) / 2, file.size);
	}
	onProgress?.(file.size, file.size);
	return {
		kind: 'readable',
		...collecting.content,
		files: async ({ place }) => {
			if (!('line' in place)) return {};
			const [from, size] = place.line;
			return filesIn(partIn(await bytesOf(file.slice(from, from + size))));
		}
	};
}

const readableKind = '{"envol":"readable copy","version":';

/** Detects the format from the first bytes; undefined when the file is not a copy. @throws whatever the browser throws for an unreadable file */
export async function kindOfCopy(file: Blob): Promise<CopyKind | undefined> {
	const start = await bytesOf(file.slice(0, readableStart.length));
	const begins = (text: string) => utf8(text).every((byte, i) => start[i] === byte);
	return begins(sealedMagic) ? 'sealed' : begins(readableKind) ? 'readable' : undefined;
}

/** Reads a complete copy; returns nothing before every byte was authenticated. @throws CopyError */
export async function opened(file: Blob, how: Reading): Promise<Content> {
	if (file.size > limits.file) throw new CopyError('too-large');
	const kind = await kindOfCopy(file);
	if (!kind) throw new CopyError('not-a-copy');
	if (kind === 'sealed') return openSealed(file, how);
	const start = new TextDecoder().decode(
		await bytesOf(file.slice(readableKind.length, readableStart.length))
	);
	const version = /^(\d{1,9}),/.exec(start)?.[1];
	if (Number(version) > 1) throw new CopyError('newer');
	if (readableKind + start !== readableStart) throw damaged();
	return openReadable(file, how);
}
