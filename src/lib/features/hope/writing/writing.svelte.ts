import { firstOf, live } from '$lib/app/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import {
	ingredients,
	pillars,
	usualWay,
	type PromptDimension,
	type PromptLevel
} from '$lib/domain/journal-prompt';
import { addDays, isLocalDay } from '$lib/domain/local-day';
import {
	draftOf,
	isEmptyDraft,
	isUnsaved,
	newDraft,
	parseDraft,
	type Note,
	type NoteDraft
} from '$lib/domain/note';
import { now } from '$lib/platform/clock';
import { hold } from '$lib/platform/hold';
import { newId } from '$lib/platform/random';
import type { Storage } from '$lib/storage/types';

/** Drafts of notes are kept as 'note:<note>:<tab>', so that two tabs never write over each other's. */
const draftPrefix = 'note:';

/** How a page for writing begins: by what stands after # in its address. */
export type Start =
	| { kind: 'about'; dimension: PromptDimension }
	| { kind: 'free' | 'letter' | 'photo' | 'new' }
	| { kind: 'note'; id: string };

export function startFrom(hash: string): Start {
	const asked = hash.replace(/^#/, '');
	const dimension = [...pillars, ...ingredients].find((each) => each === asked);
	if (dimension) return { kind: 'about', dimension };
	if (asked === 'free' || asked === 'letter' || asked === 'photo') return { kind: asked };
	return /^[\w-]{1,100}$/.test(asked) ? { kind: 'note', id: asked } : { kind: 'new' };
}

/** Long enough to write a word, short enough to lose none. */
const keepEveryMs = 300;
/** For how long a letter stays closed unless the person chooses another day. */
const letterDays = 30;

export type Stage = 'quiet' | 'typing' | 'kept' | 'notKept' | 'failed' | 'waiting' | 'saving';

/** One note while it is written. Each word is kept within a second; "Save" makes it a note of the journal. */
export class Writing {
	#services: Services;
	#key = '';
	#letGo: (() => void) | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#keeping: Promise<void> = Promise.resolve();
	#isTouched = false;
	#isSaved = $state.raw(false);
	#finish: (() => Promise<boolean>)[] = [];
	#draft = $state.raw<NoteDraft>();
	stage = $state.raw<Stage>('quiet');
	/** How much the person has energy for: as the last time, until they say. */
	level = $state.raw<PromptLevel>(usualWay.level);
	/** The person asked for a letter to later. */
	isLetter = $state.raw(false);
	readonly #id = $derived(this.#draft?.id);
	readonly #kept = $derived.by(() => {
		const { storage } = this.#services.gate;
		return storage && this.#id ? live(storage.notes.observeOne(this.#id)) : undefined;
	});
	readonly #photos = $derived.by(() => {
		const { storage } = this.#services.gate;
		return storage && this.#id ? live(storage.photos.observeOf(this.#id)) : undefined;
	});
	/** The note as it is kept now, here or by another tab. */
	readonly kept: Note | undefined = $derived(this.#kept?.value);
	readonly photos = $derived(this.#photos?.value ?? []);
	/** It was saved somewhere else since the person began here. */
	readonly isElsewhere: boolean = $derived(
		Boolean(this.kept && this.#draft && this.kept.changedAt !== this.#draft.base?.changedAt)
	);

	/** It was deleted somewhere else since the person began here. */
	readonly isDeleted: boolean = $derived(
		Boolean(this.#draft?.base && this.#kept?.isReady && !this.kept && !this.#isSaved)
	);

	constructor(services: Services) {
		this.#services = services;
	}

	get draft(): NoteDraft | undefined {
		return this.#draft;
	}

	get isNew(): boolean {
		return !this.#draft?.base;
	}

	/** Begins, or goes on where the person was. Gives the id of the note. */
	open = async (start: Start): Promise<string> => {
		const { gate } = this.#services;
		await gate.look();
		this.isLetter = start.kind === 'letter';
		const id = start.kind === 'note' ? start.id : newId();
		// where nothing was ever kept there is nothing to look for: storage opens with the first word
		const storage = gate.isFresh ? undefined : await gate.open();
		const begun = start.kind === 'note' && storage ? await this.#begunDraft(storage, id) : undefined;
		const kept = storage && (await firstOf(storage.notes.observeOne(id)));
		if (storage) this.level = (await firstOf(storage.wayOfWriting.observe())).level;
		this.#draft =
			begun ??
			(kept
				? draftOf(kept)
				: newDraft(
						id,
						this.#services.clock.today,
						start.kind === 'about'
							? { dimension: start.dimension }
							: // a letter without a day would not be one
								start.kind === 'letter'
								? { openOn: addDays(this.#services.clock.today, letterDays) }
								: {}
					));
		if (this.#draft.openOn) this.isLetter = true;
		if (begun) {
			this.#isTouched = true;
			this.stage = 'kept';
		}
		if (!this.#key) await this.#take(`${draftPrefix}${id}:${newId()}`);
		return id;
	};

	/** Another tab saved the same note, and nothing was typed here: its words are shown. */
	follow = (note: Note): void => {
		if (!this.#draft || this.#isTouched || note.changedAt === this.#draft.base?.changedAt) return;
		this.#draft = draftOf(note);
	};

	change = (change: Partial<Omit<NoteDraft, 'id' | 'base'>>): void => {
		if (!this.#draft) return;
		this.#draft = { ...this.#draft, ...change };
		this.#isTouched = true;
		if (!this.#isSaving) this.stage = 'typing';
		// not put off by the next key: what was typed a moment ago is kept while the person goes on
		this.#timer ??= setTimeout(() => void this.keep(), keepEveryMs);
	};

	/** Changes what the person did not do: nothing counts as written yet. */
	offer = (change: Partial<Omit<NoteDraft, 'id' | 'base'>>): void => {
		if (this.#draft) this.#draft = { ...this.#draft, ...change };
	};

	/** Something of the note came in that is not in the draft itself: kept without waiting. */
	attach = (change: Partial<Omit<NoteDraft, 'id' | 'base'>> = {}): void => {
		this.change(change);
		void this.keep();
	};

	/**
	 * What is still on its way into the note comes in before it is saved: photos, spoken words.
	 * @param finish gives false when something of it could not be kept, and says so: then the person decides
	 */
	finishFirst = (finish: () => Promise<boolean>): void => {
		this.#finish.push(finish);
	};

	chooseLevel = async (level: PromptLevel): Promise<void> => {
		this.level = level;
		const storage = await this.#services.gate.open();
		// it only spares a choice the next time
		await storage.wayOfWriting.change(() => ({ level })).catch(() => undefined);
	};

	setDay = (typed: string): void => {
		if (isLocalDay(typed) && typed <= this.#services.clock.today) this.change({ day: typed });
	};

	/** Keeps the draft now. */
	keep = (): Promise<void> => {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		return (this.#keeping = this.#keeping.then(() => this.#keep()));
	};

	/** The saved note; undefined when there is nothing to save, or it could not be. */
	save = async (): Promise<
		{ isNew: boolean; isJoined: boolean; storage: Storage } | 'empty' | 'failed' | 'busy'
	> => {
		// tapped twice, it is saved once
		if (this.stage === 'saving' || this.stage === 'waiting') return 'busy';
		const before = this.stage;
		this.stage = 'waiting';
		for (const finish of this.#finish)
			if (!(await finish())) {
				this.stage = before;
				return 'busy';
			}
		const storage = await this.#services.gate.open();
		const draft = this.#draft;
		if (!draft || isEmptyDraft(draft, await this.#countPhotos(storage, draft))) {
			this.stage = before;
			return 'empty';
		}
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.stage = 'saving';
		// a draft under way must not come after the note and bring itself back
		await this.#keeping;
		try {
			const { note, isJoined } = await storage.notes.save(draft, this.#key, now());
			this.#isSaved = true;
			if (this.#draft === draft) {
				this.#draft = draftOf(note);
				this.#isTouched = false;
				this.stage = 'quiet';
			}
			return { isNew: !draft.base, isJoined, storage };
		} catch {
			this.stage = 'failed';
			void this.keep();
			return 'failed';
		}
	};

	/** Leaving the page: what was typed is kept, and others may take it in hand. */
	leave = (): void => {
		void this.keep().then(() => this.#letGo?.());
	};

	async #keep(): Promise<void> {
		if (!this.#isTouched) return;
		try {
			const storage = await this.#services.gate.open();
			const draft = this.#draft;
			if (!draft) return;
			if (await this.#isWorthKeeping(storage, draft))
				await storage.drafts.save({ key: this.#key, text: JSON.stringify(draft), at: now() });
			else await storage.drafts.clear(this.#key);
			if (this.#draft === draft && !this.#isSaving) this.stage = storage.isDurable ? 'kept' : 'notKept';
		} catch {
			if (!this.#isSaving) this.stage = 'failed';
		}
	}

	/** Asked of the storage itself: what is on screen may be a moment behind, or the page left. */
	async #isWorthKeeping(storage: Storage, draft: NoteDraft): Promise<boolean> {
		const kept = await firstOf(storage.notes.observeOne(draft.id));
		return isUnsaved(draft, kept) || (!kept && (await this.#countPhotos(storage, draft)) > 0);
	}

	get #isSaving(): boolean {
		return this.stage === 'saving' || this.stage === 'waiting';
	}

	async #countPhotos({ photos }: Storage, { id }: NoteDraft): Promise<number> {
		return (await firstOf(photos.observeOf(id))).length;
	}

	/** The latest draft of this note that no other tab has in hand. */
	async #begunDraft(storage: Storage, id: string): Promise<NoteDraft | undefined> {
		for (const { key, text } of await storage.drafts.list(`${draftPrefix}${id}:`)) {
			const draft = parseDraft(text);
			if (draft && (await this.#take(key))) return draft;
		}
		return undefined;
	}

	async #take(key: string): Promise<boolean> {
		const letGo = await hold(`envol ${key}`);
		if (!letGo) return false;
		this.#letGo = letGo;
		this.#key = key;
		return true;
	}
}
