import type { Step } from '../lib/domain/step';

/** From when on the list of these steps looks at days: a week and a little, and further for what is to be done once. */
export function lookBack(steps: readonly Step[]): string {
	const week = Date.now() - 8 * 86_400_000;
	const once = steps.filter(({ frequency }) => frequency.kind === 'once');
	const first = Math.min(week, ...once.map(({ createdAt }) => createdAt - 2 * 86_400_000));
	return new Date(Math.max(0, first)).toISOString().slice(0, 10);
}
