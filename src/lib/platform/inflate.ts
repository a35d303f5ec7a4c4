import { inflateSync } from 'fflate';

/**
 * DEFLATE without any wrapping (RFC 1951), for browsers that cannot unpack by themselves.
 * @param most how many bytes it may become
 * @returns undefined when the bytes are damaged, cut off, or hold more than `most`
 */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array | undefined {
	if (bytes.length === 0) return undefined;
	try {
		// what grows past the room it was given is not kept, and one byte more says so
		const plain = inflateSync(bytes, { out: new Uint8Array(most + 1) });
		return plain.length > most ? undefined : plain;
	} catch {
		return undefined;
	}
}
