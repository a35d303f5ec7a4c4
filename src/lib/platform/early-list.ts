import type { EarlyList } from '$lib/domain/early-list';
import { parseEarlyTap, type EarlyTap } from '$lib/domain/early-tap';
import { earlyListKey, earlyTapsKey, forgetEarlyList, keepInWorker, mirroredLock } from './mirror';
import type { Veil } from './veil';

/*
 * The door to the early list of the page: what `src/early-list.js` shows before the app is awake, and the taps it was
 * given.
 */

/** What the person chose on a first visit before the app was awake. */
export type EarlyStart = 'first-steps' | 'example';

/** The early list of this page, as its script left it. */
export interface EarlyPage {
	taps: unknown[];
	start?: EarlyStart;
	/** The step whose other choices were asked for. */
	asked?: string | undefined;
	/** A finger is down on it: the app's list must not take its place now. */
	isHeld: boolean;
	/** Called once the list shows, after each tap, and when a finger comes down or is lifted; there as long as the app has no list of its own. */
	heard?: (() => void) | undefined;
}

/**
 * Keeps the early list for the next opening; undefined when nothing may wait there. Returns false where the older one stays, since it has
 * to wait a moment.
 */
export function keepEarlyList(list: EarlyList | undefined, veil: Veil): boolean {
	try {
		// under a lock nothing of it may lie beside what is sealed: it waits in memory, as long as the key does
		if (mirroredLock()) {
			keepInWorker(list);
			return true;
		}
		const veiled = list ? veil.over(JSON.stringify(list)) : '';
		if (veiled) localStorage.setItem(earlyListKey, veiled);
		else if (veiled === undefined) return false;
		else forgetEarlyList();
	} catch {
		// blocked, full or too long: the list waits for the app, as it did before
		forgetEarlyList();
	}
	return true;
}

/** Undefined where the page came without one. */
export function earlyPage(): EarlyPage | undefined {
	return globalThis.window?.envolEarly;
}

function storedTaps(): EarlyTap[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(earlyTapsKey) ?? '[]');
		return Array.isArray(kept) ? kept.flatMap((tap) => parseEarlyTap(tap) ?? []) : [];
	} catch {
		return [];
	}
}

/** The taps that storage was not told of yet, of this page and of earlier ones, in order. */
export function earlyTaps(): EarlyTap[] {
	const here = (earlyPage()?.taps ?? []).flatMap((tap) => parseEarlyTap(tap) ?? []);
	const all = new Map([...storedTaps(), ...here].map((tap) => [`${tap.step} ${tap.at}`, tap]));
	return [...all.values()].sort((a, b) => a.at - b.at);
}

/** Storage was told of this tap, or it has no place any more. */
export function forgetEarlyTap(told: EarlyTap): void {
	const isOther = (tap: unknown) => {
		const other = parseEarlyTap(tap);
		return other !== undefined && (other.at !== told.at || other.step !== told.step);
	};
	const page = earlyPage();
	if (page) page.taps = page.taps.filter(isOther);
	// it waits there with the list, which comes anew
	if (mirroredLock()) keepInWorker(undefined);
	const left = storedTaps().filter(isOther);
	try {
		if (left.length > 0) localStorage.setItem(earlyTapsKey, JSON.stringify(left));
		else localStorage.removeItem(earlyTapsKey);
	} catch {
		// blocked: there are none
	}
}

/** Whether the page shows its early list now. */
export function isEarlyListShown(): boolean {
	return document.documentElement.dataset.early !== undefined;
}

/** Takes the early list off the page, once the app's own is there: the focus moves to the same step. */
export function leaveEarlyList(): void {
	const place = document.getElementById('early');
	const held = place?.contains(document.activeElement) ? document.activeElement?.id : undefined;
	// what was unfolded stays unfolded
	if (place?.querySelector('[open]')) document.querySelector('.rows > details')?.setAttribute('open', '');
	place?.replaceChildren();
	delete document.documentElement.dataset.early;
	if (held) document.getElementById(held)?.focus({ preventScroll: true });
}
