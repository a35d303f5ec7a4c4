import { putAway, type Making } from './new-step';
import { hasSubject, lineOf, stepFromLine, type Line } from './prescription';
import { inOrder, isInPlan, type Step } from './step';

/** A line of a sheet: which step of the plan it stands for, if any, and whether it is on the sheet. */
export interface SheetRow {
	line: Line;
	/** The id of its step. */
	id?: string;
	isOn: boolean;
}

/**
 * The plan as the rows of its own sheet say: the same order, new rows become steps, rows switched off or taken out are
 * put away with their history. A step that the rows do not speak of, added meanwhile, stays at the end.
 * @param known ids of the steps that the rows were made from
 */
export function planFromRows(
	steps: readonly Step[],
	rows: readonly SheetRow[],
	known: readonly string[],
	making: Making
): Step[] {
	const byId = new Map<string, Step>(steps.map((step) => [step.id, step]));
	const plan: Step[] = [];
	for (const { line, id, isOn } of rows) {
		if (!isOn || !hasSubject(line)) continue;
		const step = id === undefined ? undefined : byId.get(id);
		if (!step)
			plan.push(
				id === undefined
					? stepFromLine(line, making)
					: { ...stepFromLine(line, making), id: id as Step['id'] }
			);
		else {
			const {
				item: _i,
				activity: _a,
				unknown: _u,
				petal: _p,
				words: _w,
				detail: _d,
				tiny: _t,
				reason: _r,
				...rest
			} = step;
			const { putAwayAt: _, ...kept } = rest;
			plan.push({ ...kept, ...lineOf(line) });
		}
	}
	const placed = new Set<string>(plan.map(({ id }) => id));
	const spokenOf = new Set(known);
	const others = steps.filter((step) => !placed.has(step.id));
	const stay = others.filter((step) => isInPlan(step) && !spokenOf.has(step.id));
	const away = others.filter((step) => !stay.includes(step));
	return [
		...inOrder([...plan, ...stay]),
		...away.map((step) => (isInPlan(step) ? putAway(step, making.at) : step))
	];
}
