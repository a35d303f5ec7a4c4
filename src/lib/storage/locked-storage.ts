import { deleteForGood } from './delete-for-good';
import { recordNames } from './kept-records';
import type { LockControls } from './later-lock';
import { storageError } from './storage-error';
import type { Observable, Storage } from './types';

const refuse = (): Promise<never> => Promise.reject(storageError('locked'));

/** Says nothing, as a closed database does. */
const silent: Observable<never> = {
	subscribe: () => ({ unsubscribe: () => undefined }),
	first: refuse
};

/** Whatever is asked of it. */
const refusing: unknown = new Proxy(
	{},
	{
		get: (_, method) => (typeof method === 'string' && method.startsWith('observe') ? () => silent : refuse)
	}
);

/** Storage under a lock that nobody has opened: nothing can be read or written, all of it can be erased. */
export function lockedStorage(controls: LockControls): Partial<Storage> {
	const { second, listeners } = controls;
	const repositories = [
		'days',
		'plan',
		'drafts',
		'settings',
		'notes',
		'photos',
		'recordings',
		...recordNames
	];
	return {
		...Object.fromEntries(repositories.map((each) => [each, refusing])),
		isDurable: true,
		news: silent,
		newsWereRead: refuse,
		transaction: refuse,
		copying: refuse,
		hasSecond: async () => (await second?.isThere()) ?? false,
		onClosed: (listener) => {
			const all = listeners as Set<typeof listener>;
			all.add(listener);
			return () => void all.delete(listener);
		},
		onRoom: () => undefined,
		lookForRoom: () => Promise.resolve(),
		erase: async () => {
			await second?.erase();
			await deleteForGood(controls.name);
		}
	};
}
