import type { PlanNotes, PlanText } from './my-plan';

/** What belongs to the plan for a crisis alone: what helps and what does not may have been written with the signs. */
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

/** Is there anything in the plan for a crisis? */
export function isCrisisWritten(notes: PlanNotes | undefined): boolean {
	return notes !== undefined && (notes.asks.length > 0 || crisisTexts.some((field) => notes[field]));
}
