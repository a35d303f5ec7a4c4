import type { SheetLayout } from '$lib/domain/prescription';
import { presets } from './presets';
import type { SheetPresetId } from './sheet-preset-ids';

/**
 * Ready-made beginnings for a sheet: ids of habit items and activities, in the order of the day or of the petals.
 */
export const sheetPresets: Record<SheetPresetId, { layout: SheetLayout; ids: readonly string[] }> = {
	'first-steps': { layout: 'list', ids: presets['first-steps'] },
	sleep: { layout: 'list', ids: presets.sleep },
	'use-less': { layout: 'list', ids: presets['use-less'] },
	flower: {
		layout: 'flower',
		ids: [
			'phy-walk-around-block-own-pace',
			'soc-call-someone-ten-minutes',
			'men-knit-crochet-sew-few-rows',
			'hyg-engage-take-step-toward-work-study',
			'hyg-routine-chore',
			'hyg-eat-eat-three-times-today-even'
		]
	},
	blank: { layout: 'list', ids: [] }
};
