import { bytesOfText, fromBase64, toBase64, type Bytes } from './bytes';
import { deriveKey, rounds } from '$lib/copy/seal';
import { typedAlike, type WordsKind } from '$lib/domain/lock';

/**
 * The record of the lock: one random key seals everything, and stands here several times, each time wrapped by another way to open
 * it. Nothing else in it can tell a right way from a wrong one: a wrap opens, or it does not. Byte by byte:
 * docs/decisions/0017-the-lock.md.
 */

/** 32 random bytes. Only ever in memory. */
export type DataKey = Bytes;

/** The key, wrapped by one way; all in base64. */
interface Wrap {
	salt: string;
	nonce: string;
	key: string;
}

/** By words: PBKDF2-SHA-256, so many rounds, as a copy. */
interface WordsWrap extends Wrap {
	rounds: number;
}

export interface LockRecord {
	version: 1;
	state: 'turningOn' | 'on' | 'turningOff';
	/** Whether the rows of the database in which this record stands are sealed. */
	isSealed: boolean;
	/** Opens with the key as `check` does: who had it wanted the seal taken off. Without it nothing is. */
	off?: Wrap;
	/** The database that this one takes the place of, until that one is deleted. */
	from?: string;
	/** The database that takes the place of this one, while everything moves there. */
	to?: string;
	words: WordsWrap & { kind: WordsKind };
	recovery: WordsWrap;
	/** Nobody said yet that they have the recovery page: Envol may have ended before it was shown. */
	lacksPage?: true;
	/** Opens with the key itself: whoever hands one on may have that of another lock. It tells nothing about words. */
	check: Wrap;
	/** `prfSalt` is what the passkey makes its secret from. */
	passkeys: readonly (Wrap & { id: string; prfSalt: string })[];
}

/** What is typed, read from the recovery page, or made by a passkey. */
export type Opening = { words: string } | { recovery: string } | { passkey: Uint8Array; prf: Uint8Array };

const saltBytes = 16;
const nonceBytes = 12;
const keyBytes = 32;

/** The way does not open it. */
export class WrongKey extends Error {}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const newDataKey = (): DataKey => random(keyBytes);

/** What each wrap says about itself, and cannot be changed in it. */
const aboutWrap = (...parts: readonly (string | number)[]): Bytes =>
	bytesOfText(JSON.stringify(['Envol lock', 1, ...parts]));

const gcm = (nonce: Bytes, additionalData: Bytes): AesGcmParams => ({
	name: 'AES-GCM',
	iv: nonce,
	additionalData,
	tagLength: 128
});

async function wrapped(key: DataKey, by: CryptoKey, salt: Bytes, about: Bytes): Promise<Wrap> {
	const nonce = random(nonceBytes);
	const sealed = await crypto.subtle.encrypt(gcm(nonce, about), by, key);
	return { salt: toBase64(salt), nonce: toBase64(nonce), key: toBase64(new Uint8Array(sealed)) };
}

async function unwrapped({ nonce, key }: Wrap, by: CryptoKey, about: Bytes): Promise<DataKey> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(gcm(fromBase64(nonce), about), by, fromBase64(key)));
	} catch (error) {
		throw new WrongKey('it does not open', { cause: error });
	}
}

type ByWords = 'words' | 'recovery';
const aboutWords = (way: ByWords, made: number, salt: string) => aboutWrap(way, 'PBKDF2-SHA-256', made, salt);

async function wrapByWords(key: DataKey, way: ByWords, words: string): Promise<WordsWrap> {
	const salt = random(saltBytes);
	const by = await deriveKey(typedAlike(words, way === 'recovery'), { rounds: rounds.made, salt });
	return {
		rounds: rounds.made,
		...(await wrapped(key, by, salt, aboutWords(way, rounds.made, toBase64(salt))))
	};
}

async function openByWords(wrap: WordsWrap, way: ByWords, words: string): Promise<DataKey> {
	// fewer rounds than Envol ever used were not written by Envol, more would keep a phone busy
	if (!(wrap.rounds >= rounds.floor && wrap.rounds <= rounds.ceiling)) throw new WrongKey('rounds');
	const how = { rounds: wrap.rounds, salt: fromBase64(wrap.salt) };
	const open = async (typed: string) => {
		const by = await deriveKey(typed, how).catch((error: unknown) => {
			throw new WrongKey('no words', { cause: error });
		});
		return unwrapped(wrap, by, aboutWords(way, wrap.rounds, wrap.salt));
	};
	const alike = typedAlike(words, way === 'recovery');
	return open(alike).catch((error: unknown) => {
		// a lock from before 2026-11-30 was made from the letters as they were typed
		if (alike === words) throw error;
		return open(words);
	});
}

/** A secret of full strength as a key: HKDF-SHA-256. */
async function keyOfSecret(secret: Uint8Array, salt: Bytes, purpose: string): Promise<CryptoKey> {
	if (secret.length < keyBytes) throw new WrongKey('too short');
	const base = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info: bytesOfText(`Envol lock ${purpose}`) },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
}

const keyOfPasskey = (prf: Uint8Array, salt: Bytes) => keyOfSecret(prf, salt, 'passkey');

