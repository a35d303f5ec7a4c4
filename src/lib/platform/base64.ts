/** The bytes of a file as base64. @throws when they cannot be read. */
export function base64Of(file: Blob): Promise<string> {
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
