import { chimes, type Chime } from './activity';
import { shortened } from './graphemes';
import { ingredients, pillars, type JournalPromptId, type PromptDimension } from './journal-prompt';
import { isLocalDay, type Instant, type LocalDay } from './local-day';

export type NoteId = string;
export type PhotoId = string;

/** Where a spoken note is, and what it is; its sound is kept apart. */
export interface Voice {
	id: string;
	/** As the browser made it: 'audio/webm;codecs=opus'. */
	type: string;
	seconds: number;
	bytes: number;
}

/** What the person writes, whatever becomes of it. */
interface Written {
	/** The day it is about: any day, not only the one it was written on. */
	day: LocalDay;
	/** A pillar, an ingredient of practical spirituality, or none. */
	dimension?: PromptDimension;
	prompt?: JournalPromptId;
	/** The answer to a prompt of one tap: the id of the option. */
	answer?: string;
	/** In the person's words. Never analysed, never scored. */
	text: string;
	/** The person's own words to find it by. */
	tags: readonly string[];
	chimes: readonly Chime[];
	/** A letter to later: closed until that day, unless the person opens it. */
	openOn?: LocalDay;
	voice?: Voice;
}

/** One note of the hope journal, as it is kept. */
export interface Note extends Written {
	id: NoteId;
	/** When it was first saved. */
	at: Instant;
	/** When it was last saved: two tabs that edit the same note know each other by it. */
	changedAt: Instant;
	/** Kept for hard days since. */
	keptAt?: Instant;
	/** A letter whose day had come was opened, last on that day. */
	openedOn?: LocalDay;
	/** Deleted, and not yet beyond undo. */
	deletedAt?: Instant;
}

/** A note while it is written: kept within a second of typing, through anything. */
export interface NoteDraft extends Written {
	id: NoteId;
	/** What is edited: when it was last saved, and all it said then. Not there for a new note. */
	base?: Base;
}

interface Base extends Partial<Written> {
	changedAt: Instant;
	text: string;
}

/** What a note said before; or, of two texts that were joined, what one of them said alone. */
export interface Version {
	note: NoteId;
	text: string;
	/** Until when: from then on it is kept for a while. Not when it was written, which may be years ago. */
	at: Instant;
}

/** In characters: well under what a browser can lose whole in a power cut (see docs/decisions/0003). */
export const longestText = 10_000;
export const longestTag = 30;
export const mostTags = 10;
/** How long what a note said before is kept. */
export const versionDays = 30;

/** Drafts of notes are kept under 'note:<note>:<tab>': two tabs never write over each other's. */
const draftPrefix = 'note:';
/** A tab holds a lock of this name as long as it has the draft in hand. */
const lockPrefix = 'envol ';

/** How the keys of all drafts of a note begin; of any note, where none is named. */
export function draftKeysOf(note?: NoteId): string {
	return note === undefined ? draftPrefix : `${draftPrefix}${note}:`;
}

export function draftKey(note: NoteId, tab: string): string {
	return draftKeysOf(note) + tab;
}

/** The note that a draft is of; undefined for the key of something else. */
export function noteOfDraft(key: string): NoteId | undefined {
	return key.startsWith(draftPrefix) ? key.split(':')[1] || undefined : undefined;
}

export function lockOf(draft: string): string {
	return lockPrefix + draft;
}

/** The note whose draft is in hand under that lock; undefined for any other lock. */
export function noteOfLock(lock: string): NoteId | undefined {
	return lock.startsWith(lockPrefix) ? noteOfDraft(lock.slice(lockPrefix.length)) : undefined;
}

export function newDraft(id: NoteId, day: LocalDay, given: Partial<Written> = {}): NoteDraft {
	return { text: '', tags: [], chimes: [], ...given, id, day };
}

export function draftOf({
	id,
	changedAt,
	at: _at,
	keptAt: _kept,
	openedOn: _opened,
	deletedAt: _gone,
	...written
}: Note): NoteDraft {
	return { ...written, id, base: { ...written, changedAt } };
}

