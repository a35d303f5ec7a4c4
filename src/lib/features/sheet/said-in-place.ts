import type { Status } from '$lib/app/status.svelte';

/** The place at the foot of the page. */
let home: Element | null = null;
/** What holds the notice; it is moved. */
let room: HTMLElement | undefined;

/**
 * Shows a notice in the flow of the page, in the part of the form that it speaks of: nothing of the form is covered. Where
 * nothing was pressed, what can be undone or waits to be read stands at the top. On a screen on which the sheet stands beside
 * the form, it stays at the foot of the page, below the sheet.
 * @param desk the form, and the sheet below it
 * @param near where something was pressed last, and what is around it, the nearest first; it may be gone by now
 */
export function sayInPlace(
	desk: HTMLElement,
	line: HTMLElement,
	{ line: said }: Pick<Status, 'line'>,
	near: readonly Element[]
): void {
	// it was closed meanwhile
	if (!said) return;
	room ??= Object.assign(document.createElement('div'), { className: 'said-here' });
	if (line.parentElement !== room) home = line.parentElement;
	if (matchMedia('(min-width: 64em)').matches) {
		if (line.parentElement === room) home?.append(line);
		room.remove();
		return;
	}
	const at = said.stays ? undefined : near.find((each) => each.isConnected);
	if (at) at.append(room);
	else if (said.undo ?? said.stays) desk.firstElementChild?.prepend(room);
	else desk.append(room);
	room.append(line);
	// what stands below does not move up once the line goes
	room.style.minHeight = `${line.offsetHeight}px`;
	if (at) line.scrollIntoView({ block: 'nearest' });
}
