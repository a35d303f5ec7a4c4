/*
 * Passkeys, asked for one thing only: the answer that a passkey alone can give to a question (WebAuthn, extension "prf").
 * Nothing is sent anywhere; what a browser without it answers is not used.
 */

export interface Asked {
	id: Uint8Array;
	/** What it is asked about. */
	prfSalt: Uint8Array;
}
interface Prf {
	prf?: { enabled?: boolean; results?: { first?: BufferSource } };
}

const waitsMs = 120_000;
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

function bytesOf(value: BufferSource | undefined): Uint8Array | undefined {
	if (!value) return undefined;
	const bytes =
		value instanceof ArrayBuffer
			? new Uint8Array(value)
			: new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	return bytes.length === 32 ? bytes.slice() : undefined;
}

/** Whether this device may be able to: it has something of its own that checks who is there. */
export async function canPasskey(): Promise<boolean> {
	try {
		if (!isSecureContext) return false;
		return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
	} catch {
		return false;
	}
}

const base64Url = (bytes: Uint8Array) =>
	btoa(String.fromCharCode(...bytes))
		.replace(/\+/g, '-')
		.replace(/\//g, '_')
		.replace(/=+$/, '');

/** Asks one of these passkeys; undefined where the person stopped it, or it cannot answer. */
export async function askPasskey(
	passkeys: readonly Asked[]
): Promise<{ passkey: Uint8Array; prf: Uint8Array } | undefined> {
	try {
		const answer = (await navigator.credentials.get({
			publicKey: {
				challenge: random(32),
				allowCredentials: passkeys.map(({ id }) => ({ type: 'public-key', id: id as BufferSource })),
				userVerification: 'required',
				timeout: waitsMs,
				extensions: {
					prf: {
						evalByCredential: Object.fromEntries(
							passkeys.map(({ id, prfSalt }) => [base64Url(id), { first: prfSalt as BufferSource }])
						)
					}
				}
			}
		})) as PublicKeyCredential | null;
		const { prf } = (answer?.getClientExtensionResults() ?? {}) as Prf;
		const first = bytesOf(prf?.results?.first);
		return answer && first ? { passkey: new Uint8Array(answer.rawId), prf: first } : undefined;
	} catch {
		return undefined;
	}
}

/** Makes a passkey that can open the lock; undefined where the person stopped it, or the device cannot. */
export async function makePasskey(): Promise<(Asked & { prf: Uint8Array }) | undefined> {
	const prfSalt = random(32);
	try {
		const made = (await navigator.credentials.create({
			publicKey: {
				challenge: random(32),
				rp: { name: 'Envol' },
				user: { id: random(16), name: 'Envol', displayName: 'Envol' },
				pubKeyCredParams: [
					{ type: 'public-key', alg: -7 },
					{ type: 'public-key', alg: -257 }
				],
				authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
				timeout: waitsMs,
				extensions: { prf: { eval: { first: prfSalt as BufferSource } } }
			}
		})) as PublicKeyCredential | null;
		if (!made) return undefined;
		const { prf } = made.getClientExtensionResults() as Prf;
		const id = new Uint8Array(made.rawId);
		// many answer only when they are asked a second time
		const answer = bytesOf(prf?.results?.first) ?? (await askPasskey([{ id, prfSalt }]))?.prf;
		return answer && { id, prfSalt, prf: answer };
	} catch {
		return undefined;
	}
}
