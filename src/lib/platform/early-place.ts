/*
 * The door to what `src/early/` read and drew in the page before the app was awake. Today has one of its own, for taps: early-list.ts.
 * They share no code on purpose: a file of its own for so little would cost each page more than it holds.
 */

const places = () => [...document.querySelectorAll('.early')];

/** Whether the page shows words that it read by itself now. */
export function areEarlyWordsShown(): boolean {
	return places().some((place) => place.querySelector('section') !== null);
}

/** Tells whether a finger is on them, now and from now on; that it was lifted, only after its click. Returns a function that ends it. */
export function onEarlyPress(tell: (isHeld: boolean) => void): () => void {
	tell(document.querySelector('.early :active') !== null);
	const listening = new AbortController();
	const options = { capture: true, signal: listening.signal };
	const down = ({ target }: Event) => {
		if ((target as Element).closest?.('.early')) tell(true);
	};
	addEventListener('pointerdown', down, options);
	for (const over of ['pointerup', 'pointercancel'])
		addEventListener(over, () => setTimeout(() => tell(false)), options);
	return () => listening.abort();
}

/**
 * Takes them off the page, once the app's own are there: the focus moves to what has the same id, and a button that was pressed before
 * is pressed then.
 */
export function leaveEarlyWords(): void {
	const { activeElement } = document;
	const held = places().some((place) => place.contains(activeElement)) ? activeElement?.id : undefined;
	for (const place of places()) place.replaceChildren();
	delete document.documentElement.dataset.early;
	if (held) document.getElementById(held)?.focus({ preventScroll: true });
	const pressed = window.envolEarlyPressed;
	delete window.envolEarlyPressed;
	if (pressed) document.getElementById(pressed)?.click();
}
