import type { Page } from '@playwright/test';

/**
 * Where the system chooses the colours, grounds are taken away. What is lost then, by computed style: a button, a field
 * or a fold without an edge or a line that shows it, and what is chosen and looks like what is not.
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
			'.button, select, textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="hidden"])'
		)) {
			if (isShown(one) && !hasEdge(one)) found.push(`${address}: no edge, ${named(one)}`);
		}
		/** What the eye has of it: all that differs where it is chosen. */
		const looks = (one: Element) =>
			[one, ...one.querySelectorAll('*')]
				.map((part) => {
					const {
						backgroundColor,
						color,
						borderTopStyle,
						borderTopColor,
						borderTopWidth,
						outlineStyle,
						fontWeight,
						textDecorationLine,
						borderBottomStyle
					} = getComputedStyle(part);
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
						textDecorationLine
					].join();
				})
				.join('|');
		const pairs: [chosen: string, other: string][] = [
			['button[aria-pressed="true"]', 'button[aria-pressed="false"]'],
			['nav a[aria-current]', 'nav a:not([aria-current])'],
			['.mark.done', '.mark:not(.done)'],
			['label:has(> input[type="radio"]:checked)', 'label:has(> input[type="radio"]:not(:checked))']
		];
		for (const [chosen, other] of pairs)
			for (const one of document.querySelectorAll<HTMLElement>(`main ${chosen}, .frame > ${chosen}`)) {
				if (!isShown(one)) continue;
				// a box or a circle that is drawn by the browser says it by itself
				const own = one.querySelector('input');
				if (own && own.getBoundingClientRect().width > 10 && getComputedStyle(own).opacity !== '0') continue;
				const group =
					one.closest('fieldset, [role="group"], ul, ol, table, nav, section, .marks') ?? document.body;
				const plain = [...group.querySelectorAll<HTMLElement>(other)].find(
					(each) => isShown(each) && each.className.includes(one.classList[0] ?? '')
				);
				if (plain && looks(plain) === looks(one))
					found.push(`${address}: chosen, and looks like the others: ${named(one)}`);
			}
		return found;
	}, about);
}
