/** Deep equality of JSON-like values. A missing field equals one that is undefined. */
export function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [one, other] = [a, b] as Record<string, unknown>[];
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(one![key], other![key]));
}
