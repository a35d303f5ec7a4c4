import { plainAddress } from '$lib/platform/plain-address';
import { visitorHash } from '$lib/platform/visitor';

/** A link that would end this page, and with it the session: to a page without the script of the app, or a place on this page. */
function followed(event: MouseEvent): void {
	const link = (event.target as Element).closest?.('a');
	if (!link || link.origin !== location.origin) return;
	const href = link.getAttribute('href') ?? '';
	if (href.startsWith('#')) {
		// the address is not that of the page: kit would take it for another one
		event.preventDefault();
		event.stopPropagation();
		const place = document.getElementById(href.slice(1));
		place?.focus();
		place?.scrollIntoView();
	} else if (plainAddress.test(link.pathname)) {
		link.target = '_blank';
		link.rel = 'noopener';
		link.hash = visitorHash;
	}
}

const door = `/${visitorHash}`;

/** Stored for the way back all the same: there is no way back into a session. */
const comeBack = ({ persisted }: PageTransitionEvent) => {
	if (persisted) location.replace(door);
};

/** Nothing of it is on the page any more. */
const clear = () => document.body.replaceChildren();

/**
 * Keeps a visitor session on this page: what leads elsewhere opens beside it, the browser asks before it goes, and where the page is
 * left all the same nothing stays on it.
 * @returns a function that lets it go
 */
export function stayHere(): () => void {
	const over = new AbortController();
	const listen = <K extends keyof WindowEventMap>(
		type: K,
		listener: (event: WindowEventMap[K]) => void,
		capture = false
	) => addEventListener(type, listener, { capture, signal: over.signal });
	let isUsed = false;
	const used = ({ target }: Event) => {
		isUsed ||= target instanceof Element && target.closest('main') !== null;
	};
	// the browser keeps what is in a field, to fill it again
	listen('focusin', ({ target }) => (target as Element).setAttribute('autocomplete', 'off'));
	listen('input', used);
	listen('pointerdown', used);
	listen('click', followed, true);
	listen('beforeunload', (event) => {
		// quick hide waits for no answer
		if (isUsed && document.documentElement.style.display !== 'none') event.preventDefault();
	});
	listen('pagehide', clear);
	listen('pageshow', comeBack);
	return () => over.abort();
}

/** Ends the session: everything was on this page alone, and ends with it. */
export function leave(): void {
	clear();
	addEventListener('pageshow', comeBack);
	location.replace(door);
}
