import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesOfText, fromBase64, toBase64, type Bytes } from './bytes';
import type { DataKey } from './record';

/*
 * How a row of the database is sealed, and the bytes of a picture or a sound. Rows are sealed inside a transaction of the database,
 * which waits for nothing: hence a cipher that answers at once. Byte by byte: docs/decisions/0017-the-lock.md.
 */

export type Row = Record<string, unknown>;

/** What stays readable in the rows of a table: what the database finds and orders them by. */
export interface Shape {
	table: string;
	/** The field of the primary key. */
	key: string;
	/** The database makes the key itself, once the row is sealed. */
	makesKeys: boolean;
	/** Fields of indexes. */
	indexed: readonly string[];
}

export interface Sealer {
	seal(shape: Shape, row: Row): Row;
	/** The row as it was; one that is not sealed as it is. @throws Tampered */
	open(shape: Shape, row: Row): Row;
	/** Bytes belong to a record, wherever they lie. */
	sealBytes(table: string, id: string, blob: Blob): Promise<Blob>;
	/** @throws Tampered, and what reading the Blob throws */
	openBytes(table: string, id: string, blob: Blob): Promise<Blob>;
}

/** It was changed, moved to another place, or sealed by another key. */
export class Tampered extends Error {}

const nonceBytes = 24;
const nonceOfBytes = 12;
const sealedType = 'application/octet-stream';

export const isSealed = (row: unknown): row is Row & { sealed: string } =>
	typeof (row as { sealed?: unknown } | undefined)?.sealed === 'string';

/** Fields that every sealed row may have besides those in plain. */
const ownFields = new Set(['sealed', 'blobs']);

/** The table and all that stands in plain beside what is sealed, in one order: it is authenticated with it. */
function aboutRow({ table, key, makesKeys }: Shape, row: Row): Bytes {
	const plain = Object.entries(row)
		.filter(([field, value]) => value !== undefined && !ownFields.has(field) && !(makesKeys && field === key))
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return bytesOfText(JSON.stringify([table, plain]));
}

/** A key for one purpose: HKDF-SHA-256 of the data key. */
async function keyFor(purpose: string, base: CryptoKey): Promise<Bytes> {
	const info = bytesOfText(`Envol lock ${purpose}`);
	const params = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
	return new Uint8Array(await crypto.subtle.deriveBits(params, base, 256));
}

interface BlobPlace {
	$blob: number;
}
const isPlace = (value: unknown): value is BlobPlace =>
	typeof (value as Partial<BlobPlace> | null)?.$blob === 'number';

export async function createSealer(dataKey: DataKey): Promise<Sealer> {
	const base = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveBits']);
	const importBytesKey = (raw: Bytes) =>
		crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
	const [rowKey, bytesKey] = await Promise.all([
		keyFor('rows', base),
		keyFor('bytes', base).then(importBytesKey)
	]);
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const params = (nonce: Bytes, table: string, id: string): AesGcmParams => ({
		name: 'AES-GCM',
		iv: nonce,
		additionalData: bytesOfText(JSON.stringify([table, id])),
		tagLength: 128
	});

	return {
		seal: (shape, row) => {
			const plain: Row = {};
			const hidden: Row = {};
			for (const [field, value] of Object.entries(row))
				if (field === shape.key || shape.indexed.includes(field)) plain[field] = value;
				else hidden[field] = value;
			// JSON has no place for pictures and sounds: they are sealed by themselves, and lie beside it
			const blobs: Blob[] = [];
			const text = JSON.stringify(hidden, (_, value: unknown) =>
				value instanceof Blob ? ({ $blob: blobs.push(value) - 1 } satisfies BlobPlace) : value
			);
			const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
			const cipher = xchacha20poly1305(rowKey, nonce, aboutRow(shape, plain));
			const sealed = cipher.encrypt(bytesOfText(text));
			const all = new Uint8Array(nonceBytes + sealed.length);
			all.set(nonce);
			all.set(sealed, nonceBytes);
			return { ...plain, sealed: toBase64(all), ...(blobs.length > 0 && { blobs }) };
		},
		open: (shape, row) => {
			if (!isSealed(row)) return row;
			const { sealed: text, blobs, ...plain } = row;
			let hidden: Row;
			try {
				const all = fromBase64(text);
				const cipher = xchacha20poly1305(rowKey, all.subarray(0, nonceBytes), aboutRow(shape, row));
				const json = decoder.decode(cipher.decrypt(all.subarray(nonceBytes)));
				hidden = JSON.parse(
					json,
					blobs === undefined
						? undefined
						: (_, value: unknown) => (isPlace(value) ? (blobs as Blob[])[value.$blob] : value)
				) as Row;
			} catch (error) {
				throw new Tampered(`a row of ${shape.table} does not open`, { cause: error });
			}
			return { ...hidden, ...plain };
		},
		sealBytes: async (table, id, blob) => {
			const nonce = crypto.getRandomValues(new Uint8Array(nonceOfBytes));
			// what kind of picture it is, then the picture
			const plain = new Blob([`${blob.type}\n`, blob]);
			const sealed = await crypto.subtle.encrypt(
				params(nonce, table, id),
				bytesKey,
				await plain.arrayBuffer()
			);
			return new Blob([nonce, sealed], { type: sealedType });
		},
		openBytes: async (table, id, blob) => {
			if (blob.type !== sealedType) return blob;
			const all = new Uint8Array(await blob.arrayBuffer());
			try {
				const how = params(all.slice(0, nonceOfBytes), table, id);
				const plain = new Uint8Array(await crypto.subtle.decrypt(how, bytesKey, all.subarray(nonceOfBytes)));
				const end = plain.indexOf(0x0a);
				const type = decoder.decode(plain.subarray(0, end));
				return new Blob([plain.subarray(end + 1)], { type });
			} catch (error) {
				throw new Tampered(`bytes of ${table} do not open`, { cause: error });
			}
		}
	};
}
