import { followed } from '$lib/app/keeping/followed.svelte';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { putInPlan } from './receiving';
import type { Services } from '$lib/app/services.svelte';
import { broughtBy, differing, type Brought, type Chosen, type Single } from '$lib/domain/join-sheet';
import { hasExtras, type KeptSheet } from '$lib/domain/kept-sheet';
import { noExtras, type Line, type Prescription } from '$lib/domain/prescription';
import type { Outcome } from '$lib/domain/outcome';
import { stepFor, type Answer, type ReceivingWay } from '$lib/domain/receive';
import type { Step } from '$lib/domain/step';

/** A plan from a code while the person answers it. Held in memory only: nothing is stored before they say so. */
export class Receiving {
	#services: Services;
	readonly plan: PlanKeeper;
	readonly prescription: Prescription;
	readonly #isTyped: boolean;
	/** One for each line; undefined where the person has not answered. */
	answers = $state.raw<readonly (Answer | undefined)[]>([]);
	way = $state.raw<ReceivingWay>('merge');
	wantsExtras = $state(true);
	/** What both sheets have only one of: which one the person wants. Their own by default. */
	chosen = $state.raw<Chosen>({});
	readonly #kept = followed(
		() => this.#services,
		({ sheet }) => sheet.observe(),
		undefined
	);
	/** The person's own sheet. */
	readonly mine: KeptSheet | undefined = $derived(this.#kept.value);
	readonly hasExtras: boolean = $derived.by(() => hasExtras(this.prescription));
	/** What accompanies the steps, as far as it is wanted. */
	readonly #sheet: Omit<KeptSheet, 'teamPhone'> | undefined = $derived.by(() => {
		if (this.#isTyped) return undefined;
		const { lines: _, ...sheet } = this.prescription;
		return this.wantsExtras ? sheet : { ...noExtras(sheet.langs), layout: sheet.layout, date: sheet.date };
	});
	readonly brought: Brought = $derived.by(() => broughtBy(this.mine, this.prescription));
	readonly asked: readonly Single[] = $derived(this.#sheet ? differing(this.mine, this.#sheet) : []);
	/** Whether there is anything to add to the plan yet. */
	readonly canPut: boolean = $derived(
		this.answers.some((answer) => answer !== undefined) ||
			(this.answers.length === 0 && this.hasExtras && this.wantsExtras)
	);

	/** @param isTyped from a typed code, which has no layout or languages */
	constructor(services: Services, prescription: Prescription, isTyped: boolean) {
		this.#services = services;
		this.prescription = prescription;
		this.#isTyped = isTyped;
		this.answers = prescription.lines.map(() => undefined);
		this.plan = new PlanKeeper(services);
	}

	/** The step that the person already has for this line. */
	mineFor(line: Line): Step | undefined {
		return stepFor(this.plan.all, line);
	}

	answer = (index: number, answer: Answer): void => {
		this.answers = this.answers.with(index, answer);
	};

	choose = (single: Single, whose: 'mine' | 'theirs'): void => {
		this.chosen = { ...this.chosen, [single]: whose };
	};

	yesToAll = (): void => {
		this.answers = this.answers.map((answer) => ({
			kind: 'yes',
			...(answer?.takesHow && { takesHow: true })
		}));
	};

	/** A line without an answer is put away. */
	put = async (): Promise<Outcome> => {
		const answered = this.prescription.lines.map((line, index) => ({
			line,
			answer: this.answers[index] ?? { kind: 'not-now' as const }
		}));
		return putInPlan(
			this.#services,
			answered,
			this.plan.steps.length > 0 ? this.way : 'merge',
			this.#sheet,
			this.chosen
		);
	};
}
