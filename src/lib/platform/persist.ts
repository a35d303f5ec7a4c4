/** Whether the browser promises to keep this site's data when the device runs short of room. */
export async function isPersisted(): Promise<boolean | undefined> {
	try {
		return await navigator.storage?.persisted?.();
	} catch {
		return undefined;
	}
}

/** Asks for that promise; undefined when the browser knows no such thing. */
export async function askToPersist(): Promise<boolean | undefined> {
	try {
		return await navigator.storage?.persist?.();
	} catch {
		return undefined;
	}
}
