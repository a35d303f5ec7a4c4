/** How long a browser may take to begin reading a file that it saves. */
const readWithinMs = 60_000;

/** Hands a file to the person's own folder of downloads. Only on a tap. */
export function saveFile(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), readWithinMs);
}

/** Can files of this type be handed to another app of the device? */
export function canShareFile(type: string): boolean {
	try {
		return navigator.canShare?.({ files: [new File([], 'file', { type })] }) ?? false;
	} catch {
		return false;
	}
}

/** Opens the device's own way of sharing; the person chooses with whom, or with nobody. Only on a tap. */
export async function shareFile(file: Blob, name: string): Promise<void> {
	try {
		await navigator.share({ files: [new File([file], name, { type: file.type })] });
	} catch {
		// closed without sharing, or refused by the device
	}
}
