import type { HabitItemId } from '$lib/domain/habit';

export const presetIds = ['first-steps', 'sleep', 'use-less', 'blank'] as const;
export type PresetId = (typeof presetIds)[number];

/**
 * Ready-made starts, each a handful of steps in the order of the day. None asks anybody to stop drinking or using
 * at once: that can be dangerous, so 'use-less' sends the person to their team first.
 */
export const presets: Record<PresetId, readonly HabitItemId[]> = {
	'first-steps': [
		'hyg-wake-open-curtains-turn-light',
		'hyg-eat-eat-something-morning',
		'hyg-routine-take-short-pause-middle-day',
		'hyg-engage-small-thing-enjoy',
		'hyg-sleep-go-bed-when-feel-sleepy'
	],
	sleep: [
		'hyg-sleep-get-up-same-time-each',
		'hyg-sleep-get-some-daylight-move-during',
		'hyg-substances-have-last-coffee-energy-drink',
		'hyg-sleep-turn-off-screens-half-hour',
		'hyg-sleep-something-calm-before-bed-read',
		'hyg-sleep-go-bed-when-feel-sleepy'
	],
	'use-less': [
		'hyg-substances-drink-use-every-day-talk',
		'hyg-substances-notice-what-use-today-no',
		'hyg-substances-swap-drink-water-drink-no',
		'hyg-substances-when-crave-wait-ten-minutes',
		'hyg-substances-call-someone-go-walk-when'
	],
	blank: []
};

/** "Look around with an example": one step of each habit, one of them done several times a day. */
export const exampleItems: readonly HabitItemId[] = [
	'hyg-wake-open-curtains-turn-light',
	'hyg-routine-look-plan-day',
	'hyg-eat-eat-three-times-today-even',
	'hyg-engage-go-outside-even-few-minutes',
	'hyg-substances-when-crave-wait-ten-minutes',
	'hyg-sleep-something-calm-before-bed-read'
];
