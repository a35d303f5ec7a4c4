import type { Handle } from '$lib/second-store/generations';

/** The power was cut, or the browser killed: nothing more is written. */
export class Cut extends Error {}

/** What a disk has, after the end, of what was written and not yet flushed. */
export type Leftover =
	/** All of it: only the browser was killed. */
	| 'there'
	/** Nothing: the power was cut before the disk heard of it. */
	| 'lost'
	/** Its length, as zeros: the power was cut between the two. */
	| 'zeros';

/**
 * Files in memory, as a disk has them: what was flushed is there after an end, of the rest any beginning. Each write counts by its
 * bytes, each truncation as one; once `left` of them are done, the end comes.
 */
export class Disk {
	left = Infinity;
	#files: MemoryFile[] = [];

	file(start: Uint8Array = new Uint8Array()): MemoryFile {
		const file = new MemoryFile(this, start);
		this.#files.push(file);
		return file;
	}

	/** The device starts again. */
	startAgain(leftover: Leftover): void {
		this.left = Infinity;
		for (const file of this.#files) file.startAgain(leftover);
	}
}

export class MemoryFile implements Handle {
	#disk: Disk;
	#flushed: Uint8Array;
	bytes: Uint8Array;

	constructor(disk: Disk, start: Uint8Array) {
		this.#disk = disk;
		this.bytes = this.#flushed = start;
	}

	startAgain(leftover: Leftover): void {
		const flushed = this.#flushed;
		if (leftover === 'lost') this.bytes = flushed;
		if (leftover === 'zeros')
			this.bytes = this.bytes.map((byte, at) => (byte === flushed[at] ? byte : (flushed[at] ?? 0)));
		this.#flushed = this.bytes;
	}

	getSize(): number {
		return this.bytes.length;
	}

	read(into: Uint8Array, { at }: { at: number }): number {
		const part = this.bytes.subarray(at, at + into.length);
		into.set(part);
		return part.length;
	}

	write(bytes: Uint8Array, { at }: { at: number }): number {
		const count = Math.min(bytes.length, this.#disk.left);
		if (count > 0) {
			const grown = new Uint8Array(Math.max(this.bytes.length, at + count));
			grown.set(this.bytes);
			grown.set(bytes.subarray(0, count), at);
			this.bytes = grown;
		}
		this.#disk.left -= count;
		if (count < bytes.length) throw new Cut();
		return count;
	}

	truncate(size: number): void {
		if (this.#disk.left <= 0) throw new Cut();
		this.#disk.left -= 1;
		this.bytes = this.bytes.slice(0, size);
	}

	flush(): void {
		if (this.#disk.left <= 0) throw new Cut();
		this.#flushed = this.bytes;
	}
}
