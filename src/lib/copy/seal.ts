import { normalisePassphrase } from '$lib/domain/passphrase';
import { bytesOf, fromBase64, fromJson, goOn, joined, toBase64, utf8, type Bytes } from './bytes';
import { limits } from './limits';
import { CopyError, type Working } from './types';

/**
 * Encryption of a copy, described byte by byte in docs/copy-format.md: a magic line, a line of JSON, then AES-256-GCM in
 * chunks. Each chunk authenticates both lines, its own position and whether it is the last, so that nothing can be
 * changed, cut off, added or reordered.
 */
export const sealedMagic = 'Envol sealed copy\n';

/** PBKDF2 rounds. Fewer than the floor would make guessing cheap; more than the ceiling could keep a phone busy. */
export const rounds = { made: 600_000, floor: 600_000, ceiling: 2_400_000 } as const;
const saltBytes = 16;
const nonceBytes = 7;
const tagBytes = 16;
const chunkSize = { made: 2 ** 20, floor: 64, ceiling: 4 * 2 ** 20 } as const;

export interface SealHeader {
	rounds: number;
	salt: Bytes;
	/** The prefix of each chunk's nonce. */
	nonce: Bytes;
	/** Plaintext bytes per chunk, except the last. */
	chunk: number;
}

export type DeriveKey = (
	passphrase: string,
	header: Pick<SealHeader, 'rounds' | 'salt'>
) => Promise<CryptoKey>;

/** @throws CopyError 'wrong-passphrase' when nothing remains after normalization */
export const deriveKey: DeriveKey = async (passphrase, { rounds, salt }) => {
	const words = utf8(normalisePassphrase(passphrase));
	if (words.length === 0) throw new CopyError('wrong-passphrase');
	const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
};

export function newHeader(): SealHeader {
	return {
		rounds: rounds.made,
		salt: crypto.getRandomValues(new Uint8Array(saltBytes)),
		nonce: crypto.getRandomValues(new Uint8Array(nonceBytes)),
		chunk: chunkSize.made
	};
}

/** Both header lines, which every chunk authenticates. */
export function headerBytes({ rounds, salt, nonce, chunk }: SealHeader): Bytes {
	const header = {
		version: 1,
		kdf: 'PBKDF2-SHA-256',
		rounds,
		salt: toBase64(salt),
		cipher: 'AES-256-GCM',
		nonce: toBase64(nonce),
		chunk
	};
	return utf8(`${sealedMagic}${JSON.stringify(header)}\n`);
}

const isWithin = (value: unknown, { floor, ceiling }: { floor: number; ceiling: number }): value is number =>
	Number.isInteger(value) && (value as number) >= floor && (value as number) <= ceiling;

/**
 * Reads both header lines.
 * @returns the header, and its exact bytes
 * @throws CopyError 'not-a-copy', 'newer', or 'damaged' (also for key derivation costs that Envol never uses)
 */
export async function readHeader(file: Blob): Promise<{ header: SealHeader; bytes: Bytes }> {
	const start = await bytesOf(file.slice(0, limits.header));
	const magic = utf8(sealedMagic);
	if (!magic.every((byte, i) => start[i] === byte)) throw new CopyError('not-a-copy');
	const end = start.indexOf(0x0a, magic.length);
	if (end < 0) throw new CopyError('damaged');
	const given = fromJson(start.subarray(magic.length, end), 1) as Record<string, unknown> | null;
	if (typeof given !== 'object' || given === null) throw new CopyError('damaged');
	if (Number.isInteger(given.version) && (given.version as number) > 1) throw new CopyError('newer');
	const [salt, nonce] = [fromBase64(given.salt), fromBase64(given.nonce)];
	if (
		!isWithin(given.rounds, rounds) ||
		!isWithin(given.chunk, chunkSize) ||
		salt.length !== saltBytes ||
		nonce.length !== nonceBytes
	)
		throw new CopyError('damaged');
	const header = { rounds: given.rounds, salt, nonce, chunk: given.chunk };
	const bytes = start.slice(0, end + 1);
	// only the canonical form is accepted: anything else in it was not written by Envol
	const written = headerBytes(header);
	if (written.length !== bytes.length || !written.every((byte, i) => bytes[i] === byte))
		throw new CopyError('damaged');
	return { header, bytes };
}

function chunkParams({ nonce }: SealHeader, aad: Bytes, index: number, isLast: boolean): AesGcmParams {
	// 7 random bytes, a 4-byte counter (big-endian), 1 byte that marks the last chunk
	const iv = new Uint8Array(12);
	iv.set(nonce);
	new DataView(iv.buffer).setUint32(nonceBytes, index);
	iv[11] = isLast ? 1 : 0;
	return { name: 'AES-GCM', iv, additionalData: aad, tagLength: tagBytes * 8 };
}

