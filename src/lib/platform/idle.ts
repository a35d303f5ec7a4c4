/** Runs a callback once the page is idle, after `withinMs` at the latest. Returns a function that cancels it. */
export function whenIdle(then: () => void, withinMs = 10_000): () => void {
	if (!('requestIdleCallback' in globalThis)) {
		const waiting = setTimeout(then, Math.min(withinMs, 2000));
		return () => clearTimeout(waiting);
	}
	const waiting = requestIdleCallback(then, { timeout: withinMs });
	return () => cancelIdleCallback(waiting);
}

/** The longest run of work at a time, in ms: short enough that a tap is answered at once. */
const turnMs = 8;

/** Processes items while the page is idle, a few at a time. Returns a function that cancels it. */
export function inIdleTime<T>(things: Iterable<T>, work: (thing: T) => void): () => void {
	const rest = things[Symbol.iterator]();
	let callOff = whenIdle(turn, 500);
	function turn(): void {
		for (const end = performance.now() + turnMs; performance.now() < end;) {
			const next = rest.next();
			if (next.done) return;
			work(next.value);
		}
		callOff = whenIdle(turn, 500);
	}
	return () => callOff();
}
