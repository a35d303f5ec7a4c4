import { addExample, startWithPreset } from '$lib/app/starts';
import type { Services } from '$lib/app/services.svelte';
import type { StepId } from '$lib/domain/step';
import { earlyPage, isEarlyListShown, leaveEarlyList } from '$lib/platform/early-list';
import type { DayView } from './day-view.svelte';

/** The list that waited in the page, until the app's own takes its place without moving anything. */
export class EarlyView {
	#services: Services;
	#view: DayView;
	/** The page still shows its early list. */
	#isShown = $state.raw(false);
	#isHeld = $state.raw(false);
	/** A first choice, made before the app was awake, is being followed. */
	#isStarting = $state.raw(false);
	/** Storage refuses, or says nothing: what waited in the page is all there is to see. */
	readonly #isAllThereIs: boolean = $derived.by(
		() => this.#services.gate.storage?.isDurable === false && this.#view.plan.all.length === 0
	);
	/** The early list stays for now: the app shows none of its own. */
	readonly stays: boolean = $derived.by(
		() => this.#isShown && (!this.#view.isReady || this.#isHeld || this.#isAllThereIs)
	);

	constructor(services: Services, view: DayView) {
		this.#services = services;
		this.#view = view;
	}

	get isStarting(): boolean {
		return this.#isStarting;
	}

	/** Begins to look after the early list of this page. Returns a function that ends it. */
	open = (): (() => void) => {
		const page = earlyPage();
		if (!page) return () => undefined;
		page.heard = () => {
			this.#isShown = isEarlyListShown();
			this.#isHeld = page.isHeld;
			this.#view.tellEarlyTaps();
			if (page.asked) this.#view.ask({ id: page.asked as StepId });
			delete page.asked;
		};
		page.heard();
		void this.#start(page.start);
		delete page.start;
		return () => {
			page.heard = undefined;
			leaveEarlyList();
		};
	};

	async #start(start: 'first-steps' | 'example' | undefined): Promise<void> {
		if (!start) return;
		this.#isStarting = true;
		await (start === 'example' ? addExample(this.#services) : startWithPreset(this.#services, start));
		this.#isStarting = false;
	}

	/** For a screen that follows: once the app's list is there, the early one goes in the same frame. */
	follow(): void {
		if (!this.#view.isReady || this.stays || this.#isAllThereIs) return;
		const page = earlyPage();
		// one that would come only now is not drawn
		if (page) page.heard = undefined;
		if (!this.#isShown) return;
		leaveEarlyList();
		this.#isShown = false;
	}
}
