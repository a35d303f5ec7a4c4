import { PlanKeeper } from '$lib/app/plan-keeper.svelte';
import { putInPlan } from '$lib/app/receiving';
import type { Services } from '$lib/app/services.svelte';
import { hasExtras } from '$lib/domain/kept-sheet';
import type { Line, Prescription } from '$lib/domain/prescription';
import { stepFor, type Answer, type ReceivingWay } from '$lib/domain/receive';

/** A plan from a code while the person answers it. Held in memory only: nothing is kept before they say so. */
export class Receiving {
	#services: Services;
	readonly plan: PlanKeeper;
	prescription = $state.raw<Prescription>();
	/** One for each line; undefined where the person has not answered. */
	answers = $state.raw<readonly (Answer | undefined)[]>([]);
	way = $state.raw<ReceivingWay>('merge');
	wantsExtras = $state(true);
	readonly hasExtras: boolean = $derived(this.prescription !== undefined && hasExtras(this.prescription));
	/** Is there anything to put in the plan yet? */
	readonly canPut: boolean = $derived(
		this.answers.some((answer) => answer !== undefined) ||
			(this.answers.length === 0 && this.hasExtras && this.wantsExtras)
	);

	constructor(services: Services) {
		this.#services = services;
		this.plan = new PlanKeeper(services);
	}

	open = (prescription: Prescription): void => {
		this.prescription = prescription;
		this.answers = prescription.lines.map(() => undefined);
		this.way = 'merge';
		this.wantsExtras = true;
	};

	leave = (): void => {
		this.prescription = undefined;
		this.answers = [];
	};

	has(line: Line): boolean {
		return stepFor(this.plan.steps, line) !== undefined;
	}

	answer = (index: number, answer: Answer): void => {
		this.answers = this.answers.with(index, answer);
	};

	yesToAll = (): void => {
		this.answers = this.answers.map(() => ({ kind: 'yes' }));
	};

	/** A line without an answer waits, put away. True once all is in the plan. */
	put = async (): Promise<boolean> => {
		if (!this.prescription) return false;
		const { lines, ...sheet } = this.prescription;
		const answered = lines.map((line, index) => ({
			line,
			answer: this.answers[index] ?? { kind: 'not-now' as const }
		}));
		const kept = this.hasExtras && this.wantsExtras ? sheet : undefined;
		return putInPlan(this.#services, answered, this.plan.steps.length > 0 ? this.way : 'merge', kept);
	};
}
