import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, utf8, type Bytes } from '$lib/copy/bytes';
import { fileOf, packed, partsOf, readable, type Contents } from '$lib/copy/pack';
import { noRows } from '$lib/copy/rows';
import {
	deriveKey,
	headerBytes,
	newHeader,
	readHeader,
	rounds,
	sealed,
	type DeriveKey,
	type SealHeader
} from '$lib/copy/seal';
import { kindOfCopy, opened } from '$lib/copy/unpack';
import { localDay } from '$lib/domain/local-day';
import { openWithNode, partsIn, plainOf, sealWithNode } from '../../support/copies';
import { runs } from '../../support/property-runs';

/** The longer run flips each bit; this one every third, so that each place in a byte has its turn. */
const stride = runs(3, 1);
const passphrase = 'River lamp, bread — cloud stone';
const asCounted = 'riverlampbreadcloudstone';
const note = {
	id: 'n',
	day: localDay('2026-11-28'),
	at: 1,
	changedAt: 2,
	text: 'Un pas 🌱',
	tags: [],
	chimes: []
};
const rows = {
	...noRows,
	notes: [note],
	photos: [{ id: 'p', note: 'n', at: 1, order: 0, width: 4, height: 3, bytes: 6, alt: '' }]
};
const contents: Contents = {
	schema: 3,
	madeAt: 1_764_000_000_000,
	rows,
	files: async () => ({
		thumbnail: new Blob([utf8('small')], { type: 'image/webp' }),
		picture: new Blob([utf8('big')], { type: 'image/jpeg' })
	})
};

/** Keys by how they are made, each made once: a test that opens a file a thousand times would take an hour. */
const keys = new Map<string, Promise<CryptoKey>>();
const known: DeriveKey = (words, header) => {
	const name = `${words} ${header.rounds} ${header.salt.join()}`;
	// as quick as can be; how many rounds are really asked for, other tests say
	if (!keys.has(name)) keys.set(name, deriveKey(words, { ...header, rounds: 1 }));
	return keys.get(name)!;
};

const smallChunks = (): SealHeader => ({ ...newHeader(), chunk: 64 });
async function sealedFile(header = smallChunks(), derive = known): Promise<Bytes> {
	return bytesOf(
		await fileOf(sealed(packed(partsOf(contents)), header, await derive(passphrase, header)), '')
	);
}
const read = (bytes: BlobPart, words = passphrase) =>
	opened(new Blob([bytes]), { passphrase: words, newest: 3, derive: known });
const problemOf = (bytes: BlobPart, words?: string): Promise<string> =>
	read(bytes, words).then(
		() => 'opened',
		(error: { problem?: string }) => error.problem ?? String(error)
	);

