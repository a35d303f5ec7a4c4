import { lineHeight, mmPerPoint } from './picture-sheet';

/** Of the steps on a card, in points, the largest first: fit.ts tries them out. */
export const cardPoints = [17, 15, 13, 11, 10] as const;
const smallest = cardPoints.at(-1)!;

/** A card to cut out: two rows of panels, each as high as a bank card, and its frame, in millimetres. */
export const cardMm = 2 * 54 + 1.1;
/** So much higher it still folds to go into a wallet, and two stand on a page. */
export const mostOverCardMm = 6;

/** The half of a card that holds the steps, without its title: in millimetres, as in WalletCard.svelte. */
const panel = { height: 41 + mostOverCardMm - 2, column: 79.5, sign: 7.6, gap: 1 } as const;
/** Of a letter, as a part of its size: about as most texts have it. */
const letterWidth = 0.49;

/** How high these steps are in two columns of the smallest words, in millimetres. */
function heightOf(texts: readonly string[]): number {
	const size = smallest * mmPerPoint;
	const letters = (panel.column - panel.sign) / (size * letterWidth);
	// words do not fill their lines
	const heights = texts.map((text) => Math.ceil((text.length * 1.06) / letters) * size * lineHeight);
	let sum = 0;
	// both steps of a row are as high as the higher one
	for (let at = 0; at < heights.length; at += 2)
		sum += Math.max(heights[at]!, heights[at + 1] ?? 0) + panel.gap;
	return sum;
}

/**
 * How many steps each card has: steps that one has no room for go on on the next. Words of very wide letters may still pass a card:
 * that is measured, and said (fit.ts).
 * @param texts what is said of each step, its time included
 */
export function layCards(texts: readonly string[]): readonly number[] {
	for (let cards = 1; ; cards++) {
		const perCard = Math.ceil(texts.length / cards);
		const shares = Array.from({ length: cards }, (_, card) =>
			texts.slice(card * perCard, (card + 1) * perCard)
		).filter((share, card) => card === 0 || share.length > 0);
		if (perCard <= 1 || shares.every((share) => heightOf(share) <= panel.height))
			return shares.map(({ length }) => length);
	}
}
