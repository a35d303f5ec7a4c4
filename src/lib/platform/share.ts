export interface Shared {
	title: string;
	text: string;
	files?: readonly File[];
}

/** The device has a sheet to share with. False while a page is only being prepared. */
export function hasShareSheet(): boolean {
	return typeof navigator !== 'undefined' && typeof navigator.share === 'function';
}

/** Its share sheet takes files of this type. */
export function canShareFile(type: string): boolean {
	try {
		return hasShareSheet() && navigator.canShare({ files: [new File([], 'file', { type })] });
	} catch {
		// browsers that share words only
		return false;
	}
}

/**
 * Opens the device's own share sheet; only ever after a tap. Files go along where the device takes them. 'stopped' is
 * the person changing their mind.
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
