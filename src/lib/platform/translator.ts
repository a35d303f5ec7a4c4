/**
 * Watches for the browser's own translator, which replaces text nodes with elements of its own. The code that handles
 * this loads only where it is needed: see `translated.ts`.
 */
export function watchForTranslator(): Promise<void> | void {
	const load = () => import('./translated');
	const root = document.body;
	// translated before the page started: the app must find the page it expects
	if (root.querySelector('font'))
		return load().then(
			({ surviveTranslation, unwrap }) => (unwrap(root), surviveTranslation(root)),
			() => undefined
		);
	let seen: MutationRecord[] | undefined;
	const watching = new MutationObserver((changes) => {
		if (!seen) {
			if (!changes.some(({ addedNodes: [node] }) => node?.nodeName === 'FONT')) return;
			seen = [];
			load().then(
				({ surviveTranslation }) => {
					watching.disconnect();
					surviveTranslation(root, seen);
				},
				() => watching.disconnect()
			);
		}
		seen.push(...changes);
		// a text node outside the page may change before that code has loaded
		for (const { removedNodes } of changes)
			for (const node of removedNodes)
				if (node.nodeType === Node.TEXT_NODE) watching.observe(node, { characterData: true });
	});
	watching.observe(root, { subtree: true, childList: true });
}
