/** Without accents, capitals and typographic marks: "Été" and "ete" are the same to who looks for it. */
export function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/œ/g, 'oe')
		.replace(/[’'\-–]/g, ' ')
		.toLowerCase();
}

/** Does each word that was typed begin a word of the text? Nothing typed matches everything. */
export function matches(text: string, typed: string): boolean {
	const words = plain(text).split(/[^\p{L}\p{N}]+/u);
	return plain(typed)
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
