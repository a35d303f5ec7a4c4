import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The numbers on every page. */
const numbersOfEveryPage = ['tel:911', 'tel:988', 'sms:988'] as const;

/** Checks that each number is fully visible and can be tapped without scrolling. */
export async function expectHelpInView(page: Page, about: string): Promise<void> {
	await Promise.all(
		numbersOfEveryPage.map((href) => {
			const link = page.locator(`a[href="${href}"]:visible`).first();
			return expect(link, `${about} ${href}`).toBeInViewport({ ratio: 1 });
		})
	);
}

/** In milliseconds of the page's own clock: when each number was first fully visible. */
type Seen = Record<string, number>;

/** Runs in the page before its own scripts, and checks before each frame until all numbers were seen. */
function remember(hrefs: readonly string[]): void {
	const seen: Seen = {};
	Object.assign(globalThis, { helpSeen: seen });
	const isWhole = (link: Element) => {
		const { top, left, bottom, right, width, height } = link.getBoundingClientRect();
		const isOnScreen = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
		return width > 0 && height > 0 && isOnScreen && getComputedStyle(link).visibility === 'visible';
	};
	const look = () => {
		for (const href of hrefs)
			if (!(href in seen) && [...document.querySelectorAll(`a[href="${href}"]`)].some(isWhole))
				seen[href] = performance.now();
		if (hrefs.some((href) => !(href in seen))) requestAnimationFrame(look);
	};
	look();
}
const remembering = new WeakSet<BrowserContext>();

/** Opens an address and returns how long it took, from the first byte, until all numbers had been visible. */
async function untilHelp(page: Page, address: string): Promise<number> {
	await page.goto(address, { waitUntil: 'commit' });
	const took = await page.waitForFunction(
		(hrefs) => {
			const { helpSeen } = globalThis as unknown as { helpSeen: Seen };
			const [{ responseStart }] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
			return hrefs.every((href) => href in helpSeen) && Math.max(...Object.values(helpSeen)) - responseStart;
		},
		numbersOfEveryPage,
		// the page itself measures: however late this looks
		{ timeout: 30_000 }
	);
	return Number(await took.jsonValue());
}

/**
 * How long a page with nothing but the numbers takes in this browser, right now: a measure of how busy the computer
 * is.
 */
async function untilPlainHelp(context: BrowserContext): Promise<number> {
	const page = await context.newPage();
	const address = new URL('/plain', context.pages()[0]!.url()).href;
	const body = numbersOfEveryPage.map((href) => `<p><a href="${href}">${href}</a></p>`).join('');
	await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
	const took = await untilHelp(page, address);
	await page.close();
	return took;
}

/**
 * Opens an address; the page itself measures when the numbers became visible. However late the test looks, that must
 * be within a second, or within a second of what a page with nothing else takes on a computer as busy as this one. A
 * computer can be busy for just that moment, so a page that seems too slow is opened again: one that really is takes
 * too long every time.
 */
export async function expectHelpAtOnce(page: Page, address: string): Promise<void> {
	const context = page.context();
	if (!remembering.has(context)) await context.addInitScript(remember, numbersOfEveryPage);
	remembering.add(context);
	const seen: string[] = [];
	for (let again = 0; again < 5; again++) {
		const took = await untilHelp(page, address);
		const most = took < 1000 ? 1000 : 1000 + (await untilPlainHelp(context));
		if (took < most) return;
		seen.push(`${Math.round(took)} of ${Math.round(most)}`);
	}
	expect(seen, `${address}: milliseconds until help was in view, each time`).toEqual([]);
}
