import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noTime, ticked } from '$lib/second-store/clock';
import { crc32c } from '$lib/second-store/crc32c';
import { entriesIn, toBytes, type Change, type Entry } from '$lib/second-store/entries';
import { Generations, startOfEntries } from '$lib/second-store/generations';
import { Media } from '$lib/second-store/media';
import { aliveIn, compacted, factsEntry, stateOf } from '$lib/second-store/state';
import { Cut, Disk } from '../../support/memory-files';
import { runs } from '../../support/property-runs';

const changes = (...all: Change[]): readonly Change[] => all;
const entry = (order: number, ...all: Change[]): Entry => ({
	kind: 'changes',
	order,
	sum: order * 7,
	at: 1_764_000_000_000 + order,
	changes: changes(...all)
});
const anyChange = fc.oneof(
	fc.tuple(fc.constantFrom('days', 'notes'), fc.string(), fc.jsonValue({ noUnicodeString: false })),
	fc.tuple(fc.constantFrom('days', 'versions'), fc.integer())
) as unknown as fc.Arbitrary<Change>;
const anyEntries = fc
	.array(fc.array(anyChange, { maxLength: 4 }), { maxLength: 8 })
	.map((all) => all.map((each, i) => entry(i + 1, ...each)));
const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const read = (bytes: Uint8Array) => entriesIn(bytes).entries.map((placed) => placed.entry);

test('the checksum is CRC-32C', () => {
	expect(crc32c(new TextEncoder().encode('123456789'))).toBe(0xe3069283);
	expect(crc32c(new TextEncoder().encode('6789'), crc32c(new TextEncoder().encode('12345')))).toBe(
		0xe3069283
	);
});

describe('entries', () => {
	test('what was written is read, byte for byte', () => {
		fc.assert(
			fc.property(anyEntries, (entries) => {
				const known = JSON.parse(JSON.stringify(entries)) as Entry[];
				expect(read(joined(entries.map(toBytes)))).toEqual(known);
			}),
			{ numRuns: runs(100) }
		);
	});

	test('a tail that is cut off, or zeroed, takes only the entries in it', () => {
		fc.assert(
			fc.property(anyEntries, fc.nat(), fc.boolean(), fc.nat(200), (entries, cut, isZeroed, more) => {
				const parts = entries.map(toBytes);
				const bytes = joined(parts);
				const at = bytes.length === 0 ? 0 : cut % bytes.length;
				let whole = 0;
				for (let end = 0; whole < parts.length && end + parts[whole]!.length <= at; whole += 1)
					end += parts[whole]!.length;
				const tail = isZeroed ? new Uint8Array(bytes.length - at) : new Uint8Array();
				const found = read(joined([bytes.slice(0, at), tail, new Uint8Array(more)]));
				// a zero in place of a zero damages nothing
				expect(found.length).toBeGreaterThanOrEqual(whole);
				expect(found.slice(0, whole).map(({ order }) => order)).toEqual(
					entries.slice(0, whole).map(({ order }) => order)
				);
				// what is appended after it is found
				const next = entry(99, ['days', 'x', 1]);
				expect(read(joined([bytes.slice(0, at), tail, toBytes(next)])).at(-1)).toEqual(next);
			}),
			{ numRuns: runs(200) }
		);
	});

	test('a flipped bit takes one entry, and never another', () => {
		fc.assert(
			fc.property(anyEntries, fc.nat(), fc.nat(7), (entries, place, bit) => {
				const bytes = joined(entries.map(toBytes));
				if (bytes.length === 0) return;
				bytes[place % bytes.length]! ^= 1 << bit;
				const known = new Set(entries.map((each) => JSON.stringify(each)));
				const found = read(bytes);
				expect(found.length).toBe(entries.length - 1);
				for (const each of found) expect(known.has(JSON.stringify(each))).toBe(true);
			}),
			{ numRuns: runs(200) }
		);
	});
});

