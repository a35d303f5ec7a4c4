import { chimes, type Chime } from './activity';
import { shortened } from './graphemes';
import { ingredients, pillars, type JournalPromptId, type PromptDimension } from './journal-prompt';
import type { Instant, LocalDay } from './local-day';
import { dayOf, fieldsOf, listOf, oneOf, present, someOf, textOf, type Given } from './parse';

export type NoteId = string;
export type PhotoId = string;

/** The id and type of a recording; its sound is stored separately. */
export interface Voice {
	id: string;
	/** As the browser made it: 'audio/webm;codecs=opus'. */
	type: string;
	seconds: number;
	bytes: number;
}

/** What the person writes, in a note or a draft. */
interface Written {
	/** The day it is about, which need not be the day it was written. */
	day: LocalDay;
	/** A pillar, an ingredient of practical spirituality, or none. */
	dimension?: PromptDimension;
	prompt?: JournalPromptId;
	/** The answer to a one-tap prompt: the id of the option. */
	answer?: string;
	/** In the person's words. Never analysed, never scored. */
	text: string;
	/** The person's own words to find it by. */
	tags: readonly string[];
	chimes: readonly Chime[];
	/** A letter to later: sealed until that day, unless the person opens it. */
	openOn?: LocalDay;
	voice?: Voice;
}

/** One stored note of the hope journal. */
export interface Note extends Written {
	id: NoteId;
	/** When it was first saved. */
	at: Instant;
	/** When it was last saved: two tabs that edit the same note detect each other by it. */
	changedAt: Instant;
	/** Since when it is kept for hard days. */
	keptAt?: Instant;
	/** When a letter was last opened, on or after its day. */
	openedOn?: LocalDay;
	/** When it was deleted; an undo may still be possible. */
	deletedAt?: Instant;
}

/** A note being written: stored within a second of typing, so that nothing is lost. */
export interface NoteDraft extends Written {
	id: NoteId;
	/** The note being edited, as it was last saved. Missing for a new note. */
	base?: Base;
	/** A new note that is to be kept for hard days once it is saved. */
	isKept?: true;
}

interface Base extends Partial<Written> {
	changedAt: Instant;
	text: string;
}

/** What a note said before; or, after two texts were joined, what one of them said alone. */
export interface Version {
	note: NoteId;
	text: string;
	/** When it stopped being the current text. Not when it was written, which may be years ago. */
	at: Instant;
}

/** In characters: several pages. */
export const longestText = 10_000;
export const longestTag = 30;
export const mostTags = 10;
/** How many notes a page shows at first. */
export const latestCount = 5;
/** How long versions are kept. */
export const versionDays = 30;

/** Drafts of notes are stored under 'note:<note>:<tab>', so that two tabs never overwrite each other's. */
const draftPrefix = 'note:';
/** A tab holds a lock with this prefix while it edits the draft. */
const lockPrefix = 'envol ';

/** The prefix of the keys of all drafts of a note; of all notes, when none is given. */
export function draftKeysOf(note?: NoteId): string {
	return note === undefined ? draftPrefix : `${draftPrefix}${note}:`;
}

export function draftKey(note: NoteId, tab: string): string {
	return draftKeysOf(note) + tab;
}

/** The note that a draft belongs to; undefined for any other key. */
export function noteOfDraft(key: string): NoteId | undefined {
	return key.startsWith(draftPrefix) ? key.split(':')[1] || undefined : undefined;
}

export function lockOf(draft: string): string {
	return lockPrefix + draft;
}

/** The note being edited under that lock; undefined for any other lock. */
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

/** Whether a draft has nothing worth saving; a photo alone is enough. */
export function isEmptyDraft({ text, answer, voice }: NoteDraft, photos: number): boolean {
	return !text.trim() && !answer && !voice && photos === 0;
}

/** Whether the draft has anything that the stored note does not. */
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

/** Joins two texts that diverged: both stay, unless one contains the other. */
export function joinTexts(theirs: string, mine: string, base: string): string {
	if (mine === base || theirs.includes(mine)) return theirs;
	if (theirs === base || mine.includes(theirs)) return mine;
	return `${theirs}\n\n${mine}`;
}

