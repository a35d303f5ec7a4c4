/**
 * Removes a folder from the private files of this site (OPFS). Resolves to true only if nothing of it is left; false where
 * another tab has it open, or the browser refuses.
 */
export async function removePrivateFolder(name: string): Promise<boolean> {
	let root: FileSystemDirectoryHandle;
	try {
		root = await navigator.storage.getDirectory();
	} catch {
		// this browser, or this window, has no private files
		return true;
	}
	try {
		await root.removeEntry(name, { recursive: true });
		return true;
	} catch (error) {
		return (error as Error).name === 'NotFoundError';
	}
}
