/** Words are typed there: the keys that undo belong to them. */
export function isForWords(target: EventTarget | null): boolean {
	if (target instanceof HTMLInputElement)
		return !/^(button|checkbox|color|file|radio|range|submit)$/.test(target.type);
	return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * The way by keyboard to the line that says what was done, and back. The line stands after the whole page; a person who
 * just ticked a box is far from there. So one step back (Shift+Tab) from wherever they are goes to Undo, once for each
 * line; from there on lies the place they came from. Ctrl+Z undoes without going anywhere.
 */
export function statusKeys(lineNow: () => HTMLElement | undefined, turnNow: () => number) {
	let from: HTMLElement | undefined;
	/** One step back led here, past all that lies between: the next step leads back. Who came place by place goes on so. */
	let isFar = false;
	/** The line that was gone to. */
	let seen = -1;

	function step(event: KeyboardEvent, line: HTMLElement): void {
		const at = document.activeElement;
		const buttons = [...line.querySelectorAll('button')];
		const isBack = event.shiftKey;
		if (line.contains(at)) {
			if (!isFar || !from?.isConnected || at !== buttons.at(isBack ? 0 : -1)) return;
			isFar = false;
			// forwards: the place itself; backwards: the browser goes on from that place
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
		/** As this computer writes them. */
		name: /Mac|iP/.test(navigator.platform) ? '⌘ Z' : 'Ctrl+Z',
		/** True when what was done is to be taken back. */
		pressed(event: KeyboardEvent): boolean {
			const { key, shiftKey, altKey, ctrlKey, metaKey, defaultPrevented } = event;
			const line = lineNow();
			// a question that stands before the page comes first
			if (!line || altKey || defaultPrevented || document.querySelector(':modal')) return false;
			if (ctrlKey !== metaKey && !shiftKey && key.toLowerCase() === 'z' && !isForWords(event.target)) {
				event.preventDefault();
				// as if it were pressed: what comes back gets the keyboard, and is in view
				line.querySelector('button')?.focus({ preventScroll: true });
				return true;
			}
			if (key === 'Tab' && !ctrlKey && !metaKey) step(event, line);
			return false;
		},
		/** The person is at the line, and may have come from anywhere. */
		arrived({ relatedTarget }: FocusEvent): void {
			seen = turnNow();
			if (relatedTarget instanceof HTMLElement && lineNow()?.contains(relatedTarget)) return;
			isFar = false;
			if (relatedTarget instanceof HTMLElement) from = relatedTarget;
		},
		/** Back to where the person was. */
		goBack(): void {
			// a field keeps the words and the keys of whoever typed there; elsewhere the rule of the page may know better
			const isNowhere = document.activeElement === document.body;
			if (from?.isConnected && (isNowhere || isForWords(from))) from.focus({ preventScroll: true });
			from = undefined;
		}
	};
}
export type StatusKeys = ReturnType<typeof statusKeys>;
