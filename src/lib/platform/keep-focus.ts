import { heirs, neighbours } from '$lib/domain/heirs';
import { placeOf, type Place } from './place';

/** What may receive the focus. Not text fields: on a phone, a keyboard would open that nobody asked for. */
const holders = 'a[href], button, summary, select, input[type="checkbox"], input[type="radio"]';
/** How long something that is still on its way may take to appear: a part of the page, what an undo brings back. */
const waitsMs = 5000;

function take(control: HTMLElement): boolean {
	control.focus({ preventScroll: true });
	if (document.activeElement !== control) return false;
	control.scrollIntoView({ block: 'nearest' });
	return true;
}

/** The controls of a part of the page, the preferred one first: the one marked for it, then in document order. */
function controlsOf(part: Element, isFromBehind: boolean): HTMLElement[] {
	const all = [part, ...part.querySelectorAll(holders)].filter(
		(one): one is HTMLElement => one instanceof HTMLElement && one.matches(holders) && one.tabIndex >= 0
	);
	// an item is entered at its first control from either side
	if (isFromBehind && !part.matches('li')) all.reverse();
	return [...all.filter(({ dataset }) => 'heir' in dataset), ...all];
}
const takeIn = (part: Element, isFromBehind = false) => controlsOf(part, isFromBehind).some(take);

/** Items that were just added, whole parts of the page, and elements that contain items. */
function newItems(records: readonly MutationRecord[]): Element[] {
	const left = new Set(records.flatMap(({ removedNodes }) => [...removedNodes]));
	return records
		.flatMap(({ addedNodes }) => [...addedNodes])
		.filter((node): node is Element => node instanceof Element && node.isConnected && !left.has(node))
		.filter((node) => node.closest('main') && (node.matches('li, section') || node.querySelector('li')));
}

/**
 * One rule for every list and every button that changes into another: when the focused control leaves the page, the
 * focus goes to what replaced it, otherwise to the next in its row, otherwise to the one before, and so on outwards.
 * A control that moved keeps it. What an undo brings back gets it. Focus never falls back to the page, and the page
 * only scrolls to show where it went.
 */
export function keepFocus(main: HTMLElement, before?: Place): { forget: () => void; stop: () => void } {
	let place: Place | undefined;
	/** Where the person last acted in the page; the status line that reports the action leads back there. */
	let deed = before?.rows.some(({ row }) => row === main) ? before : undefined;
	/** Focus was put somewhere for now; a better place may still appear. */
	let waiting: { until: number; at: Element | null; lost?: Place } | undefined;

	const isNowhere = () => document.activeElement === document.body || document.activeElement === null;

	/** The same entry where it is now: a choice may have moved it to another list. */
	function takeSameEntry({ held }: Place): boolean {
		const entry = held.closest<HTMLElement>('[data-entry]')?.dataset.entry;
		const now = entry && main.querySelector(`[data-entry="${CSS.escape(entry)}"]`);
		return Boolean(now && takeIn(now));
	}
	function giveOn(lost: Place, fresh: readonly Element[] = []): boolean {
		if (!lost.held.isConnected && takeSameEntry(lost)) return true;
		return lost.rows.some(({ row, members, member }) => {
			if (!row.isConnected || !main.contains(row)) return false;
			const now = [...row.children];
			if (lost.held.isConnected && member === lost.held)
				return neighbours(now, member).some((one) => takeIn(one));
			const { next, before } = heirs(members, now, member);
			// "Show more" that disappears with the last items: the first new one is next
			const more = fresh.filter((one) => before[0]?.contains(one));
			return [...more, ...next].some((one) => takeIn(one)) || before.some((one) => takeIn(one, true));
		});
	}
	function onMain(): void {
		main.focus({ preventScroll: true });
	}

	function lose(lost: Place, fresh: readonly Element[]): void {
		const wasInMain = lost.rows.some(({ row }) => row === main);
		const from = wasInMain ? lost : deed;
		const isGiven = from && ((!wasInMain && from.held.isConnected && take(from.held)) || giveOn(from, fresh));
		if (!isGiven) onMain();
		if (isGiven && wasInMain) waiting = undefined;
		else
			waiting = {
				until: performance.now() + waitsMs,
				at: document.activeElement,
				...(!isGiven && from && { lost: from })
			};
	}

	/** Looks for what an undo brings back, or what appears late in place of what left. */
	function look(records: readonly MutationRecord[]): void {
		if (!waiting) return;
		if (performance.now() > waiting.until || document.activeElement !== waiting.at) waiting = undefined;
		else if (waiting.lost) {
			if (giveOn(waiting.lost)) waiting = undefined;
		} else {
			// the same words may also be in a part for print, which cannot have focus
			if (newItems(records).some((one) => takeIn(one))) waiting = undefined;
		}
	}

	const watching = new MutationObserver((records) => {
		look(records);
		if (!place) return;
		const { held } = place;
		const hasMoved = () =>
			records.some(({ removedNodes }) => [...removedNodes].some((n) => n.contains(held)));
		if (held.isConnected && !held.matches(':disabled')) {
			if (isNowhere() && hasMoved()) take(held);
			place = placeOf(held);
		} else if (isNowhere() || document.activeElement === held) {
			const lost = place;
			place = undefined;
			lose(lost, newItems(records));
		}
	});
	function came({ target }: FocusEvent): void {
		place = target instanceof HTMLElement && target !== main ? placeOf(target) : undefined;
	}
	/** When a person leaves a control for nothing, the focus is not brought back. */
	function left({ relatedTarget }: FocusEvent): void {
		if (relatedTarget) return;
		setTimeout(() => {
			if (isNowhere() && document.hasFocus() && place?.held.isConnected) place = undefined;
		});
	}
	function did({ target }: Event): void {
		const held = target instanceof Element && target.closest<HTMLElement>(holders);
		if (held && main.contains(held)) deed = placeOf(held);
	}

	/** A form that cannot be submitted reports it at its field: focus goes there, and so does the screen reader. */
	function toMarked(form: Element | null | undefined): void {
		requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
	}
	const sent = ({ target }: Event) => toMarked(target as Element);

	watching.observe(document.body, {
		subtree: true,
		childList: true,
		attributes: true,
		attributeFilter: ['disabled']
	});
	document.addEventListener('focusin', came);
	document.addEventListener('focusout', left);
	document.addEventListener('click', did, true);
	document.addEventListener('submit', sent);
	// a tap may come before this code was loaded; the place where it put the focus is followed from here on
	if (!isNowhere()) place = placeOf(document.activeElement as HTMLElement);
	else if (before && !(before.held.isConnected && take(before.held))) lose(before, []);
	toMarked(before?.held.closest('form'));
	return {
		forget() {
			place = deed = waiting = undefined;
		},
		stop() {
			watching.disconnect();
			document.removeEventListener('focusin', came);
			document.removeEventListener('focusout', left);
			document.removeEventListener('click', did, true);
			document.removeEventListener('submit', sent);
		}
	};
}
