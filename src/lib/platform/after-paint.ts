/** Until the browser has painted what was just said. */
export function painted(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 30));
}
