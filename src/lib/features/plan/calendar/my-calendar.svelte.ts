import { calendarFile } from '$lib/codec/calendar';
import { followed } from '$lib/app/keeping/followed.svelte';
import { commit } from '$lib/app/keeping/commit';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { RecordWriter } from '$lib/app/keepers/record-writer';
import type { Services } from '$lib/app/services.svelte';
import { titleOf } from '$lib/app/words/step-words';
import {
	changedSince,
	hasDays,
	offersIn,
	offersOf,
	plannedOf,
	withAllOut,
	withPutIn,
	type CalendarChange,
	type CalendarEvent,
	type Offer,
	type Planned
} from '$lib/domain/calendar-events';
import { parseKeptCalendar, type KeptCalendar } from '$lib/domain/kept-calendar';
import { localeOf, type Lang } from '$lib/domain/language';
import { addDays, localDay } from '$lib/domain/local-day';
import { noPlanNotes } from '$lib/domain/my-plan';
import type { Step } from '$lib/domain/step';
import { timeOf } from '$lib/domain/step-time';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import type { ClockTime } from '$lib/domain/clock-time';
import type { Translate } from '$lib/i18n';
import { dateInWords, listInWords, weekdayInWords } from '$lib/i18n/formats';
import { now } from '$lib/platform/clock';
import { saveFile } from '$lib/platform/download';
import { newId } from '$lib/platform/random';

const plainName = 'Envol';
const lastDay = localDay('9999-12-31');

/** "8:30 a.m." / "8 h 30". */
function timeInWords(lang: Lang, time: ClockTime): string {
	const format = new Intl.DateTimeFormat(localeOf[lang], {
		hour: 'numeric',
		minute: '2-digit',
		timeZone: 'UTC'
	});
	return format.format(time * 60_000);
}

