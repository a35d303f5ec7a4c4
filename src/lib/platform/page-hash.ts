import { placeKey } from './visitor';

/** What stands after # in the address of this page, with the #. In a visitor session the address bar does not say it. */
export function pageHash(): string {
	const { state } = history as { state: Record<string, number> | null };
	return new URL(window.envolAddresses?.[state?.[placeKey] ?? -1] ?? location.href).hash;
}
