type WithBase64 = Uint8Array & { toBase64?: () => string };

function readByReader(file: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => {
			const address = reader.result as string;
			resolve(address.slice(address.indexOf(',') + 1));
		};
		reader.onerror = () => reject(reader.error as Error);
		reader.readAsDataURL(file);
	});
}

/**
 * The bytes of a file as base64, using the faster built-in where the browser has it. @throws when they cannot be read
 */
export async function base64Of(file: Blob): Promise<string> {
	if (!('toBase64' in Uint8Array.prototype)) return readByReader(file);
	const bytes: WithBase64 = new Uint8Array(await file.arrayBuffer());
	return bytes.toBase64!();
}
