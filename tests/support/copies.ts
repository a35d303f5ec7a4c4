import { createCipheriv, createDecipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';

/**
 * Seals and opens a copy as docs/copy-format.md says, with the crypto of Node and not a line of Envol's own: what this
 * program and Envol both write, a third one can read.
 */

const magic = 'Envol sealed copy\n';

export interface Sealing {
	/** As it counts: without gaps, capitals and accents. */
	passphrase: string;
	rounds?: number;
	salt?: Buffer;
	nonce?: Buffer;
	chunk?: number;
}

/** What stands between the two lines and the end of a sealed copy: parts, each with its head and its bytes. */
export function plainOf(parts: readonly { head: object; bytes?: Buffer }[]): Buffer {
	return Buffer.concat(
		parts.flatMap(({ head, bytes = Buffer.alloc(0) }) => {
			const json = Buffer.from(JSON.stringify(head));
			const length = Buffer.alloc(4);
			length.writeUInt32BE(json.length);
			return [length, json, bytes];
		})
	);
}

export function sealWithNode(
	plain: Buffer,
	{ passphrase, rounds = 600_000, salt = randomBytes(16), nonce = randomBytes(7), chunk = 1_048_576 }: Sealing
): Buffer {
	const lines = Buffer.from(
		`${magic}{"version":1,"kdf":"PBKDF2-SHA-256","rounds":${rounds},"salt":"${salt.toString('base64')}","cipher":"AES-256-GCM","nonce":"${nonce.toString('base64')}","chunk":${chunk}}\n`
	);
	const key = pbkdf2Sync(passphrase, salt, rounds, 32, 'sha256');
	const count = Math.max(1, Math.ceil(plain.length / chunk));
	const sealed = Array.from({ length: count }, (_, i) => {
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(i);
		const iv = Buffer.concat([nonce, counter, Buffer.from([i === count - 1 ? 1 : 0])]);
		const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(lines);
		const bytes = cipher.update(plain.subarray(i * chunk, (i + 1) * chunk));
		return Buffer.concat([bytes, cipher.final(), cipher.getAuthTag()]);
	});
	return Buffer.concat([lines, ...sealed]);
}

export function openWithNode(file: Buffer, passphrase: string): Buffer {
	const end = file.indexOf('\n', magic.length) + 1;
	const lines = file.subarray(0, end);
	const header = JSON.parse(lines.subarray(magic.length).toString()) as {
		rounds: number;
		salt: string;
		nonce: string;
		chunk: number;
	};
	const key = pbkdf2Sync(passphrase, Buffer.from(header.salt, 'base64'), header.rounds, 32, 'sha256');
	const opened: Buffer[] = [];
	for (let at = end, i = 0; at < file.length; i += 1) {
		const next = Math.min(file.length, at + header.chunk + 16);
		const counter = Buffer.alloc(4);
		counter.writeUInt32BE(i);
		const iv = Buffer.concat([
			Buffer.from(header.nonce, 'base64'),
			counter,
			Buffer.from([next === file.length ? 1 : 0])
		]);
		const cipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(lines);
		cipher.setAuthTag(file.subarray(next - 16, next));
		opened.push(cipher.update(file.subarray(at, next - 16)), cipher.final());
		at = next;
	}
	return Buffer.concat(opened);
}

/** The parts of such a plain copy. */
export function partsIn(plain: Buffer): { head: Record<string, unknown>; bytes: Buffer }[] {
	const parts: { head: Record<string, unknown>; bytes: Buffer }[] = [];
	for (let at = 0; at < plain.length;) {
		const size = plain.readUInt32BE(at);
		const head = JSON.parse(plain.subarray(at + 4, at + 4 + size).toString()) as Record<string, unknown>;
		at += 4 + size;
		const files = (head.files ?? []) as { bytes: number }[];
		const length = ((head.bytes as number) ?? 0) + files.reduce((sum, { bytes }) => sum + bytes, 0);
		parts.push({ head, bytes: plain.subarray(at, at + length) });
		at += length;
	}
	return parts;
}

/** A readable copy with these parts, vouched for as if Envol had written it. */
export function vouched(lines: readonly string[]): Blob {
	const block = 2 ** 20;
	const start = Buffer.from(`{"envol":"readable copy","version":1,"parts":[\n${lines.join(',\n')}`);
	const hashes = Array.from({ length: Math.ceil(start.length / block) }, (_, i) =>
		createHash('sha256')
			.update(start.subarray(i * block, (i + 1) * block))
			.digest()
	);
	const check = createHash('sha256').update(Buffer.concat(hashes)).digest('base64');
	return new Blob([start, `\n],"check":"${check}"}\n`]);
}