/** Nothing in it worth a note; a picture alone is one. */
export function isEmptyDraft({ text, answer, voice }: NoteDraft, photos: number): boolean {
	return !text.trim() && !answer && !voice && photos === 0;
}

/** Is there anything in the draft that the kept note does not say? */
export function isUnsaved(draft: NoteDraft, kept: Note | undefined): boolean {
	if (!kept) return !isEmptyDraft(draft, 0);
	const { base: _, ...mine } = draft;
	const { base: __, ...theirs } = draftOf(kept);
	return JSON.stringify(sorted(mine)) !== JSON.stringify(sorted(theirs));
}

function sorted(fields: object): object {
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([, value]) => value !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);
}

/** Two texts that grew apart: both stay, unless one holds the other. */
export function joinTexts(theirs: string, mine: string, base: string): string {
	if (mine === base || theirs.includes(mine)) return theirs;
	if (theirs === base || mine.includes(theirs)) return mine;
	return `${theirs}\n\n${mine}`;
}

/**
 * What two tabs said of one thing that can be only once. Who changed it is right; when both did, the last one, but
 * nothing is not more than something.
 */
function joined<T>(theirs: T | undefined, mine: T | undefined, base: T | undefined): T | undefined {
	const same = (a: T | undefined, b: T | undefined) => JSON.stringify(a) === JSON.stringify(b);
	if (same(mine, base)) return theirs;
	return mine ?? (same(theirs, base) ? undefined : theirs);
}

/** All that two tabs wrote, but for their words. */
function joinedRest(theirs: Written, mine: Written, base: Partial<Written>): Omit<Written, 'text'> {
	// an answer belongs to its question, and a question to what it is about
	const asked = ({ dimension, prompt, answer }: Partial<Written>) => ({
		...(dimension && { dimension }),
		...(prompt && { prompt }),
		...(answer && { answer })
	});
	const openOn = joined(theirs.openOn, mine.openOn, base.openOn);
	const voice = joined(theirs.voice, mine.voice, base.voice);
	return {
		day: joined(theirs.day, mine.day, base.day) ?? mine.day,
		...joined(asked(theirs), asked(mine), asked(base)),
		tags: [...theirs.tags, ...mine.tags],
		chimes: chimes.filter((chime) => theirs.chimes.includes(chime) || mine.chimes.includes(chime)),
		...(openOn && { openOn }),
		...(voice && { voice })
	};
}

export interface Saved {
	note: Note;
	/** What it said before, when it said something else; of two texts that were joined, each alone. */
	replaced: readonly Version[];
	/** It had changed elsewhere meanwhile: both texts are in it now. */
	isJoined: boolean;
}

/**
 * The note as the draft makes it. When the note changed elsewhere since the draft began, no word of either is lost. A
 * note that was deleted elsewhere comes back: somebody is still writing it.
 */
export function saved(kept: Note | undefined, draft: NoteDraft, at: Instant): Saved {
	const { base, ...written } = draft;
	if (!kept) return { note: tidied({ ...written, at, changedAt: at }), replaced: [], isJoined: false };
	const isElsewhere = kept.changedAt !== base?.changedAt;
	const mine = withoutEndSpace(draft.text);
	const text = isElsewhere ? joinTexts(kept.text, mine, base?.text ?? '') : mine;
	const { keptAt, openedOn } = kept;
	const note = tidied({
		...(isElsewhere ? joinedRest(kept, draft, base ?? {}) : written),
		id: draft.id,
		text,
		at: kept.at,
		// two saves in the same millisecond are still two
		changedAt: Math.max(at, kept.changedAt + 1),
		...(keptAt !== undefined && { keptAt }),
		...(openedOn && { openedOn })
	});
	const isJoined = isElsewhere && text !== mine && mine !== base?.text;
	const before = [kept.text, ...(isJoined ? [mine] : [])];
	return {
		note,
		replaced: before
			.filter((each) => each !== '' && each !== note.text)
			.map((each) => ({ note: kept.id, text: each, at: note.changedAt })),
		isJoined
	};
}

const withoutEndSpace = (text: string) => text.replace(/\s+$/u, '');

function tidied(note: Note): Note {
	return { ...note, text: withoutEndSpace(note.text), tags: tidyTags(note.tags) };
}

