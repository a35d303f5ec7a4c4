/** A number of as many bytes as it takes, and where it ends. */
export function numberAt(bytes: Buffer, at: number): [number: number, end: number] {
	let [value, scale] = [0, 1];
	for (;;) {
		const byte = bytes[at++]!;
		value += (byte & 0x7f) * scale;
		if (byte < 0x80) return [value, at];
		scale *= 128;
	}
}

/** What Snappy packed. */
export function opened(packed: Buffer): Buffer {
	const [length, start] = numberAt(packed, 0);
	const out = Buffer.alloc(length);
	return out.subarray(0, openInto(out, packed, start));
}

/**
 * Opens what stands there as far as it can be what Snappy packed. Returns how many bytes that is.
 */
export function openInto(out: Buffer, packed: Buffer, at: number): number {
	let to = 0;
	while (at < packed.length && to < out.length) {
		const tag = packed[at++]!;
		let size = (tag >> 2) + 1;
		if ((tag & 3) === 0) {
			if (size > 60) {
				const more = size - 60;
				if (at + more > packed.length) return to;
				size = packed.readUIntLE(at, more) + 1;
				at += more;
			}
			const end = Math.min(at + size, packed.length);
			if (to + size > out.length) return to;
			packed.copy(out, to, at, end);
			to += end - at;
			at += size;
			continue;
		}
		let back: number;
		if ((tag & 3) === 1) {
			size = ((tag >> 2) & 7) + 4;
			back = ((tag >> 5) << 8) | packed[at++]!;
		} else {
			const bytes = (tag & 3) === 2 ? 2 : 4;
			if (at + bytes > packed.length) return to;
			back = packed.readUIntLE(at, bytes);
			at += bytes;
		}
		if (back === 0 || back > to || to + size > out.length) return to;
		// byte by byte: it may repeat what it has just written
		for (let i = 0; i < size; i += 1, to += 1) out[to] = out[to - back]!;
	}
	return to;
}