/** What could go in the person's calendar, what they chose of it, and the files for it. */
export class MyCalendar {
	#services: Services;
	#plan: PlanKeeper;
	#writer: RecordWriter<'calendar'>;
	readonly #kept = followed(
		() => this.#services,
		({ calendar }) => calendar.observe(),
		{}
	);
	readonly #notes = followed(
		() => this.#services,
		({ planNotes }) => planNotes.observe(),
		noPlanNotes
	);
	readonly #sheet = followed(
		() => this.#services,
		({ sheet }) => sheet.observe(),
		undefined
	);
	readonly #letters = followed(
		() => this.#services,
		({ notes }) => notes.observeLetters(addDays(this.#services.clock.today, 1), lastDay),
		[]
	);
	#made = $state.raw<'in' | 'out'>();

	constructor(services: Services) {
		this.#services = services;
		this.#plan = new PlanKeeper(services);
		this.#writer = new RecordWriter(services, 'calendar');
	}

	open = (): Promise<void> => this.#services.gate.look();

	readonly kept: KeptCalendar = $derived.by(() => parseKeptCalendar(this.#kept.value));
	readonly isReady: boolean = $derived.by(
		() =>
			this.#plan.isReady &&
			[this.#kept, this.#notes, this.#sheet, this.#letters].every(({ isReady }) => isReady)
	);
	readonly offers: readonly Offer[] = $derived.by(() =>
		offersOf({
			steps: this.#plan.steps,
			visitOn: this.#notes.value.visitOn,
			reviewOn: this.#sheet.value?.reviewOn,
			letters: this.#letters.value,
			today: this.#services.clock.today
		})
	);
	/** Steps that would be offered, if they had a time. */
	readonly withoutTime: number = $derived.by(
		() => this.#plan.steps.filter((step) => hasDays(step) && timeOf(step) === undefined).length
	);
	/** Something of ours is in the calendar, as far as Envol knows. */
	readonly #in = $derived.by(() => offersIn(this.kept.putIn, this.#services.clock.today));
	readonly isIn: boolean = $derived.by(() => this.#in.size > 0);
	/** What changed here since the last file, and the calendar does not know of. */
	readonly changed: readonly Step[] = $derived.by(() =>
		changedSince(this.kept.putIn, this.#plan.all, this.#services.clock.today)
	);
	/** There was a file, whatever became of it. */
	readonly wasIn: boolean = $derived.by(() => Object.keys(this.kept.putIn).length > 0);
	readonly #chosen: readonly string[] = $derived.by(() => this.kept.wanted ?? [...this.#in]);
	readonly chosen: readonly Offer[] = $derived.by(() => this.offers.filter((offer) => this.isChosen(offer)));

	/** The file that was just saved. */
	get made(): 'in' | 'out' | undefined {
		return this.#made;
	}

	get name(): string {
		return this.kept.word ?? plainName;
	}

	isChosen = ({ id }: Offer): boolean => this.#chosen.includes(id);

	timeOf = ({ id, time }: Offer): ClockTime | undefined => this.kept.times?.[id] ?? time;

	choose = ({ id }: Offer, isWanted: boolean): Promise<Outcome> =>
		this.#change((kept) => {
			const others = (kept.wanted ?? [...this.#in]).filter((each) => each !== id);
			return { ...kept, wanted: isWanted ? [...others, id] : others };
		});

	setTime = ({ id }: Offer, time: ClockTime): Promise<Outcome> =>
		this.#change((kept) => ({ ...kept, times: { ...kept.times, [id]: time } }));

	sayWhat = (saysWhat: boolean): Promise<Outcome> =>
		this.#change(({ saysWhat: _, ...kept }) => ({ ...kept, ...(saysWhat && { saysWhat: true }) }));

	typeWord = (_typed: string | undefined, over: TypedOver): Promise<Outcome> =>
		this.#change(({ word: before, ...kept }) => {
			const word = over(before);
			return { ...kept, ...(word && { word }) };
		}, 'word');

	#change(change: (kept: KeptCalendar) => KeptCalendar, field?: string): Promise<Outcome> {
		this.#made = undefined;
		return this.#writer.change((kept) => ({ ...change(parseKeptCalendar(kept)) }), {
			key: 'shell.status.changed',
			...(field && { field })
		});
	}

	/** What something is, in words, whatever it is called in the calendar. */
	wordsOf = (t: Translate, { what, step }: Pick<Planned, 'what' | 'step'>): string => {
		if (step) return titleOf(t, step);
		const who = this.#notes.value.visitWho;
		if (what === 'visit' && who) return t('calendar.events.visitWith', { who });
		return t(`calendar.events.${what as Exclude<Planned['what'], 'step'>}`);
	};

	/** "Every day, 8:30 a.m." */
	whenOf = (t: Translate, lang: Lang, offer: Offer): string => {
		const { repeats, day } = offer;
		const time = this.timeOf(offer);
		if (time === undefined) return t('calendar.eve', { day: dateInWords(lang, day) });
		const days =
			repeats === undefined
				? dateInWords(lang, day)
				: repeats === 'daily'
					? t('habits.often.daily')
					: listInWords(
							lang,
							repeats.map((each) => weekdayInWords(lang, each))
						);
		return t('calendar.when', { days, time: timeInWords(lang, time) });
	};

	/** Saves the file that makes the calendar what the person chose: as it is kept, for the screen may not show the last tap yet. */
	putIn = (t: Translate): Promise<void> => {
		const { today } = this.#services.clock;
		return this.#save(t, 'in', ({ putIn, wanted, times = {} }) => {
			const chosen = wanted ?? [...offersIn(putIn, today)];
			const planned = this.offers
				.filter(({ id }) => chosen.includes(id))
				.flatMap((offer) => plannedOf(offer, times[offer.id]));
			return withPutIn(putIn, planned, { today, newId });
		});
	};

	/** Saves the file that takes all of it out. */
	takeOut = (t: Translate): Promise<void> => this.#save(t, 'out', ({ putIn }) => withAllOut(putIn));

	/** What a file says is kept before it is handed out: else nothing could ever take it out again. */
	async #save(
		t: Translate,
		which: 'in' | 'out',
		make: (kept: KeptCalendar) => CalendarChange
	): Promise<void> {
		let made: { kept: KeptCalendar; events: readonly CalendarEvent[] } | undefined;
		const outcome = await commit(this.#services, async ({ calendar }) => {
			await calendar.change((given) => {
				const before = parseKeptCalendar(given);
				const { wanted: _, ...kept } = before;
				const { putIn, events } = make(before);
				made = { kept, events };
				return { ...kept, putIn };
			});
		});
		if (outcome === 'failed' || !made) return;
		const { kept, events } = made;
		const file = calendarFile(
			events,
			({ planned }) => (kept.saysWhat && planned ? this.wordsOf(t, planned) : (kept.word ?? plainName)),
			now()
		);
		const { today } = this.#services.clock;
		const name = t(which === 'in' ? 'calendar.file.name' : 'calendar.out.name');
		saveFile(`${name}-${today}.ics`, new Blob([file], { type: 'text/calendar;charset=utf-8' }));
		this.#made = which;
	}
}
