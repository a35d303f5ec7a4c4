import { planOf, type Step } from '../lib/domain/step';
import { readOnce } from './read-once';

/** The steps of My plan. Begun before the styles of the page are asked for, which every script after them waits for. `steps.ts` draws them. */
export function begin(): void {
	window.envolSteps = readOnce(['steps'], (reading) => {
		const steps = reading.objectStore('steps').getAll();
		return () => planOf(steps.result as Step[]);
	});
}
