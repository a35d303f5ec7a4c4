import { inflateSync } from 'fflate';

/**
 * Raw DEFLATE (RFC 1951), for browsers that cannot decompress it.
 * @param most the most bytes it may unpack to
 * @returns undefined when the bytes are damaged, cut off, or unpack to more than `most`
 */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array | undefined {
	if (bytes.length === 0) return undefined;
	try {
		// output past the given buffer is dropped; one extra byte shows that there was more
		const plain = inflateSync(bytes, { out: new Uint8Array(most + 1) });
		return plain.length > most ? undefined : plain;
	} catch {
		return undefined;
	}
}
