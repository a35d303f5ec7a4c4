/*
 * What waits in `localStorage` for the next opening is veiled by a key that lies in the database: browsers keep what was written there in
 * their files long after it was taken away, and with that key gone nobody can read it. AES-CTR with 16 bytes of a counter before it; it
 * hides words, and does not vouch for them.
 */

type Bytes = Uint8Array<ArrayBuffer>;

const name = 'AES-CTR';
const counterBytes = 16;
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
const base64Of = (bytes: Bytes) => btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
// one way is the same as the other
const imported = (key: string) => crypto.subtle.importKey('raw', bytesOf(key), name, false, ['encrypt']);
const ciphered = async (counter: Bytes, key: CryptoKey, bytes: Bytes) =>
	new Uint8Array(await crypto.subtle.encrypt({ name, counter, length: 32 }, key, bytes));

/** 32 random bytes, in base64. */
export const newVeilKey = (): string => base64Of(crypto.getRandomValues(new Uint8Array(32)));

/** @throws where it was made in another way, or there is no key */
export async function unveiled(veiled: string, key = ''): Promise<string> {
	const bytes = bytesOf(veiled);
	const counter = bytes.slice(0, counterBytes);
	return new TextDecoder().decode(await ciphered(counter, await imported(key), bytes.slice(counterBytes)));
}

/** Far more than a list of two weeks. */
const mostBytes = 65_536;

export interface Veil {
	/**
	 * In the same moment, since the page may be going; undefined where another text came just before.
	 * @throws RangeError where it is too long
	 */
	over(text: string): string | undefined;
}

/**
 * The browser's cipher answers a moment later, so what the next text needs is made before.
 * @throws where the browser has no cipher for this page
 */
export async function createVeil(key: string): Promise<Veil> {
	const by = await imported(key);
	let next: { counter: Bytes; stream: Bytes } | undefined;
	const prepare = async () => {
		const counter = new Uint8Array(counterBytes);
		// its last four bytes count the blocks
		crypto.getRandomValues(counter.subarray(0, 12));
		next = { counter, stream: await ciphered(counter, by, new Uint8Array(mostBytes)) };
	};
	await prepare();
	return {
		over: (text) => {
			const plain = new TextEncoder().encode(text);
			if (plain.length > mostBytes) throw new RangeError('too long for a veil');
			if (!next) return undefined;
			const { counter, stream } = next;
			// each is used once
			next = undefined;
			void prepare();
			const veiled = new Uint8Array(counterBytes + plain.length);
			veiled.set(counter);
			for (const [at, byte] of plain.entries()) veiled[counterBytes + at] = byte ^ stream[at]!;
			return base64Of(veiled);
		}
	};
}
