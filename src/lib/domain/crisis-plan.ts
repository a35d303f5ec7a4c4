import type { PlanNotes, PlanText } from './my-plan';

/** The fields that only the crisis plan has. What helps and what does not may have been written with the signs. */
const crisisTexts = [
	'crisisSigns',
	'alone',
	'distract',
	'safer',
	'want',
	'doNotWant',
	'whenToCall',
	'pets',
	'home',
	'children',
	'work'
] as const satisfies readonly PlanText[];

/** Whether anything is written in the plan for a crisis. */
export function isCrisisWritten(notes: PlanNotes | undefined): boolean {
	return notes !== undefined && (notes.asks.length > 0 || crisisTexts.some((field) => notes[field]));
}
