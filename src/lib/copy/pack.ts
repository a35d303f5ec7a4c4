import type { Instant } from '$lib/domain/local-day';
import { bytesOf, goOn, joined, toBase64, utf8, type Bytes } from './bytes';
import { limits } from './limits';
import { keyOf, rowsNames, type Rows, type RowsName } from './rows';
import { CopyError } from './types';

/** The tables whose rows have files, and which files. */
export const fileNames = { photos: ['thumbnail', 'picture'], recordings: ['sound'] } as const;
export type MediaTable = keyof typeof fileNames;
export type FileName = (typeof fileNames)[MediaTable][number];
export type Files = Partial<Record<FileName, Blob>>;

export const isMediaTable = (name: unknown): name is MediaTable => name === 'photos' || name === 'recordings';

/** The content of a copy. */
export interface Contents {
	/** The schema version of the database the rows come from. */
	schema: number;
	madeAt: Instant;
	rows: Rows;
	/** The files of a row; missing ones are omitted. */
	files: (table: MediaTable, id: string) => Promise<Files>;
}

/** One part of a copy: its head, and its bytes. */
export interface Part {
	head: Record<string, unknown>;
	/** Rows as JSON. */
	rows?: string;
	files?: { name: FileName; type: string; bytes: Bytes }[];
}

/** Target size of one part of rows, in characters; keeps parts small. */
const rowsTogether = 256 * 1024;
/** Photos read ahead while others are being encrypted. */
const ahead = 4;

function* rowParts(table: RowsName, rows: Rows): Generator<Part> {
	let [waiting, size]: [string[], number] = [[], 0];
	const flush = (): Part => {
		const part = { head: { part: 'rows', table, count: waiting.length }, rows: `[${waiting.join(',')}]` };
		[waiting, size] = [[], 0];
		return part;
	};
	for (const row of rows[table]) {
		const { key: _, ...version } = row as { key?: unknown };
		const json = JSON.stringify(table === 'versions' ? version : row);
		// never saves what `unpack` would reject
		if (json.length * 3 > limits.rows) throw new CopyError('too-large');
		waiting.push(json);
		size += json.length;
		if (size > rowsTogether) yield flush();
	}
	if (waiting.length > 0) yield flush();
}

/** Yields the parts of a copy in order: about, the rows, then each photo and recording with its own row. */
export async function* partsOf(
	{ schema, madeAt, rows, files }: Contents,
	signal?: AbortSignal
): AsyncGenerator<Part> {
	yield { head: { part: 'about', schema, madeAt } };
	for (const table of rowsNames) if (!isMediaTable(table)) yield* rowParts(table, rows);
	const media = (Object.keys(fileNames) as MediaTable[]).flatMap((table) =>
		rows[table].map((row) => ({ table, row, id: keyOf(table, row) }))
	);
	const bytesIn = async (table: MediaTable, id: string): Promise<Part['files']> => {
		const found = await files(table, id);
		const there = fileNames[table].flatMap((name: FileName) =>
			found[name] ? { name, blob: found[name] } : []
		);
		return Promise.all(
			there.map(async ({ name, blob }) => ({ name, type: blob.type, bytes: await bytesOf(blob) }))
		);
	};
	const reading: Promise<Part['files']>[] = [];
	let next = 0;
	for (const { table, row } of media) {
		goOn(signal);
		for (; reading.length < ahead && next < media.length; next++) {
			const read = bytesIn(media[next]!.table, media[next]!.id);
			// errors surface when it is awaited
			read.catch(() => undefined);
			reading.push(read);
		}
		yield { head: { part: 'row', table, row }, files: await reading.shift()! };
	}
}

/** Serializes parts for encryption: length of the head, the head as JSON, then its bytes. */
export async function* packed(parts: AsyncIterable<Part>): AsyncGenerator<Bytes> {
	for await (const { head, rows, files } of parts) {
		const body = rows === undefined ? undefined : utf8(rows);
		const whole = {
			...head,
			...(body && { bytes: body.length }),
			...(files && { files: files.map(({ name, type, bytes }) => ({ name, type, bytes: bytes.length })) })
		};
		const json = utf8(JSON.stringify(whole));
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, json.length);
		yield joined([length, json, ...(body ? [body] : [])]);
		for (const { bytes } of files ?? []) yield bytes;
	}
}

export const readableStart = '{"envol":"readable copy","version":1,"parts":[\n';
export const checkLine = (check: string) => `\n],"check":"${check}"}\n`;
export const blockSize = 2 ** 20;

async function sha256(bytes: Bytes): Promise<Bytes> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Base64 of a SHA-256 over the SHA-256 of each 1 MiB block: browsers cannot hash a stream. */
export class Check {
	/** One block for all: a copy of ten years would leave hundreds behind. */
	#block = new Uint8Array(blockSize);
	#size = 0;
	#hashes: Bytes[] = [];

	async add(bytes: Bytes): Promise<void> {
		for (let at = 0; at < bytes.length;) {
			const some = bytes.subarray(at, at + blockSize - this.#size);
			this.#block.set(some, this.#size);
			this.#size += some.length;
			at += some.length;
			if (this.#size === blockSize) await this.#close();
		}
	}

	async #close(): Promise<void> {
		this.#hashes.push(await sha256(this.#block.subarray(0, this.#size)));
		this.#size = 0;
	}

	async value(): Promise<string> {
		if (this.#size > 0) await this.#close();
		return toBase64(await sha256(joined(this.#hashes)));
	}
}

/** Serializes parts as JSON, one per line, with a checksum at the end. */
export async function* readable(parts: AsyncIterable<Part>): AsyncGenerator<Bytes> {
	const check = new Check();
	const line = async (text: string) => {
		const bytes = utf8(text);
		await check.add(bytes);
		return bytes;
	};
	yield await line(readableStart);
	let isFirst = true;
	for await (const { head, rows, files } of parts) {
		const start = `${isFirst ? '' : ',\n'}${JSON.stringify(head).slice(0, -1)}`;
		isFirst = false;
		if (rows !== undefined) yield await line(`${start},"rows":${rows}}`);
		else if (!files) yield await line(`${start}}`);
		else {
			// the base64 of a photo in a piece of its own: copying it into longer texts would take its room many times over
			yield await line(`${start},"files":[`);
			for (const [i, { name, type, bytes }] of files.entries()) {
				yield await line(`${i > 0 ? ',' : ''}${JSON.stringify({ name, type }).slice(0, -1)},"base64":"`);
				yield await line(toBase64(bytes));
				yield await line('"}');
			}
			yield await line(']}');
		}
	}
	yield utf8(checkLine(await check.value()));
}

/** Collects a stream into a Blob piece by piece: browsers store the pieces on disk, so a large copy never fills memory. */
export async function fileOf(
	bytes: AsyncIterable<Bytes>,
	type: string,
	{ signal, onBytes }: { signal?: AbortSignal | undefined; onBytes?: (size: number) => void } = {}
): Promise<Blob> {
	const pieces: Blob[] = [];
	let waiting: Bytes[] = [];
	let [size, sum] = [0, 0];
	for await (const each of bytes) {
		goOn(signal);
		waiting.push(each);
		size += each.length;
		sum += each.length;
		onBytes?.(sum);
		if (size < 4 * blockSize) continue;
		pieces.push(new Blob(waiting));
		[waiting, size] = [[], 0];
	}
	const file = new Blob([...pieces, ...waiting], { type });
	// a browser that ran out of space reports it only on reading
	await bytesOf(file.slice(-1));
	return file;
}