describe('two generations', () => {
	const opened = (disk: Disk) => {
		const files = [disk.file(), disk.file()] as const;
		return { files, generations: new Generations(...files) };
	};
	const alive = (generations: Generations) =>
		aliveIn(stateOf(entriesIn(generations.read()).entries)).map((change) => JSON.stringify(change));

	test('cut at any byte, while appending or made small, nothing that was acknowledged is lost', () => {
		const script = (generations: Generations, done: (name: string) => void) => {
			for (let i = 1; i <= 12; i += 1) {
				generations.append(toBytes(entry(i, ['notes', `n${i % 7}`, { text: `v${i}` }], ['days', i, i])));
				done(`n${i % 7} v${i}`);
				if (i % 4 === 0) {
					generations.append(
						toBytes(factsEntry({ verified: { order: i - 1, sum: 1 }, isCompared: true }, 0))
					);
					generations.replace(compacted(stateOf(entriesIn(generations.read()).entries), 0));
				}
			}
		};
		const whole = new Disk();
		whole.left = 1e9;
		script(opened(whole).generations, () => undefined);
		const used = 1e9 - whole.left;
		expect(used).toBeGreaterThan(3000);
		for (let cut = 17; cut < used; cut += 1) {
			const disk = new Disk();
			const { files, generations } = opened(disk);
			disk.left = cut;
			const acknowledged = new Map<string, string>();
			try {
				script(generations, (said) => acknowledged.set(...(said.split(' ') as [string, string])));
			} catch (error) {
				expect(error).toBeInstanceOf(Cut);
			}
			disk.left = Infinity;
			const after = new Generations(...files);
			const found = new Map(
				aliveIn(stateOf(entriesIn(after.read()).entries))
					.filter(([table]) => table === 'notes')
					.map(([, key, value]) => [key as string, Number((value as { text: string }).text.slice(1))])
			);
			for (const [key, text] of acknowledged)
				expect(found.get(key), `cut at ${cut}`).toBeGreaterThanOrEqual(Number(text.slice(1)));
		}
	});

	test('what says the same is smaller, in the other file, and goes on from there', () => {
		const { files, generations } = opened(new Disk());
		for (let i = 1; i <= 50; i += 1) generations.append(toBytes(entry(i, ['days', 'a', { i }])));
		generations.append(toBytes(entry(51, ['days', 'b', 1], ['days', 'c', 2])));
		generations.append(toBytes(entry(52, ['days', 'c'])));
		generations.append(toBytes(factsEntry({ verified: { order: 52, sum: 364 }, isCompared: true }, 0)));
		const before = alive(generations);
		const size = generations.size;
		generations.replace(compacted(stateOf(entriesIn(generations.read()).entries), 0));
		expect(generations.size).toBeLessThan(size / 10);
		expect(alive(generations)).toEqual(before);
		generations.append(toBytes(entry(53, ['days', 'd', 4])));
		expect(alive(new Generations(...files))).toEqual([...before, '["days","d",4]']);
	});

	test('a file that refuses more bytes keeps what it has', () => {
		const disk = new Disk();
		const { files, generations } = opened(disk);
		generations.append(toBytes(entry(1, ['days', 'a', 1])));
		const { write } = files[0];
		const file = files.find(({ bytes }) => bytes.length > startOfEntries)!;
		file.write = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		expect(() => generations.append(toBytes(entry(2, ['days', 'b', 2])))).toThrow('full');
		file.write = write;
		expect(alive(generations)).toEqual(['["days","a",1]']);
	});
});

test('a running clock goes on when the device’s time is set back', () => {
	const first = ticked(noTime, 1_764_000_000_000);
	const second = ticked(first, 5);
	expect(second.order).toBe(first.order + 1);
	expect(second.sum).not.toBe(first.sum);
});

describe('pictures and sounds', () => {
	test('are given back whole, after the files are opened again, cut at any byte while one is written', () => {
		const bytes = (fill: number, size: number) => new Uint8Array(size).fill(fill);
		for (let cut = 1; cut < 423; cut += 1) {
			const disk = new Disk();
			const files = [disk.file(), disk.file()];
			const media = new Media(files);
			media.put('one', bytes(1, 100));
			disk.left = cut;
			try {
				media.put('two', bytes(2, 400));
			} catch (error) {
				expect(error).toBeInstanceOf(Cut);
			}
			disk.left = Infinity;
			const after = new Media(files);
			expect(after.get('one')).toEqual(bytes(1, 100));
			expect(after.get('two')).toBe(undefined);
			after.put('three', bytes(3, 50));
			expect(new Media(files).get('three')).toEqual(bytes(3, 50));
		}
	});

	test('one that is damaged is none, and what nobody needs goes', () => {
		const files = [new Disk().file(), new Disk().file()];
		const media = new Media(files);
		for (const name of ['a', 'b', 'c']) media.put(name, new Uint8Array(1000).fill(name.charCodeAt(0)));
		files[0]!.bytes[1500]! ^= 1;
		expect(media.get('b')).toBeUndefined();
		expect(media.get('c')).toBeDefined();
		media.tidy((name) => name === 'c');
		expect(media.size).toBeLessThan(1100);
		expect(new Media(files).get('c')).toEqual(new Uint8Array(1000).fill(99));
		expect(new Media(files).has('a')).toBe(false);
	});
});