/** Encrypts a stream chunk by chunk, never holding more than one and a half chunks. */
export async function* sealed(
	plain: AsyncIterable<Bytes>,
	header: SealHeader,
	key: CryptoKey
): AsyncGenerator<Bytes> {
	const aad = headerBytes(header);
	yield aad;
	let index = 0;
	const seal = async (bytes: Bytes, isLast: boolean) =>
		new Uint8Array(await crypto.subtle.encrypt(chunkParams(header, aad, index++, isLast), key, bytes));
	let waiting: Bytes[] = [];
	let size = 0;
	/** Being encrypted while the next one fills. */
	let sealing: Promise<Bytes> | undefined;
	for await (const bytes of plain) {
		waiting.push(bytes);
		size += bytes.length;
		if (size <= header.chunk) continue;
		const all = joined(waiting);
		let at = 0;
		// the last chunk is never empty: a full one is encrypted only once more bytes follow
		for (; all.length - at > header.chunk; at += header.chunk) {
			if (sealing) yield await sealing;
			sealing = seal(all.subarray(at, at + header.chunk), false);
		}
		waiting = [all.slice(at)];
		size = all.length - at;
	}
	if (sealing) yield await sealing;
	yield await seal(joined(waiting), true);
}

/** Decrypts a sealed file chunk by chunk, from the start or from any position of its plaintext. */
export class Unsealing {
	#file: Blob;
	#header: SealHeader;
	#aad: Bytes;
	#key: CryptoKey;
	#last: { index: number; bytes: Bytes } | undefined;
	readonly #wasOpened = new Set<number>();
	readonly #chunks: number;
	/** Size of the plaintext, in bytes. */
	readonly length: number;

	private constructor(file: Blob, header: SealHeader, aad: Bytes, key: CryptoKey) {
		this.#file = file;
		this.#header = header;
		this.#aad = aad;
		this.#key = key;
		const sealedSize = file.size - aad.length;
		this.#chunks = Math.max(1, Math.ceil(sealedSize / (header.chunk + tagBytes)));
		this.length = sealedSize - this.#chunks * tagBytes;
	}

	/** @throws CopyError 'wrong-passphrase' when the first chunk does not open, and those of `readHeader` */
	static async open(file: Blob, passphrase: string, derive = deriveKey): Promise<Unsealing> {
		if (file.size > limits.file) throw new CopyError('too-large');
		const { header, bytes } = await readHeader(file);
		const unsealing = new Unsealing(file, header, bytes, await derive(passphrase, header));
		if (unsealing.length < 0) throw new CopyError('damaged');
		await unsealing.#chunk(0).catch((error: unknown) => {
			throw error instanceof CopyError ? new CopyError('wrong-passphrase') : error;
		});
		return unsealing;
	}

	/** @throws CopyError 'damaged' when a byte was changed or the file ends early */
	async read(from: number, size: number): Promise<Bytes> {
		if (from + size > this.length) throw new CopyError('damaged');
		const parts: Bytes[] = [];
		for (let at = from; at < from + size;) {
			const index = Math.floor(at / this.#header.chunk);
			const chunk = await this.#chunk(index);
			const inside = at - index * this.#header.chunk;
			const part = chunk.subarray(inside, Math.min(chunk.length, inside + from + size - at));
			if (part.length === 0) throw new CopyError('damaged');
			parts.push(part);
			at += part.length;
		}
		return parts.length === 1 ? parts[0]!.slice() : joined(parts);
	}

	/** Verifies every chunk that was not read yet. @throws CopyError 'damaged' */
	async check({ signal, onProgress }: Working): Promise<void> {
		for (let index = 0; index < this.#chunks; index++) {
			goOn(signal);
			if (this.#wasOpened.has(index)) continue;
			await this.#chunk(index);
			onProgress?.(this.#wasOpened.size, this.#chunks);
		}
	}

	async #chunk(index: number): Promise<Bytes> {
		if (this.#last?.index === index) return this.#last.bytes;
		const size = this.#header.chunk + tagBytes;
		const from = this.#aad.length + index * size;
		const params = chunkParams(this.#header, this.#aad, index, index === this.#chunks - 1);
		const sealed = await bytesOf(this.#file.slice(from, from + size));
		try {
			const bytes = new Uint8Array(await crypto.subtle.decrypt(params, this.#key, sealed));
			this.#last = { index, bytes };
			this.#wasOpened.add(index);
			return bytes;
		} catch (error) {
			throw new CopyError('damaged', error);
		}
	}
}
