import { broughtBack, putAway, withAdded, type Making } from './new-step';
import { lineOf, stepFromLine, type Line } from './prescription';
import { inOrder, isInPlan, tidyWords, type Step } from './step';

/** What a person says to one line: take it, take it smaller, leave it for later, do something else instead. */
export const answerKinds = ['yes', 'smaller', 'not-now', 'own'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Answer {
	kind: AnswerKind;
	/** For 'smaller' the tiny way to do it, for 'own' what they do instead. */
	words?: string;
}

export interface Answered {
	line: Line;
	answer: Answer;
}

/** Beside what is in the plan today, or in its place. */
export const receivingWays = ['merge', 'replace'] as const;
export type ReceivingWay = (typeof receivingWays)[number];

/** Is this the same thing to do: the same item of the catalogue, or else the same words? */
function isAbout(step: Step, line: Line): boolean {
	if (line.item !== undefined) return step.item === line.item;
	if (line.activity !== undefined) return step.activity === line.activity;
	if (line.unknown !== undefined) return step.unknown === line.unknown;
	const isOwn = step.item === undefined && step.activity === undefined && step.unknown === undefined;
	return isOwn && tidyWords(step.words)?.toLowerCase() === tidyWords(line.words)?.toLowerCase();
}

/** The step that the person has for this line already, in the plan or else put away. */
export function stepFor(steps: readonly Step[], line: Line): Step | undefined {
	const same = steps.filter((step) => isAbout(step, line));
	return same.find(isInPlan) ?? same[0];
}

/** The person's own words stay, and so does a step made smaller; when, how and how often come from the line. */
function renewed(step: Step, line: Line): Step {
	const { isExample: _, petal: _petal, ...own } = isInPlan(step) ? step : broughtBack(step);
	const fresh = lineOf(line);
	return {
		...own,
		...fresh,
		isSmall: fresh.isSmall || own.isSmall,
		...(step.words !== undefined && { words: step.words }),
		...(step.tiny !== undefined && { tiny: step.tiny }),
		...(step.reason !== undefined && { reason: step.reason })
	};
}

function smaller(step: Step, words: string | undefined): Step {
	const tiny = tidyWords(words) ?? step.tiny;
	return tiny ? { ...step, tiny, isSmall: true } : step;
}

/** Their own idea takes the place of the line and keeps its time of day. */
function inOwnWords(line: Line, words: string): Line {
	const { item: _i, activity: _a, unknown: _u, detail: _d, tiny: _t, reason: _r, ...rest } = line;
	return { ...rest, words, isSmall: false };
}

/**
 * The plan after a person answered each line. What they said yes to, and their own ideas, come in the order of the
 * sheet; "not now" is put away, where they alone see it. What they have already is renewed, never doubled, and keeps
 * its history.
 * @param way 'replace' puts away what was in the plan and is not on the sheet
 */
export function received(
	steps: readonly Step[],
	answered: readonly Answered[],
	way: ReceivingWay,
	making: Making
): Step[] {
	const taken = new Map<string, Step>();
	const added: Step[] = [];
	const away: Step[] = [];
	for (const { line, answer } of answered) {
		const known = stepFor(
			steps.filter((step) => !taken.has(step.id)),
			line
		);
		const ownWords = answer.kind === 'own' ? tidyWords(answer.words) : undefined;
		if (ownWords) {
			added.push(stepFromLine(inOwnWords(line, ownWords), making));
		} else if (answer.kind === 'yes' || answer.kind === 'smaller') {
			const step = known ? renewed(known, line) : stepFromLine(line, making);
			const asWanted = answer.kind === 'smaller' ? smaller(step, answer.words) : step;
			if (known) taken.set(known.id, asWanted);
			if (!known || !isInPlan(known) || way === 'replace') added.push(asWanted);
		} else if (!known) away.push(putAway(stepFromLine(line, making), making.at));
	}
	const isAdded = new Set(added.map((step) => step.id));
	const rest = steps.filter((step) => !isAdded.has(step.id)).map((step) => taken.get(step.id) ?? step);
	if (way === 'merge') return [...withAdded(rest, added), ...away];
	const old = rest.map((step) => (isInPlan(step) ? putAway(step, making.at) : step));
	return [...inOrder(added), ...old, ...away];
}
