import { damaged } from './code-error';

/**
 * Reads tables of an SQLite file (https://www.sqlite.org/fileformat2.html): the b-trees of ordinary tables, nothing else. No
 * index, no query, nothing is written. Every page is read at most once, so that pages which lead back to each other end it.
 */

export type SqlValue = number | string | Uint8Array | null;
/** The values of one row, in the order of the columns that were asked for; undefined for one that the table does not have. */
export type SqlRow = readonly (SqlValue | undefined)[];

const magic = 'SQLite format 3\0';
const headBytes = 100;
const [interiorTable, leafTable] = [5, 13];
const encodings: Readonly<Record<number, string>> = { 1: 'utf-8', 2: 'utf-16le', 3: 'utf-16be' };
/** No table that is read here has more. */
const mostRows = 200_000;
const mostDepth = 32;
/** The words that begin a constraint of a table, where a column would begin with its name. */
const constraints = new Set(['constraint', 'primary', 'unique', 'check', 'foreign']);

export function isSqlite(bytes: Uint8Array): boolean {
	return [...magic].every((char, at) => bytes[at] === char.charCodeAt(0));
}

interface Pages {
	bytes: Uint8Array;
	view: DataView;
	/** In bytes. */
	size: number;
	/** What of a page holds cells, in bytes. */
	usable: number;
	count: number;
	decoder: TextDecoder;
	/** The pages that were read. */
	read: Set<number>;
	/** How many bytes of rows may still come: those of a file never overlap, those of a made-up one may. */
	left: number;
}

function pagesOf(bytes: Uint8Array): Pages {
	if (!isSqlite(bytes) || bytes.length < headBytes) throw damaged('no SQLite file');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const given = view.getUint16(16);
	const size = given === 1 ? 65_536 : given;
	const usable = size - bytes[20]!;
	if (size < 512 || (size & (size - 1)) !== 0 || usable < 480) throw damaged('no such page size');
	const encoding = encodings[view.getUint32(56) || 1];
	if (!encoding) throw damaged('no such encoding');
	const decoder = new TextDecoder(encoding);
	const count = Math.floor(bytes.length / size);
	return { bytes, view, size, usable, count, decoder, read: new Set(), left: bytes.length };
}

/** The place of a page in the file. */
function turnTo({ count, read, size }: Pages, number: number): number {
	if (number < 1 || number > count || read.has(number)) throw damaged('no such page, or a second time');
	read.add(number);
	return (number - 1) * size;
}

/** A whole number of one to nine bytes; `end` is where the next value begins. */
function varint(bytes: Uint8Array, at: number): { value: number; end: number } {
	let value = 0;
	for (let i = 0; i < 9; i++) {
		const byte = bytes[at + i];
		if (byte === undefined) throw damaged('ends too early');
		if (i === 8) return { value: value * 256 + byte, end: at + 9 };
		value = value * 128 + (byte & 127);
		if (byte < 128) return { value, end: at + i + 1 };
	}
	throw damaged('number too long');
}

/** What a cell holds, gathered from its own page and the pages that it runs over to. */
function payloadOf(pages: Pages, at: number, length: number): Uint8Array {
	const { bytes, view, usable } = pages;
	pages.left -= length + 1;
	if (pages.left < 0) throw damaged('longer than the file');
	const most = usable - 35;
	if (length <= most) {
		if (at + length > bytes.length) throw damaged('ends too early');
		return bytes.subarray(at, at + length);
	}
	const least = Math.floor(((usable - 12) * 32) / 255) - 23;
	const fitting = least + ((length - least) % (usable - 4));
	const here = fitting <= most ? fitting : least;
	if (at + here + 4 > bytes.length) throw damaged('ends too early');
	const all = new Uint8Array(length);
	all.set(bytes.subarray(at, at + here));
	let next = view.getUint32(at + here);
	for (let done = here; done < length;) {
		const page = turnTo(pages, next);
		const share = Math.min(usable - 4, length - done);
		all.set(bytes.subarray(page + 4, page + 4 + share), done);
		done += share;
		next = view.getUint32(page);
	}
	return all;
}

const wholeBytes: readonly number[] = [0, 1, 2, 3, 4, 6, 8];

function whole(view: DataView, at: number, length: number): number {
	let value = view.getInt8(at);
	for (let i = 1; i < length; i++) value = value * 256 + view.getUint8(at + i);
	return value;
}

