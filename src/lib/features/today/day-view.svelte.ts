import { dayListOf, type DayList } from '$lib/domain/day-list';
import {
	emptyDay,
	isEmptyDay,
	longestNote,
	timesDone,
	withNote,
	withoutLastTick,
	withoutTicksOfStep,
	withRest,
	withTick,
	type Day
} from '$lib/domain/day';
import { addDays, startOfWeek, type LocalDay } from '$lib/domain/local-day';
import { shownAtOnce, tidyWords, type Step } from '$lib/domain/step';
import type { Services } from '$lib/app/services.svelte';
import { live } from '$lib/app/live.svelte';
import { PlanKeeper } from '$lib/app/plan-keeper.svelte';
import { dayOf, now } from '$lib/platform/clock';
import type { Observable, Storage } from '$lib/storage/types';

type Change = (day: Day) => Day;

/** A day as storage gave it, or its absence: each time another box, so that two absences can be told apart. */
interface Boxed {
	record: Day | undefined;
}

function boxed(source: Observable<Day | undefined>): Observable<Boxed> {
	return {
		subscribe: ({ next, error }) => source.subscribe({ next: (record) => next({ record }), error })
	};
}

/** One day on screen: today, or yesterday to be filled in. A tick shows at once; "Done" is said once it is on disk. */
export class DayView {
	#services: Services;
	#which: 'today' | 'yesterday';
	/** Shown already, not on disk yet. */
	#pending = $state.raw<readonly Change[]>([]);
	/** What the last finished write gave back, until the live value that stood then is replaced. */
	#written = $state.raw<{ record: Day; insteadOf: Boxed | undefined }>();
	#isAllShown = $state(false);
	#asShown = $state.raw<(step: Step) => Step>((step) => step);

	readonly #storage: Storage | undefined = $derived.by(() => this.#services.gate.storage);
	readonly day: LocalDay = $derived.by(() => {
		const { today } = this.#services.clock;
		return this.#which === 'today' ? today : addDays(today, -1);
	});
	readonly #record = $derived(this.#storage && live(boxed(this.#storage.days.observe(this.day))));
	readonly plan: PlanKeeper;
	/** How far back the list must look: this week, and since any one-time step was added. */
	readonly #since: LocalDay = $derived.by(() => {
		const starts = this.plan.steps
			.filter((step) => step.frequency.kind === 'once')
			.map((step) => addDays(dayOf(step.createdAt), -1));
		return [startOfWeek(this.day), ...starts].reduce((a, b) => (a < b ? a : b));
	});
	readonly #earlier = $derived(
		this.#storage && live(this.#storage.days.observeBetween(this.#since, addDays(this.day, -1)))
	);

	/** Once shown, the day stays on screen: at midnight the next one comes in its place, and a finger keeps its own. */
	#wasReady = false;
	readonly isReady: boolean = $derived.by(
		() =>
			(this.#wasReady ||=
				this.#services.gate.isFresh ||
				Boolean(this.plan.isReady && this.#record?.isReady && this.#earlier?.isReady))
	);
	readonly record: Day = $derived.by(() => {
		const latest = this.#record?.value;
		const written = this.#written;
		const isFresher = written?.record.day === this.day && written.insteadOf === latest;
		const kept = (isFresher ? written.record : latest?.record) ?? emptyDay(this.day);
		return this.#pending.reduce((day, change) => change(day), kept);
	});
	/** A plan, or anything kept of the day or put away: then the day shows, even with an empty list. */
	readonly hasSomething: boolean = $derived.by(() => this.plan.all.length > 0 || !isEmptyDay(this.record));
	readonly list: DayList = $derived.by(() => {
		const most = this.#isAllShown ? this.plan.all.length : shownAtOnce;
		const shown = this.plan.all.map(this.#asShown);
		return dayListOf(shown, this.day, this.#earlier?.value ?? [], most, this.record);
	});
	/** How many steps wait behind "show all"; none once they are shown. */
	readonly moreCount: number = $derived.by(() =>
		this.list.more.reduce((sum, group) => sum + group.steps.length, 0)
	);

	constructor(services: Services, which: 'today' | 'yesterday') {
		this.#services = services;
		this.plan = new PlanKeeper(services);
		this.#which = which;
	}

	get isAllShown(): boolean {
		return this.#isAllShown;
	}

	open = async (): Promise<void> => {
		await this.#services.gate.look();
		void this.#services.preferences.restore();
	};

	timesDone(step: Step): number {
		return timesDone(this.record, step.id);
	}

	showAll = (isAllShown: boolean): void => {
		this.#isAllShown = isAllShown;
	};

	/** Shows each step in another way for now, a tiny one; nothing of the plan changes. */
	showAs = (way: (step: Step) => Step = (step) => step): void => {
		this.#asShown = way;
	};

	tick = (step: Step): Promise<boolean> => {
		const at = now();
		const { day } = this;
		return this.#change(
			day,
			(record) => withTick(record, step, at),
			'today.status.done',
			() => this.#change(day, (record) => withoutLastTick(record, step.id))
		);
	};

	/** A step done once a day is not done at all any more; of several times, the last one goes. */
	untick = (step: Step): Promise<boolean> =>
		this.#change(
			this.day,
			(record) => (step.times === 1 ? withoutTicksOfStep(record, step.id) : withoutLastTick(record, step.id)),
			'shell.status.undone'
		);

	toggle = (step: Step, isDone: boolean): Promise<boolean> => (isDone ? this.tick(step) : this.untick(step));

	rest = (isRest: boolean): Promise<boolean> => {
		const { day } = this;
		return this.#change(
			day,
			(record) => withRest(record, isRest),
			isRest ? 'today.status.rest' : 'shell.status.undone',
			isRest ? () => this.#change(day, (record) => withRest(record, false)) : undefined
		);
	};

	/**
	 * Keeps the note of that day: the day it was begun, even when midnight has passed since. False when it is kept
	 * only until the page closes.
	 * @throws StorageError
	 */
	note = async (day: LocalDay, text: string): Promise<boolean> => {
		const words = tidyWords(text, longestNote);
		const storage = await this.#services.gate.open();
		await storage.days.change(day, (record) => withNote(record, words));
		return storage.isDurable;
	};

	/** An undo names its day: midnight may have passed since. */
	async #change(
		day: LocalDay,
		change: Change,
		saying?: 'today.status.done' | 'today.status.rest' | 'shell.status.undone',
		undo?: () => unknown
	): Promise<boolean> {
		const { gate, status } = this.#services;
		const onlyThatDay: Change = (record) => (record.day === day ? change(record) : record);
		this.#pending = [...this.#pending, onlyThatDay];
		try {
			const storage = await gate.open();
			const written = await storage.days.change(day, change);
			this.#written = { record: written, insteadOf: this.#record?.value };
			if (!storage.isDurable) status.say({ key: 'shell.status.notKept', undo, tone: 'trouble' });
			else if (saying) status.say({ key: saying, undo });
			return true;
		} catch {
			status.say({
				key: 'shell.status.notSaved',
				tone: 'trouble'
			});
			return false;
		} finally {
			this.#pending = this.#pending.filter((other) => other !== onlyThatDay);
		}
	}
}
