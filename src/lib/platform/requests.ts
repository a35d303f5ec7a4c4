/** How many requests this page made to any other origin. */
function countLeft(): number {
	return performance
		.getEntriesByType('resource')
		.filter((entry) => /^https?:/.test(entry.name) && new URL(entry.name).origin !== location.origin).length;
}

/** Calls back with the count now and each time the browser records a new request. */
export function watchRequestsThatLeft(listener: (count: number) => void): () => void {
	listener(countLeft());
	const observer = new PerformanceObserver(() => listener(countLeft()));
	observer.observe({ type: 'resource', buffered: true });
	return () => observer.disconnect();
}
