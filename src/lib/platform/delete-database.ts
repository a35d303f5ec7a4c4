import { mirroredDatabase } from './mirror';

/** So many names are tried where the browser cannot list its databases. */
const mostNames = 20;

function deleteOne(name: string, withinMs: number): Promise<boolean> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(false), withinMs);
		try {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve(true);
			request.onerror = () => resolve(false);
			request.onblocked = () => resolve(false);
		} catch {
			// storage is forbidden here, so nothing says that it is empty
			resolve(false);
		}
	});
}

/** Every name that Envol's database has or may have had here: a damaged one may stand beside the one in use. */
async function names(withinMs: number): Promise<string[]> {
	const inUse = mirroredDatabase();
	try {
		const late = new Promise<never>((_, reject) => setTimeout(reject, withinMs));
		const found = await Promise.race([indexedDB.databases(), late]);
		const ours = found.flatMap(({ name }) => (name && /^envol(-\d{1,6})?$/.test(name) ? [name] : []));
		return [...new Set([inUse, ...ours])];
	} catch {
		const last = Number(/\d+$/.exec(inUse)?.[0] ?? 1);
		const earlier = Array.from({ length: Math.min(last, mostNames) }, (_, i) => `envol-${last - i}`);
		return ['envol', ...earlier];
	}
}

/** Deletes every database of Envol without opening it. Resolves to true only once the browser confirmed each. */
export async function deleteDatabases(withinMs = 3000): Promise<boolean> {
	const deleted = await Promise.all((await names(300)).map((name) => deleteOne(name, withinMs)));
	return deleted.every(Boolean);
}
