/** How each field on this page saves at once what is typed in it; resolves to false where it could not. */
export const fields = new Set<() => Promise<boolean>>();

/** Saves at once what is typed anywhere on this page. Resolves to false where something could not be saved. */
export async function saveAllTyped(): Promise<boolean> {
	const saved = await Promise.all([...fields].map((save) => save()));
	return !saved.includes(false);
}
