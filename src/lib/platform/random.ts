/** A whole number from 0 to 4,294,967,295 that nobody can foresee. */
export function random32(): number {
	return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

/** A fresh id that no other device will make. */
export function newId(): string {
	if ('randomUUID' in crypto) return crypto.randomUUID();
	// plain http on a local network has no randomUUID
	return Array.from((crypto as Crypto).getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}
