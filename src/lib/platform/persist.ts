/** Whether the browser promises to keep this site's data when the device runs short of space. */
export async function isPersisted(): Promise<boolean | undefined> {
	try {
		return await navigator.storage?.persisted?.();
	} catch {
		return undefined;
	}
}

/** Asks for that promise; undefined when the browser does not support it. */
export async function askToPersist(): Promise<boolean | undefined> {
	try {
		return await navigator.storage?.persist?.();
	} catch {
		return undefined;
	}
}
