import { ListKeeper } from '$lib/app/keepers/list-keeper.svelte';
import { RecordWriter } from '$lib/app/keepers/record-writer';
import { commit, together } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { activityTitle, areActivitiesThere, loadActivities, titleOf } from '$lib/app/words/step-words';
import { besideEachOther } from '$lib/domain/isolated';
import { noneShown, writtenParts, type WrittenPart } from '$lib/domain/kept-visit';
import type { Lang } from '$lib/domain/language';
import { localDay } from '$lib/domain/local-day';
import { lookBack, type LookingBack } from '$lib/domain/looking-back';
import { linesIn, questionsToAsk, type Agreement, type Question } from '$lib/domain/my-plan';
import type { Outcome } from '$lib/domain/outcome';
import type { Items, Listed } from '$lib/domain/listed';
import { inOneLine } from '$lib/domain/phone';
import { reachable } from '$lib/domain/people';
import { planOf, type Step, type StepId } from '$lib/domain/step';
import {
	keyOf,
	rowOf,
	since,
	visitParts,
	withSwitched,
	wordsOn,
	type PageSection,
	type VisitPart,
	type VisitRow
} from '$lib/domain/visit';
import { loadMessages, type Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { agreementInWords } from '../agreements/agreement-words';
import { NotesKeeper } from '../notes-keeper.svelte';
import { nameOf } from '../person-words';
import { signTitle } from '../signs/sign-title';

const firstDay = localDay('2000-01-01');

type NameGroup = 'habits' | 'activities' | 'early-signs' | 'people';

export const medicineParts = ['routine', 'watch', 'call'] as const;
export type MedicinePart = (typeof medicineParts)[number];

/** What a person brings to a visit, drawn from all that is theirs; only what they switched on is on the page. */
export class MyVisit {
	#services: Services;
	#writer: RecordWriter<'visitShown'>;
	readonly questions: ListKeeper<'questions'>;
	readonly lines: ListKeeper<'visitLines'>;
	readonly agreements: ListKeeper<'agreements'>;
	readonly wants: ListKeeper<'wants'>;
	readonly signs: ListKeeper<'mySigns'>;
	readonly people: ListKeeper<'people'>;
	readonly notes: NotesKeeper;
	readonly #shown = followed(
		() => this.#services,
		({ visitShown }) => visitShown.observe(),
		noneShown
	);
	readonly #days = followed(
		() => this.#services,
		({ days }) => days.observeBetween(firstDay, this.#services.clock.today),
		[]
	);
	readonly #steps = followed(
		() => this.#services,
		({ plan }) => plan.observe(),
		[]
	);
	/** The groups of words that were loaded: each only where something needs it. */
	#named = $state.raw<readonly NameGroup[]>([]);

	constructor(services: Services) {
		this.#services = services;
		this.#writer = new RecordWriter(services, 'visitShown');
		this.questions = new ListKeeper(services, 'questions');
		this.lines = new ListKeeper(services, 'visitLines');
		this.agreements = new ListKeeper(services, 'agreements');
		this.wants = new ListKeeper(services, 'wants');
		this.signs = new ListKeeper(services, 'mySigns');
		this.people = new ListKeeper(services, 'people');
		this.notes = new NotesKeeper(services);
	}

	open = (): Promise<void> => this.#services.gate.look();

	readonly #needed: readonly NameGroup[] = $derived.by(() => [
		...(this.#steps.value.length > 0 ? ['habits' as const] : []),
		...([...this.#steps.value, ...this.#seen.helped].some(({ activity }) => activity !== undefined)
			? ['activities' as const]
			: []),
		...(this.signs.all.some(({ sign }) => sign !== undefined) ? ['early-signs' as const] : []),
		...(this.people.all.length > 0 ? ['people' as const] : [])
	]);

	/** Loads the names that are needed by now. Called again whenever that may have changed. */
	name = async (lang: Lang): Promise<void> => {
		const missing = this.#needed.filter((group) => !this.#named.includes(group));
		if (missing.length === 0) return;
		const { activities, others } = {
			activities: missing.includes('activities') && !areActivitiesThere(lang),
			others: missing.filter((group) => group !== 'activities')
		};
		// without them, better the rest than nothing
		await Promise.all([activities && loadActivities(lang), loadMessages(lang, others)]).catch(
			() => undefined
		);
		this.#named = [...this.#named, ...missing];
	};

	/** The plan, in the person's order. */
	readonly steps: readonly Step[] = $derived.by(() => planOf(this.#steps.value));
	/** Every step has a name to be shown by. */
	readonly #areStepsNamed = $derived.by(
		() =>
			this.#named.includes('activities') || this.#steps.value.every(({ activity }) => activity === undefined)
	);
	readonly isReady: boolean = $derived.by(
		() =>
			this.#areStepsNamed &&
			[
				this.questions,
				this.lines,
				this.agreements,
				this.wants,
				this.signs,
				this.people,
				this.notes,
				this.#steps,
				this.#shown,
				this.#days
			].every(({ isReady }) => isReady)
	);
	readonly #seen: LookingBack = $derived.by(() =>
		lookBack(since(this.#days.value, this.notes.notes.visitSince), this.#steps.value)
	);
	readonly asked: readonly Question[] = $derived.by(() => questionsToAsk(this.questions.items));

	#row(key: string, words: string): VisitRow {
		return rowOf(this.#shown.value, key, words);
	}

	/** What stands elsewhere and can be switched on in this part. */
	rowsOf = (t: Translate, part: VisitPart): VisitRow[] => {
		const { helps, worse } = this.notes.notes;
		switch (part) {
			case 'did':
				if (!this.#named.includes('habits')) return [];
				return this.#seen.steps.map(({ step, times }) =>
					this.#row(keyOf('step', step), t('visit.times', { what: this.#titleOf(t, step), times }))
				);
			case 'helped':
				return [
					...this.#seen.helped
						.filter(({ activity }) => !activity || this.#named.includes('activities'))
						.map(({ activity, words, times }) =>
							this.#row(
								keyOf('better', words ?? activity!),
								t('visit.times', { what: words ?? activityTitle(t, activity!), times })
							)
						),
					...linesIn(helps).map((line) => this.#row(keyOf('helps', line), line))
				];
			case 'hard':
				return linesIn(worse).map((line) => this.#row(keyOf('worse', line), line));
			case 'questions':
				return this.asked.map(({ id, words, isOff }) => ({ key: id, words, isOn: !isOff }));
			case 'wishes':
				return [];
			case 'agreements':
				return this.agreements.all
					.filter(({ words }) => words !== '')
					.map((one) => this.#row(keyOf('agreement', one.id), this.#agreementOf(t, one)));
			case 'signs':
				return this.#signRows(t, 'sign');
			case 'next':
				return this.wants.all
					.filter(({ horizon, words }) => horizon !== 'decade' && words !== '')
					.map(({ id, words }) => this.#row(keyOf('want', id), words));
		}
	};

	#titleOf(t: Translate, id: StepId): string {
		const step = this.#steps.value.find((each) => each.id === id);
		return step ? titleOf(t, step) : '';
	}

	#agreementOf(t: Translate, one: Agreement): string {
		const what = t('visit.agreement', {
			who: t(`my-plan.agreements.sides.${one.side}`),
			what: agreementInWords(t, one)
		});
		const how = [
			...(one.ended
				? [t(one.ended === 'done' ? 'my-plan.agreements.wasDone' : 'my-plan.agreements.wasLetGo')]
				: []),
			...(one.went ? [one.went] : [])
		].join(' ');
		return how ? t('visit.wentWords', { what, how }) : what;
	}

	#signRows(t: Translate, source: 'sign' | 'med-sign'): VisitRow[] {
		return this.signs.all
			.filter(({ sign, words }) => words || (sign && this.#named.includes('early-signs')))
			.map((sign) => this.#row(keyOf(source, sign.id), signTitle(t, sign)));
	}

	/** The same, for the page about a change of medicine. */
	medicineRowsOf = (t: Translate, part: MedicinePart): VisitRow[] => {
		if (!this.#named.includes(part === 'routine' ? 'habits' : 'people') && part !== 'watch') return [];
		if (part === 'routine')
			return this.steps.map((step) =>
				this.#row(keyOf('med-step', step.id), besideEachOther([titleOf(t, step), step.detail]))
			);
		if (part === 'watch') return this.#signRows(t, 'med-sign');
		return reachable(this.people.items).map((one) =>
			this.#row(
				keyOf('med-person', one.id),
				besideEachOther([nameOf(t, one), inOneLine(one.phone), one.when])
			)
		);
	};

	/** The lines that the person wrote for this part of the page. */
	writtenIn(part: VisitPart) {
		return this.lines.all.filter((line) => line.part === part);
	}

	/**
	 * The lines of this part, as they stand on the page.
	 * @param without keys of rows to leave out
	 */
	linesOf = (t: Translate, part: VisitPart, without: readonly string[] = []): string[] => [
		...wordsOn(this.writtenIn(part).map(({ id, words, isOff }) => ({ key: id, words, isOn: !isOff }))),
		...wordsOn(this.rowsOf(t, part).filter(({ key }) => !without.includes(key)))
	];

	/** The whole page; parts with nothing on them are left out. */
	sectionsOf = (t: Translate): PageSection[] =>
		visitParts
			.map((part) => ({ title: t(`visit.parts.${part}`), lines: this.linesOf(t, part) }))
			.filter(({ lines }) => lines.length > 0);

	/** The day of the visit, and whom it is with. */
	headOf = (lang: Lang): string => {
		const { visitOn, visitWho } = this.notes.notes;
		return besideEachOther([visitOn && dateInWords(lang, visitOn), visitWho]);
	};

	isShown = (key: string): boolean => Object.hasOwn(this.#shown.value, key);

	/** How often it was done since the chosen day. */
	timesOf = (id: StepId): number => this.#seen.steps.find(({ step }) => step === id)?.times ?? 0;

	switch = (key: string, isOn: boolean): Promise<Outcome> => this.switchAll([key], isOn);

	switchAll = (keys: readonly string[], isOn: boolean): Promise<Outcome> =>
		this.#writer.change((shown) => withSwitched(shown, keys, isOn), { key: 'shell.status.changed' });

	write = (part: WrittenPart): void => this.lines.begin({ part, words: '' });

	/** The visit is over: its questions are put away, its lines go off the page, and counting begins anew. */
	putAway = (): Promise<Outcome> => {
		const ids = this.asked.map(({ id }) => id);
		const { today } = this.#services.clock;
		return commit(
			this.#services,
			(storage) =>
				together(
					storage,
					['questions', 'visitLines', 'visitShown', 'planNotes'],
					[
						() =>
							storage.questions.change((all) =>
								eachOf(all, (one) => (ids.includes(one.id) ? { ...one, isAway: true } : one))
							),
						() => storage.visitLines.change((all) => eachOf(all, (one) => ({ ...one, isOff: true }))),
						() =>
							storage.visitShown.change((shown) =>
								Object.fromEntries(Object.entries(shown).filter(([key]) => key.startsWith('med-')))
							),
						() => storage.planNotes.change((notes) => ({ ...notes, visitSince: today }))
					]
				),
			{ key: 'my-plan.status.visitOver' }
		);
	};
}

export function isWritten(part: VisitPart): part is WrittenPart {
	return writtenParts.some((each) => each === part);
}

function eachOf<T extends Listed>(items: Items<T>, change: (one: T) => T): Items<T> {
	return Object.fromEntries(Object.entries(items).map(([id, one]) => [id, change(one)]));
}
