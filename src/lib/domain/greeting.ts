import type { ClockTime } from './clock-time';
import { isNight, type NightHours } from './night';

export type Greeting = 'morning' | 'afternoon' | 'evening' | 'night';

/**
 * @param now local time
 * @param night the person's own night; who is up at two in the morning still has the evening
 */
export function greetingAt(now: ClockTime, night?: NightHours): Greeting {
	if (isNight(now, night)) return 'night';
	const hour = Math.floor(now / 60);
	if (hour < 5 || hour >= 18) return 'evening';
	return hour < 12 ? 'morning' : 'afternoon';
}
