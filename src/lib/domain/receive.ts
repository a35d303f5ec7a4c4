import { broughtBack, putAway, withAdded, type Making } from './new-step';
import { lineOf, stepFromLine, type Line } from './prescription';
import { quoted } from './help-like';
import { isSame } from './is-same';
import { sayingOf } from './join-sheet';
import { inOrder, isInPlan, tidyWords, type Step } from './step';

/** What a person says to one line: take it, take it smaller, leave it for later, do something else instead. */
export const answerKinds = ['yes', 'smaller', 'not-now', 'own'] as const;
export type AnswerKind = (typeof answerKinds)[number];

export interface Answer {
	kind: AnswerKind;
	/** For 'smaller' the tiny way to do it, for 'own' what they do instead. */
	words?: string;
	/** For a step that the person has already: when, how much and how often as the line says, in place of their own. */
	takesHow?: true;
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
	return isOwn && sayingOf(step.words ?? '') === sayingOf(line.words ?? '');
}

/** The step that the person has for this line already, in the plan or else put away. */
export function stepFor(steps: readonly Step[], line: Line): Step | undefined {
	const same = steps.filter((step) => isAbout(step, line));
	return same.find(isInPlan) ?? same[0];
}

/** What a line says of when, how much and how often. */
type How = Pick<Line, 'detail' | 'moment' | 'frequency' | 'times'>;

/** Does the line say another time, measure or rhythm than the person's own step? */
export function differsInHow(step: Step, line: Line): boolean {
	const how = ({ detail, moment, frequency, times }: Line): How => ({ detail, moment, frequency, times });
	return !isSame(how(lineOf(step)), how(lineOf(line)));
}

/** All that the person wrote and chose stays; the line fills what is empty. When and how often only where they said so. */
function renewed(step: Step, line: Line, takesHow: boolean): Step {
	const { isExample: _, ...own } = isInPlan(step) ? step : broughtBack(step);
	if (quoted(line) !== line) own.isQuoted = true;
	const { detail, moment, frequency, times, tiny, reason, petal } = lineOf(line);
	const renewed: Step = { ...own };
	if (tiny !== undefined) renewed.tiny ??= tiny;
	if (reason !== undefined) renewed.reason ??= reason;
	if (petal !== undefined) renewed.petal ??= petal;
	if (!takesHow) return renewed;
	delete renewed.detail;
	return { ...renewed, ...(detail !== undefined && { detail }), moment, frequency, times };
}

function smaller(step: Step, words: string | undefined): Step {
	const tiny = tidyWords(words) ?? step.tiny;
	return tiny ? { ...step, tiny, isSmall: true } : step;
}

/** Their own idea takes the place of the line and keeps its time of day; what it is about, and its picture, are its own. */
function inOwnWords({ moment, frequency, times }: Line, words: string): Line {
	return { habit: 'engage', words, isSmall: false, moment, frequency, times };
}

/**
 * The plan after a person answered each line. What they said yes to, and their own ideas, come in the order of the
 * sheet; "not now" is put away, where they alone see it. What they have already is never doubled, and stays as they
 * have it.
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
			const idea = inOwnWords(line, ownWords);
			const mine = stepFor([...steps, ...added], idea);
			// said once already, here or before: it is there
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
