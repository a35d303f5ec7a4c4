import type { MadeLink } from '$lib/app/sheet-code';
import { followed } from '$lib/app/keeping/followed.svelte';
import { TypedDraft } from '$lib/app/keepers/typed-draft.svelte';
import { loadActivities } from '$lib/app/words/step-words';
import type { Services } from '$lib/app/services.svelte';
import type { Lang } from '$lib/domain/language';
import { planOf, type Step } from '$lib/domain/step';
import { isBlank, mostLines, type Prescription, type SheetCode } from '$lib/domain/prescription';
import { longestSaid, presentSheet, type Said, type StepWish } from '$lib/domain/said';
import { tidyWords } from '$lib/domain/tidy-words';
import { site, siteInWords } from '$lib/platform/address';

/** The code of the person's present list, made again whenever the list, or what they say of it, changes. */
export class MyCode {
	#services: Services;
	#lang: Lang;
	#turn = 0;
	readonly #steps = followed(
		() => this.#services,
		({ plan }) => plan.observe(),
		[]
	);
	readonly #kept = followed(
		() => this.#services,
		({ sheet }) => sheet.observe(),
		undefined
	);
	readonly isReady: boolean = $derived(this.#steps.isReady && this.#kept.isReady);
	readonly sheet: Prescription = $derived.by(() =>
		presentSheet(this.#steps.value, this.#kept.value, this.#lang, this.#services.clock.today)
	);
	readonly isEmpty: boolean = $derived.by(() => isBlank(this.sheet));
	/** The steps that are in the code, in its order. */
	readonly steps: readonly Step[] = $derived.by(() =>
		planOf(this.#steps.value)
			.filter(({ isExample }) => !isExample)
			.slice(0, mostLines)
	);
	/** By step. */
	wishes = $state.raw<Readonly<Record<string, StepWish | undefined>>>({});
	/** What they want to say in their own words: restored until they empty it. */
	readonly line: TypedDraft;
	readonly said: Said = $derived.by(() => {
		const words = tidyWords(this.line.words, longestSaid);
		return { wishes: this.steps.map(({ id }) => this.wishes[id]), ...(words && { words }) };
	});
	made = $state.raw<MadeLink>();
	code = $state.raw<SheetCode>();

	constructor(services: Services, lang: Lang) {
		this.#services = services;
		this.#lang = lang;
		this.line = new TypedDraft(services, 'said-of-sheet');
	}

	open = async (): Promise<void> => {
		await this.#services.gate.look();
	};

	/** Loads the names of activities, only where there are some. */
	name = async (): Promise<void> => {
		if (this.steps.some(({ activity }) => activity)) await loadActivities(this.#lang);
	};

	wish = (id: string, wish: StepWish | undefined): void => {
		this.wishes = { ...this.wishes, [id]: wish };
	};

	/** Draws the code of what is here now; none where it is too long to be read well. */
	make = async (): Promise<void> => {
		this.#turn += 1;
		const turn = this.#turn;
		const { sheet, said } = this;
		const [{ makeSaidLink, typedCode }, { drawCode }] = await Promise.all([
			import('$lib/app/sheet-code'),
			import('$lib/platform/qr')
		]);
		const made = await makeSaidLink(sheet, said, this.#lang, site());
		const drawn = made.isTooLong ? undefined : await drawCode(made.link);
		// a later change was faster
		if (turn !== this.#turn) return;
		this.made = made;
		this.code = drawn && { ...drawn, typed: typedCode(sheet), where: siteInWords() };
	};
}
