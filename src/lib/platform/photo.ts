/** The picture in a file, upright as it was taken; undefined when it is none that this browser can open. */
export async function pictureIn(file: Blob): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch {
		// browsers that do not know the option, and files that are no picture
		return createImageBitmap(file).catch(() => undefined);
	}
}
