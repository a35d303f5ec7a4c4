import { followed } from '$lib/app/keeping/followed.svelte';
import { TypedDraft } from '$lib/app/keepers/typed-draft.svelte';
import { loadActivities } from '$lib/app/words/step-words';
import type { Services } from '$lib/app/services.svelte';
import type { Lang } from '$lib/domain/language';
import { planOf, type Step } from '$lib/domain/step';
import { isBlank, mostLines, type Prescription } from '$lib/domain/prescription';
import { longestSaid, presentSheet, type Said, type StepWish } from '$lib/domain/said';
import { tidyWords } from '$lib/domain/tidy-words';
import { site } from '$lib/platform/address';
import type { DrawnCode } from '$lib/platform/qr';

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
	/** One for each code, in order: several where the list is long. */
	links = $state.raw<readonly string[]>([]);
	codes = $state.raw<readonly DrawnCode[]>([]);
	/** To type by hand, where the list allows it. */
	typed = $state.raw<string>();
	/** Too much even for several codes. */
	isTooMuch = $state.raw(false);

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

	/** Draws the code of what is here now, or the codes where one would be too full to be read well. */
	make = async (): Promise<void> => {
		this.#turn += 1;
		const turn = this.#turn;
		const { sheet, said } = this;
		const [{ makeSaidLinks, typedCode }, { drawCode }] = await Promise.all([
			import('$lib/app/sheet-code'),
			import('$lib/platform/qr')
		]);
		const links = await makeSaidLinks(sheet, said, this.#lang, site());
		const codes = await Promise.all((links ?? []).map(drawCode));
		// a later change was faster
		if (turn !== this.#turn) return;
		this.isTooMuch = links === undefined;
		this.links = links ?? [];
		this.codes = codes;
		this.typed = typedCode(sheet);
	};
}
