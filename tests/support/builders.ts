import fc from 'fast-check';
import { habitIds, moments, type HabitItem } from '$lib/domain/habit';
import type { Day, Tick } from '$lib/domain/day';
import { addDays, localDay, weekdays, type LocalDay } from '$lib/domain/local-day';
import type { Photo } from '$lib/domain/photo';
import type { Frequency, Step, StepId } from '$lib/domain/step';

/** A step with ordinary defaults. */
export function aStep(given: Partial<Omit<Step, 'id'>> & { id?: string } = {}): Step {
	const { id = 'a', ...rest } = given;
	return {
		habit: 'wake',
		words: `step ${id}`,
		isSmall: false,
		moment: 'any',
		frequency: { kind: 'daily' },
		times: 1,
		order: 0,
		createdAt: 0,
		...rest,
		id: id as StepId
	};
}

/** Steps 'a', 'b', 'c' …, in that order. */
export function stepsNamed(...ids: string[]): Step[] {
	return ids.map((id, order) => aStep({ id, order }));
}

/** A catalogue item with ordinary defaults. */
export function anItem(given: Partial<HabitItem> = {}): HabitItem {
	return {
		id: 'hyg-a',
		number: 1,
		habit: 'wake',
		moment: 'morning',
		frequency: 'daily',
		minutes: 1,
		isCore: true,
		...given
	};
}

/** A day on which these steps were done, one time each unless named again. */
export function aDay(day: LocalDay | string, done: readonly string[] = [], rest: Partial<Day> = {}): Day {
	const ticks: Tick[] = done.map((step, at) => ({ step: step as StepId, at }));
	return { day: localDay(day), ticks, ...rest };
}

/** The record of a photo of a note, without its bytes. */
export function aPhoto(id: string, note: string, given: Partial<Photo> = {}): Photo {
	return { id, note, at: 1, order: 0, width: 4, height: 3, bytes: 6, alt: '', ...given };
}

/** The record of a note's recording. */
export function aSound(id: string, note: string, given: { at?: number | undefined } = {}) {
	return { id, note, at: 1, blob: new Blob([`sound ${id}`]), ...given };
}

export function stepId(id: string): StepId {
	return id as StepId;
}

/** Ids 'new-1', 'new-2' …, so that the same test always makes the same steps. */
export function idsInOrder(prefix = 'new'): () => string {
	let count = 0;
	return () => `${prefix}-${++count}`;
}

/** Any day a person may live through. */
export const anyDay: fc.Arbitrary<LocalDay> = fc
	.integer({ min: 0, max: 365 * 150 })
	.map((count) => addDays(localDay('1950-01-01'), count));

export const anyFrequency: fc.Arbitrary<Frequency> = fc.oneof(
	fc.constantFrom<Frequency>(
		{ kind: 'daily' },
		{ kind: 'most-days' },
		{ kind: 'as-needed' },
		{ kind: 'once' }
	),
	fc.record({ kind: fc.constant('weekly' as const), times: fc.integer({ min: 1, max: 7 }) }),
	fc.record({ kind: fc.constant('weekdays' as const), days: fc.subarray([...weekdays], { minLength: 1 }) })
);

/** Any step of a plan around one day: paused or not, put away or not. */
function anyStepAround(day: LocalDay): fc.Arbitrary<Omit<Step, 'id'>> {
	const near = fc.integer({ min: -10, max: 10 }).map((count) => addDays(day, count));
	return fc.record(
		{
			habit: fc.constantFrom(...habitIds),
			words: fc.string({ minLength: 1 }),
			isSmall: fc.boolean(),
			moment: fc.constantFrom(...moments),
			frequency: anyFrequency,
			times: fc.integer({ min: 1, max: 6 }),
			order: fc.nat(20),
			createdAt: fc.nat(),
			pause: fc.record({ from: near, to: near }, { requiredKeys: ['from'] }),
			putAwayAt: fc.nat(),
			tiny: fc.string(),
			isExample: fc.constant(true as const)
		},
		{ requiredKeys: ['habit', 'words', 'isSmall', 'moment', 'frequency', 'times', 'order', 'createdAt'] }
	);
}

/** Any plan, each step with its own id. */
export function anyStepsAround(day: LocalDay, maxLength = 25): fc.Arbitrary<Step[]> {
	return fc
		.array(anyStepAround(day), { maxLength })
		.map((steps) => steps.map((step, i) => ({ ...step, id: stepId(`step-${i}`) })));
}
