/** The picture or sound; undefined where its file is gone, or cut short. It must be told as missing, and never stop what is whole. */
export async function readable(blob: Blob | undefined): Promise<Blob | undefined> {
	if (!(blob instanceof Blob)) return blob;
	// the browser finds out when it reads; the last byte is enough
	const last = blob.slice(-1);
	// Chromium never answers the first for a part that a file cut short does not reach, nor the second for a file that is gone
	const answers = [last.arrayBuffer(), new Response(last).arrayBuffer()].map((answer) =>
		answer.then(
			({ byteLength }) => byteLength >= last.size,
			() => false
		)
	);
	return (await Promise.race(answers)) ? blob : undefined;
}
