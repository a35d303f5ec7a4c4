import type { Page } from '@playwright/test';
import type { PaperHarness } from '../harness/paper-page.ts';
import { buildPaperHarness, builtOnce } from '../harness/build.ts';
import type { PaperKind, PaperOnly, Prescription } from '../../src/lib/domain/prescription.ts';
import { test as appTest } from './fixtures.ts';

declare const paperHarness: Promise<PaperHarness>;

/** The app's own sheets, drawn from the same plan on a test page. */
export const test = appTest.extend({
	server: async ({ served }, use) => use(await served(await builtOnce('paper', buildPaperHarness)))
});

export const twelve = [
	'hyg-wake-put-feet-floor-time-chose',
	'hyg-wake-open-curtains-turn-light',
	'hyg-routine-pick-thing-thing-enjoy',
	'hyg-routine-take-medication-as-agreed-care',
	'hyg-eat-eat-three-times-today-even',
	'hyg-eat-add-protein-food-eggs-beans',
	'hyg-engage-move-body-little',
	'phy-walk-around-block-own-pace',
	'soc-call-someone-ten-minutes',
	'hyg-substances-choose-day-no-alcohol',
	'hyg-sleep-turn-off-screens-half-hour',
	'hyg-sleep-go-bed-when-feel-sleepy'
];
/** Among the longest of the catalogue, none of them daily. */
export const longest = [
	'hyg-eat-add-protein-food-eggs-beans',
	'hyg-substances-notice-what-use-today-no',
	'hyg-sleep-tell-team-if-hardly-sleep',
	'hyg-engage-take-step-toward-work-study',
	'hyg-wake-keep-wake-time-days-off',
	'hyg-substances-swap-drink-water-drink-no',
	'hyg-sleep-still-awake-after-while-get',
	'hyg-eat-if-money-tight-call-211',
	'hyg-routine-check-that-have-enough-medication',
	'hyg-substances-drink-use-every-day-talk',
	'hyg-substances-when-crave-wait-ten-minutes',
	'hyg-routine-keep-three-fixed-points-get'
];
export const petals = [
	'phy-walk-around-block-own-pace',
	'soc-call-someone-ten-minutes',
	'men-knit-crochet-sew-few-rows',
	'hyg-engage-take-step-toward-work-study',
	'hyg-routine-chore',
	'hyg-eat-eat-three-times-today-even'
];

export interface Wanted extends Partial<Omit<Prescription, 'lines'>> {
	ids: readonly string[];
	/** Steps in a person's own words. */
	own?: readonly string[];
	kind?: PaperKind;
	paper?: PaperOnly;
}

/** Draws a sheet; returns the link in its code, and how the screen says that it fits. */
export async function draw(page: Page, { ids, own = [], kind = 'sheet', paper = quebec, ...rest }: Wanted) {
	const plan = {
		langs: 'en',
		layout: 'list',
		ideas: { physical: [{ words: 'walk, stretch' }], social: [{ words: 'coffee with Luc' }], mental: [] },
		agreements: { me: [], team: [], lovedOnes: [] },
		signs: [],
		date: '2026-11-21',
		reviewOn: '2026-12-19',
		...rest
	};
	if (page.url() === 'about:blank') await page.goto('/');
	return page.evaluate(
		async ([ids, own, plan, kind, paper]) => {
			const { show, suggestedLine } = await paperHarness;
			const lines = [
				...ids.map((id) => suggestedLine(id)!),
				...own.map((words) => ({ ...suggestedLine(ids[0]!)!, item: undefined, words }))
			];
			return show({ kind, prescription: { ...plan, lines } as object as Prescription, paper });
		},
		[ids, own, plan, kind, paper] as const
	);
}

const quebec: PaperOnly = { teamPhone: '514-555-0123', region: 'CA-QC' };
