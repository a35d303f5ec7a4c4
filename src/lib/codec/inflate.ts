import { damaged, isCodeError } from './code-error';

/** Extra bits and first values of lengths and distances (RFC 1951, section 3.2.5). */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = [
	0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13
];
const firstOf = (bits: readonly number[], start: number): number[] => {
	let next = start;
	return bits.map((count) => (next += 2 ** count) - 2 ** count);
};
/** The last length, 258, has a code of its own. */
const lengths = firstOf(lengthBits, 3).with(-1, 258);
const distances = firstOf(distanceBits, 1);
/** In which the lengths of the length codes stand (section 3.2.7). */
const codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const longestCode = 15;

/** How many codes there are of each length, and what they stand for, shortest first. */
interface Codes {
	counts: number[];
	symbols: number[];
}

function codesOf(bits: readonly number[]): Codes {
	const counts = Array.from({ length: longestCode + 1 }, () => 0);
	for (const count of bits) counts[count]! += 1;
	counts[0] = 0;
	const symbols = bits
		.map((count, symbol) => ({ count, symbol }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => a.count - b.count || a.symbol - b.symbol)
		.map(({ symbol }) => symbol);
	return { counts, symbols };
}

const fixedLengths = codesOf(
	Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))
);
const fixedDistances = codesOf(Array.from({ length: 30 }, () => 5));

function createBits(bytes: Uint8Array) {
	let at = 0;
	let held = 0;
	let count = 0;
	const bit = (): number => {
		if (count === 0) {
			const byte = bytes[at++];
			if (byte === undefined) throw damaged('ends too early');
			held = byte;
			count = 8;
		}
		const value = held & 1;
		held >>= 1;
		count -= 1;
		return value;
	};
	return {
		take(wanted: number): number {
			let value = 0;
			for (let place = 0; place < wanted; place++) value |= bit() << place;
			return value;
		},
		symbol({ counts, symbols }: Codes): number {
			let code = 0;
			let first = 0;
			let index = 0;
			for (let length = 1; length <= longestCode; length++) {
				code |= bit();
				const many = counts[length]!;
				if (code - first < many) return symbols[index + code - first]!;
				index += many;
				first = (first + many) << 1;
				code <<= 1;
			}
			throw damaged('no such code');
		},
		/** The rest of this byte is not used. */
		skipToByte: () => void (count = 0)
	};
}
type Bits = ReturnType<typeof createBits>;

function readTables(bits: Bits): [Codes, Codes] {
	const [lengthCount, distanceCount, codeCount] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4];
	const inOrder = codeOrder.map(() => 0);
	for (const place of codeOrder.slice(0, codeCount)) inOrder[place] = bits.take(3);
	const codes = codesOf(inOrder);
	const all: number[] = [];
	while (all.length < lengthCount + distanceCount) {
		const symbol = bits.symbol(codes);
		if (symbol < 16) all.push(symbol);
		else {
			const repeated = symbol === 16 ? all.at(-1) : 0;
			const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
			if (repeated === undefined) throw damaged('nothing to repeat');
			all.push(...Array.from({ length: times }, () => repeated));
		}
	}
	if (all.length > lengthCount + distanceCount) throw damaged('too many codes');
	return [codesOf(all.slice(0, lengthCount)), codesOf(all.slice(lengthCount))];
}

/**
 * Undoes DEFLATE without any wrapping (RFC 1951), for browsers that cannot.
 * @returns undefined when the bytes are damaged or hold more than `most`
 */
export function inflateRaw(bytes: Uint8Array, most: number): Uint8Array | undefined {
	const bits = createBits(bytes);
	const out: number[] = [];
	const put = (byte: number) => {
		if (out.length >= most) throw damaged('too long');
		out.push(byte);
	};
	const block = (codes: Codes, distanceCodes: Codes) => {
		for (let symbol = bits.symbol(codes); symbol !== 256; symbol = bits.symbol(codes)) {
			if (symbol < 256) put(symbol);
			else {
				const length = lengths[symbol - 257];
				if (length === undefined) throw damaged('no such length');
				const long = length + bits.take(lengthBits[symbol - 257]!);
				const place = bits.symbol(distanceCodes);
				const distance = distances[place];
				if (distance === undefined) throw damaged('no such distance');
				const back = distance + bits.take(distanceBits[place]!);
				if (back > out.length) throw damaged('before the beginning');
				for (let copied = 0; copied < long; copied++) put(out[out.length - back]!);
			}
		}
	};
	try {
		for (let isLast = 0; isLast === 0;) {
			isLast = bits.take(1);
			const kind = bits.take(2);
			if (kind === 0) {
				bits.skipToByte();
				const length = bits.take(16);
				if ((length ^ bits.take(16)) !== 0xffff) throw damaged('length');
				for (let copied = 0; copied < length; copied++) put(bits.take(8));
			} else if (kind === 1) block(fixedLengths, fixedDistances);
			else if (kind === 2) block(...readTables(bits));
			else throw damaged('no such block');
		}
		return Uint8Array.from(out);
	} catch (error) {
		if (isCodeError(error)) return undefined;
		throw error;
	}
}