/**
 * Merges a field that can have only one value, changed in two tabs. A change wins over no change; when both changed
 * it, the last one wins, but a value wins over none.
 */
function joined<T>(theirs: T | undefined, mine: T | undefined, base: T | undefined): T | undefined {
	const same = (a: T | undefined, b: T | undefined) => JSON.stringify(a) === JSON.stringify(b);
	if (same(mine, base)) return theirs;
	return mine ?? (same(theirs, base) ? undefined : theirs);
}

/** Merges every field that two tabs wrote, except the text. */
function joinedRest(theirs: Written, mine: Written, base: Partial<Written>): Omit<Written, 'text'> {
	// an answer belongs to its question, and a question to its dimension
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
	/** What the note said before, when that differs; of two joined texts, each alone. */
	replaced: readonly Version[];
	/** It had changed elsewhere in the meantime: it now contains both texts. */
	isJoined: boolean;
}

/**
 * The note as saving the draft makes it. When the note changed elsewhere since the draft began, no word of either is
 * lost. A note that was deleted elsewhere comes back, since somebody is still writing it.
 */
export function saved(kept: Note | undefined, draft: NoteDraft, at: Instant): Saved {
	const { base, isKept, ...written } = draft;
	const keptAt = kept?.keptAt ?? (isKept && at);
	const whether = keptAt === undefined ? {} : { keptAt };
	if (!kept)
		return { note: tidied({ ...written, at, changedAt: at, ...whether }), replaced: [], isJoined: false };
	const isElsewhere = kept.changedAt !== base?.changedAt;
	const mine = withoutEndSpace(draft.text);
	const text = isElsewhere ? joinTexts(kept.text, mine, base?.text ?? '') : mine;
	const { openedOn } = kept;
	const note = tidied({
		...(isElsewhere ? joinedRest(kept, draft, base ?? {}) : written),
		id: draft.id,
		text,
		at: kept.at,
		// two saves in the same millisecond still get different times
		changedAt: Math.max(at, kept.changedAt + 1),
		...whether,
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

/** Newest day first; within a day, the latest written first. */
export function newestFirst(a: Note, b: Note): number {
	if (a.day !== b.day) return a.day < b.day ? 1 : -1;
	return b.at - a.at;
}

/** A sealed letter: closed until its day. */
export function isSealed({ openOn }: Pick<Note, 'openOn'>, today: LocalDay): boolean {
	return openOn !== undefined && openOn > today;
}

const dimensions: readonly PromptDimension[] = [...pillars, ...ingredients];

function parseVoice(value: unknown): Voice | undefined {
	const { id, type, seconds, bytes } = fieldsOf(value);
	if (typeof id !== 'string' || typeof type !== 'string') return undefined;
	if (!Number.isFinite(seconds) || !Number.isFinite(bytes)) return undefined;
	return { id, type, seconds: seconds as number, bytes: bytes as number };
}

/** Texts of several tabs, one under the other. */
const longestJoined = longestText * 10;

function parseWritten(given: Given): Partial<Written> {
	return present({
		day: dayOf(given.day),
		dimension: oneOf(dimensions, given.dimension),
		prompt: textOf(given.prompt, 100) || undefined,
		answer: textOf(given.answer, 100) || undefined,
		voice: parseVoice(given.voice),
		openOn: dayOf(given.openOn),
		tags: given.tags ? tidyTags(listOf(given.tags, textOf)) : undefined,
		chimes: given.chimes ? someOf(chimes, given.chimes) : undefined
	});
}

/** Reads a kept draft field by field; undefined when it is none. */
export function parseDraft(json: string): NoteDraft | undefined {
	let given: Given;
	try {
		given = fieldsOf(JSON.parse(json));
	} catch {
		return undefined;
	}
	const [id, text, day] = [textOf(given.id, 100), textOf(given.text, longestJoined), dayOf(given.day)];
	if (!id || text === undefined || !day) return undefined;
	const draft = newDraft(id, day, { ...parseWritten(given), text });
	if (given.isKept === true) draft.isKept = true;
	const base = fieldsOf(given.base);
	if (typeof base.changedAt === 'number' && typeof base.text === 'string')
		draft.base = { ...parseWritten(base), changedAt: base.changedAt, text: base.text };
	return draft;
}
