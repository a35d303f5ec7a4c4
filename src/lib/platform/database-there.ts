/**
 * Whether this browser holds a database of that name. Undefined when it cannot tell, or not in time: then only
 * opening it can tell.
 */
export async function isDatabaseThere(name: string, withinMs = 300): Promise<boolean | undefined> {
	try {
		const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), withinMs));
		const found = await Promise.race([indexedDB.databases(), late]);
		return found?.some((database) => database.name === name);
	} catch {
		return undefined;
	}
}
