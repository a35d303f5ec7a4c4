/**
 * Keeps a page correct while the browser translates it. Browser translators take text nodes out of the page and put
 * elements of their own in their place: later updates would change a text nobody sees, and removed texts would stay.
 * A number beside an old name would call somebody else.
 *
 * So each of our text nodes goes back to its place, empty, with the translation beside it. Once the app changes or
 * removes the text, its translation is removed and the current text shows.
 */
interface Translation {
	element: Element;
	/** The original text. */
	words: string;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;

/** Turns what was translated already back into plain text nodes. */
export function unwrap(root: Element): void {
	for (const element of root.querySelectorAll('font'))
		if (element.isConnected) element.replaceWith(element.textContent);
	root.normalize();
}

/** @param seen mutations recorded before this was called */
export function surviveTranslation(root: Element, seen: readonly MutationRecord[] = []): void {
	const translations = new WeakMap<Text, Translation>();
	const texts = new WeakMap<Node, Text>();

	function giveUp(text: Text): void {
		translations.get(text)?.element.remove();
		translations.delete(text);
	}

	/** A translation was removed, but not by us: the original text shows again. */
	function wentBack(element: Node, instead: readonly Node[] = []): void {
		const text = texts.get(element);
		const known = text && translations.get(text);
		if (!known || element.isConnected) return;
		translations.delete(text);
		// the translator's own copy of the text would appear twice
		for (const node of instead) if (node !== text && isText(node) && node.data === known.words) node.remove();
		if (text.isConnected && !text.data) text.data = known.words;
	}

	/** A text node was taken out of the page for its translation. */
	function wasTranslated(text: Text, near: readonly (Node | null)[], isNew: boolean): void {
		const element = near.find(
			(node): node is Element => node?.nodeName === 'FONT' && node.isConnected && !texts.has(node)
		);
		if (!element || !text.data.trim()) return;
		// some translators keep our text node, translated, inside their element
		const isInside = element.contains(text);
		if (isInside) text.replaceWith(text.cloneNode());
		else if (text.isConnected) return;
		element.before(text);
		translations.set(text, { element, words: text.data });
		texts.set(element, text);
		// its present text was never translated
		if (isNew && !isInside) giveUp(text);
		else text.data = '';
	}

	function wentAway(text: Text, near: readonly (Node | null)[], isNew: boolean): void {
		const known = translations.get(text);
		if (!known) wasTranslated(text, near, isNew);
		else if (!text.isConnected) giveUp(text);
		// the app moved it: its translation moves along
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
		// ignore the mutations made here
		watching.takeRecords();
	});
	follow(seen);
	watching.observe(root, { subtree: true, childList: true, characterData: true });
}
