import { commit } from '$lib/app/keeping/commit';
import { firstOf } from '$lib/app/keeping/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { rewrittenSheet } from '$lib/domain/join-sheet';
import type { KeptSheet } from '$lib/domain/kept-sheet';
import { noExtras, type Extras, type Line } from '$lib/domain/prescription';
import type { Lang } from '$lib/domain/language';
import { planFromRows, type SheetRow } from '$lib/domain/sheet-rows';
import { planOf, type Step } from '$lib/domain/step';
import { Autosave } from '$lib/platform/autosave';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { SheetDraft } from './editor/sheet-draft.svelte';

/** The person's own sheet: its rows are the steps of their plan, and changes are saved as they write. */
export class MySheet {
	#services: Services;
	#lang: Lang;
	#draft: SheetDraft;
	#prepare: (sheet: Extras & { lines: readonly Line[] }) => Promise<void>;
	/** The steps that this sheet covers: those it started with, and its own new ones. */
	#known: readonly string[] = [];
	/** The stored rows as this page last knew them: changes from elsewhere are not its to undo. */
	#keptRows: readonly SheetRow[] = [];
	#keptSheet: KeptSheet | undefined;
	readonly autosave: Autosave;
	isReady = $state(false);
	kept = $state.raw<'as-it-was' | 'saving' | 'saved' | 'not-kept'>('as-it-was');

	/** @param prepare loads the texts that rows need before they are shown */
	constructor(
		services: Services,
		lang: Lang,
		draft: SheetDraft,
		prepare: (sheet: Extras & { lines: readonly Line[] }) => Promise<void>
	) {
		this.#services = services;
		this.#lang = lang;
		this.#draft = draft;
		this.#prepare = prepare;
		this.autosave = new Autosave(this.#write);
	}

	load = async (): Promise<void> => {
		const { gate, clock, preferences } = this.#services;
		await gate.look();
		const { storage } = gate;
		// a device that holds nothing yet does not need a database to say so
		const [steps, kept] = storage
			? await Promise.all([firstOf(storage.plan.observe()), firstOf(storage.sheet.observe())])
			: [[], undefined];
		const plan = planOf(steps).filter((step) => !step.isExample);
		const extras = kept ?? noExtras(this.#lang);
		await this.#prepare({ ...extras, lines: plan });
		this.#known = plan.map(({ id }) => id);
		this.#keptRows = plan.map((step) => ({ line: step, id: step.id, isOn: true }));
		this.#keptSheet = kept;
		this.#draft.load(
			plan.map((step) => ({ ...step, key: step.id, isOn: true })),
			extras,
			kept?.date ?? clock.today,
			{
				region: preferences.current.region,
				teamPhone: kept?.teamPhone,
				goal: kept?.goal,
				quoted: [...(kept?.quoted ?? []), ...(await this.#quotedIn(plan))],
				...(kept?.isUndated && { isUndated: true })
			}
		);
		this.isReady = true;
	};

	/** Most plans hold nothing that could be taken for help: what tells is loaded where one does. */
	async #quotedIn(plan: readonly Step[]): Promise<string[]> {
		if (!plan.some(({ isQuoted }) => isQuoted)) return [];
		const { quotationsOf } = await import('$lib/domain/help-like');
		return plan.flatMap(quotationsOf);
	}

	/** Something changed. */
	changed = (): void => {
		if (!this.isReady || !this.#draft.isTouched) return;
		this.kept = 'saving';
		this.autosave.typed();
	};

	#write = async (): Promise<boolean> => {
		const { rows, extras, date, paper } = this.#draft;
		this.#known = [...this.#known, ...rows.map(({ key }) => key)];
		const sheetRows = rows.map((row) => ({ line: row, id: row.key, isOn: row.isOn }));
		const sheet: KeptSheet = {
			...extras,
			date,
			...(paper.teamPhone && { teamPhone: paper.teamPhone }),
			...(paper.goal && { goal: paper.goal }),
			...(paper.isUndated && { isUndated: true })
		};
		const [before, known] = [this.#keptSheet, this.#known];
		const outcome = await commit(this.#services, ({ plan, sheet: own, transaction }) =>
			transaction(['plan', 'sheet'], async () => {
				await plan.change((steps) =>
					planFromRows(steps, sheetRows, known, { newId, at: now() }, this.#keptRows)
				);
				await own.change((kept) => rewrittenSheet(kept, before, sheet));
			})
		);
		if (outcome !== 'failed') [this.#keptRows, this.#keptSheet] = [sheetRows, sheet];
		// what was written in the meantime is saved in turn
		if (outcome === 'failed' || (rows === this.#draft.rows && extras === this.#draft.extras))
			this.kept = outcome === 'durable' ? 'saved' : 'not-kept';
		return outcome !== 'failed';
	};
}
