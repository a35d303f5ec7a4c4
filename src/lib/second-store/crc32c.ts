/** The Castagnoli polynomial, bits reversed: it finds more of the damage that disks do than the one of zip files. */
const polynomial = 0x82f63b78;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
	return rest;
});

/**
 * CRC-32C of these bytes, 0 to 2^32 - 1.
 * @param before the checksum of what comes before them
 */
export function crc32c(bytes: Uint8Array, before = 0): number {
	let rest = ~before;
	for (const byte of bytes) rest = table[(rest ^ byte) & 255]! ^ (rest >>> 8);
	return ~rest >>> 0;
}
