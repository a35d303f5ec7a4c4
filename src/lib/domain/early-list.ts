import { timesDone, type Day } from './day';
import { dayListOf } from './day-list';
import { moments, type HabitId } from './habit';
import type { Lang } from './language';
import { addDays, type LocalDay } from './local-day';
import type { PictogramName } from './pictogram';
import { planOf, type Step, type StepId } from './step';

/** What one step shows, in the language on screen. */
export interface RowWords {
	title: string;
	icon?: PictogramName | undefined;
	/** The smaller line; of a step done several times a day, one for each count, from 0 up to `times`. */
	details: readonly (string | undefined)[];
}

/** One line or form of a drawing: the name of its element, and its attributes. */
export type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

export interface EarlyRow {
	step: StepId;
	title: string;
	icon?: PictogramName;
	/** Gives it its colour. */
	habit: HabitId;
	/** As in {@link RowWords}, '' where there is none. */
	details: readonly string[];
	times: number;
	isQuoted?: true;
	/** Its place among the moments of the day; 4 for any time. */
	moment: number;
}

export interface EarlyDay {
	/** "Saturday, November 21". */
	words: string;
	/** Which rows, in the person's order; the script arranges them by the hour. */
	rows: readonly number[];
	/** How often each step was done that day; those not done are left out. */
	done: Readonly<Record<string, number>>;
}

/**
 * The early list: what the list of today and of the next days shows, kept where the page itself can read it before the app
 * is awake. Words of steps only: nothing of the journal, no note, no name of a person.
 */
export interface EarlyList {
	lang: Lang;
	rows: readonly EarlyRow[];
	days: Readonly<Record<LocalDay, EarlyDay>>;
	/** The drawings of the rows, by their names: the page draws them without asking for a file. Those left out come from it. */
	drawings?: Readonly<Record<string, readonly Shape[]>>;
}

/** Today and two weeks more: who comes back later than that waits for the app. */
export const earlyDays = 15;

/** What is stored, as far as the early list needs it. */
export interface EarlySource {
	steps: readonly Step[];
	/** The records since {@link lookBackFrom}, in any order. */
	records: readonly Day[];
	today: LocalDay;
	/** "Just the minimum" is on. */
	isHardDay: boolean;
	/** A day whose list is shown another way: the soft landing after a hard day. */
	landing?: LocalDay | undefined;
}

/** How steps and days read in the language on screen. */
export interface EarlyWords {
	lang: Lang;
	row: (step: Step) => RowWords;
	day: (day: LocalDay) => string;
	/** All drawings, where they are at hand. */
	drawings?: ReadonlyMap<string, readonly Shape[]> | undefined;
}

/**
 * Whether anything may wait in the page at all. The one door for whatever must keep the words of steps out of it: a lock,
 * or a visit on a borrowed device, belongs here.
 */
export function mayWaitInPage({ isHardDay, steps }: Pick<EarlySource, 'isHardDay' | 'steps'>): boolean {
	// an example stands under a notice of its own
	return !isHardDay && !planOf(steps).some((step) => step.isExample);
}

/** Undefined when nothing may wait, or there is nothing to show. */
export function earlyListOf(source: EarlySource, words: EarlyWords): EarlyList | undefined {
	if (!mayWaitInPage(source)) return undefined;
	const { steps, records, today, landing } = source;
	const rows: EarlyRow[] = [];
	const numbers = new Map<StepId, number>();
	const numberOf = (step: Step): number => {
		const known = numbers.get(step.id);
		if (known !== undefined) return known;
		const { title, icon, details } = words.row(step);
		rows.push({
			step: step.id,
			title,
			...(icon && { icon }),
			habit: step.habit,
			details: details.map((detail) => detail ?? ''),
			times: step.times,
			moment: moments.indexOf(step.moment),
			...(step.isQuoted && { isQuoted: true })
		});
		numbers.set(step.id, rows.length - 1);
		return rows.length - 1;
	};
	const days: Record<LocalDay, EarlyDay> = {};
	for (let ahead = 0; ahead < earlyDays; ahead += 1) {
		const day = addDays(today, ahead);
		if (day === landing) continue;
		const record = records.find((each) => each.day === day);
		const { groups } = dayListOf(
			steps,
			day,
			records.filter((each) => each.day < day),
			undefined,
			record
		);
		if (groups.length === 0) continue;
		const offered = groups.flatMap((group) => group.steps);
		const done = offered
			.map((step) => [step.id, timesDone(record, step.id)] as const)
			.filter(([, times]) => times > 0);
		days[day] = {
			words: words.day(day),
			rows: offered.map(numberOf),
			done: Object.fromEntries(done)
		};
	}
	if (rows.length === 0) return undefined;
	const icons = new Set(rows.flatMap(({ icon }) => icon ?? []));
	const drawn = [...icons].flatMap((icon) => {
		const shapes = words.drawings?.get(icon);
		return shapes ? [[icon, shapes] as const] : [];
	});
	return {
		lang: words.lang,
		rows,
		days,
		...(drawn.length > 0 && { drawings: Object.fromEntries(drawn) })
	};
}
