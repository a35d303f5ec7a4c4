import { heightInMm, overPage, pagesOf } from '$lib/paper/paper-size';
import { cardMm, cardPoints, mostOverCardMm } from './wallet';

/** How many pages a sheet takes, and by how much it passes the last line of one page; 0 when it fits. */
export interface Fit {
	pages: number;
	/** In millimetres, of the sheet that passes the most. */
	overMm: number;
	/** By how much a card to cut out passes what folds into a wallet, where it does. */
	overCardMm?: number;
	/** How many cards the steps take, where one has no room for them. */
	cards?: number;
}

/** To a side of a code, its light border too: so many has a link of about 250 characters or more. */
export const manySquares = 73;

/** The sides that a code with many squares may have, in millimetres, the largest first; see CodeSquare.svelte. */
const sides = [55, 52, 49, 46];

/**
 * Gives a sheet what its page has room for, on the last page of a longer sheet too: first a larger code, since two copies of a copy
 * blur one with many squares at the usual size, then lines to sign on. Empty boxes for ideas stand where they take no further page. The
 * words of a wallet card are as large as the card allows.
 * @param page as in {@link measureFit}
 * @returns how the sheet fits without them, which takes as many pages
 */
export function fillRoom(page: HTMLElement): Fit {
	page.style.removeProperty('--many-squares');
	page.style.setProperty('--signing', 'none');
	page.style.removeProperty('--pen-boxes');
	fillCards(page);
	let fit = measureFit(page);
	if (fit.overMm > 0 && page.querySelector('.for-pen')) {
		page.style.setProperty('--pen-boxes', 'none');
		const without = measureFit(page);
		// where they are no help they stay: the sheet takes more pages anyway
		if (without.pages < fit.pages) fit = without;
		else page.style.removeProperty('--pen-boxes');
	}
	const hasRoom = () => measureFit(page).pages === fit.pages;
	if (page.querySelector('.many-squares') && !page.querySelector('.card-to-cut')) {
		const fits = (side: number) => {
			page.style.setProperty('--many-squares', `${side}mm`);
			return hasRoom();
		};
		if (!sides.some(fits)) page.style.removeProperty('--many-squares');
	}
	if (page.querySelector('.if-room')) {
		page.style.removeProperty('--signing');
		if (!hasRoom()) page.style.setProperty('--signing', 'none');
	}
	return fit;
}

/** The largest words with which the steps fit their half of a card, the same on all. */
function fillCards(page: HTMLElement): void {
	const halves = [...page.querySelectorAll<HTMLElement>('.card-to-cut > .steps')];
	if (halves.length === 0) return;
	const fits = (points: number) => {
		page.style.setProperty('--card-words', `${points}pt`);
		return halves.every((half) => heightInMm(half) <= cardMm / 2);
	};
	cardPoints.some(fits);
}

/** Measures the sheets of paper inside an element that is as wide as the narrower of the two papers. */
export function measureFit(page: HTMLElement): Fit {
	const heights = [...page.querySelectorAll<HTMLElement>('.leaf')].map(heightInMm);
	const cards = [...page.querySelectorAll<HTMLElement>('.card-to-cut')];
	const overCardMm = Math.ceil(
		Math.max(0, ...cards.map((card) => heightInMm(card) - cardMm - mostOverCardMm))
	);
	const parts = cards.filter((card) => card.classList.contains('is-part')).length;
	return {
		pages: heights.reduce((sum, height) => sum + pagesOf(height), 0),
		overMm: Math.ceil(Math.max(0, ...heights.map(overPage))),
		...(overCardMm > 0 && { overCardMm }),
		...(parts > 0 && { cards: parts })
	};
}
