export interface Shared {
	title: string;
	text: string;
	files?: readonly File[];
}

/** Whether the device has a share sheet. False at build time. */
export function hasShareSheet(): boolean {
	return typeof navigator !== 'undefined' && typeof navigator.share === 'function';
}

/** Whether its share sheet accepts files of this type. */
export function canShareFile(type: string): boolean {
	try {
		return hasShareSheet() && navigator.canShare({ files: [new File([], 'file', { type })] });
	} catch {
		// some browsers share text only
		return false;
	}
}

/**
 * Opens the device's share sheet; only ever after a tap. Files are included where the device accepts them. 'stopped'
 * means that the person changed their mind.
 */
export async function share({ title, text, files = [] }: Shared): Promise<'shared' | 'stopped' | 'unable'> {
	const words = { title, text };
	const whole = { ...words, files: [...files] };
	const canTakeFiles = files.length > 0 && navigator.canShare?.(whole);
	try {
		await navigator.share(canTakeFiles ? whole : words);
		return 'shared';
	} catch (error) {
		return (error as Error).name === 'AbortError' ? 'stopped' : 'unable';
	}
}

/** Its share sheet takes this very file: some look at the end of its name. */
export function canShareThis(file: File): boolean {
	try {
		return hasShareSheet() && navigator.canShare({ files: [file] });
	} catch {
		return false;
	}
}
