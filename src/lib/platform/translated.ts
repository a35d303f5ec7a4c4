/**
 * A page that the browser translates. Its translator takes our texts out and puts elements of its own in their place:
 * whatever the page said later would change a text nobody sees, and what it took away would stay. A number beside an old
 * name would call somebody else.
 *
 * So each of our texts goes back to its place, empty, with the translation beside it. Once the page changes or removes the
 * text, its translation goes, and what is true now stands there.
 */
interface Translation {
	element: Element;
	/** What we said. */
	words: string;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** What was translated already is plain text again. */
export function unwrap(root: Element): void {
	for (const element of root.querySelectorAll('font'))
		if (element.isConnected) element.replaceWith(element.textContent);
	root.normalize();
}

/** @param seen what was changed before this was called */
export function surviveTranslation(root: Element, seen: readonly MutationRecord[] = []): void {
	const translations = new WeakMap<Text, Translation>();
	const texts = new WeakMap<Node, Text>();

	function giveUp(text: Text): void {
		translations.get(text)?.element.remove();
		translations.delete(text);
	}

	/** A translation went, and not by us: what we said stands there again. */
	function wentBack(element: Node, instead: readonly Node[] = []): void {
		const text = texts.get(element);
		const known = text && translations.get(text);
		if (!known || element.isConnected) return;
		translations.delete(text);
		// a copy of ours would stand there twice
		for (const node of instead) if (node !== text && isText(node) && node.data === known.words) node.remove();
		if (text.isConnected && !text.data) text.data = known.words;
	}

	/** A text went out of the page for a translation of it. */
	function wasTranslated(text: Text, near: readonly (Node | null)[], isNew: boolean): void {
		const element = near.find(
			(node): node is Element => node?.nodeName === 'FONT' && node.isConnected && !texts.has(node)
		);
		if (!element || !text.data.trim()) return;
		// some translators keep our text, in their words, inside what they put there
		const isInside = element.contains(text);
		if (isInside) text.replaceWith(text.cloneNode());
		else if (text.isConnected) return;
		element.before(text);
		translations.set(text, { element, words: text.data });
		texts.set(element, text);
		// what it says by now was never translated
		if (isNew && !isInside) giveUp(text);
		else text.data = '';
	}

	function wentAway(text: Text, near: readonly (Node | null)[], isNew: boolean): void {
		const known = translations.get(text);
		if (!known) wasTranslated(text, near, isNew);
		else if (!text.isConnected) giveUp(text);
		// moved by the page: its translation goes along
		else if (known.element.isConnected) text.after(known.element);
		else wentBack(known.element);
	}

	function follow(changes: readonly MutationRecord[]): void {
		const changed = new Set(changes.flatMap(({ type, target }) => (type === 'characterData' ? target : [])));
		for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of changes)
			if (type === 'characterData') {
				if ((target as Text).data) giveUp(target as Text);
			} else
				for (const node of removedNodes)
					if (isText(node)) wentAway(node, [...addedNodes, previousSibling, nextSibling], changed.has(node));
					else wentBack(node, [...addedNodes]);
	}

	const watching = new MutationObserver((changes) => {
		follow(changes);
		// what was done here is no news
		watching.takeRecords();
	});
	follow(seen);
	watching.observe(root, { subtree: true, childList: true, characterData: true });
}
