import type { Page } from '@playwright/test';

const screens = [
	['a screen 320 px wide', { width: 320, height: 568 }, 100],
	['very big text', { width: 360, height: 740 }, 200],
	['very big text on a narrow screen', { width: 320, height: 568 }, 200],
	['a page zoomed to 200 %', { width: 640, height: 360 }, 100]
] as const;

/** Reports what overflows the screen, what is covered, and what is too small to tap. */
async function misfits(page: Page, about: string): Promise<string[]> {
	return page.evaluate(async (address) => {
		// layout that depends on the size settles in the next frame
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		const found: string[] = [];
		const width = document.documentElement.clientWidth;
		if (document.scrollingElement!.scrollWidth > width) {
			const wide = [...document.querySelectorAll('body *')].find(
				(element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.visually-hidden')
			);
			found.push(`${address} scrolls sideways: ${wide?.outerHTML.slice(0, 120)}`);
		}
		for (const where of [0, document.documentElement.scrollHeight]) {
			scrollTo(0, where);
			for (const link of document.querySelectorAll('aside a')) {
				const box = link.getBoundingClientRect();
				if (box.width === 0 || getComputedStyle(link).visibility === 'hidden') continue;
				const x = box.left + box.width / 2;
				const y = box.top + box.height / 2;
				const isSticky = getComputedStyle(link.closest('aside')!).position === 'sticky';
				if (where > 0 && !isSticky) continue;
				// on a low screen, or with very large text, the help banner is not sticky; elsewhere it stays
				if (where > 0 && y < 0) {
					if (innerHeight >= 480 && !document.documentElement.dataset.text)
						found.push(`${address} left behind: ${link.textContent}`);
					continue;
				}
				if (box.left < 0 || box.right > width + 1) found.push(`${address} cut off: ${link.textContent}`);
				if (y < innerHeight && document.elementFromPoint(x, y)?.closest('a') !== link)
					found.push(`${address} covered: ${link.textContent}`);
				// the height of the area that reacts to a tap
				const reach = [-22, 21].every(
					(offset) =>
						y + offset < 0 ||
						y + offset >= innerHeight ||
						document.elementFromPoint(x, y + offset)?.closest('a') === link
				);
				if (!reach) found.push(`${address} lower than 44 px: ${link.textContent}`);
			}
		}
		scrollTo(0, 0);
		// the mark of a fold stands on the line of its last word, never alone on one more
		const isLine = (summary: Element) => !/flex|grid/.test(getComputedStyle(summary).display);
		const folds = [...document.querySelectorAll('main summary')].filter(
			(each) => isLine(each) && each.checkVisibility()
		);
		const heights = () => folds.map((each) => each.getBoundingClientRect().height);
		const withMark = heights();
		const without = new CSSStyleSheet();
		without.replaceSync('summary::after { display: none !important }');
		document.adoptedStyleSheets.push(without);
		for (const [i, height] of heights().entries())
			if (withMark[i]! > height + 1) found.push(`${address} mark alone: ${folds[i]!.textContent}`);
		document.adoptedStyleSheets.pop();
		return found;
	}, about);
}

/** The same on each screen; only the screen size and the text size change. */
export async function misfitsOnEachScreen(page: Page, address: string): Promise<string[]> {
	const found: string[] = [];
	for (const [name, viewport, textSize] of screens) {
		await page.setViewportSize(viewport);
		await page.evaluate((size) => {
			if (size === 100) delete document.documentElement.dataset.text;
			else document.documentElement.dataset.text = String(size);
		}, textSize);
		found.push(...(await misfits(page, `${address} with ${name}:`)));
	}
	await page.evaluate(() => delete document.documentElement.dataset.text);
	return found;
}
