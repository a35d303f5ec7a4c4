/**
 * Watches for the browser's own translator, which takes our texts out of the page and puts others in their place. What
 * keeps the page true then comes only where it is needed: see `translated.ts`.
 */
export function watchForTranslator(): Promise<void> | void {
	const load = () => import('./translated');
	const root = document.body;
	// at work before the page woke: the app must find its own page
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
		// a text that is out of the page may change before that has come
		for (const { removedNodes } of changes)
			for (const node of removedNodes)
				if (node.nodeType === Node.TEXT_NODE) watching.observe(node, { characterData: true });
	});
	watching.observe(root, { subtree: true, childList: true });
}
