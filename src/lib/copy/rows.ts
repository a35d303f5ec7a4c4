import { forms } from '$lib/domain/activity';
import { feelings, type Day, type DoneIdea, type Feeling, type Tick } from '$lib/domain/day';
import { habitIds, moments } from '$lib/domain/habit';
import { isLocalDay, weekdays, type Weekday } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import { parseDraft, type Note, type Version } from '$lib/domain/note';
import { dayOf, fieldsOf, instantOf, oneOf, present, trueOf, type Given } from '$lib/domain/parse';
import { petals } from '$lib/domain/petal';
import type { Photo } from '$lib/domain/photo';
import type { Frequency, Step, StepId } from '$lib/domain/step';
import { tidyWords } from '$lib/domain/tidy-words';

export interface DraftRow {
	key: string;
	text: string;
	at: number;
}

export interface SettingRow {
	key: string;
	value: unknown;
}

/** All that is kept, but for pictures and sounds: the rows of each table. */
export interface Rows {
	days: readonly Day[];
	steps: readonly Step[];
	drafts: readonly DraftRow[];
	/** The small records, by name. */
	settings: readonly SettingRow[];
	notes: readonly Note[];
	/** Without `key`, one that is not here yet. */
	versions: readonly (Version & { key?: number })[];
	photos: readonly Photo[];
	recordings: readonly Sound[];
}
export type RowsName = keyof Rows;
export type RowOf<N extends RowsName> = Rows[N][number];

export const noRows: Rows = {
	days: [],
	steps: [],
	drafts: [],
	settings: [],
	notes: [],
	versions: [],
	photos: [],
	recordings: []
};
export const rowsNames = Object.keys(noRows) as RowsName[];

/** In characters: ids are made by us, or by the browser. */
const longestId = 200;
const longestWords = 2000;
/** Longer than texts of many tabs, one under the other. */
const longestText = 2_000_000;
/** In one day. */
const mostTicks = 5000;

function idOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' && value !== '__proto__' && value.length <= longestId
		? value
		: undefined;
}

/** Half a letter is none; nothing else of a text changes. */
function textOf(value: unknown, longest = longestText): string | undefined {
	return typeof value === 'string' && value.length <= longest
		? value.replace(/\p{Cs}/gu, '\ufffd')
		: undefined;
}

function wordsOf(value: unknown): string | undefined {
	return typeof value === 'string' ? tidyWords(value, longestWords) : undefined;
}

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** When it was deleted; before version 3 of the database the field had another name. */
function deletionOf(given: Given): number | undefined {
	return instantOf(given.deletedAt ?? given.goneAt);
}

function listOf<T>(value: unknown, parse: (one: unknown) => T | undefined, most = mostTicks): T[] {
	return (Array.isArray(value) ? value.slice(0, most) : []).flatMap((one) => parse(one) ?? []);
}

function parseFrequency(value: unknown): Frequency {
	const { kind, times, days } = fieldsOf(value);
	switch (kind) {
		case 'most-days':
		case 'as-needed':
		case 'once':
			return { kind };
		case 'weekly':
			return { kind, times: Number.isInteger(times) ? Math.min(7, Math.max(1, times as number)) : 1 };
		case 'weekdays':
			return { kind, days: [...new Set(listOf(days, (day) => oneOf<Weekday>(weekdays, day)))] };
		default:
			return { kind: 'daily' };
	}
}

function parsePause(value: unknown): Step['pause'] {
	const { from, to } = fieldsOf(value);
	return isLocalDay(from) ? { from, ...(isLocalDay(to) && { to }) } : undefined;
}

function parseStep(given: Given): Step | undefined {
	const id = idOf(given.id);
	const habit = oneOf(habitIds, given.habit);
	if (!id || !habit) return undefined;
	return {
		...present({
			item: idOf(given.item),
			activity: idOf(given.activity),
			unknown:
				Number.isInteger(given.unknown) && (given.unknown as number) > 0
					? (given.unknown as number)
					: undefined,
			petal: oneOf(petals, given.petal),
			words: wordsOf(given.words),
			detail: wordsOf(given.detail),
			tiny: wordsOf(given.tiny),
			reason: wordsOf(given.reason),
			pause: parsePause(given.pause),
			putAwayAt: instantOf(given.putAwayAt),
			isExample: trueOf(given.isExample),
			isQuoted: trueOf(given.isQuoted)
		}),
		id: id as StepId,
		habit,
		isSmall: given.isSmall === true,
		moment: oneOf(moments, given.moment) ?? 'any',
		frequency: parseFrequency(given.frequency),
		times: Number.isInteger(given.times) ? Math.min(6, Math.max(1, given.times as number)) : 1,
		order: numberOf(given.order) ?? 0,
		createdAt: instantOf(given.createdAt) ?? 0
	};
}

