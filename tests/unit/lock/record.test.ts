import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
	isKeyOf,
	isOffMeant,
	newDataKey,
	newLockRecord,
	openLock,
	parseLockRecord,
	turningOff,
	withoutPasskey,
	withPasskey,
	withRecovery,
	withWords,
	WrongKey,
	type LockRecord
} from '$lib/lock/record';

const key = newDataKey();
const made = newLockRecord(key, 'Une phrase à moi', 'passphrase', 'basket cloud ember lantern');
const prf = new Uint8Array(32).fill(7);
const id = Uint8Array.of(1, 2, 3, 250);
const prfSalt = new Uint8Array(32).fill(9);

const bytes = (text: string) => Buffer.from(text, 'base64');

/** AES-256-GCM as Node's own cryptography opens it. */
function openedByNode(wrap: { nonce: string; key: string }, by: Uint8Array, about: unknown): Buffer {
	const all = bytes(wrap.key);
	const cipher = createDecipheriv('aes-256-gcm', by, bytes(wrap.nonce));
	cipher.setAAD(Buffer.from(JSON.stringify(about)));
	cipher.setAuthTag(all.subarray(-16));
	return Buffer.concat([cipher.update(all.subarray(0, -16)), cipher.final()]);
}

test('a lock made from the digits of another script, before they all counted the same, still opens', async () => {
	const { words, ...rest } = await made;
	const { salt, rounds, nonce } = words;
	const by = pbkdf2Sync('١٢٣٤٥٦', bytes(salt), rounds, 32, 'sha256');
	const cipher = createCipheriv('aes-256-gcm', by, bytes(nonce));
	cipher.setAAD(Buffer.from(JSON.stringify(['Envol lock', 1, 'words', 'PBKDF2-SHA-256', rounds, salt])));
	const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
	const before = { ...rest, words: { ...words, key: sealed.toString('base64') } };
	expect(await openLock(before, { words: '١٢٣ ٤٥٦' })).toEqual(key);
	await expect(openLock(before, { words: '١٢٣٤٥٧' })).rejects.toBeInstanceOf(WrongKey);
});

test('each way opens the same key, by another cryptography too', async () => {
	const record = (await withPasskey(key, { id, prfSalt, prf }))(await made);
	expect(await openLock(record, { words: 'une PHRASE, a moi' })).toEqual(key);
	expect(await openLock(record, { recovery: 'Basket-Cloud ember lantern' })).toEqual(key);
	expect(await openLock(record, { recovery: '1. basket 2. cl0ud 3. ember 4. lantern' })).toEqual(key);
	expect(await openLock(record, { passkey: id, prf })).toEqual(key);

	const { words, recovery, passkeys, check } = record;
	const derived = (typed: string, { salt, rounds }: { salt: string; rounds: number }) =>
		pbkdf2Sync(typed, bytes(salt), rounds, 32, 'sha256');
	expect(words.rounds).toBe(600_000);
	const about = (way: string, { rounds, salt }: { rounds: number; salt: string }) => [
		'Envol lock',
		1,
		way,
		'PBKDF2-SHA-256',
		rounds,
		salt
	];
	expect(openedByNode(words, derived('unephraseamoi', words), about('words', words))).toEqual(
		Buffer.from(key)
	);
	expect(
		openedByNode(recovery, derived('basketcloudemberlantern', recovery), about('recovery', recovery))
	).toEqual(Buffer.from(key));
	const [passkey] = passkeys;
	const hkdf = (secret: Uint8Array, salt: string, info: string) =>
		new Uint8Array(hkdfSync('sha256', secret, bytes(salt), info, 32));
	expect(
		openedByNode(passkey!, hkdf(prf, passkey!.salt, 'Envol lock passkey'), [
			'Envol lock',
			1,
			'passkey',
			'HKDF-SHA-256',
			passkey!.id,
			passkey!.salt
		])
	).toEqual(Buffer.from(key));
	expect(
		openedByNode(check, hkdf(key, check.salt, 'Envol lock check'), ['Envol lock', 1, 'check'])
	).toHaveLength(0);
});

