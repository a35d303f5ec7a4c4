import { attempt, sayOutcome } from '$lib/app/keeping/commit';
import { leaveBeforeOpen } from '$lib/app/keeping/last-words';
import { followed } from '$lib/app/keeping/followed.svelte';
import { firstOf } from '$lib/app/keeping/live.svelte';
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
	draftKey,
	draftKeysOf,
	draftOf,
	isEmptyDraft,
	isUnsaved,
	lockOf,
	newDraft,
	parseDraft,
	type Note,
	type NoteDraft
} from '$lib/domain/note';
import { Autosave } from '$lib/platform/autosave';
import { now } from '$lib/platform/clock';
import { requestLock } from '$lib/platform/locks';
import { newId } from '$lib/platform/random';
import type { Storage } from '$lib/storage/types';

/** How a page for writing begins: by what stands after # in its address. */
export type Start =
	| { kind: 'about'; dimension: PromptDimension }
	| { kind: 'free' | 'letter' | 'photo' | 'shared' | 'new' }
	| { kind: 'note'; id: string };

export function startFrom(hash: string): Start {
	const asked = hash.replace(/^#/, '');
	const dimension = [...pillars, ...ingredients].find((each) => each === asked);
	if (dimension) return { kind: 'about', dimension };
	if (asked === 'free' || asked === 'letter' || asked === 'photo' || asked === 'shared')
		return { kind: asked };
	return /^[\w-]{1,100}$/.test(asked) ? { kind: 'note', id: asked } : { kind: 'new' };
}

/** For how long a letter stays closed unless the person chooses another day. */
const letterDays = 30;

export type Stage = 'quiet' | 'typing' | 'kept' | 'notKept' | 'failed' | 'waiting' | 'saving';

/** One note while it is written. Each word is kept within a second; "Save" makes it a note of the journal. */
export class Writing {
	#services: Services;
	#key = '';
	#letGo: (() => void) | undefined;
	#autosave: Autosave;
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
	readonly #kept = followed(
		() => this.#services,
		({ notes }) => (this.#id ? notes.observeOne(this.#id) : undefined),
		undefined
	);
	/** The note as it is kept now, here or by another tab. */
	readonly kept: Note | undefined = $derived(this.#kept.value);
	/** The `changedAt` of the note until it was last saved here: storage may still tell of that one for a moment. */
	#changedBefore = $state.raw<number>();
	/** It was saved somewhere else since the person began here; what is heard while it is saved here is its own. */
	readonly isElsewhere: boolean = $derived(
		this.stage !== 'saving' &&
			Boolean(this.kept && this.#draft && this.kept.changedAt !== this.#draft.base?.changedAt) &&
			this.kept?.changedAt !== this.#changedBefore
	);

	/** It was deleted somewhere else since the person began here. */
	readonly isDeleted: boolean = $derived(
		Boolean(this.#draft?.base && this.#kept.isReady && !this.kept && !this.#isSaved)
	);

	constructor(services: Services) {
		this.#services = services;
		this.#autosave = new Autosave(() => this.#keep());
	}

	get draft(): NoteDraft | undefined {
		return this.#draft;
	}

	get isNew(): boolean {
		return !this.#draft?.base;
	}

	/**
	 * Begins, or goes on where the person was. Gives the id of the note.
	 * @param onBegun called in the same moment as the note is there to be shown
	 */
	open = async (start: Start, onBegun: () => void = () => undefined): Promise<string> => {
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
		onBegun();
		if (!this.#key) await this.#take(draftKey(id, newId()));
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
		this.#autosave.typed();
	};

	/** Changes what the person did not do: nothing counts as written yet. */
	offer = (change: Partial<Omit<NoteDraft, 'id' | 'base'>>): void => {
		if (this.#draft) this.#draft = { ...this.#draft, ...change };
	};

	/** Something of the note came in that is not in the draft itself: kept without waiting. Resolves to whether it is. */
	attach = (change: Partial<Omit<NoteDraft, 'id' | 'base'>> = {}): Promise<boolean> => {
		this.change(change);
		return this.#autosave.now();
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

	/**
	 * Follows the page as it goes; call what it gives back when the person leaves: once all is kept, and what may still come
	 * into the draft is too, others may take it in hand.
	 */
	start = (): ((coming?: Promise<unknown>) => Promise<void>) => {
		const stop = this.#autosave.attach();
		return async (coming) => {
			stop();
			await this.#autosave.now();
			await coming;
			this.#letGo?.();
		};
	};

	/** Saves the note, and says so. */
	save = async (): Promise<'saved' | 'empty' | 'failed' | 'busy'> => {
		// tapped twice, it is saved once
		if (this.#isSaving) return 'busy';
		const before = this.stage;
		this.stage = 'waiting';
		for (const finish of this.#finish)
			if (!(await finish())) {
				this.stage = before;
				return 'busy';
			}
		const draft = this.#draft;
		const storage = await this.#services.gate.open();
		// where photos cannot be counted, saving itself tells why
		const photos = draft && (await this.#countPhotos(storage, draft).catch(() => 1));
		if (!draft || isEmptyDraft(draft, photos!)) {
			this.stage = before;
			return 'empty';
		}
		this.stage = 'saving';
		// a draft under way must not come after the note and bring itself back
		this.#autosave.settle();
		await this.#autosave.now();
		const made = await attempt(this.#services, ({ notes }) => notes.save(draft, this.#key, now()));
		if (made.outcome === 'failed') {
			this.stage = 'failed';
			this.#autosave.typed();
			void this.#autosave.now();
			return 'failed';
		}
		const { note, isJoined } = made.value;
		this.#isSaved = true;
		if (this.#draft === draft) {
			this.#changedBefore = draft.base?.changedAt;
			this.#draft = draftOf(note);
			this.#isTouched = false;
			this.stage = 'quiet';
		}
		// two texts in one note are for the person to look at: the line waits until it is read
		if (isJoined) sayOutcome(this.#services, made, { key: 'hope.status.joined', tone: 'trouble' });
		else sayOutcome(this.#services, made, { key: draft.base ? 'hope.status.changed' : 'hope.status.saved' });
		return 'saved';
	};

	async #keep(): Promise<boolean> {
		const draft = this.#draft;
		if (!draft) return true;
		const hasWords = draft.base !== undefined || !isEmptyDraft(draft, 0);
		const begun = () => ({ key: this.#key, text: JSON.stringify(draft), at: now() });
		if (hasWords) leaveBeforeOpen(this.#services, begun);
		const { outcome } = await attempt(this.#services, async (storage) => {
			const save = () => storage.drafts.save(begun());
			// on disk first, and asked after: when the page goes there is no time to ask
			if (hasWords) await save();
			// a page whose Envol is too old to look keeps every word, for the newer one
			const isWanted = await this.#isWorthKeeping(storage, draft).catch(() => hasWords);
			if (!isWanted) await storage.drafts.clear(this.#key);
			else if (!hasWords) await save();
		});
		const isFailed = outcome === 'failed';
		if (!this.#isSaving && (isFailed || this.#draft === draft))
			this.stage = ({ durable: 'kept', memory: 'notKept', failed: 'failed' } as const)[outcome];
		return !isFailed;
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
		for (const { key, text } of await storage.drafts.list(draftKeysOf(id))) {
			const draft = parseDraft(text);
			if (draft && (await this.#take(key))) return draft;
		}
		return undefined;
	}

	async #take(key: string): Promise<boolean> {
		const letGo = await requestLock(lockOf(key));
		if (!letGo) return false;
		this.#letGo = letGo;
		this.#key = key;
		return true;
	}
}
