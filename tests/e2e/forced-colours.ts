import type { Page } from '@playwright/test';

/**
 * With forced colours, backgrounds are removed. This reports what is lost then, by computed style: a button, a field
 * or a section without a visible edge, and a chosen item that looks like the others.
 */
export function lostColours(page: Page, about: string): Promise<string[]> {
	return page.evaluate((address) => {
		const found: string[] = [];
		const clear = /^(transparent|rgba\(.*, 0\))$/;
		const named = (one: Element) =>
			`${one.localName}.${one.getAttribute('class') ?? ''} "${(one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim().slice(0, 40)}"`;
		const isShown = (one: HTMLElement) =>
			one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]');
		const hasEdge = (one: Element) => {
			const style = getComputedStyle(one);
			return (['Top', 'Bottom'] as const).every(
				(side) =>
					style[`border${side}Style`] !== 'none' &&
					Number.parseFloat(style[`border${side}Width`]) > 0 &&
					!clear.test(style[`border${side}Color`])
			);
		};
		for (const one of document.querySelectorAll<HTMLElement>(
			'.button, .banner .all, .help-emergency a, .box, .mark, select, textarea, input:not([type="file"], [type="hidden"])'
		)) {
			const isByBrowser =
				one.matches('[type="checkbox"], [type="radio"]') && getComputedStyle(one).appearance !== 'none';
			if (isShown(one) && !isByBrowser && !hasEdge(one)) found.push(`${address}: no edge, ${named(one)}`);
		}
		/** What a person sees of it: everything that differs when it is chosen. */
		const looks = (one: Element) =>
			[one, ...one.querySelectorAll('*')]
				.flatMap((part) => [null, '::before', '::after'].map((which) => [part, which] as const))
				.map(([part, which]) => {
					const {
						backgroundColor,
						color,
						borderTopStyle,
						borderTopColor,
						borderTopWidth,
						outlineStyle,
						fontWeight,
						textDecorationLine,
						borderBottomStyle,
						opacity
					} = getComputedStyle(part, which);
					return [
						part.localName,
						backgroundColor,
						color,
						borderTopStyle,
						borderTopColor,
						borderTopWidth,
						borderBottomStyle,
						outlineStyle,
						fontWeight,
						textDecorationLine,
						opacity
					].join();
				})
				.join('|');
		/** The selector of chosen items, and how to unselect one for a moment. */
		const kinds: [chosen: string, setChosen: (one: HTMLElement, is: boolean) => unknown][] = [
			['button[aria-pressed="true"]', (one, is) => one.setAttribute('aria-pressed', String(is))],
			[
				'nav a[aria-current]',
				(one, is) => (is ? one.setAttribute('aria-current', 'page') : one.removeAttribute('aria-current'))
			],
			['.mark.done', (one, is) => one.classList.toggle('done', is)],
			['.box.full', (one, is) => one.classList.toggle('full', is)],
			[
				'input:is([type="checkbox"], [type="radio"]):checked',
				(one, is) => ((one as HTMLInputElement).checked = is)
			]
		];
		for (const [chosen, setChosen] of kinds)
			for (const one of document.querySelectorAll<HTMLElement>(chosen)) {
				if (!isShown(one)) continue;
				// a checkbox or radio button drawn by the browser shows its state by itself
				if (one instanceof HTMLInputElement && getComputedStyle(one).appearance !== 'none') continue;
				const label =
					one instanceof HTMLInputElement ? (one.closest('label') ?? one.labels?.[0] ?? one) : one;
				const asChosen = looks(label);
				setChosen(one, false);
				const asNot = looks(label);
				setChosen(one, true);
				if (asChosen === asNot) found.push(`${address}: chosen, and looks as if it were not: ${named(one)}`);
			}
		// the lines of a picture keep their own colour
		const ink = getComputedStyle(document.body).color;
		for (const one of document.querySelectorAll('figure.card path, main > figure path')) {
			const { stroke, forcedColorAdjust } = getComputedStyle(one) as CSSStyleDeclaration & {
				forcedColorAdjust: string;
			};
			if (forcedColorAdjust !== 'none' && stroke !== ink) {
				found.push(`${address}: a line in a colour of its own: ${one.outerHTML.slice(0, 60)}`);
				break;
			}
		}
		return found;
	}, about);
}
