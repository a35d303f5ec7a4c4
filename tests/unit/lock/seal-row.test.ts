import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newDataKey } from '$lib/lock/record';
import { createSealer, isSealed, Tampered, type Row, type Shape } from '$lib/lock/seal-row';
import { runs } from '../../support/property-runs';

const key = newDataKey();
const sealing = createSealer(key);
const notes: Shape = { table: 'notes', key: 'id', makesKeys: false, indexed: ['day', 'at', 'deletedAt'] };
const versions: Shape = { table: 'versions', key: 'key', makesKeys: true, indexed: ['note', 'at'] };
const note: Row = {
	id: 'n1',
	day: '2026-11-29',
	at: 5,
	text: 'The heron — Marguerite’s 🌱',
	voice: { id: 'v' }
};

/** HChaCha20, from the ChaCha20 of Node: its block without what is added to it at the end. */
function hChaCha(secret: Uint8Array, nonce: Buffer): Buffer {
	const block = createCipheriv('chacha20', secret, nonce).update(Buffer.alloc(64));
	const start = Buffer.concat([Buffer.from('expand 32-byte k'), Buffer.from(secret), nonce]);
	const out = Buffer.alloc(32);
	[0, 1, 2, 3, 12, 13, 14, 15].forEach((word, i) =>
		out.writeUInt32LE((block.readUInt32LE(word * 4) - start.readUInt32LE(word * 4)) >>> 0, i * 4)
	);
	return out;
}

const keyFor = (purpose: string) =>
	new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `Envol lock ${purpose}`, 32));

function openedByNode(sealed: string, about: unknown): unknown {
	const all = Buffer.from(sealed, 'base64');
	const nonce = Buffer.concat([Buffer.alloc(4), all.subarray(16, 24)]);
	const cipher = createDecipheriv('chacha20-poly1305', hChaCha(keyFor('rows'), all.subarray(0, 16)), nonce, {
		authTagLength: 16
	});
	cipher.setAAD(Buffer.from(JSON.stringify(about)), { plaintextLength: all.length - 40 });
	cipher.setAuthTag(all.subarray(-16));
	return JSON.parse(Buffer.concat([cipher.update(all.subarray(24, -16)), cipher.final()]).toString());
}

test('a row keeps its key and what it is found by, and nothing else of it can be read', async () => {
	const sealed = (await sealing).seal(notes, note);
	expect(Object.keys(sealed).sort()).toEqual(['at', 'day', 'id', 'sealed']);
	expect(sealed).toMatchObject({ id: 'n1', day: '2026-11-29', at: 5 });
	expect(JSON.stringify(sealed)).not.toContain('heron');
	expect(isSealed(sealed)).toBe(true);
	expect((await sealing).open(notes, sealed)).toEqual(note);
	expect((await sealing).open(notes, note)).toBe(note);
});

test('another cryptography opens it', async () => {
	const { text, voice } = note;
	const sealed = (await sealing).seal(notes, note);
	const about = [
		'notes',
		[
			['at', 5],
			['day', '2026-11-29'],
			['id', 'n1']
		]
	];
	expect(openedByNode(sealed.sealed as string, about)).toEqual({ text, voice });
	const version = (await sealing).seal(versions, { note: 'n1', at: 4, text: 'before' });
	expect(
		openedByNode(version.sealed as string, [
			'versions',
			[
				['at', 4],
				['note', 'n1']
			]
		])
	).toEqual({
		text: 'before'
	});
});

test('the same row is never sealed the same way twice', async () => {
	const sealer = await sealing;
	expect(sealer.seal(notes, note).sealed).not.toBe(sealer.seal(notes, note).sealed);
});

describe('what was changed does not open', () => {
	const cases: [string, (row: Row) => [Shape, Row]][] = [
		['moved to another key', (row) => [notes, { ...row, id: 'n2' }]],
		['moved to another table', (row) => [{ ...notes, table: 'photos' }, row]],
		['said to be deleted', (row) => [notes, { ...row, deletedAt: 9 }]],
		['without what it is found by', ({ day: _, ...row }) => [notes, row]],
		['with another field in plain', (row) => [notes, { ...row, text: 'mine' }]],
		['cut', (row) => [notes, { ...row, sealed: (row.sealed as string).slice(0, -4) }]],
		['no base64', (row) => [notes, { ...row, sealed: '?' }]],
		['empty', (row) => [notes, { ...row, sealed: '' }]]
	];
	test.each(cases)('%s', async (_, changed) => {
		const sealer = await sealing;
		expect(() => sealer.open(...changed(sealer.seal(notes, note)))).toThrow(Tampered);
	});

	test('any one byte of it', async () => {
		const sealer = await sealing;
		const row = sealer.seal(notes, note);
		const all = Buffer.from(row.sealed as string, 'base64');
		for (let at = 0; at < all.length; at += 1) {
			const other = Buffer.from(all);
			other[at]! ^= 1;
			expect(() => sealer.open(notes, { ...row, sealed: other.toString('base64') })).toThrow(Tampered);
		}
	});

	test('by another key', async () => {
		const other = await createSealer(newDataKey());
		const row = (await sealing).seal(notes, note);
		expect(() => other.open(notes, row)).toThrow(Tampered);
	});
});

