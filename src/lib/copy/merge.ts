import { isSame } from '$lib/domain/is-same';
import { joinedDays } from '$lib/domain/joined-day';
import type { Instant } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import {
	draftOf,
	mostTags,
	noteOfDraft,
	parseDraft,
	saved,
	type Note,
	type NoteId,
	type Version
} from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import { isInPlan, planOf, type Step, type StepId } from '$lib/domain/step';
import type { DraftRow, Rows, SettingRow } from './rows';

/**
 * Merges the data of two devices record by record, by the same rule as two tabs: nothing of either is lost, and where
 * only one value can remain, this device's wins. Merging the same copy twice has no further effect.
 */

/** Merges a small record that both have; returns `undefined` for an unknown record. */
export type JoinRecords = (key: string, mine: unknown, theirs: unknown) => unknown;

/** All of mine, then those that only the other has; `join` merges an entry that both have. */
function both<T>(
	mine: readonly T[],
	theirs: readonly T[],
	key: (one: T) => string,
	join: (mine: T, theirs: T) => T = (one) => one
): T[] {
	const others = new Map(theirs.map((one) => [key(one), one]));
	const here = new Set(mine.map(key));
	return [
		...mine.map((one) => {
			const other = others.get(key(one));
			if (other === undefined) return one;
			const joined = join(one, other);
			return isSame(joined, one) ? one : joined;
		}),
		...theirs.filter((one) => !here.has(key(one)))
	];
}

/** Keeps my texts; fills in theirs where I wrote none. */
function joinedSteps(mine: Step, theirs: Step): Step {
	const { words, detail, tiny, reason } = theirs;
	const texts = {
		...(words && { words }),
		...(detail && { detail }),
		...(tiny && { tiny }),
		...(reason && { reason })
	};
	return { ...texts, ...mine };
}

/** What a person sees of a step, without ids, order and dates. */
function contentOf(step: Step): Partial<Step> {
	const { id: _a, order: _b, createdAt: _c, isSmall: _d, isExample: _e, reason: _f, ...content } = step;
	return content;
}

function isSameStep(mine: Step, theirs: Step): boolean {
	const isReasonLost = mine.reason && theirs.reason && mine.reason !== theirs.reason;
	return !isReasonLost && isSame(contentOf(mine), contentOf(theirs));
}

/**
 * Maps ids of theirs to mine where both devices chose the same step, each under an id of its own. Each of mine matches at
 * most one of theirs.
 */
function sameStepsOf(mine: readonly Step[], theirs: readonly Step[]): ReadonlyMap<StepId, StepId> {
	const [here, there] = [mine, theirs].map((steps) => new Set(steps.map(({ id }) => id)));
	const free = mine.filter((step) => isInPlan(step) && !there!.has(step.id));
	const same = new Map<StepId, StepId>();
	for (const step of theirs) {
		if (!isInPlan(step) || here!.has(step.id)) continue;
		const i = free.findIndex((one) => isSameStep(one, step));
		const [one] = i < 0 ? [] : free.splice(i, 1);
		if (one) same.set(step.id, one.id);
	}
	return same;
}

/** Renames the ids of steps, and of the answers to them. */
function underMyIds(theirs: Rows, same: ReadonlyMap<StepId, StepId>): Rows {
	if (same.size === 0) return theirs;
	const idOf = (id: StepId) => same.get(id) ?? id;
	return {
		...theirs,
		steps: theirs.steps.map((step) => ({ ...step, id: idOf(step.id) })),
		days: theirs.days.map((day) => ({
			...day,
			ticks: day.ticks.map((tick) => ({ ...tick, step: idOf(tick.step) })),
			...(day.notToday && { notToday: day.notToday.map(idOf) })
		}))
	};
}

/** Places their steps after mine; steps that were put away stay so. */
function mergedSteps(mine: readonly Step[], theirs: readonly Step[]): Step[] {
	const steps = both(mine, theirs, ({ id }) => id, joinedSteps);
	const here = new Set(mine.map(({ id }) => id));
	const next = Math.max(-1, ...mine.filter(isInPlan).map(({ order }) => order)) + 1;
	const places = new Map(planOf(theirs.filter(({ id }) => !here.has(id))).map(({ id }, i) => [id, next + i]));
	return steps.map((step) => {
		const order = places.get(step.id);
		return order === undefined ? step : { ...step, order };
	});
}

const sameTag = (tag: string) => tag.toLowerCase();

/** Deleted only if both deleted it. */
function deletedIn(one: { deletedAt?: Instant }, other: { deletedAt?: Instant }): { deletedAt?: Instant } {
	return one.deletedAt !== undefined && other.deletedAt !== undefined
		? { deletedAt: Math.max(one.deletedAt, other.deletedAt) }
		: {};
}

function keptIn(one: { keptAt?: Instant }, other: { keptAt?: Instant }): { keptAt?: Instant } {
	const keptAt = one.keptAt ?? other.keptAt;
	return keptAt === undefined ? {} : { keptAt };
}

interface Joined {
	note: Note;
	/** The texts that the merged text replaces. */
	replaced: readonly Version[];
}