/** Nothing, sealed with the key: whoever wrote it had that. */
type Proof = 'check' | 'off';
async function newProof(key: DataKey, of: Proof): Promise<Wrap> {
	const salt = random(saltBytes);
	return wrapped(new Uint8Array(), await keyOfSecret(key, salt, of), salt, aboutWrap(of));
}
async function isProved(proof: Wrap, key: DataKey, of: Proof): Promise<boolean> {
	try {
		await unwrapped(proof, await keyOfSecret(key, fromBase64(proof.salt), of), aboutWrap(of));
		return true;
	} catch {
		return false;
	}
}

/** Whether this is the key of this lock. */
export const isKeyOf = ({ check }: LockRecord, key: DataKey): Promise<boolean> =>
	isProved(check, key, 'check');

/** The record while the seal is taken off everything. */
export const turningOff = async (record: LockRecord, key: DataKey): Promise<LockRecord> => ({
	...record,
	state: 'turningOff',
	isSealed: true,
	off: await newProof(key, 'off')
});

/** Whether who had the key wanted the seal taken off: the state alone can be written into the files by anybody. */
export const isOffMeant = async ({ off }: LockRecord, key: DataKey): Promise<boolean> =>
	off !== undefined && isProved(off, key, 'off');

const aboutPasskey = (id: string, salt: string) => aboutWrap('passkey', 'HKDF-SHA-256', id, salt);

/** The record of a lock that is being turned on; nothing is sealed yet. */
export async function newLockRecord(
	key: DataKey,
	words: string,
	kind: WordsKind,
	recovery: string
): Promise<LockRecord> {
	return {
		version: 1,
		state: 'turningOn',
		isSealed: false,
		words: { kind, ...(await wrapByWords(key, 'words', words)) },
		recovery: await wrapByWords(key, 'recovery', recovery),
		lacksPage: true,
		check: await newProof(key, 'check'),
		passkeys: []
	};
}

/** @throws WrongKey */
export async function openLock(record: LockRecord, by: Opening): Promise<DataKey> {
	if ('words' in by) return openByWords(record.words, 'words', by.words);
	if ('recovery' in by) return openByWords(record.recovery, 'recovery', by.recovery);
	const id = toBase64(new Uint8Array(by.passkey));
	const wrap = record.passkeys.find((each) => each.id === id);
	if (!wrap) throw new WrongKey('no such passkey');
	return unwrapped(wrap, await keyOfPasskey(by.prf, fromBase64(wrap.salt)), aboutPasskey(id, wrap.salt));
}

/** Other words open it, and those before do not. */
export async function withWords(
	key: DataKey,
	words: string,
	kind: WordsKind
): Promise<(record: LockRecord) => LockRecord> {
	const wrap = { kind, ...(await wrapByWords(key, 'words', words)) };
	return (record) => ({ ...record, words: wrap });
}

export async function withRecovery(
	key: DataKey,
	recovery: string
): Promise<(record: LockRecord) => LockRecord> {
	const wrap = await wrapByWords(key, 'recovery', recovery);
	return (record) => ({ ...record, recovery: wrap, lacksPage: true });
}

/** The person has the page. */
export const withPage = ({ lacksPage: _, ...record }: LockRecord): LockRecord => record;

export async function withPasskey(
	key: DataKey,
	{ id, prfSalt, prf }: { id: Uint8Array; prfSalt: Uint8Array; prf: Uint8Array }
): Promise<(record: LockRecord) => LockRecord> {
	const [name, salt] = [toBase64(new Uint8Array(id)), random(saltBytes)];
	const by = await keyOfPasskey(prf, salt);
	const wrap = {
		id: name,
		prfSalt: toBase64(new Uint8Array(prfSalt)),
		...(await wrapped(key, by, salt, aboutPasskey(name, toBase64(salt))))
	};
	return (record) => ({
		...record,
		passkeys: [...record.passkeys.filter((each) => each.id !== name), wrap]
	});
}

export function withoutPasskey(record: LockRecord, id: Uint8Array): LockRecord {
	const name = toBase64(new Uint8Array(id));
	return { ...record, passkeys: record.passkeys.filter((each) => each.id !== name) };
}

/** Reads a record from anywhere; undefined where there is none that this Envol could have written. */
export function parseLockRecord(value: unknown): LockRecord | undefined {
	const given = (typeof value === 'object' && value ? value : {}) as Partial<LockRecord>;
	const isWrap = (wrap: Partial<WordsWrap> | undefined, isOfWords = true) =>
		typeof wrap?.salt === 'string' &&
		typeof wrap.nonce === 'string' &&
		typeof wrap.key === 'string' &&
		(!isOfWords || Number.isInteger(wrap.rounds));
	const isOurs =
		given.version === 1 &&
		['turningOn', 'on', 'turningOff'].includes(given.state ?? '') &&
		typeof given.isSealed === 'boolean' &&
		isWrap(given.words) &&
		isWrap(given.recovery) &&
		isWrap(given.check, false) &&
		(given.off === undefined || isWrap(given.off, false)) &&
		Array.isArray(given.passkeys) &&
		given.passkeys.every((each: Partial<WordsWrap>) => isWrap(each, false));
	return isOurs ? (value as LockRecord) : undefined;
}
