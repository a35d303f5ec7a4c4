import { withNote, withRest, withTicks, type Day, type DoneIdea } from '$lib/domain/day';
import { isSame } from '$lib/domain/is-same';
import type { Instant } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import {
	draftOf,
	joinTexts,
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
 * Two devices as one, record by record, by the rule of two tabs: nothing of either is lost, what both have is mine where
 * only one of the two can be. Merging the same copy twice is merging it once.
 */

/** What becomes of a small record that both have; `undefined` where that is not known here. */
export type JoinRecords = (key: string, mine: unknown, theirs: unknown) => unknown;

/** Mine as they are, then those of theirs that I have not; `join` says what becomes of one that both have. */
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

/** Done at the same instant, and something else: one of them a moment later, so that both stay. */
function withBoth(done: readonly DoneIdea[], idea: DoneIdea): DoneIdea[] {
	const same = (other: DoneIdea) =>
		other.activity === idea.activity && other.words === idea.words && other.form === idea.form;
	let { at } = idea;
	for (let there = done.find((one) => one.at === at); there; there = done.find((one) => one.at === at)) {
		if (same(there))
			return done.map((one) => (one === there && idea.felt && !one.felt ? { ...one, felt: idea.felt } : one));
		at += 1;
	}
	return [...done, { ...idea, at }].sort((a, b) => a.at - b.at);
}

function joinedDays(mine: Day, theirs: Day): Day {
	const day = withTicks(mine, theirs.ticks);
	const done = (theirs.done ?? []).reduce<readonly DoneIdea[]>(withBoth, day.done ?? []);
	const busy = done.length > 0 ? { ...day, done } : day;
	const rested = theirs.isRest ? withRest(busy, true) : busy;
	// by themselves, so that both ways give the same
	const [first = '', second = ''] = [mine.note ?? '', theirs.note ?? ''].sort();
	return withNote(rested, joinTexts(first, second, ''));
}

/** What I wrote stays; what I wrote nothing of is theirs. */
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

/** What a person sees of a step; what only orders or dates it left out. */
function contentOf(step: Step): Partial<Step> {
	const { id: _a, order: _b, createdAt: _c, isSmall: _d, isExample: _e, reason: _f, ...content } = step;
	return content;
}

function isSameStep(mine: Step, theirs: Step): boolean {
	const isReasonLost = mine.reason && theirs.reason && mine.reason !== theirs.reason;
	return !isReasonLost && isSame(contentOf(mine), contentOf(theirs));
}

/**
 * Two devices that chose the same step gave it two ids. It is one step, under mine: each of mine stands for one of
 * theirs at most.
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

/** The same rows with steps and ticks under these ids. */
function underMyIds(theirs: Rows, same: ReadonlyMap<StepId, StepId>): Rows {
	if (same.size === 0) return theirs;
	const idOf = (id: StepId) => same.get(id) ?? id;
	return {
		...theirs,
		steps: theirs.steps.map((step) => ({ ...step, id: idOf(step.id) })),
		days: theirs.days.map((day) => ({
			...day,
			ticks: day.ticks.map((tick) => ({ ...tick, step: idOf(tick.step) }))
		}))
	};
}

/** Theirs stand after mine; what is put away stays away. */
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

/** Deleted only where both deleted it. */
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
	/** What each said alone. */
	replaced: readonly Version[];
}

/** One note that both have: as if the later of the two were saved over the earlier one by a tab that had not seen it. */
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
	// what one said before is where the other stayed: only one of them changed it. Where each said so, nobody knows
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

/** The notes of both, and all that they said before. */
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

/** Words that wait: the later of the two; none that were saved since. */
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

/** How many notes were ever saved: those of one that the other never had come on top. */
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

/** @param at the present instant: until when what was replaced by a joined text was said */
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