const plainTag = (tag: string) =>
	tag
		.replace(/^[#\s]+/u, '')
		.replace(/\s+/gu, ' ')
		.trim();
const apart = (typed: string) => typed.split(/[,;\n]/u);

/** The person's own words to find a note by: each once, without a leading #. */
function tidyTags(tags: readonly string[]): string[] {
	const tidy = tags.map((tag) => shortened(plainTag(tag), longestTag).trim()).filter(Boolean);
	const seen = new Set<string>();
	return tidy
		.filter((tag) => {
			const isNew = !seen.has(tag.toLowerCase());
			seen.add(tag.toLowerCase());
			return isNew;
		})
		.slice(0, mostTags);
}

/** Tags typed in one field, between commas. */
export function tagsFrom(typed: string): string[] {
	return tidyTags(apart(typed));
}

/** What a note has no room for: a tag that is kept shorter than it was typed, or one tag more than there may be. */
export function tagsCut(typed: string): { kept: string } | 'many' | undefined {
	const tags = apart(typed).map(plainTag).filter(Boolean);
	const long = tags.find((tag) => shortened(tag, longestTag) !== tag);
	if (long !== undefined) return { kept: shortened(long, longestTag).trim() };
	return new Set(tags.map((tag) => tag.toLowerCase())).size > mostTags ? 'many' : undefined;
}

/** The newest day first; within a day, what was written last. */
export function newestFirst(a: Note, b: Note): number {
	if (a.day !== b.day) return a.day < b.day ? 1 : -1;
	return b.at - a.at;
}

/** A letter that waits: closed until its day. */
export function isSealed({ openOn }: Pick<Note, 'openOn'>, today: LocalDay): boolean {
	return openOn !== undefined && openOn > today;
}

function textOf(value: unknown, longest: number): string | undefined {
	return typeof value === 'string' && value.length <= longest ? value : undefined;
}

const dimensions: readonly PromptDimension[] = [...pillars, ...ingredients];

function parseVoice(value: unknown): Voice | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { id, type, seconds, bytes } = value as Record<string, unknown>;
	if (typeof id !== 'string' || typeof type !== 'string') return undefined;
	if (typeof seconds !== 'number' || typeof bytes !== 'number') return undefined;
	return { id, type, seconds, bytes };
}

/** Texts of several tabs, one under the other. */
const longestJoined = longestText * 10;

function parseWritten(given: Record<string, unknown>): Partial<Written> {
	const [prompt, answer, voice] = [
		textOf(given.prompt, 100),
		textOf(given.answer, 100),
		parseVoice(given.voice)
	];
	const dimension = dimensions.find((each) => each === given.dimension);
	return {
		...(isLocalDay(given.day) && { day: given.day }),
		...(dimension && { dimension }),
		...(prompt && { prompt }),
		...(answer && { answer }),
		...(voice && { voice }),
		...(isLocalDay(given.openOn) && { openOn: given.openOn }),
		...(Array.isArray(given.tags) && {
			tags: tidyTags(given.tags.filter((tag) => typeof tag === 'string'))
		}),
		...(Array.isArray(given.chimes) && {
			chimes: chimes.filter((chime) => (given.chimes as unknown[]).includes(chime))
		})
	};
}

/** Reads a kept draft field by field; undefined when it is none. */
export function parseDraft(json: string): NoteDraft | undefined {
	let given: Record<string, unknown>;
	try {
		const value: unknown = JSON.parse(json);
		if (typeof value !== 'object' || value === null) return undefined;
		given = value as Record<string, unknown>;
	} catch {
		return undefined;
	}
	const [id, text] = [textOf(given.id, 100), textOf(given.text, longestJoined)];
	if (!id || text === undefined || !isLocalDay(given.day)) return undefined;
	const draft = newDraft(id, given.day, { ...parseWritten(given), text });
	const base = given.base as Record<string, unknown> | undefined;
	if (base && typeof base.changedAt === 'number' && typeof base.text === 'string')
		draft.base = { ...parseWritten(base), changedAt: base.changedAt, text: base.text };
	return draft;
}
