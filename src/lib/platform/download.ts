/** How long the browser may take to start reading the file, in milliseconds. */
const longEnough = 60_000;

/** Saves a file through the browser's downloads. Only ever after a tap. */
export function saveFile(name: string, file: Blob): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), longEnough);
}