describe('a sealed copy', () => {
	let file: Bytes;
	beforeAll(async () => {
		file = await sealedFile();
	});

	test('opens with its passphrase, however it is typed, and holds what was put in', async () => {
		expect(await kindOfCopy(new Blob([file]))).toBe('sealed');
		for (const words of [passphrase, 'RIVER-LAMP bread cloud stone'])
			expect((await read(file, words)).rows).toEqual(rows);
		const { media, files } = await read(file);
		const found = await files(media[0]!);
		expect(await found.picture?.text()).toBe('big');
		expect(found.thumbnail?.type).toBe('image/webp');
	});

	test('is the same to no one: two of the same things differ in salt, nonce and every byte after', async () => {
		const other = await sealedFile();
		expect(headerBytes(smallChunks())).not.toEqual(headerBytes(smallChunks()));
		expect(Buffer.from(other.slice(200)).equals(Buffer.from(file.slice(200)))).toBe(false);
		expect(Buffer.from(file).includes('Un pas')).toBe(false);
	});

	test('I3 opens with no other words', async () => {
		for (const words of ['', ' - ', 'river lamp bread cloud', `${passphrase}s`, 'x'.repeat(10_000)])
			expect(await problemOf(file, words), words.slice(0, 30)).toBe('wrong-passphrase');
	});

	test('I3 every flipped bit is refused', async () => {
		const refused = new Set<string>();
		for (let bit = 0; bit < file.length * 8; bit += stride) {
			const flipped = file.slice();
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			const problem = await problemOf(flipped);
			if (problem === 'opened') expect.fail(`opened with bit ${bit} flipped`);
			refused.add(problem);
		}
		expect([...refused].toSorted()).toEqual(['damaged', 'newer', 'not-a-copy', 'wrong-passphrase']);
	}, 120_000);

	test('I3 every cut, and every byte too many, is refused', async () => {
		for (let end = 0; end < file.length; end++)
			expect(await problemOf(file.slice(0, end)), `cut at ${end}`).not.toBe('opened');
		for (const more of [new Uint8Array(1), file, file.slice(-80)])
			expect(await problemOf(new Uint8Array([...file, ...more]))).not.toBe('opened');
	}, 120_000);

	test('I3 chunks in another order, left out, or of another copy with the same passphrase are refused', async () => {
		const header = smallChunks();
		const mine = await sealedFile(header);
		const start = headerBytes(header).length;
		const [size, chunks] = [64 + 16, (bytes: Bytes) => Array.from({ length: Math.floor((bytes.length - start) / 80) }, (_, i) => bytes.slice(start + i * 80, start + (i + 1) * 80))]; // prettier-ignore
		const parts = chunks(mine);
		const rest = mine.slice(start + parts.length * size);
		const whole = (...all: Bytes[]) => new Uint8Array([...mine.slice(0, start), ...all.flatMap((part) => [...part]), ...rest]); // prettier-ignore
		expect(await problemOf(whole(...parts))).toBe('opened');
		expect(await problemOf(whole(parts[0]!, parts[2]!, parts[1]!, ...parts.slice(3)))).toBe('damaged');
		expect(await problemOf(whole(parts[0]!, ...parts.slice(2)))).toBe('damaged');
		expect(await problemOf(whole(parts[0]!, parts[1]!, parts[1]!, ...parts.slice(2)))).toBe('damaged');
		const other = await sealedFile({ ...header, nonce: newHeader().nonce });
		expect(await problemOf(whole(parts[0]!, chunks(other)[1]!, ...parts.slice(2)))).toBe('damaged');
	});

	test('asks for no less work than a guess must cost, and for no more than a telephone can do', async () => {
		expect(rounds.made).toBe(600_000);
		expect(newHeader()).toMatchObject({ rounds: 600_000, chunk: 1_048_576 });
		const withRounds = (count: number) => utf8(new TextDecoder('latin1').decode(headerBytes({ ...newHeader(), rounds: count }))); // prettier-ignore
		for (const count of [599_999, 1, 0, 2_400_001, 1e12])
			await expect(readHeader(new Blob([withRounds(count)]))).rejects.toMatchObject({ problem: 'damaged' });
		for (const count of [600_000, 2_400_000])
			expect((await readHeader(new Blob([withRounds(count)]))).header.rounds).toBe(count);
	});

	test('that names another way of making the key, or says more than it should, is refused', async () => {
		const lines = new TextDecoder('latin1').decode(headerBytes(newHeader()));
		for (const [from, to] of [
			['PBKDF2-SHA-256', 'PBKDF2-SHA-1'],
			['AES-256-GCM', 'AES-128-GCM'],
			['"rounds":600000', '"rounds": 600000'],
			['}', ',"more":1}']
		] as const)
			await expect(readHeader(new Blob([lines.replace(from, to)])), to).rejects.toMatchObject({
				problem: 'damaged'
			});
	});

	test('of a newer Envol is told apart: its format, or its database', async () => {
		const newer = new TextDecoder('latin1').decode(file).replace('"version":1', '"version":2');
		expect(await problemOf(Buffer.from(newer, 'latin1'))).toBe('newer');
		const how = { passphrase, newest: 2, derive: known };
		await expect(opened(new Blob([file]), how)).rejects.toMatchObject({ problem: 'newer' });
		expect((await opened(new Blob([file]), { ...how, newest: 9 })).schema).toBe(3);
	});

	test('is told apart from any other file', async () => {
		for (const other of [
			'',
			'Envol',
			'{}',
			'{"envol":1}',
			'PK\u0003\u0004',
			'\u001f\u008b\u0008 bomb',
			'<!doctype html>'
		])
			expect(await problemOf(other), other).toBe('not-a-copy');
	});
});

