import type { EarlyList } from '../lib/domain/early-list';
import { planOf, type Step } from '../lib/domain/step';
import { keptList } from './kept-list';
import { readOnce } from './read-once';

export interface Found {
	steps: readonly Step[];
	list: Promise<Partial<EarlyList>>;
}

/**
 * The steps of My plan, and what some of them are called. Begun before the styles of the page are asked for, which every script after
 * them waits for. `steps.ts` draws them.
 */
export function begin(): void {
	window.envolSteps = readOnce(['steps', 'settings'], (reading) => {
		const steps = reading.objectStore('steps').getAll();
		const list = keptList(reading);
		return () => ({ steps: planOf(steps.result as Step[]), list });
	});
}
