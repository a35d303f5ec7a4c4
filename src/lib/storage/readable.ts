/** The picture or sound; undefined where its file is gone. It must be told as missing, and never stop what is whole. */
export async function readable(blob: Blob | undefined): Promise<Blob | undefined> {
	try {
		// the browser finds out when it reads; the first byte is enough
		await blob?.slice(0, 1).arrayBuffer();
		return blob;
	} catch (error) {
		return error instanceof DOMException ? undefined : blob;
	}
}