/** The values of a record. */
function recordOf({ decoder }: Pages, bytes: Uint8Array): SqlValue[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const head = varint(bytes, 0);
	if (head.value > bytes.length) throw damaged('head longer than the row');
	const values: SqlValue[] = [];
	let at = head.end;
	let from = head.value;
	while (at < head.value) {
		const { value: type, end } = varint(bytes, at);
		at = end;
		const length = type >= 12 ? Math.floor((type - 12) / 2) : type === 7 ? 8 : (wholeBytes[type] ?? 0);
		if (type === 10 || type === 11 || from + length > bytes.length) throw damaged('no such value');
		if (type === 0) values.push(null);
		else if (type === 7) values.push(view.getFloat64(from));
		else if (type >= 12) {
			const held = bytes.subarray(from, from + length);
			values.push(type % 2 === 0 ? held : decoder.decode(held));
		} else values.push(type >= 8 ? type - 8 : whole(view, from, length));
		from += length;
	}
	return values;
}

/** Calls back with each row of the table whose first page this is, and its number. */
function eachRow(
	pages: Pages,
	root: number,
	found: (values: SqlValue[], rowid: number) => void,
	depth = 0
): void {
	if (depth > mostDepth) throw damaged('too deep');
	const { bytes, view, size } = pages;
	const page = turnTo(pages, root);
	const head = page + (root === 1 ? headBytes : 0);
	const kind = bytes[head];
	if (kind !== interiorTable && kind !== leafTable) throw damaged('no page of a table');
	const cells = view.getUint16(head + 3);
	const pointers = head + (kind === leafTable ? 8 : 12);
	if (pointers + cells * 2 > page + size) throw damaged('more cells than there is room for');
	for (let i = 0; i < cells; i++) {
		const at = page + view.getUint16(pointers + i * 2);
		if (at + 4 > page + size) throw damaged('no such cell');
		if (kind === interiorTable) eachRow(pages, view.getUint32(at), found, depth + 1);
		else {
			const length = varint(bytes, at);
			const rowid = varint(bytes, length.end);
			found(recordOf(pages, payloadOf(pages, rowid.end, length.value)), rowid.value);
		}
	}
	if (kind === interiorTable) eachRow(pages, view.getUint32(head + 8), found, depth + 1);
}

/** The parts of a list between commas, those in brackets or quotes left whole. */
function between(list: string): string[] {
	const parts = [''];
	let depth = 0;
	let quote = '';
	for (const char of list) {
		if (quote) quote = char === quote ? '' : quote;
		else if ('"\'`'.includes(char)) quote = char;
		else if (char === '(') depth += 1;
		else if (char === ')') depth -= 1;
		if (char === ',' && depth === 0 && !quote) parts.push('');
		else parts[parts.length - 1] += char;
	}
	return parts;
}

/** The names of the columns that a table was made with, and which of them is the number of its row. */
function columnsOf(sql: string): { names: string[]; rowid: number } {
	const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
	const made = between(inside)
		.map((part) => /^\s*(?:"([^"]*)"|`([^`]*)`|\[([^\]]*)\]|([^\s"`[(]+))([^]*)$/.exec(part))
		.flatMap((found) => {
			const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4])?.toLowerCase();
			const isQuoted = found?.[4] === undefined;
			return name && (isQuoted || !constraints.has(name)) ? [{ name, rest: found![5]! }] : [];
		});
	return {
		names: made.map(({ name }) => name),
		rowid: made.findIndex(({ rest }) => /^\s+integer\s+primary\s+key\b/i.test(rest))
	};
}

/**
 * The rows of these tables; a table that is not in the file is not in the answer.
 * @param wanted the columns to read of each table, all names in small letters
 * @throws CodeError
 */
export function readTables(
	bytes: Uint8Array,
	wanted: ReadonlyMap<string, readonly string[]>
): Map<string, SqlRow[]> {
	const pages = pagesOf(bytes);
	const roots: { name: string; root: number; sql: string }[] = [];
	eachRow(pages, 1, ([type, name, , root, sql]) => {
		if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') return;
		if (typeof sql === 'string') roots.push({ name: name.toLowerCase(), root, sql: sql.slice(0, 20_000) });
	});
	const tables = new Map<string, SqlRow[]>();
	for (const { name, root, sql } of roots) {
		const asked = wanted.get(name);
		if (!asked || tables.has(name)) continue;
		const { names, rowid } = columnsOf(sql);
		const places = asked.map((column) => names.indexOf(column));
		const rows: SqlRow[] = [];
		eachRow(pages, root, (values, number) => {
			if (rows.length >= mostRows) throw damaged('too many rows');
			rows.push(places.map((at) => (at < 0 ? undefined : (values[at] ?? (at === rowid ? number : null)))));
		});
		tables.set(name, rows);
	}
	return tables;
}