test('the key that the database makes later is no part of it', async () => {
	const sealer = await sealing;
	const sealed = sealer.seal(versions, { note: 'n1', at: 4, text: 'before' });
	expect(sealer.open(versions, { ...sealed, key: 12 })).toEqual({
		note: 'n1',
		at: 4,
		text: 'before',
		key: 12
	});
	expect(() => sealer.open(versions, { ...sealed, key: 12, note: 'n2' })).toThrow(Tampered);
});

test('pictures lie beside what is sealed, wherever they were in the row', async () => {
	const sealer = await sealing;
	const [one, two] = [new Blob(['one']), new Blob(['two'])];
	const row = { id: 'a', blob: one, before: { list: [{ blob: two }], text: 'x' } };
	const sealed = sealer.seal({ table: 'safety', key: 'id', makesKeys: false, indexed: [] }, row);
	expect(sealed.blobs).toEqual([one, two]);
	const opened = sealer.open({ table: 'safety', key: 'id', makesKeys: false, indexed: [] }, sealed);
	expect(opened).toEqual(row);
	expect(opened.blob).toBe(one);
});

test('whatever can be stored comes back as it was', async () => {
	const sealer = await sealing;
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (fields, id) => {
			const {
				sealed: _,
				blobs: __,
				__proto__: ___,
				day: ____,
				at: _____,
				deletedAt: ______,
				...rest
			} = fields;
			const row = { ...rest, id };
			expect(sealer.open(notes, JSON.parse(JSON.stringify(sealer.seal(notes, row))) as Row)).toEqual(
				JSON.parse(JSON.stringify(row))
			);
		}),
		{ numRuns: runs(200) }
	);
});

describe('the bytes of a picture', () => {
	const picture = new Blob([Uint8Array.from({ length: 3000 }, (_, i) => i % 256)], { type: 'image/jpeg' });

	test('come back with their kind, and another cryptography opens them', async () => {
		const sealer = await sealing;
		const sealed = await sealer.sealBytes('pictures', 'p1', picture);
		expect(sealed.type).toBe('application/octet-stream');
		const opened = await sealer.openBytes('pictures', 'p1', sealed);
		expect(opened.type).toBe('image/jpeg');
		expect(await opened.arrayBuffer()).toEqual(await picture.arrayBuffer());
		const all = Buffer.from(await sealed.arrayBuffer());
		expect(all.includes(Buffer.from([10, 11, 12, 13, 14, 15]))).toBe(false);
		const cipher = createDecipheriv('aes-256-gcm', keyFor('bytes'), all.subarray(0, 12));
		cipher.setAAD(Buffer.from('["pictures","p1"]'));
		cipher.setAuthTag(all.subarray(-16));
		const plain = Buffer.concat([cipher.update(all.subarray(12, -16)), cipher.final()]);
		expect(plain).toEqual(
			Buffer.concat([Buffer.from('image/jpeg\n'), Buffer.from(await picture.arrayBuffer())])
		);
	});

	test('open nowhere else, and not when changed', async () => {
		const sealer = await sealing;
		const sealed = await sealer.sealBytes('pictures', 'p1', picture);
		await expect(sealer.openBytes('pictures', 'p2', sealed)).rejects.toThrow(Tampered);
		await expect(sealer.openBytes('thumbnails', 'p1', sealed)).rejects.toThrow(Tampered);
		const cut = sealed.slice(0, -1, sealed.type);
		await expect(sealer.openBytes('pictures', 'p1', cut)).rejects.toThrow(Tampered);
		const none = new Blob([], { type: sealed.type });
		await expect(sealer.openBytes('pictures', 'p1', none)).rejects.toThrow(Tampered);
	});

	test('that were never sealed are as they are', async () => {
		expect(await (await sealing).openBytes('pictures', 'p1', picture)).toBe(picture);
	});
});
