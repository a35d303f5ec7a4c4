/** What the tab says, and the name where Envol is installed: the same word in both languages. */
const plainName = 'Notes';
/** By the `rel` of each link in the head: Envol's own file, and the plain one. */
const files = [
	['icon', '/favicon.svg', '/plain.svg'],
	['manifest', '/manifest.webmanifest', '/plain.webmanifest'],
	['apple-touch-icon', '/icons/apple-touch-icon-180.png', '/icons/plain-180.png']
] as const;

function wear(isPlain: boolean): void {
	for (const [rel, own, plain] of files)
		document.head.querySelector(`link[rel='${rel}']`)?.setAttribute('href', isPlain ? plain : own);
}

/** The title of this page stays that, whatever page the person goes to; returns a function that ends it. */
export function keepTitle(name: string): () => void {
	const rename = () => {
		if (document.title !== name) document.title = name;
	};
	const watch = new MutationObserver(rename);
	watch.observe(document.head, { childList: true, subtree: true, characterData: true });
	rename();
	return () => watch.disconnect();
}

/** A plain name and icon for this page, whatever page the person goes to; returns a function that ends it. */
export function beDiscreet(): () => void {
	const stop = keepTitle(plainName);
	wear(true);
	return () => {
		stop();
		wear(false);
	};
}
