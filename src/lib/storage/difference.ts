import type { Step } from '$lib/domain/step';

/** What must be written to go from one state of the plan to the other. */
export function difference(before: readonly Step[], after: readonly Step[]) {
	const known = new Map(before.map((step) => [step.id, step]));
	const kept = new Set(after.map((step) => step.id));
	return {
		put: after.filter((step) => known.get(step.id) !== step),
		gone: before.filter((step) => !kept.has(step.id)),
		added: after.filter((step) => !known.has(step.id)).map((step) => step.id),
		changed: after.flatMap((step) => {
			const old = known.get(step.id);
			return old && old !== step ? [old] : [];
		})
	};
}
