import { putAway, type Making } from './new-step';
import { isSame } from './is-same';
import { hasSubject, lineOf, stepFromLine, type Line } from './prescription';
import { inOrder, isInPlan, type Step } from './step';

/** A row of the sheet editor: the step of the plan it stands for, if any, and whether it is on the sheet. */
export interface SheetRow {
	line: Line;
	/** The id of its step. */
	id?: string;
	isOn: boolean;
}

/**
 * The plan as the rows of its own sheet say: in the same order; new rows become steps; rows switched off or removed
 * are put away with their history. A step without a row, added in the meantime, stays at the end.
 * @param known ids of the steps that the rows were made from
 * @param before those rows as the page found them: fields not changed there keep their present value
 */
export function planFromRows(
	steps: readonly Step[],
	rows: readonly SheetRow[],
	known: readonly string[],
	making: Making,
	before: readonly SheetRow[] = []
): Step[] {
	const found = new Map(before.map((row) => [row.id, row]));
	const byId = new Map<string, Step>(steps.map((step) => [step.id, step]));
	const plan: Step[] = [];
	for (const { line, id, isOn } of rows) {
		if (!isOn || !hasSubject(line)) continue;
		const step = id === undefined ? undefined : byId.get(id);
		const was = found.get(id);
		if (!step)
			plan.push(
				id === undefined
					? stepFromLine(line, making)
					: { ...stepFromLine(line, making), id: id as Step['id'] }
			);
		else if (isOn === was?.isOn && isSame(lineOf(was.line), lineOf(line))) {
			// changed or put away elsewhere, so it stays as it is there
			if (isInPlan(step)) plan.push(step);
		} else {
			const {
				item: _i,
				activity: _a,
				unknown: _u,
				petal: _p,
				words: _w,
				drawing: _dr,
				detail: _d,
				tiny: _t,
				reason: _r,
				putAwayAt: _at,
				isQuoted,
				...kept
			} = step;
			const isTheirs = isQuoted && isSame(step.words, lineOf(line).words);
			plan.push({ ...kept, ...lineOf(line), ...(isTheirs && { isQuoted }) });
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
