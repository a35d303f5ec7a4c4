import type { Handle } from '$lib/second-store/generations';

/** The power was cut: nothing more is written. */
export class Cut extends Error {}

/**
 * Files in memory, as a disk has them: what was flushed is there after a power cut, of the rest any beginning. `cutAfter` cuts
 * the power once so many bytes were written.
 */
export class Disk {
	left = Infinity;

	file(start: Uint8Array = new Uint8Array()): MemoryFile {
		return new MemoryFile(this, start);
	}
}

export class MemoryFile implements Handle {
	#disk: Disk;
	bytes: Uint8Array;

	constructor(disk: Disk, start: Uint8Array) {
		this.#disk = disk;
		this.bytes = start;
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
	}
}
