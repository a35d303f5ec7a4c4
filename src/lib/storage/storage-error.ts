import type { StorageError, StorageReason } from './types';

export function storageError(reason: StorageReason, cause?: unknown): StorageError {
	return Object.assign(new Error(`storage: ${reason}`, { cause }), {
		name: 'StorageError' as const,
		reason
	});
}

function isStorageError(error: unknown): error is StorageError {
	return error instanceof Error && error.name === 'StorageError';
}

/** The names of an error and all errors it wraps: Dexie hides the browser's own inside `inner`. */
function namesIn(error: unknown, depth = 0): string[] {
	if (typeof error !== 'object' || error === null || depth > 4) return [];
	const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
	return [
		...(typeof name === 'string' ? [name] : []),
		...namesIn(inner, depth + 1),
		...namesIn(cause, depth + 1)
	];
}

/** What an error from the browser means for the person. */
export function reasonOf(error: unknown): StorageReason {
	if (isStorageError(error)) return error.reason;
	const names = namesIn(error);
	if (names.includes('QuotaExceededError')) return 'full';
	if (names.includes('MissingAPIError') || names.includes('SecurityError')) return 'blocked';
	if (names.includes('VersionError')) return 'newer';
	return 'failed';
}
