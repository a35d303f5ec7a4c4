import { expect, type Page } from '@playwright/test';
import { awake } from './person.ts';

/** How many answers the person's own words may wait for, the page itself among them: a budget (docs/decisions/0016). */
export const mostAnswers = 3;

/** Keeps the app from waking, until it is told to go on. @param most how many answers come at all before that */
export async function asleep(page: Page, most = Infinity): Promise<() => Promise<void>> {
	let wake = () => {};
	const told = new Promise<void>((resolve) => (wake = resolve));
	let asked = 0;
	await page.route('**/*', async (route) => {
		asked += 1;
		if (asked > most || /\/_app\/immutable\/.*\.js$/.test(route.request().url())) await told;
		await route.continue();
	});
	return async () => {
		wake();
		await awake(page);
	};
}

/** What each of these shows, and where on the page. */
export const boxesOf = (page: Page, what: string) => (): Promise<unknown[][]> =>
	page.locator(what).evaluateAll((parts) =>
		parts.map((part) => {
			const { x, y, width, height } = part.getBoundingClientRect();
			return [(part as HTMLElement).innerText, x, y + scrollY, width, height];
		})
	);

/** From now on, notes what moves by itself in the page; the status line fades in below it. */
export const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const moved: string[] = [];
		Object.assign(globalThis, { moved });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
				sources: { node?: Node }[];
			})[])
				if (!entry.hadRecentInput && entry.sources.some(({ node }) => node?.parentElement?.closest('main')))
					moved.push(`${entry.value} ${entry.sources.map(({ node }) => node?.nodeName).join()}`);
		}).observe({ type: 'layout-shift', buffered: true });
	});

type Moved = { moved: string[] };

/** Whatever moved until now is forgotten. */
export const forgetShifts = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<void>((done) =>
				requestAnimationFrame(() =>
					setTimeout(() => {
						(globalThis as unknown as Moved).moved.length = 0;
						done();
					})
				)
			)
	);

export async function expectNothingMoved(page: Page): Promise<void> {
	expect(await page.evaluate(() => (globalThis as unknown as Moved).moved)).toEqual([]);
}
