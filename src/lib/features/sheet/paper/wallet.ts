import { lineHeight, linesIn, mmPerPoint } from './picture-sheet';

/** Of the steps on a card, in points, the largest first. */
export const cardPoints = [17, 15, 13, 11, 10] as const;
export type CardPoints = (typeof cardPoints)[number];

/** The half of a card that holds the steps, without its title, in millimetres; as in WalletCard.svelte. */
const panel = { width: 164, height: 43, gap: 5 } as const;
/** Of the sign before a step, as a part of the size of its words, and what stands between them. */
const sign = { scale: 0.6, smallest: 4.6, gap: 2 } as const;

/** How wide and high a sign is beside words of this size, in millimetres. */
export function signAt(points: number): number {
	return points > cardPoints.at(-1)! ? points * sign.scale : sign.smallest;
}

/**
 * The largest words in which the steps surely fit their half of a card, in two columns; the smallest where none does.
 * @param texts what is said of each step, its time included
 */
export function cardPointsFor(texts: readonly string[]): CardPoints {
	const heightAt = (points: number): number => {
		const width = (panel.width - panel.gap) / 2 - signAt(points) - sign.gap;
		const heights = texts.map((text) =>
			Math.max(signAt(points), linesIn(text, points, width) * points * mmPerPoint * lineHeight)
		);
		let sum = 0;
		// both steps of a row are as high as the higher one
		for (let at = 0; at < heights.length; at += 2) sum += Math.max(heights[at]!, heights[at + 1] ?? 0) + 1;
		return sum;
	};
	return cardPoints.find((points) => heightAt(points) <= panel.height) ?? cardPoints.at(-1)!;
}
