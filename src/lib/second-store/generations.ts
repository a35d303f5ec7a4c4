import { crc32c } from './crc32c';

/** What is needed of a `FileSystemSyncAccessHandle`. */
export interface Handle {
	getSize(): number;
	read(into: Uint8Array, options: { at: number }): number;
	/** Returns how many bytes were written. */
	write(bytes: Uint8Array, options: { at: number }): number;
	truncate(size: number): void;
	flush(): void;
}

/** Entries begin after the header, which is written by itself: a sector of a disk is written whole or not at all. */
export const startOfEntries = 4096;
/** "EnvG" */
const magic = 0x47766e45;

function headerOf(generation: number): Uint8Array {
	const bytes = new Uint8Array(16);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, magic, true);
	view.setFloat64(4, generation, true);
	view.setUint32(12, crc32c(bytes.subarray(0, 12)), true);
	return bytes;
}

/** Which generation is in the file; 0 where there is none, or one that was not ended. */
function generationIn(handle: Handle): number {
	const bytes = new Uint8Array(16);
	if (handle.read(bytes, { at: 0 }) < 16) return 0;
	const view = new DataView(bytes.buffer);
	const isWhole =
		view.getUint32(0, true) === magic && view.getUint32(12, true) === crc32c(bytes.subarray(0, 12));
	return isWhole ? view.getFloat64(4, true) : 0;
}

export function writeAll(handle: Handle, bytes: Uint8Array, at: number): void {
	for (let done = 0; done < bytes.length;) {
		const written = handle.write(bytes.subarray(done), { at: at + done });
		if (written <= 0) throw new DOMException('nothing was written', 'QuotaExceededError');
		done += written;
	}
}

/**
 * Two files, made once, since making one is not durable. One of them holds the journal and is only ever appended to. To make it
 * small, what is alive is written into the other, and the header of that one, written last, says that it is the newer.
 */
export class Generations {
	#current: Handle;
	#spare: Handle;
	#generation: number;
	#end: number;

	constructor(one: Handle, two: Handle) {
		const [first, second] = [generationIn(one), generationIn(two)];
		[this.#current, this.#spare] = second > first ? [two, one] : [one, two];
		this.#generation = Math.max(first, second);
		this.#end = Math.max(this.#current.getSize(), startOfEntries);
		if (this.#generation === 0) this.replace([]);
	}

	/** How many bytes of entries there are. */
	get size(): number {
		return this.#end - startOfEntries;
	}

	read(): Uint8Array {
		const bytes = new Uint8Array(this.size);
		let done = 0;
		while (done < bytes.length) {
			const more = this.#current.read(bytes.subarray(done), { at: startOfEntries + done });
			if (more <= 0) break;
			done += more;
		}
		return bytes.subarray(0, done);
	}

	/** On disk when it returns. @throws DOMException when there is no room; then nothing was added */
	append(bytes: Uint8Array): void {
		const end = this.#end;
		try {
			writeAll(this.#current, bytes, end);
			this.#current.flush();
		} catch (error) {
			this.#current.truncate(end);
			throw error;
		}
		this.#end = end + bytes.length;
	}

	/** Puts these entries in place of all others: wholly, or, whenever it is cut short, not at all. */
	replace(parts: Iterable<Uint8Array>): void {
		const spare = this.#spare;
		// first the header: half a generation must never pass for one
		spare.truncate(0);
		spare.flush();
		let end = startOfEntries;
		try {
			for (const part of parts) {
				writeAll(spare, part, end);
				end += part.length;
			}
			spare.flush();
			writeAll(spare, headerOf(this.#generation + 1), 0);
			spare.flush();
		} catch (error) {
			spare.truncate(0);
			throw error;
		}
		this.#generation += 1;
		this.#spare = this.#current;
		this.#current = spare;
		this.#end = end;
	}
}
