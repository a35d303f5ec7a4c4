import { test, type Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** How much may move in a whole journey: 1 is all of the screen, by all of its height. */
const most = 0.02;

interface Move {
	value: number;
	what: string;
}

export interface Walk {
	/** Walks from here to there: in so many taps at most, and nothing moves but what a tap asks for. */
	journey: (name: string, taps: number, walk: () => Promise<void>) => Promise<void>;
	/** The last tap opened or changed something, and what stands below it made room: that was asked for. */
	asked: () => Promise<void>;
}

/**
 * Counts taps, and notes what moves, in each page that is opened from now on. What moves after a tap counts as well, which browsers
 * leave out for half a second; but not where the tap led to another page, which comes together in that time.
 */
export async function watchWalk(page: Page): Promise<Walk> {
	const moves: Move[] = [];
	let taps = 0;
	await page.exposeBinding('tellMoves', ({ frame }, told: Move[]) => {
		const { pathname } = new URL(frame.url());
		moves.push(...told.map(({ value, what }) => ({ value, what: `${pathname} ${what}` })));
	});
	await page.exposeBinding('tellTap', () => void (taps += 1));
	await page.addInitScript(() => {
		type Shift = PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
			sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
		};
		const told = globalThis as unknown as { tellMoves: (moves: Move[]) => void; tellTap: () => void };
		let isAnother = false;
		const { pushState } = history;
		history.pushState = function (...to) {
			isAnother = true;
			pushState.apply(this, to);
		};
		addEventListener(
			'pointerdown',
			() => {
				isAnother = false;
				told.tellTap();
			},
			{ capture: true }
		);
		const nameOf = ({ node, previousRect: from, currentRect: to }: Shift['sources'][0]) =>
			`${node?.nodeName} “${node?.textContent?.trim().slice(0, 30)}” ${from.x},${from.y} > ${to.x},${to.y}`;
		const tell = (shifts: PerformanceEntryList) =>
			told.tellMoves(
				(shifts as Shift[])
					.filter(
						({ hadRecentInput, sources }) =>
							// where the head of the new page is less high, all of it begins elsewhere
							!isAnother || !(hadRecentInput || sources.some(({ node }) => node?.nodeName === 'MAIN'))
					)
					.map(({ value, sources }) => ({ value, what: sources.map(nameOf).join(' | ') }))
			);
		const observer = new PerformanceObserver((list) => tell(list.getEntries()));
		observer.observe({ type: 'layout-shift', buffered: true });
		// the page's own, before a test takes its clock
		const [frame, later] = [requestAnimationFrame, setTimeout];
		const tellTheRest = () =>
			new Promise<void>((done) =>
				frame(() =>
					later(() => {
						tell(observer.takeRecords());
						done();
					})
				)
			);
		Object.assign(globalThis, { tellTheRest });
	});
	/** What the last frame moved is known once it was drawn. */
	const drawn = () =>
		page.evaluate(() => (globalThis as unknown as { tellTheRest?: () => Promise<void> }).tellTheRest?.());
	return {
		journey: (name, mostTaps, walk) =>
			test.step(name, async () => {
				if (page.url() !== 'about:blank') await drawn();
				moves.length = taps = 0;
				await walk();
				await drawn();
				const said = moves.map(({ value, what }) => `${value.toFixed(4)} ${what}`).join('\n');
				const sum = moves.reduce((total, { value }) => total + value, 0);
				expect(sum, `${name}: what moved\n${said}`).toBeLessThanOrEqual(most);
				expect(taps, `${name}: taps`).toBeLessThanOrEqual(mostTaps);
			}),
		asked: async () => {
			await drawn();
			moves.length = 0;
		}
	};
}
