/**
 * Does something once the page is at ease, within so many ms at the latest. Gives a way to call it off.
 */
export function whenAtEase(then: () => void, withinMs = 10_000): () => void {
	if (!('requestIdleCallback' in globalThis)) {
		const waiting = setTimeout(then, Math.min(withinMs, 2000));
		return () => clearTimeout(waiting);
	}
	const waiting = requestIdleCallback(then, { timeout: withinMs });
	return () => cancelIdleCallback(waiting);
}

/** How long one turn takes, in ms: short enough that a tap is answered at once. */
const turnMs = 8;

/** Does something with each thing in the page's spare time, a few at a turn. Gives a way to call it off. */
export function inSpareTime<T>(things: Iterable<T>, work: (thing: T) => void): () => void {
	const rest = things[Symbol.iterator]();
	let callOff = whenAtEase(turn, 500);
	function turn(): void {
		for (const end = performance.now() + turnMs; performance.now() < end;) {
			const next = rest.next();
			if (next.done) return;
			work(next.value);
		}
		callOff = whenAtEase(turn, 500);
	}
	return () => callOff();
}
