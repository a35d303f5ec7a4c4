/** An unpredictable whole number from 0 to 4,294,967,295. */
export function random32(): number {
	return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

/** A new, unique id. */
export function newId(): string {
	if ('randomUUID' in crypto) return crypto.randomUUID();
	// randomUUID does not exist on plain http in a local network
	return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}
