/** The picture in a file, upright as it was taken; undefined when this browser cannot open it. */
export async function pictureIn(file: Blob): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch {
		// the browser does not know the option, or the file is not a picture
		return createImageBitmap(file).catch(() => undefined);
	}
}
