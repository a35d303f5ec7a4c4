import { CopyError } from './types';

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** Decodes UTF-8. @throws CopyError 'damaged' when the bytes are not valid UTF-8 */
export function textOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch (error) {
		throw new CopyError('damaged', error);
	}
}

export function joined(parts: readonly Uint8Array[]): Bytes {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

export async function bytesOf(blob: Blob): Promise<Bytes> {
	return new Uint8Array(await blob.arrayBuffer());
}

type WithBase64 = Uint8Array & { toBase64?: () => string };
type FromBase64 = { fromBase64?: (text: string) => Bytes };

export function toBase64(bytes: Bytes): string {
	const quick = (bytes as WithBase64).toBase64?.();
	if (quick !== undefined) return quick;
	let text = '';
	// few enough arguments for every browser
	for (let at = 0; at < bytes.length; at += 8192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(text);
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Decodes base64. @throws CopyError 'damaged' when it is not canonical base64 */
export function fromBase64(text: unknown): Bytes {
	if (typeof text !== 'string' || text.length % 4 !== 0 || !base64.test(text)) throw new CopyError('damaged');
	const quick = (Uint8Array as unknown as FromBase64).fromBase64?.(text);
	if (quick) return quick;
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
	return bytes;
}

const [quote, backslash, opens, closes] = [0x22, 0x5c, new Set([0x5b, 0x7b]), new Set([0x5d, 0x7d])];

/** The nesting depth of JSON text, found in one pass before parsing, so that a bomb of brackets is never parsed. */
function depthOf(json: Uint8Array): number {
	let [depth, deepest, isInText] = [0, 0, false];
	for (let i = 0; i < json.length; i++) {
		const byte = json[i]!;
		if (isInText) {
			if (byte === backslash) i += 1;
			else if (byte === quote) isInText = false;
		} else if (byte === quote) isInText = true;
		else if (opens.has(byte)) deepest = Math.max(deepest, ++depth);
		else if (closes.has(byte)) depth -= 1;
	}
	return deepest;
}

/** Parses JSON. @throws CopyError 'damaged' when it is invalid or nested too deeply */
export function fromJson(bytes: Uint8Array, deepest: number): unknown {
	if (depthOf(bytes) > deepest) throw new CopyError('damaged');
	try {
		return JSON.parse(textOf(bytes)) as unknown;
	} catch (error) {
		throw error instanceof CopyError ? error : new CopyError('damaged', error);
	}
}

/** @throws CopyError 'cancelled' once the person has cancelled */
export function goOn(signal: AbortSignal | undefined): void {
	if (signal?.aborted) throw new CopyError('cancelled');
}
