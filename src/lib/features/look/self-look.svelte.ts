import { commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCodeError } from '$lib/codec/code-error';
import { inOrder, nextOrder, withItem, withoutItem } from '$lib/domain/listed';
import { isSame } from '$lib/domain/is-same';
import type { Outcome } from '$lib/domain/outcome';
import { parseLooks, type Look, type LookForm } from '$lib/domain/kept-looks';
import {
	type Answer,
	type AnsweredForm,
	type Answers,
	type Area,
	type LookSheet,
	type Statement,
	type WordField,
	answersOf,
	areasOf,
	isEmptyLook,
	sheetIdOf,
	statementsOf,
	withSaid,
	withSheets
} from '$lib/domain/self-look';
import type { TypedOver } from '$lib/domain/typed-over';
import type { MessageKey } from '$lib/i18n';
import { newId } from '$lib/platform/random';

/**
 * What is not kept on the device stays in the hand as long as the app is open: leaving the page for another one and coming back
 * loses nothing.
 */
let inHand: Partial<Record<LookForm, { look: Look | undefined; sheets: readonly LookSheet[] }>> = {};

/** A look at one's own work: answered line by line, and kept on the device only where that is asked for. */
export class SelfLook {
	readonly form: LookForm;
	#services: Services;
	readonly #stored = followed(
		() => this.#services,
		({ looks }) => looks.observe(),
		{}
	);
	/** The look that is open, while it is not kept. */
	#own = $state.raw<Look>();
	/** The kept one that was opened by hand. */
	#opened = $state.raw<string>();
	/** The answers of a team, as they were brought in; one's own are not among them. */
	#sheets = $state.raw<readonly LookSheet[]>([]);

	constructor(services: Services, form: LookForm) {
		this.#services = services;
		this.form = form;
		const held = inHand[form];
		this.#own = held?.look;
		this.#sheets = held?.sheets ?? [];
	}

	open = (): Promise<void> => this.#services.gate.look();

	readonly isReady: boolean = $derived.by(() => this.#stored.isReady);
	/** Those that are kept, the latest first. */
	readonly kept: readonly Look[] = $derived.by(() =>
		inOrder(parseLooks(this.#stored.value))
			.filter(({ form }) => form === this.form)
			.reverse()
	);
	readonly #blank: Look = $derived.by(() => ({
		id: '',
		order: 0,
		form: this.form,
		on: this.#services.clock.today,
		said: {}
	}));
	/** The kept one that is on the page: one that was opened; else, while none is in the hand, the latest. */
	readonly #keptOne: Look | undefined = $derived.by(
		() => this.kept.find(({ id }) => id === this.#opened) ?? (this.#own ? undefined : this.kept[0])
	);
	readonly look: Look = $derived.by(() => this.#keptOne ?? this.#own ?? this.#blank);
	readonly isKept: boolean = $derived.by(() => this.#keptOne !== undefined);
	/** Something here would be gone with the page. */
	readonly isUnkept: boolean = $derived.by(
		() => (this.#own !== undefined && !isEmptyLook(this.#own)) || this.#sheets.length > 0
	);
	/** One that is not kept lies beneath the kept one that was opened. */
	readonly isOwnBeneath: boolean = $derived.by(() => this.isKept && this.#own !== undefined);
	readonly answers: Answers = $derived.by(() => answersOf(this.form, this.look.said));
	readonly areas: readonly Area[] = $derived.by(() => areasOf(this.form));

	/** How many statements of a part have an answer. */
	answeredIn = (area?: Area): number =>
		statementsOf(this.form, area).filter((statement) => this.answers[statement]).length;

	answer = (statement: Statement, answer: Answer | undefined): Promise<Outcome> =>
		this.#change((look) => withSaid(look, statement, answer));

	write = (field: WordField, words: string | undefined, over: TypedOver): Promise<Outcome> =>
		this.#change((look) => withSaid(look, field, over(look.said[field]) ?? words));

	async #change(change: (look: Look) => Look): Promise<Outcome> {
		const { look } = this;
		if (!this.isKept) {
			this.#hold(change(look.id ? look : { ...look, id: newId() }));
			return 'memory';
		}
		return commit(this.#services, async (storage) => {
			await storage.looks.change((kept) => {
				const looks = parseLooks(kept);
				return withItem(looks, change(looks[look.id] ?? look));
			});
		});
	}

	#hold(look: Look | undefined, sheets = this.#sheets): void {
		this.#own = look;
		this.#sheets = sheets;
		const { [this.form]: _, ...others } = inHand;
		inHand = { ...others, ...((look || sheets.length > 0) && { [this.form]: { look, sheets } }) };
	}

	/** From here on it is kept on this device, with every change. */
	keep = async (): Promise<Outcome> => {
		const { look } = this;
		const one = { ...look, id: look.id || newId() };
		const outcome = await commit(
			this.#services,
			(storage) =>
				storage.looks.change((kept) => {
					const looks = parseLooks(kept);
					return withItem(looks, { ...one, order: nextOrder(looks) });
				}),
			{ key: 'practice.keep.kept' }
		);
		if (outcome === 'failed') return outcome;
		this.#opened = one.id;
		this.#hold(undefined);
		return outcome;
	};

	/** Opens one that is kept; one that is not kept stays in the hand. Without an id, goes back to that one. */
	show = (id?: string): void => {
		this.#opened = id;
	};

	/** Begins a new one beside those that are kept, or goes on with the one in the hand. */
	begin = (): void => {
		this.#opened = undefined;
		if (!this.#own) this.#hold({ ...this.#blank, id: newId() });
	};

	remove = (id: string): Promise<Outcome> =>
		commit(this.#services, (storage) => storage.looks.change((kept) => withoutItem(parseLooks(kept), id)), {
			key: 'practice.keep.removed'
		});

	/** One's own answers, as they are handed on. */
	readonly mine: LookSheet | undefined = $derived.by(() => {
		const { form, look, answers } = this;
		if (form === 'questions' || Object.keys(answers).length === 0) return undefined;
		return { id: sheetIdOf(look.id), form, answers };
	});
	/** The answers of the team, one's own among them. */
	readonly team: readonly LookSheet[] = $derived.by(() =>
		withSheets(this.mine ? [this.mine] : [], this.#sheets)
	);

	/** Reads answers out of a text and adds them. Returns what to say of it. */
	bring = async (text: string): Promise<{ key: MessageKey; count: number }> => {
		const { readLooks } = await import('$lib/codec/look-code');
		try {
			const read = readLooks(text);
			const fitting = read.filter(({ form }) => form === this.form);
			if (fitting.length === 0) return { key: 'practice.team.other', count: 0 };
			const { team } = this;
			const fresh = fitting.filter((one) => !team.some((other) => isSame(one, other)));
			if (fresh.length === 0) return { key: 'practice.team.known', count: 0 };
			const before = this.team.length;
			this.#hold(this.#own, withSheets(this.#sheets, fresh));
			return { key: 'practice.team.added', count: Math.max(1, this.team.length - before) };
		} catch (error) {
			const isNewer = isCodeError(error) && error.trouble === 'newer';
			return { key: isNewer ? 'practice.team.newer' : 'practice.team.unreadable', count: 0 };
		}
	};

	/** Takes the answers of the others out; they can be brought back. */
	takeOut = (): void => {
		const before = this.#sheets;
		this.#hold(this.#own, []);
		this.#services.status.say({
			key: 'practice.team.emptied',
			undo: () => this.#hold(this.#own, withSheets(before, this.#sheets))
		});
	};

	/** A file of one's own answers, or of all that are together here. */
	file = async (isTeam: boolean): Promise<{ name: string; file: Blob } | undefined> => {
		const { lookFile } = await import('$lib/codec/look-code');
		const sheets = isTeam ? this.team : this.mine ? [this.mine] : [];
		if (sheets.length === 0) return undefined;
		const name = `envol-${this.form}-${this.look.on}${isTeam ? '-team' : ''}.json`;
		return { name, file: new Blob([lookFile(sheets)], { type: 'application/json' }) };
	};

	/** One's own answers as a link and a picture of it. */
	code = async (site: string, lang: string) => {
		if (!this.mine) return undefined;
		const [{ lookLink }, { drawCode }] = await Promise.all([
			import('$lib/codec/look-code'),
			import('$lib/platform/qr')
		]);
		const link = lookLink(site, lang, this.mine);
		return { link, code: await drawCode(link) };
	};
}

/** For tests: nothing is in anybody's hand. */
export const letGo = (): void => void (inHand = {});

export const isAnswered = (form: LookForm): form is AnsweredForm => form !== 'questions';
