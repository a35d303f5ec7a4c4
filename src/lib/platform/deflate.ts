/**
 * Pipes the bytes through a stream of the browser; undefined when the output grows past `most`. Rejects on invalid
 * bytes.
 */
async function through(
	bytes: Uint8Array<ArrayBuffer>,
	stream: CompressionStream | DecompressionStream,
	most = Infinity
): Promise<Uint8Array | undefined> {
	const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	for (let read = await reader.read(); !read.done; read = await reader.read()) {
		length += read.value.length;
		if (length > most) {
			await reader.cancel();
			return undefined;
		}
		parts.push(read.value);
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/** Raw DEFLATE (RFC 1951); undefined where the browser cannot compress. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
	try {
		return await through(bytes, new CompressionStream('deflate-raw'));
	} catch {
		return undefined;
	}
}

/** Browsers before 2023 know other formats, or none. */
function canInflate(): boolean {
	try {
		return Boolean(new DecompressionStream('deflate-raw'));
	} catch {
		return false;
	}
}

/** @returns undefined when the bytes are damaged or unpack to more than `most` */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | undefined> {
	// an old phone must be able to open a sheet that a new computer printed
	if (!canInflate()) return (await import('./inflate')).inflateRaw(bytes, most);
	try {
		return await through(bytes, new DecompressionStream('deflate-raw'), most);
	} catch {
		return undefined;
	}
}