function parseTick(value: unknown): Tick | undefined {
	const { step, at } = fieldsOf(value);
	const [id, instant] = [idOf(step), instantOf(at)];
	return id && instant !== undefined ? { step: id as StepId, at: instant } : undefined;
}

function parseDone(value: unknown): DoneIdea | undefined {
	const given = fieldsOf(value);
	const [at, form] = [instantOf(given.at), oneOf(forms, given.form)];
	if (at === undefined || !form) return undefined;
	return {
		at,
		form,
		minutes: instantOf(given.minutes) ?? 0,
		...present({
			activity: idOf(given.activity),
			words: wordsOf(given.words),
			felt: oneOf<Feeling>(feelings, given.felt)
		})
	};
}

function parseDay(given: Given): Day | undefined {
	if (!isLocalDay(given.day)) return undefined;
	const done = listOf(given.done, parseDone);
	const note = textOf(given.note);
	return {
		day: given.day,
		ticks: listOf(given.ticks, parseTick),
		...(given.isRest === true && { isRest: true }),
		...(note && { note }),
		...(done.length > 0 && { done })
	};
}

function parseNote(given: Given): Note | undefined {
	const [id, at, text] = [idOf(given.id), instantOf(given.at), textOf(given.text)];
	if (!id || at === undefined || text === undefined || !isLocalDay(given.day)) return undefined;
	const tags = listOf(given.tags, (tag) => textOf(tag));
	const written = parseDraft(JSON.stringify({ ...given, id, tags, text: '', base: undefined }));
	return (
		written && {
			...written,
			text,
			at,
			changedAt: instantOf(given.changedAt) ?? at,
			...present({
				keptAt: instantOf(given.keptAt),
				openedOn: dayOf(given.openedOn),
				deletedAt: deletionOf(given)
			})
		}
	);
}

function parseVersion(given: Given): Version | undefined {
	const [note, text, at] = [idOf(given.note), textOf(given.text), instantOf(given.at)];
	return note && text !== undefined && at !== undefined ? { note, text, at } : undefined;
}

function parsePhoto(given: Given): Photo | undefined {
	const [id, note, at] = [idOf(given.id), idOf(given.note), instantOf(given.at)];
	if (!id || !note || at === undefined) return undefined;
	return {
		id,
		note,
		at,
		order: numberOf(given.order) ?? 0,
		width: instantOf(given.width) ?? 0,
		height: instantOf(given.height) ?? 0,
		bytes: instantOf(given.bytes) ?? 0,
		alt: textOf(given.alt, longestWords) ?? '',
		...present({
			series: textOf(given.series, longestWords) || undefined,
			keptAt: instantOf(given.keptAt),
			deletedAt: deletionOf(given)
		})
	};
}

function parseSound(given: Given): Sound | undefined {
	const [id, note] = [idOf(given.id), idOf(given.note)];
	if (!id || !note) return undefined;
	return {
		id,
		note,
		...present({ at: instantOf(given.at), deletedAt: deletionOf(given) })
	};
}

function parseDraftRow(given: Given): DraftRow | undefined {
	const [key, text, at] = [idOf(given.key), textOf(given.text), instantOf(given.at)];
	return key && text !== undefined && at !== undefined ? { key, text, at } : undefined;
}

function parseSetting(given: Given): SettingRow | undefined {
	const key = idOf(given.key);
	return key === undefined ? undefined : { key, value: given.value };
}

const parsers: { [N in RowsName]: (given: Given) => RowOf<N> | undefined } = {
	days: parseDay,
	steps: parseStep,
	drafts: parseDraftRow,
	settings: parseSetting,
	notes: parseNote,
	versions: parseVersion,
	photos: parsePhoto,
	recordings: parseSound
};

/** What tells a row from the others of its table. */
export function keyOf(name: RowsName, row: RowOf<RowsName>): string {
	const { id, day, key, note, at, text } = row as unknown as Given;
	if (name === 'versions') return `${String(note)} ${String(at)} ${String(text)}`;
	return String(name === 'days' ? day : name === 'drafts' || name === 'settings' ? key : id);
}

/** Reads one row of a table from anywhere, field by field; undefined when it is none. */
export function parseRow<N extends RowsName>(name: N, value: unknown): RowOf<N> | undefined {
	return parsers[name](fieldsOf(value)) as RowOf<N> | undefined;
}

/** Rows of one table, each once; what cannot be read is left out. */
export class RowsOf<N extends RowsName> {
	#name: N;
	#byKey = new Map<string, RowOf<N>>();

	constructor(name: N) {
		this.#name = name;
	}

	add(value: unknown): RowOf<N> | undefined {
		const row = parseRow(this.#name, value);
		if (!row) return undefined;
		const key = keyOf(this.#name, row);
		if (this.#byKey.has(key)) return undefined;
		this.#byKey.set(key, row);
		return row;
	}

	get rows(): RowOf<N>[] {
		return [...this.#byKey.values()];
	}
}
