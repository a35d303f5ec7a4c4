import type { Page } from '@playwright/test';
import { expect, openEveryFold, restOf } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { misfitsOnEachScreen } from './misfits.ts';
import type { Lang } from './words.ts';

/**
 * What would lead somebody astray who hears names, or says them: two controls with one name that do different things, a
 * name without the words that are seen, and a part that is read out when it changes but is not there yet.
 */
function misnamed(page: Page, address: string): Promise<string[]> {
	return page.evaluate((about) => {
		const tidy = (words: string) => words.replace(/[\s\u00a0]+/g, ' ').replace(/ ([,.:])/g, '$1').trim().toLowerCase(); // prettier-ignore
		/** The words of it, without what `left` says. */
		function words(one: Element, left: string): string {
			const copy = one.cloneNode(true) as Element;
			copy.querySelectorAll(left).forEach((part) => part.remove());
			return tidy(copy.textContent);
		}
		/** The profile has two friends without a name, on one number, and two lines in the same one word. */
		const alike = /friend|amie ou ami|^pneumono\w+$/;
		const found: string[] = [];
		const byName = new Map<string, string>();
		const controls = 'a[href], button, summary, input[type="checkbox"], input[type="file"]';
		for (const one of document.querySelectorAll<HTMLElement>(controls)) {
			if (!one.checkVisibility({ visibilityProperty: true }) || one.tabIndex < 0) continue;
			if (one.closest('[aria-hidden="true"], [inert]')) continue;
			const source = one instanceof HTMLInputElement ? (one.labels?.[0] ?? one) : one;
			const said = one.getAttribute('aria-labelledby')?.split(' ');
			const label = said
				? said.map((id) => words(document.getElementById(id)!, '[aria-hidden="true"], svg')).join(' ')
				: one.getAttribute('aria-label');
			const name = label === null ? words(source, '[aria-hidden="true"], svg') : tidy(label);
			const seen = words(source, '[aria-hidden="true"], svg, .visually-hidden');
			if (!name) found.push(`${about}: no name, ${one.outerHTML.slice(0, 120)}`);
			if (label !== null && seen && one instanceof HTMLInputElement === false && !name.includes(seen))
				found.push(`${about}: "${seen}" is seen, "${name}" is its name`);
			if (
				/\S:\s/.test(one.textContent) &&
				document.documentElement.lang === 'fr-CA' &&
				!/[\s\u00a0]:/.test(one.textContent)
			)
				found.push(`${about}: a colon without its space, "${name}"`);
			// two buttons that copy one number do the same; two people may be called the same, by choice
			const copied = one.previousElementSibling?.getAttribute('data-copy');
			const target = one instanceof HTMLAnchorElement ? one.href : (copied ?? `a control ${byName.size}`);
			if (alike.test(name)) continue;
			const kind =
				one instanceof HTMLAnchorElement ? 'link' : one instanceof HTMLInputElement ? 'box' : 'button';
			const before = byName.get(`${kind} ${name}`);
			if (before !== undefined && before !== target) found.push(`${about}: "${name}" twice`);
			else byName.set(`${kind} ${name}`, target);
		}
		for (const part of document.querySelectorAll('[role="status"], [aria-live="polite"]'))
			if (getComputedStyle(part).display === 'none') found.push(`${about}: not there to be read out, ${part.outerHTML.slice(0, 120)}`); // prettier-ignore
		return found;
	}, address);
}

/**
 * What is wrong with names and room on these pages, with something of everything on them and every fold open.
 * @param addresses pages in one language
 */
export async function wrongOnFullPages(
	page: Page,
	lang: Lang,
	addresses: readonly string[]
): Promise<string[]> {
	const rest = restOf(page);
	await fill(page, lang);
	const found: string[] = [];
	for (const address of addresses) {
		const full = address.replace(/(write|note)\/$/, '$1/#full-note');
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.goto(full);
		await expect(page.locator('html[data-ready]')).toBeAttached();
		// what the person has is there, and every fold is open
		await expect(page.locator('main .needs-js[role="status"]:visible')).toHaveCount(0);
		// hidden while words that came early stand there, and gone once the app is awake with them
		await expect(page.locator('main .quiet.needs-js.opening')).toHaveCount(0);
		await openEveryFold(page.locator('main'));
		await rest();
		found.push(...(await misnamed(page, address)), ...(await misfitsOnEachScreen(page, address)));
	}
	return found;
}
