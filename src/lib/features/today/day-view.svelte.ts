import { untrack } from 'svelte';
import {
	emptyDay,
	isEmptyDay,
	longestNote,
	timesDone,
	withHow,
	withNote,
	withNotToday,
	withoutLastTick,
	withoutTicksOfStep,
	withRest,
	withTick,
	type Day,
	type HowItIs
} from '$lib/domain/day';
import { arranged, dayListOf, lookBackFrom, type Arranged, type DayList } from '$lib/domain/day-list';
import { withEarlyTap, type EarlyTap } from '$lib/domain/early-tap';
import { addDays, type LocalDay } from '$lib/domain/local-day';
import type { Outcome } from '$lib/domain/outcome';
import { shownAtOnce, tidyWords, type Step, type StepId } from '$lib/domain/step';
import type { TypedOver } from '$lib/domain/typed-over';
import { attempt, commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import { untilTrue } from '$lib/app/keeping/live.svelte';
import { Overlay } from '$lib/app/keeping/overlay.svelte';
import type { Services } from '$lib/app/services.svelte';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { afterPaintOrGoing } from '$lib/platform/after-paint';
import { dayOf, now } from '$lib/platform/clock';
import { earlyTaps, forgetEarlyTap } from '$lib/platform/early-list';
import { vibrateLightly } from '$lib/platform/vibrate';

type Change = (day: Day) => Day;
type Said =
	'today.status.done' | 'today.status.rest' | 'row.how.said' | 'row.notTodaySaid' | 'shell.status.undone';

/** What a row needs of the day: how often a step is done, and every way to change that. */
export type Ticking = Pick<DayView, 'timesDone'> & {
	/** The steps whose moment it is about now. */
	around?: readonly StepId[];
	tick: (step: Step) => unknown;
	untick: (step: Step) => unknown;
	toggle: (step: Step, isDone: boolean) => unknown;
	/** Asks what else may be done with it. */
	ask: (step: Step) => unknown;
};

/** One day on screen: today, or an earlier one to be looked at and filled in. */
export class DayView {
	#services: Services;
	#which: 'today' | 'yesterday';
	/** The taps that storage was told of, or is being told of: each once, however often the page asks. */
	#told: string[] = [];
	#isAllShown = $state(false);
	#asShown = $state.raw<(step: Step) => Step>((step) => step);
	/** The steps whose moment it is about now: told by `MomentNow`, where it is. */
	around = $state.raw<readonly StepId[]>([]);

	/** How many days ago, on the page of earlier days. */
	back = $state.raw(1);
	readonly day: LocalDay = $derived.by(() => {
		const { today } = this.#services.clock;
		return this.#which === 'today' ? today : addDays(today, -this.back);
	});
	readonly #kept = followed(
		() => this.#services,
		({ days }) => days.observe(this.day),
		undefined,
		// a day without a record is one on which nothing was done yet
		({ days }) => days.find(({ day }) => day === this.day) ?? emptyDay(this.day)
	);
	readonly plan: PlanKeeper;
	readonly #since: LocalDay = $derived.by(() => lookBackFrom(this.plan.steps, this.day, dayOf));
	readonly #earlier = followed(
		() => this.#services,
		({ days }) => days.observeBetween(this.#since, addDays(this.day, -1)),
		[],
		({ days, from }) =>
			from <= this.#since ? days.filter(({ day }) => day >= this.#since && day < this.day) : undefined
	);

	/**
	 * Once shown, the day stays on screen: at midnight the next one replaces it, and a tap under way keeps its own
	 * day.
	 */
	#wasReady = false;
	readonly isReady: boolean = $derived.by(
		() => (this.#wasReady ||= this.plan.isReady && this.#kept.isReady && this.#earlier.isReady)
	);
	/** A tick shows at once; "Done" is said once it is on disk. */
	readonly #shown = new Overlay<Day>(
		() => ({ value: this.#kept.value ?? emptyDay(this.day), turn: this.#kept.turn }),
		(written, kept) => written.day === kept.day
	);
	readonly record: Day = $derived(this.#shown.value);
	/**
	 * There is a plan, or something stored for the day or put away: then the day is shown, even with an empty list.
	 */
	readonly hasSomething: boolean = $derived.by(() => this.plan.all.length > 0 || !isEmptyDay(this.record));
	readonly list: DayList = $derived.by(() => {
		const most = this.#isAllShown ? this.plan.all.length : shownAtOnce;
		const shown = this.plan.all.map(this.#asShown);
		return dayListOf(shown, this.day, this.#earlier.value, most, this.record);
	});
	/** The hour at which the day came on screen: no row moves while somebody looks. */
	readonly #hour: number | undefined = $derived.by(() =>
		this.day === this.#services.clock.today ? untrack(() => this.#services.clock.hour) : undefined
	);
	readonly arranged: Arranged = $derived.by(() => {
		const list = arranged(
			this.list.groups.flatMap(({ steps }) => steps),
			this.#hour
		);
		const all = [...list.now, ...list.later];
		return this.isFew ? { now: all.slice(0, 3), later: all.slice(3) } : list;
	});
	/** The person is back after some days: told by `Feathers`, once it knows. */
	isBack = $state.raw(false);
	/** Three steps are shown, at the person's wish; the others are folded. */
	isFew = $state.raw(false);
	/** The step whose other choices are open. */
	asked = $state.raw<StepId>();
	/** How many steps are behind "show all"; 0 once they are shown. */
	readonly moreCount: number = $derived.by(() =>
		this.list.more.reduce((sum, group) => sum + group.steps.length, 0)
	);

	constructor(services: Services, which: 'today' | 'yesterday') {
		this.#services = services;
		this.plan = new PlanKeeper(services);
		this.#which = which;
	}

	/** The person likes to be asked how it is. */
	get asksHow(): boolean {
		return this.#services.preferences.current.asksHow ?? false;
	}

	get isAllShown(): boolean {
		return this.#isAllShown;
	}

	open = async (): Promise<void> => {
		if (this.#which === 'today') this.tellEarlyTaps();
		await this.#services.gate.look();
		void this.#services.preferences.restore();
	};

	ask = ({ id }: Pick<Step, 'id'>): void => {
		this.asked = id;
	};

	timesDone(step: Step): number {
		return timesDone(this.record, step.id);
	}

	showAll = (isAllShown: boolean): void => {
		this.#isAllShown = isAllShown;
	};

	/** Shows each step in another way for now, such as its tiny version; the plan does not change. */
	showAs = (way: (step: Step) => Step = (step) => step): void => {
		this.#asShown = way;
	};

	tick = (step: Step): Promise<Outcome> => this.#tick(step, this.day, now(), afterPaintOrGoing);

	#tick(step: Step, day: LocalDay, at: number, whenSeen: typeof afterPaintOrGoing): Promise<Outcome> {
		if (this.#services.preferences.current.vibrates) vibrateLightly();
		return this.#change(
			day,
			(record) => withTick(record, step, at),
			'today.status.done',
			() => this.#change(day, (record) => withoutLastTick(record, step.id), 'shell.status.undone'),
			whenSeen
		);
	}

	/** Unticks a step done once a day; of a step done several times, removes the last tick. */
	untick = (step: Step): Promise<Outcome> => this.#untick(step, this.day, afterPaintOrGoing);

	#untick(step: Step, day: LocalDay, whenSeen: typeof afterPaintOrGoing): Promise<Outcome> {
		return this.#change(
			day,
			(record) => (step.times === 1 ? withoutTicksOfStep(record, step.id) : withoutLastTick(record, step.id)),
			'shell.status.undone',
			undefined,
			whenSeen
		);
	}

	/** By a box, which shows its stroke by itself: all that follows from it comes a frame later. */
	toggle = async (step: Step, isDone: boolean): Promise<Outcome> => {
		const at = now();
		const { day } = this;
		await afterPaintOrGoing();
		const whenSeen = () => Promise.resolve();
		return isDone ? this.#tick(step, day, at, whenSeen) : this.#untick(step, day, whenSeen);
	};

	rest = (isRest: boolean): Promise<Outcome> => {
		const { day } = this;
		return this.#change(
			day,
			(record) => withRest(record, isRest),
			isRest ? 'today.status.rest' : 'shell.status.undone',
			isRest ? () => this.#change(day, (record) => withRest(record, false), 'shell.status.undone') : undefined
		);
	};

	notToday = ({ id }: Step, isAside: boolean): Promise<Outcome> => {
		const { day } = this;
		const put = (is: boolean, key: Said, undo?: () => unknown) =>
			this.#change(day, (record) => withNotToday(record, id, is), key, undo);
		return isAside
			? put(true, 'row.notTodaySaid', () => put(false, 'shell.status.undone'))
			: put(false, 'shell.status.undone');
	};

	how = (how: HowItIs | undefined): Promise<Outcome> => {
		const { day } = this;
		const put = (how: HowItIs | undefined, key: Said, undo?: () => unknown) =>
			this.#change(day, (record) => withHow(record, how), key, undo);
		const before = this.record.how;
		return how
			? put(how, 'row.how.said', () => put(before, 'shell.status.undone'))
			: put(undefined, 'shell.status.undone');
	};

	/** Shows the taps that were made before the app was awake, and tells storage of them once it is open. */
	tellEarlyTaps = (): void => {
		for (const tap of earlyTaps()) {
			const name = `${tap.step} ${tap.at}`;
			if (this.#told.includes(name)) continue;
			this.#told.push(name);
			void this.#shown.during(
				(record) => withEarlyTap(record, tap),
				(shown) => this.#tellEarlyTap(tap, shown)
			);
		}
	};

	async #tellEarlyTap(tap: EarlyTap, shown: Change): Promise<Outcome> {
		const { gate, status } = this.#services;
		await untilTrue(() => this.isReady);
		if (gate.storage?.isDurable === false) {
			// it waits for a storage that opens, on this page or at the next visit
			status.say({ key: 'shell.status.notKept', tone: 'trouble' });
			return 'failed';
		}
		let outcome: Outcome = 'failed';
		const step = this.plan.steps.find(({ id }) => id === tap.step);
		if (step && tap.to > tap.from)
			outcome = await this.#commit(tap.day, shown, 'today.status.done', () =>
				this.#change(tap.day, (record) => withoutLastTick(record, step.id), 'shell.status.undone')
			);
		else if (step) outcome = await this.#commit(tap.day, shown, 'shell.status.undone');
		forgetEarlyTap(tap);
		return outcome;
	}

	/**
	 * Saves the note of that day: the day it was begun on, even after midnight. The field itself reports the outcome.
	 */
	note = async (day: LocalDay, over: TypedOver): Promise<Outcome> => {
		const made = await attempt(this.#services, ({ days }) =>
			days.change(day, (record) => withNote(record, tidyWords(over(record.note), longestNote)), true)
		);
		return made.outcome;
	};

	/** An undo names its day: midnight may have passed since. */
	/** @param whenSeen resolves once what the person did is on screen: only then is it written */
	#change(
		day: LocalDay,
		change: Change,
		key: Said,
		undo?: () => unknown,
		whenSeen = afterPaintOrGoing
	): Promise<Outcome> {
		return this.#shown.during(
			(record) => (record.day === day ? change(record) : record),
			async (shown) => {
				// what the person did is on screen a frame earlier
				await whenSeen();
				return this.#commit(day, shown, key, undo);
			}
		);
	}

	#commit(day: LocalDay, change: Change, key: Said, undo?: () => unknown): Promise<Outcome> {
		return commit(
			this.#services,
			async ({ days }) => {
				await days.change(day, change);
				return undo;
			},
			// taking it back also stands beside what was done
			{ key, isBeside: true }
		);
	}
}
