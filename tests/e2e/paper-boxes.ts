import type { Page } from '@playwright/test';

/** The limits of a paper. */
export interface Measured {
	/** The element that is the paper. */
	paper: string;
	/** In points: nothing printed may be smaller. */
	smallest: number;
}

/**
 * Checks every text on a paper in print styles. Returns one line for each that overlaps another text or a drawing,
 * leaves its frame or the page, is cut off or hidden, is broken inside a short word, or is too small; empty when all
 * is well.
 */
export function troublesOnPaper(page: Page, measured: Measured): Promise<string[]> {
	return page.evaluate(({ paper, smallest }) => {
		interface Box {
			left: number;
			top: number;
			right: number;
			bottom: number;
		}
		interface Piece extends Box {
			text: string;
			of: Element;
		}
		/** Elements that contain words, with or without a border: a sheet, half of one, a side of a cube. */
		const frames = '.leaf, .plan-paper, .paper-leaf, .face, .half-to-fold';
		/** Drawings that words are meant to overlap. */
		const grounds = '.flower > svg, .lines svg, .code svg, .stitches';
		const slack = 0.8;
		const troubles: string[] = [];
		const root = document.querySelector(paper);
		if (!root) return [`there is no ${paper}`];
		const short = (text: string) => (text.length > 44 ? `${text.slice(0, 40)}…` : text);

		/** The inked part of a line: a line box is higher than its letters, and close lines overlap there. */
		const inkOf = ({ left, top, right, bottom }: DOMRect): Box => {
			const height = bottom - top;
			return { left, right, top: top + height * 0.22, bottom: bottom - height * 0.22 };
		};
		const isInside = (inner: Box, outer: Box) =>
			inner.left >= outer.left - slack &&
			inner.right <= outer.right + slack &&
			inner.top >= outer.top - slack &&
			inner.bottom <= outer.bottom + slack;
		const meet = (a: Box, b: Box) =>
			Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack &&
			Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;

		const pieces: Piece[] = [];
		const wide = document.documentElement.clientWidth;
		const styles = new Map<Element, CSSStyleDeclaration>();
		const styleOf = (element: Element) => {
			const style = styles.get(element) ?? getComputedStyle(element);
			styles.set(element, style);
			return style;
		};
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const text = (node.textContent ?? '').trim();
			const of = node.parentElement!;
			// what a closed fold holds is not printed
			if (!text || of.closest('svg') || !of.checkVisibility()) continue;
			const range = document.createRange();
			// word by word: trailing spaces may overflow, invisibly
			const rects = [...(node.textContent ?? '').matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				return [...range.getClientRects()].filter(({ width }) => width > 0.5);
			});
			if (rects.length === 0) {
				// hidden text is not on this paper; visible text must have room
				if (styleOf(of).display !== 'none' && of.getClientRects().length > 0)
					troubles.push(`no room: ${short(text)}`);
				continue;
			}
			const points = parseFloat(styleOf(of).fontSize) * 0.75;
			if (points < smallest - 0.05) troubles.push(`${points} pt: ${short(text)}`);
			for (const rect of rects) {
				const ink = inkOf(rect);
				pieces.push({ ...ink, text, of });
				if (ink.left < -slack || ink.right > wide + slack) troubles.push(`off the page: ${short(text)}`);
			}
			// a word that fits on a line is not broken
			for (const { index, 0: word } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}’']{2,18}/gu)) {
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				const tops = new Set(
					[...range.getClientRects()].filter((r) => r.width > 0.5).map((r) => Math.round(r.top))
				);
				const isOfLonger =
					/[\p{L}\p{N}]/u.test((node.textContent ?? '').charAt(index + word.length)) ||
					/[\p{L}\p{N}]/u.test((node.textContent ?? '').charAt(index - 1));
				if (tops.size > 1 && !isOfLonger) troubles.push(`broken word: ${word} in ${short(text)}`);
			}
			for (let up: Element | null = of; up; up = up.parentElement) {
				const style = styleOf(up);
				const isClipping = style.overflow !== 'visible' && style.display !== 'inline';
				const borders = [
					style.borderTopWidth,
					style.borderBottomWidth,
					style.borderLeftWidth,
					style.borderRightWidth
				].filter((width) => parseFloat(width) > 0).length;
				if (
					root.contains(up) &&
					style.display !== 'inline' &&
					(isClipping || borders > 1 || up.matches(frames))
				) {
					const frame = up.getBoundingClientRect();
					if (rects.some((rect) => !isInside(inkOf(rect), frame)))
						troubles.push(`leaves ${up.className || up.tagName}: ${short(text)}`);
				}
				if (style.textOverflow === 'ellipsis' || (style.webkitLineClamp !== 'none' && style.webkitLineClamp))
					troubles.push(`cut with dots: ${short(text)}`);
				if (
					isClipping &&
					root.contains(up) &&
					(up.scrollWidth > up.clientWidth + 1 || up.scrollHeight > up.clientHeight + 1)
				)
					troubles.push(`cut off by ${up.className || up.tagName}: ${short(text)}`);
				if (up === root) break;
			}
		}
		pieces.forEach((piece, at) => {
			for (const other of pieces.slice(at + 1))
				if (meet(piece, other)) troubles.push(`over each other: ${short(piece.text)} | ${short(other.text)}`);
		});
		// the marker of a list item hangs outside, where it is not measured
		for (const item of root.querySelectorAll('li')) {
			const style = styleOf(item);
			const [first] = item.getClientRects();
			if (!first || style.display !== 'list-item' || style.listStyleType === 'none') continue;
			const em = parseFloat(style.fontSize);
			const point = inkOf(new DOMRect(first.left - 1.3 * em, first.top, em, 1.2 * em));
			for (const piece of pieces)
				if (meet(piece, point) && !item.contains(piece.of))
					troubles.push(`under the point of a list: ${short(piece.text)}`);
		}
		// on the flower, no word touches the inner line of its petal
		const petals = [
			...root.querySelectorAll<SVGGeometryElement>('.flower > svg > g > g > path:nth-child(2)')
		];
		for (const { of, text, left, right, top, bottom } of petals.length > 0 ? pieces : []) {
			if (!of.closest('.flower li')) continue;
			const corners = [
				[left, top],
				[right, top],
				[left, bottom],
				[right, bottom]
			] as const;
			const isIn = petals.some((petal) => {
				const back = petal.getScreenCTM()!.inverse();
				return corners.every(([x, y]) => petal.isPointInFill(new DOMPoint(x, y).matrixTransform(back)));
			});
			if (!isIn) troubles.push(`touches its petal: ${short(text)}`);
		}
		for (const drawing of root.querySelectorAll('svg, img, .tick')) {
			if (drawing.matches(grounds)) continue;
			const box = drawing.getBoundingClientRect();
			for (const piece of pieces)
				if (meet(piece, box) && !drawing.contains(piece.of))
					troubles.push(`over a drawing: ${short(piece.text)}`);
		}
		return [...new Set(troubles)];
	}, measured);
}

/** In CSS pixels: paper without its margins of 12 mm, and in landscape without 8 mm. */
export const widthOf = { Letter: 725, A4: 703, 'Letter on its side': 995, 'A4 on its side': 1062 } as const;

/** Shows the page in print styles, also in a browser that cannot emulate them. */
export async function asPrinted(page: Page): Promise<void> {
	await page.evaluate(() => {
		// folds that are printed open
		dispatchEvent(new Event('beforeprint'));
		// paper has no scroll bar
		document.documentElement.style.scrollbarWidth = 'none';
		const each = (rules: CSSRuleList) => {
			for (const rule of rules) {
				if (rule instanceof CSSMediaRule) {
					if (rule.media.mediaText === 'print') rule.media.mediaText = 'all';
					else if (rule.media.mediaText.startsWith('screen')) rule.media.mediaText = 'not all';
				}
				if (rule instanceof CSSGroupingRule) each(rule.cssRules);
			}
		};
		for (const sheet of document.styleSheets) each(sheet.cssRules);
	});
}
