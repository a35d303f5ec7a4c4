import { isSame } from '$lib/domain/is-same';
import type { Step, StepId } from '$lib/domain/step';

export { isSame };

/** What one change of the plan did: enough to write it, and to undo it later. */
export interface Difference {
	put: Step[];
	removed: Step[];
	added: Step[];
	changed: { before: Step; after: Step }[];
}

/** The rows to write to get from one state of the plan to another. */
export function difference(before: readonly Step[], after: readonly Step[]): Difference {
	const known = new Map(before.map((step) => [step.id, step]));
	const kept = new Set(after.map((step) => step.id));
	return {
		put: after.filter((step) => known.get(step.id) !== step),
		removed: before.filter((step) => !kept.has(step.id)),
		added: after.filter((step) => !known.has(step.id)),
		changed: after.flatMap((step) => {
			const old = known.get(step.id);
			return old && old !== step ? [{ before: old, after: step }] : [];
		})
	};
}

type Fields = Record<string, unknown>;

function isRecord(value: unknown): boolean {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Undoes a change of a record, field by field; fields written since stay. A record that did not exist before, or no
 * longer exists, is undone whole or not at all.
 */
export function fieldsTakenBack<T>(present: T, before: T, after: T): T {
	if (!isRecord(present) || !isRecord(before) || !isRecord(after))
		return isSame(present, after) ? before : present;
	const [was, became, is] = [before, after, present] as Record<string, unknown>[];
	const fields = [...new Set([...Object.keys(was!), ...Object.keys(became!)])];
	const mine = fields.filter(
		(field) => !isSame(was![field], became![field]) && isSame(is![field], became![field])
	);
	if (mine.length === 0) return present;
	const back = new Map(Object.entries(is!));
	for (const field of mine)
		if (was![field] === undefined) back.delete(field);
		else back.set(field, was![field]);
	return Object.fromEntries(back) as T;
}

/** Fields in the person's own words. A name alone, since no file of storage may bring the plan with it. */
export const typedFields: ReadonlySet<string> = new Set(
	(
		'note words detail tiny reason does tellsWords name when ask helpedWords ' +
		'well helps helpsNot worse crisisSigns alone distract safer want doNotWant ' +
		'whenToCall pets home children work visitWho '
	)
		.trim()
		.split(' ')
);

/** Two texts for one place: both, unless one contains the other. */
function bothTexts(theirs: string, mine: string): string {
	if (theirs.includes(mine)) return theirs;
	return mine.includes(theirs) ? mine : `${theirs} · ${mine}`;
}

/**
 * Applies a change that was never written, field by field; fields written since stay, and of a text that was written
 * twice, both.
 * @param befores the values that may have been stored when the change was to be made
 */
export function madeUpFor(
	present: unknown,
	befores: readonly unknown[],
	after: unknown,
	name?: string
): unknown {
	if (befores.some((before) => isSame(present, before))) return after;
	if (
		name !== undefined &&
		typedFields.has(name) &&
		after &&
		befores.every((before) => !isSame(before, after))
	)
		return bothTexts(String(present ?? ''), String(after));
	if (!isRecord(present) || !isRecord(after)) return present;
	const [is, becomes, were] = [present, after, befores.filter(isRecord)] as [Fields, Fields, Fields[]];
	return Object.fromEntries(
		[...new Set([...Object.keys(is), ...Object.keys(becomes)])]
			.map((field) => [
				field,
				madeUpFor(
					is[field],
					were.map((before) => before[field]),
					becomes[field],
					field
				)
			])
			.filter(([, value]) => value !== undefined)
	);
}

/** The rows to write to undo a change of the plan as it is now, without touching what came after it. */
export function takingBack(present: readonly Step[], made: Difference): { put: Step[]; removed: StepId[] } {
	const now = new Map(present.map((step) => [step.id, step]));
	return {
		put: [
			...made.changed.flatMap(({ before, after }) => {
				const step = now.get(after.id);
				const back = step && fieldsTakenBack(step, before, after);
				return back && back !== step ? [back] : [];
			}),
			...made.removed.filter((step) => !now.has(step.id))
		],
		// a step that someone changed since stays
		removed: made.added.filter((step) => isSame(now.get(step.id), step)).map((step) => step.id)
	};
}
