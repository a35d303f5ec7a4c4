import { crc32c } from './crc32c';
import { writeAll, type Handle } from './generations';

/** "EnvB" */
const magic = 0x42766e45;
/** Magic, length of the name, length of the bytes, checksum of name and bytes, checksum of this header. */
const headerBytes = 20;
/** No file grows larger, so that one can be written anew while there is little room. */
const mostInFile = 32 * 1024 * 1024;

interface Lying {
	file: number;
	from: number;
	/** Where its bytes begin. */
	at: number;
	size: number;
	sum: number;
}

function headerOf(name: Uint8Array, bytes: Uint8Array): Uint8Array {
	const header = new Uint8Array(headerBytes);
	const view = new DataView(header.buffer);
	view.setUint32(0, magic, true);
	view.setUint32(4, name.length, true);
	view.setUint32(8, bytes.length, true);
	view.setUint32(12, crc32c(bytes, crc32c(name)), true);
	view.setUint32(16, crc32c(header.subarray(0, 16)), true);
	return header;
}

/**
 * Pictures and sounds, by name, in files that were made once and are only appended to. What nobody needs any more goes when a
 * file is written anew: what is alive in it is on disk elsewhere first.
 */
export class Media {
	#files: readonly Handle[];
	#ends: number[];
	#index = new Map<string, Lying>();
	#names = new Map<string, Uint8Array>();

	constructor(files: readonly Handle[]) {
		this.#files = files;
		this.#ends = files.map((_, file) => this.#scan(file));
	}

	/** Reads the headers of a file; returns where the next one may begin: after the last whole one. */
	#scan(file: number): number {
		const handle = this.#files[file]!;
		const size = handle.getSize();
		const header = new Uint8Array(headerBytes);
		const view = new DataView(header.buffer);
		let from = 0;
		while (from + headerBytes <= size && handle.read(header, { at: from }) === headerBytes) {
			if (view.getUint32(0, true) !== magic || view.getUint32(16, true) !== crc32c(header.subarray(0, 16)))
				break;
			const name = new Uint8Array(view.getUint32(4, true));
			const at = from + headerBytes + name.length;
			const bytes = view.getUint32(8, true);
			if (at + bytes > size) break;
			handle.read(name, { at: from + headerBytes });
			const key = new TextDecoder().decode(name);
			this.#index.set(key, { file, from, at, size: bytes, sum: view.getUint32(12, true) });
			this.#names.set(key, name);
			from = at + bytes;
		}
		return from;
	}

	get size(): number {
		return this.#ends.reduce((all, end) => all + end, 0);
	}

	has(name: string): boolean {
		return this.#index.has(name);
	}

	/** Undefined when it is not there, or damaged. */
	get(name: string): Uint8Array<ArrayBuffer> | undefined {
		const lying = this.#index.get(name);
		if (!lying) return undefined;
		const bytes = new Uint8Array(lying.size);
		const count = this.#files[lying.file]!.read(bytes, { at: lying.at });
		const isWhole = count === lying.size && crc32c(bytes, crc32c(this.#names.get(name)!)) === lying.sum;
		return isWhole ? bytes : undefined;
	}

	/** On disk when it returns. @throws DOMException when there is no room */
	put(name: string, bytes: Uint8Array, not?: number): void {
		const key = new TextEncoder().encode(name);
		const file = this.#ends.findIndex(
			(end, i) => i !== not && (end === 0 || end + bytes.length + headerBytes <= mostInFile)
		);
		if (file < 0) throw new DOMException('all files are full', 'QuotaExceededError');
		const [handle, from] = [this.#files[file]!, this.#ends[file]!];
		const header = headerOf(key, bytes);
		try {
			writeAll(handle, header, from);
			writeAll(handle, key, from + headerBytes);
			writeAll(handle, bytes, from + headerBytes + key.length);
			handle.flush();
		} catch (error) {
			handle.truncate(from);
			throw error;
		}
		const at = from + headerBytes + key.length;
		this.#index.set(name, {
			file,
			from,
			at,
			size: bytes.length,
			sum: new DataView(header.buffer).getUint32(12, true)
		});
		this.#names.set(name, key);
		this.#ends[file] = at + bytes.length;
	}

	/** Lets go of everything. */
	empty(): void {
		this.#index.clear();
		for (const [file, handle] of this.#files.entries()) {
			handle.truncate(0);
			handle.flush();
			this.#ends[file] = 0;
		}
	}

	/** Lets go of what is not needed, in files of which that is more than half. */
	tidy(isNeeded: (name: string) => boolean): void {
		for (const name of [...this.#index.keys()]) if (!isNeeded(name)) this.#index.delete(name);
		for (const [file, handle] of this.#files.entries()) {
			const alive = [...this.#index].filter(([, lying]) => lying.file === file);
			const bytes = alive.reduce((all, [, { size }]) => all + size, 0);
			if (this.#ends[file] === 0 || bytes > this.#ends[file]! / 2) continue;
			try {
				for (const [name] of alive) {
					const found = this.get(name);
					if (found) this.put(name, found, file);
					else this.#index.delete(name);
				}
				handle.truncate(0);
				handle.flush();
				this.#ends[file] = 0;
			} catch {
				// no room to write what is alive elsewhere: it stays where it is
				return;
			}
		}
	}
}
