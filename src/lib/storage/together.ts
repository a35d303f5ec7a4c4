import type { Repositories, Storage, Undo } from './types';

/** Runs several changes in order, all or none; one undo takes all of them back, or none. */
export async function together(
	storage: Storage,
	repositories: readonly (keyof Repositories)[],
	changes: readonly (() => Promise<Undo>)[]
): Promise<Undo> {
	const inOrder = <T>(works: readonly (() => Promise<T>)[]): Promise<T[]> =>
		storage.transaction(repositories, async () => {
			const results: T[] = [];
			for (const work of works) results.push(await work());
			return results;
		});
	const undos = await inOrder(changes);
	return async () => void (await inOrder([...undos].reverse()));
}
