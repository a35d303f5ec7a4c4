import type { ActivityId } from '$lib/domain/activity';

/** Activities with a caution of their own, under the same id in the messages: it is always shown with them. */
export const activitiesWithCaution: ReadonlySet<ActivityId> = new Set([
	'phy-stand-up-sit-down-five',
	'phy-go-up-flight-stairs-slowly',
	'phy-take-warm-shower-stretch-little',
	'phy-clear-small-path-snow-take',
	'phy-sweep-snow-off-steps-car',
	'phy-skate-outdoor-rink',
	'phy-ride-bike-quiet-path-wear',
	'phy-take-easy-hike-park-someone',
	'phy-spend-hour-community-garden',
	'phy-go-out-canoe-pedal-boat',
	'phy-pick-berries-apples',
	'soc-help-out-community-garden',
	'soc-go-fishing-ice-fishing-someone',
	'min-find-5-things-see-4',
	'min-take-three-slow-breaths-eyes',
	'min-listen-three-everyday-sounds-like',
	'min-trace-fingers-by-breathe-going',
	'min-stretch-notice-spot-that-feels',
	'min-let-thought-go-by-like',
	'min-find-thing-that-okay-right',
	'min-listen-birds-wind-snow-underfoot',
	'min-name-small-good-thing-from',
	'min-put-hand-arm-feel-warmth',
	'min-listen-calm-piece-music-follow'
]);