describe('another program', () => {
	test('opens what is sealed here, with the key made as it is for people', async () => {
		const file = await sealedFile({ ...newHeader(), chunk: 100 }, deriveKey);
		const parts = partsIn(openWithNode(Buffer.from(file), asCounted));
		expect(parts.map(({ head }) => head.part)).toEqual(['about', 'rows', 'row']);
		expect(JSON.parse(parts[1]!.bytes.toString())).toEqual([note]);
		expect(parts[2]!.bytes.toString()).toBe('smallbig');
	});

	test('seals what opens here', async () => {
		const plain = plainOf([
			{ head: { part: 'about', schema: 3, madeAt: 7 } },
			{ head: { part: 'rows', table: 'notes', bytes: Buffer.byteLength(JSON.stringify([note])) }, bytes: Buffer.from(JSON.stringify([note])) } // prettier-ignore
		]);
		for (const chunk of [64, plain.length, 1_048_576]) {
			const file = sealWithNode(plain, { passphrase: asCounted, chunk });
			const found = await opened(new Blob([new Uint8Array(file)]), { passphrase, newest: 3 });
			expect(found.rows.notes).toEqual([note]);
		}
		expect(() => openWithNode(sealWithNode(plain, { passphrase: asCounted }), 'other')).toThrow();
	}, 120_000);

	test('finds the same bytes: the vectors that docs/copy-format.md names', async () => {
		const vectors = 'tests/vectors/copy';
		const { passphrase: words, counted, salt, nonce, chunk } = JSON.parse(readFileSync(`${vectors}/small.json`, 'utf8')) as Record<string, string> & { chunk: number }; // prettier-ignore
		const kept = readFileSync(`${vectors}/small.envol`);
		const header: SealHeader = {
			rounds: 600_000,
			salt: new Uint8Array(Buffer.from(salt!, 'base64')),
			nonce: new Uint8Array(Buffer.from(nonce!, 'base64')),
			chunk
		};
		const made = await fileOf(sealed(packed(partsOf(contents)), header, await deriveKey(words!, header)), '');
		expect(Buffer.from(await made.arrayBuffer()).equals(kept)).toBe(true);
		const plain = openWithNode(kept, counted!);
		expect(sealWithNode(plain, { passphrase: counted!, salt: Buffer.from(salt!, 'base64'), nonce: Buffer.from(nonce!, 'base64'), chunk }).equals(kept)).toBe(true); // prettier-ignore
		const open = await fileOf(readable(partsOf(contents)), '');
		expect(await open.text()).toBe(readFileSync(`${vectors}/small-readable.json`, 'utf8'));
		expect((await opened(open, { newest: 3 })).rows).toEqual(rows);
	}, 120_000);
});

describe('a readable copy', () => {
	test('is JSON that any program reads, with the pictures in it', async () => {
		const text = await (await fileOf(readable(partsOf(contents)), '')).text();
		const whole = JSON.parse(text) as { envol: string; version: number; parts: Record<string, unknown>[] };
		expect(whole).toMatchObject({ envol: 'readable copy', version: 1 });
		expect(whole.parts.map(({ part }) => part)).toEqual(['about', 'rows', 'row']);
		expect(whole.parts[1]!.rows).toEqual([note]);
		const [thumbnail] = whole.parts[2]!.files as { base64: string }[];
		expect(Buffer.from(thumbnail!.base64, 'base64').toString()).toBe('small');
	});

	test('I3 every flipped bit and every cut is refused', async () => {
		const bytes = await bytesOf(await fileOf(readable(partsOf(contents)), ''));
		expect(await problemOf(bytes)).toBe('opened');
		for (let bit = 0; bit < bytes.length * 8; bit += stride) {
			const flipped = bytes.slice();
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			if ((await problemOf(flipped)) === 'opened') expect.fail(`opened with bit ${bit} flipped`);
		}
		for (let end = 0; end < bytes.length; end++)
			if ((await problemOf(bytes.slice(0, end))) === 'opened') expect.fail(`opened when cut at ${end}`);
		expect(await problemOf(new Uint8Array([...bytes, 10]))).toBe('damaged');
	}, 120_000);
});