/** Merges one note as if a tab had saved the later text without having seen the earlier one. */
function joinedNote(
	mine: Note,
	theirs: Note,
	said: { mine: ReadonlySet<string>; theirs: ReadonlySet<string> },
	at: Instant
): Joined {
	const isMineLater =
		mine.changedAt === theirs.changedAt ? mine.text >= theirs.text : mine.changedAt > theirs.changedAt;
	const [earlier, later] = isMineLater ? [theirs, mine] : [mine, theirs];
	const { deletedAt: _a, keptAt: _b, openedOn: _c, ...kept } = earlier;
	const { note, replaced } = saved(kept, { ...draftOf(later), base: { changedAt: -1, text: '' } }, at);
	// a text that is an older version on the other device was changed there only; if both are, there is no telling
	const [isMineOld, isTheirsOld] = [said.theirs.has(mine.text), said.mine.has(theirs.text)];
	const text = isMineOld === isTheirsOld ? note.text : isMineOld ? theirs.text : mine.text;
	const openedOn = [mine.openedOn, theirs.openedOn]
		.flatMap((day) => day ?? [])
		.sort()
		.at(-1);
	const mineTags = new Set(mine.tags.map(sameTag));
	const joined: Note = {
		...note,
		text,
		at: Math.min(mine.at, theirs.at),
		tags: [...mine.tags, ...theirs.tags.filter((tag) => !mineTags.has(sameTag(tag)))].slice(0, mostTags),
		...keptIn(mine, theirs),
		...(openedOn && { openedOn }),
		...deletedIn(mine, theirs)
	};
	const same = [mine, theirs].find((one) => isSame({ ...joined, changedAt: one.changedAt }, one));
	return { note: same ?? joined, replaced: replaced.filter((version) => version.text !== text) };
}

/** The notes of both, with all their older versions. */
function mergedNotes(mine: Rows, theirs: Rows, at: Instant): Pick<Rows, 'notes' | 'versions'> {
	const saidIn = (versions: readonly Version[]) => {
		const said = new Map<NoteId, Set<string>>();
		for (const { note, text } of versions) said.set(note, (said.get(note) ?? new Set()).add(text));
		return (note: NoteId): ReadonlySet<string> => said.get(note) ?? new Set();
	};
	const [saidByMe, saidByThem] = [saidIn(mine.versions), saidIn(theirs.versions)];
	const replaced: Version[] = [];
	const notes = both(
		mine.notes,
		theirs.notes,
		({ id }) => id,
		(one, other) => {
			if (isSame(one, other)) return one;
			const joined = joinedNote(one, other, { mine: saidByMe(one.id), theirs: saidByThem(one.id) }, at);
			replaced.push(...joined.replaced);
			return joined.note;
		}
	);
	const known = new Set<string>();
	const isNew = ({ note, text }: Version) => {
		const saying = `${note} ${text}`;
		return !known.has(saying) && known.add(saying);
	};
	for (const version of mine.versions) isNew(version);
	return { notes, versions: [...mine.versions, ...[...theirs.versions, ...replaced].filter(isNew)] };
}

function joinedPhotos(mine: Photo, theirs: Photo): Photo {
	const { deletedAt: _a, keptAt: _b, ...photo } = mine;
	const series = mine.series ?? theirs.series;
	return {
		...photo,
		alt: mine.alt || theirs.alt,
		...(series !== undefined && { series }),
		...keptIn(mine, theirs),
		...deletedIn(mine, theirs)
	};
}

function joinedSounds({ deletedAt, ...mine }: Sound, theirs: Sound): Sound {
	const at = mine.at ?? theirs.at;
	return {
		...mine,
		...(at !== undefined && { at }),
		...deletedIn({ ...(deletedAt !== undefined && { deletedAt }) }, theirs)
	};
}

/** Drafts: the later of the two, except those that were saved as notes since. */
function mergedDrafts(
	mine: readonly DraftRow[],
	theirs: readonly DraftRow[],
	notes: readonly Note[]
): DraftRow[] {
	const byId = new Map(notes.map((note) => [note.id, note]));
	const here = new Set(mine.map(({ key }) => key));
	const isSaved = ({ key, text }: DraftRow) => {
		const note = byId.get(noteOfDraft(key) ?? '');
		const draft = note && parseDraft(text);
		return Boolean(draft && note.text.includes(draft.text.trimEnd()));
	};
	const waiting = theirs.filter((draft) => here.has(draft.key) || !isSaved(draft));
	return both(
		mine,
		waiting,
		({ key }) => key,
		(one, other) => (other.at > one.at ? other : one)
	);
}

/** The number of notes ever saved: notes that only one device has are added to the other's count. */
function stitchesOf(mine: Rows, theirs: Rows): SettingRow[] {
	const count = ({ settings }: Rows) => {
		const value = settings.find(({ key }) => key === 'stitches')?.value;
		return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
	};
	const only = (one: Rows, other: Rows) => {
		const known = new Set(other.notes.map(({ id }) => id));
		return one.notes.filter(({ id }) => !known.has(id)).length;
	};
	const value = Math.max(count(mine) + only(theirs, mine), count(theirs) + only(mine, theirs));
	return value > 0 ? [{ key: 'stitches', value }] : [];
}

/** @param at now: the time of merged notes and of the versions they replace */
export function merged(mine: Rows, copied: Rows, joinRecords: JoinRecords, at: Instant): Rows {
	const theirs = underMyIds(copied, sameStepsOf(mine.steps, copied.steps));
	const { notes, versions } = mergedNotes(mine, theirs, at);
	const withoutStitches = ({ settings }: Rows) => settings.filter(({ key }) => key !== 'stitches');
	return {
		days: both(mine.days, theirs.days, ({ day }) => day, joinedDays),
		steps: mergedSteps(mine.steps, theirs.steps),
		drafts: mergedDrafts(mine.drafts, theirs.drafts, notes),
		settings: [
			...both(
				withoutStitches(mine),
				withoutStitches(theirs),
				({ key }) => key,
				(one, other) => {
					const value = joinRecords(one.key, one.value, other.value);
					return value === undefined ? one : { key: one.key, value };
				}
			),
			...stitchesOf(mine, theirs)
		],
		notes,
		versions,
		photos: both(mine.photos, theirs.photos, ({ id }) => id, joinedPhotos),
		recordings: both(mine.recordings, theirs.recordings, ({ id }) => id, joinedSounds)
	};
}
