import { broughtBack, putAway, withAdded, type Making } from './new-step';
import { lineOf, stepFromLine, type Line } from './prescription';
import { quoted } from './help-like';
import { isSame } from './is-same';
import { comparisonKey } from './join-sheet';
import { inOrder, isInPlan, tidyWords, type Step } from './step';

/** A person's answer to one line: take it, take a smaller version, leave it for later, do something else instead. */
export const answerKinds = ['yes', 'smaller', 'not-now', 'own'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Answer {
	kind: AnswerKind;
	/** For 'smaller' the tiny version, for 'own' what they do instead. */
	words?: string;
	/** For a step that the person already has: use the line's time, amount and frequency instead of their own. */
	takesHow?: true;
}

export interface Answered {
	line: Line;
	answer: Answer;
}

/** Add to the plan of today, or replace it. */
export const receivingWays = ['merge', 'replace'] as const;
export type ReceivingWay = (typeof receivingWays)[number];

/** Whether a step and a line are the same thing to do: the same catalogue item, otherwise the same words. */
function isAbout(step: Step, line: Line): boolean {
	if (line.item !== undefined) return step.item === line.item;
	if (line.activity !== undefined) return step.activity === line.activity;
	if (line.unknown !== undefined) return step.unknown === line.unknown;
	const isOwn = step.item === undefined && step.activity === undefined && step.unknown === undefined;
	return isOwn && comparisonKey(step.words ?? '') === comparisonKey(line.words ?? '');
}

/** The step that the person already has for this line, in the plan or put away. */
export function stepFor(steps: readonly Step[], line: Line): Step | undefined {
	const same = steps.filter((step) => isAbout(step, line));
	return same.find(isInPlan) ?? same[0];
}

/** The time, amount and frequency of a line. */
type How = Pick<Line, 'detail' | 'moment' | 'frequency' | 'times'>;

/** Whether the line has another time, amount or frequency than the person's own step. */
export function differsInHow(step: Step, line: Line): boolean {
	const how = ({ detail, moment, frequency, times }: Line): How => ({ detail, moment, frequency, times });
	return !isSame(how(lineOf(step)), how(lineOf(line)));
}

/**
 * Keeps everything that the person wrote and chose; the line only fills empty fields. Its time and frequency are used
 * only where they said so.
 */
function renewed(step: Step, line: Line, takesHow: boolean): Step {
	const { isExample: _, ...own } = isInPlan(step) ? step : broughtBack(step);
	if (quoted(line) !== line) own.isQuoted = true;
	const { detail, moment, frequency, times, tiny, reason, petal, drawing } = lineOf(line);
	const renewed: Step = { ...own };
	if (tiny !== undefined) renewed.tiny ??= tiny;
	if (reason !== undefined) renewed.reason ??= reason;
	if (petal !== undefined) renewed.petal ??= petal;
	if (drawing !== undefined) renewed.drawing ??= drawing;
	if (!takesHow) return renewed;
	delete renewed.detail;
	return { ...renewed, ...(detail !== undefined && { detail }), moment, frequency, times };
}

function smaller(step: Step, words: string | undefined): Step {
	const tiny = tidyWords(words) ?? step.tiny;
	return tiny ? { ...step, tiny, isSmall: true } : step;
}

/** The person's own idea replaces the line and keeps its time of day, but not its subject or pictogram. */
function inOwnWords({ moment, frequency, times }: Line, words: string): Line {
	return { habit: 'engage', words, isSmall: false, moment, frequency, times };
}

/**
 * The plan after a person answered each line. Accepted lines and own ideas come in the order of the sheet; "not now"
 * lines are put away, where only the person sees them. A step they already have is never duplicated and stays as it
 * is.
 * @param way 'replace' puts away the steps that are not on the sheet
 */
export function planAfterAnswers(
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
			const idea = inOwnWords(line, ownWords);
			const mine = stepFor([...steps, ...added], idea);
			// the person already has it, or it was just added
			if (!mine) added.push(stepFromLine(idea, making));
			else if (!added.includes(mine) && !taken.has(mine.id)) {
				const back = renewed(mine, idea, false);
				taken.set(mine.id, back);
				if (!isInPlan(mine) || way === 'replace') added.push(back);
			}
		} else if (answer.kind === 'yes' || answer.kind === 'smaller') {
			const step = known
				? renewed(known, line, answer.takesHow === true)
				: quoted(stepFromLine(line, making));
			const asWanted = answer.kind === 'smaller' ? smaller(step, answer.words) : step;
			if (known) taken.set(known.id, asWanted);
			if (!known || !isInPlan(known) || way === 'replace') added.push(asWanted);
		} else if (!known) away.push(putAway(quoted(stepFromLine(line, making)), making.at));
	}
	const isAdded = new Set(added.map((step) => step.id));
	const rest = steps.filter((step) => !isAdded.has(step.id)).map((step) => taken.get(step.id) ?? step);
	if (way === 'merge') return [...withAdded(rest, added), ...away];
	const old = rest.map((step) => (isInPlan(step) ? putAway(step, making.at) : step));
	return [...inOrder(added), ...old, ...away];
}
