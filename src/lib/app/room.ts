import { reasonOf } from '$lib/storage/storage-error';

/** Was it the device that had no room left? */
export function isFull(error: unknown): boolean {
	return reasonOf(error) === 'full';
}