describe('what does not open it', () => {
	test.each([
		['other words', { words: 'une autre phrase' }],
		['no words', { words: ' - ' }],
		['the words of the recovery page in the place of the words', { words: 'basket cloud ember lantern' }],
		['the words in the place of the recovery page', { recovery: 'Une phrase à moi' }],
		['a passkey that nobody added', { passkey: id, prf }]
	])('%s', async (_, by) => {
		await expect(openLock(await made, by)).rejects.toThrow(WrongKey);
	});

	test('another passkey of the same name, one that says nothing, and one that was removed', async () => {
		const record = (await withPasskey(key, { id, prfSalt, prf }))(await made);
		const other = new Uint8Array(32).fill(8);
		for (const wrong of [other, new Uint8Array()])
			await expect(openLock(record, { passkey: id, prf: wrong })).rejects.toThrow(WrongKey);
		await expect(openLock(withoutPasskey(record, id), { passkey: id, prf })).rejects.toThrow(WrongKey);
	});

	test.each<[string, (record: LockRecord) => LockRecord]>([
		[
			'the wrap of one way in the place of another',
			(record) => ({ ...record, words: { ...record.recovery, kind: 'pin' } })
		],
		['fewer rounds', (record) => ({ ...record, words: { ...record.words, rounds: 1 } })],
		[
			'a thousand times the rounds',
			(record) => ({ ...record, words: { ...record.words, rounds: 600_000_000 } })
		],
		['other rounds', (record) => ({ ...record, words: { ...record.words, rounds: 600_001 } })],
		[
			'a nonce that was changed',
			(record) => ({ ...record, words: { ...record.words, nonce: 'AAAAAAAAAAAAAAAA' } })
		],
		[
			'a salt that was changed',
			(record) => ({ ...record, words: { ...record.words, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' } })
		],
		['a key that was cut', (record) => ({ ...record, words: { ...record.words, key: 'AAAA' } })],
		['no base64', (record) => ({ ...record, words: { ...record.words, key: '!' } })]
	])('%s', async (_, changed) => {
		await expect(openLock(changed(await made), { words: 'Une phrase à moi' })).rejects.toThrow(WrongKey);
	});
});

test('changing one way leaves the others and the key as they are', async () => {
	const record = (await withPasskey(key, { id, prfSalt, prf }))(await made);
	const changed = (await withWords(key, '482 913', 'pin'))(record);
	expect(changed).toEqual({ ...record, words: expect.objectContaining({ kind: 'pin' }) });
	expect(await openLock(changed, { words: '482913' })).toEqual(key);
	await expect(openLock(changed, { words: 'Une phrase à moi' })).rejects.toThrow(WrongKey);
	const renewed = (await withRecovery(key, 'other words on paper'))(changed);
	expect(await openLock(renewed, { recovery: 'other words on paper' })).toEqual(key);
	await expect(openLock(renewed, { recovery: 'basket cloud ember lantern' })).rejects.toThrow(WrongKey);
	expect(await openLock(renewed, { passkey: id, prf })).toEqual(key);
	const again = (await withPasskey(key, { id, prfSalt, prf }))(renewed);
	expect(again.passkeys).toHaveLength(1);
});

test('a key is known as that of its lock, and no other is', async () => {
	expect(await isKeyOf(await made, key)).toBe(true);
	expect(await isKeyOf(await made, newDataKey())).toBe(false);
	expect(await isKeyOf(await made, key.slice(1))).toBe(false);
});

test('only who has the key can want the seal taken off', async () => {
	const record = await made;
	const meant = await turningOff(record, key);
	expect(meant).toMatchObject({ ...record, state: 'turningOff', isSealed: true });
	expect(await isOffMeant(meant, key)).toBe(true);
	expect(parseLockRecord(JSON.parse(JSON.stringify(meant)))).toEqual(meant);
	const { off } = meant;
	const by = new Uint8Array(hkdfSync('sha256', key, bytes(off!.salt), 'Envol lock off', 32));
	expect(openedByNode(off!, by, ['Envol lock', 1, 'off'])).toHaveLength(0);
	// what stands in every record is no such wish, and neither is that of somebody with another key
	const written: LockRecord = { ...record, state: 'turningOff', isSealed: true };
	for (const other of [
		written,
		{ ...written, off: record.check },
		{ ...written, off: record.words },
		await turningOff(record, newDataKey())
	])
		expect(await isOffMeant(other, key)).toBe(false);
});

test('nothing of it tells the words or the key, and no two are alike', async () => {
	const text = JSON.stringify(await made);
	for (const secret of [
		'Une phrase',
		'basket',
		Buffer.from(key).toString('base64'),
		Buffer.from(key).toString('hex')
	])
		expect(text).not.toContain(secret);
	const other = await newLockRecord(key, 'Une phrase à moi', 'passphrase', 'basket cloud ember lantern');
	for (const way of ['words', 'recovery'] as const)
		for (const part of ['salt', 'nonce', 'key'] as const)
			expect(other[way][part]).not.toBe((await made)[way][part]);
});

test('a record is read from anywhere, and nothing else passes for one', async () => {
	const record = await made;
	expect(parseLockRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
	for (const other of [
		undefined,
		null,
		7,
		{},
		{ ...record, version: 2 },
		{ ...record, state: 'off' },
		{ ...record, words: undefined },
		{ ...record, check: {} },
		{ ...record, passkeys: [{}] },
		{ ...record, off: {} },
		{ ...record, isSealed: 'yes' }
	])
		expect(parseLockRecord(other)).toBeUndefined();
});
