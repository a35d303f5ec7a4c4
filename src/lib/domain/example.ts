import { examplePrefix } from './example-prefix';

/*
 * What "Look around with an example" writes has an id that says so, and says what was written: whatever the person
 * changes no longer fits its id. So it is theirs, and stays when the example goes, whoever changed it and wherever.
 */

/** What says nothing about whether it was changed: its place, when it was written, and that it was deleted. */
const beside = new Set(['id', 'order', 'at', 'changedAt', 'deletedAt']);

/** What it says, in an order that does not depend on who wrote it down. */
function said(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(said).join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
	const fields = Object.entries(value)
		.filter(([, each]) => each !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${fields.map(([name, each]) => `${name}:${said(each)}`).join()}}`;
}

/** A short number of a text (FNV-1a): it need only tell a text from what somebody made of it. */
function numberOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}

function content(item: object): string {
	return numberOf(said(Object.fromEntries(Object.entries(item).filter(([name]) => !beside.has(name)))));
}

/** The id of something of the example. @param name tells apart two that say the same */
export function exampleId(name: string, item: object): string {
	return `${examplePrefix}${name}-${content(item)}`;
}

/** Whether it came with the example, and nobody changed it. */
export function isOfExample(item: { id: string }): boolean {
	return item.id.startsWith(examplePrefix) && item.id.endsWith(`-${content(item)}`);
}
