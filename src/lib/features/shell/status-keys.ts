/** Whether the target is a text field, which handles the undo keys itself. */
export function isForWords(target: EventTarget | null): boolean {
	if (target instanceof HTMLInputElement)
		return !/^(button|checkbox|color|file|radio|range|submit)$/.test(target.type);
	return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Keyboard access to the status line, and back. The line is at the end of the page, far from a person who just ticked
 * a box. So one step back (Shift+Tab) from anywhere goes to Undo, once for each line; the next step leads back to
 * where they came from. Ctrl+Z undoes without moving.
 */
export function statusKeys(lineNow: () => HTMLElement | undefined, turnNow: () => number) {
	let from: HTMLElement | undefined;
	/**
	 * One step back led here, past everything in between, so the next step leads back. Somebody who tabbed here step
	 * by step goes on that way.
	 */
	let isFar = false;
	/** The line that was visited. */
	let seen = -1;

	function step(event: KeyboardEvent, line: HTMLElement): void {
		const at = document.activeElement;
		const buttons = [...line.querySelectorAll('button')];
		const isBack = event.shiftKey;
		if (line.contains(at)) {
			if (!isFar || !from?.isConnected || at !== buttons.at(isBack ? 0 : -1)) return;
			isFar = false;
			// forwards: to the place itself; backwards: the browser continues from that place
			if (!isBack) event.preventDefault();
			from.focus();
		} else if (isBack && seen !== turnNow()) {
			event.preventDefault();
			from = at instanceof HTMLElement && at !== document.body ? at : undefined;
			buttons[0]?.focus({ preventScroll: true });
			isFar = true;
		}
	}
	return {
		/** The shortcut as this computer writes it. */
		name: /Mac|iP/.test(navigator.platform) ? '⌘ Z' : 'Ctrl+Z',
		/** Returns true when the key press undoes the last change. */
		pressed(event: KeyboardEvent): boolean {
			const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = event;
			const line = lineNow();
			// a modal dialog comes first
			if (!line || altKey || defaultPrevented || document.querySelector(':modal')) return false;
			if (ctrlKey !== metaKey && !shiftKey && key.toLowerCase() === 'z' && !isForWords(event.target)) {
				event.preventDefault();
				// as if the button were pressed: what comes back gets the focus and is visible
				line.querySelector('button')?.focus({ preventScroll: true });
				return true;
			}
			if (key === 'Tab' && !ctrlKey && !metaKey) step(event, line);
			return false;
		},
		/** The line received the focus, from anywhere. */
		arrived({ relatedTarget }: FocusEvent): void {
			seen = turnNow();
			if (relatedTarget instanceof HTMLElement && lineNow()?.contains(relatedTarget)) return;
			isFar = false;
			if (relatedTarget instanceof HTMLElement) from = relatedTarget;
		},
		/** Returns to where the person was. */
		goBack(): void {
			// a text field keeps its text and keys; elsewhere keep-focus may know better
			const isNowhere = document.activeElement === document.body;
			if (from?.isConnected && (isNowhere || isForWords(from))) from.focus({ preventScroll: true });
			from = undefined;
		}
	};
}
export type StatusKeys = ReturnType<typeof statusKeys>;
