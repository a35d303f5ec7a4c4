import type { Weekday } from './local-day';
import type { Frequency } from './step';

/** The boxes to tick for a step in one week on paper. */
export type Boxes =
	/** One on each of these days, below its letter. */
	| { days: readonly Weekday[] }
	/**
	 * This many boxes, each for a day the person writes in; 0 for a step done as needed, which only has room to
	 * write.
	 */
	| { any: number };

const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The boxes of a step follow its frequency: never seven for something that happens once. */
export function boxesOf(frequency: Frequency): Boxes {
	switch (frequency.kind) {
		case 'daily':
		case 'most-days':
			return { days: everyDay };
		case 'weekdays':
			return { days: frequency.days };
		case 'weekly':
			return frequency.times < everyDay.length ? { any: frequency.times } : { days: everyDay };
		case 'once':
			return { any: 1 };
		case 'as-needed':
			return { any: 0 };
	}
}
