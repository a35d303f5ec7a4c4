import {
	dayOfEpoch,
	frequencyOfRatio,
	mostBroughtHabits,
	type BroughtHabit
} from '$lib/domain/brought-habits';
import { isLocalDay, type LocalDay } from '$lib/domain/local-day';
import { fieldsOf, listOf, type Given } from '$lib/domain/parse';
import { readCsv } from './csv';
import { readTables, type SqlValue } from './sqlite';

/*
 * What Loop Habit Tracker (https://github.com/iSoron/uhabits) and Table Habit (https://github.com/FriesI23/mhabit) write: see
 * docs/open-formats.md.
 */

const dayMs = 86_400_000;
/** More than fifty years; a made-up table could have millions of days. */
const mostDays = 20_000;
/** What Loop writes for a day on which it was done, or was left out on purpose. */
const loop = { done: 2, skip: 3 } as const;

interface LoopKind {
	isNumber: boolean;
	/** "At most": an amount counts when it is not more than this, in thousandths. */
	atMost?: number;
}

function isDoneInLoop(value: number, { isNumber, atMost }: LoopKind): boolean {
	if (!isNumber) return value === loop.done;
	if (value === loop.skip || value < 0) return false;
	return atMost === undefined ? value > 0 : value <= atMost;
}

const numberOf = (value: SqlValue | undefined): number | undefined =>
	typeof value === 'number' ? value : undefined;

const loopTables = new Map([
	[
		'habits',
		['id', 'name', 'archived', 'freq_num', 'freq_den', 'position', 'type', 'target_type', 'target_value']
	],
	['repetitions', ['habit', 'timestamp', 'value']]
] as const);

/**
 * The habits in a backup of Loop (.db); undefined where another program made it.
 * @throws CodeError
 */
export function habitsOfLoopBackup(bytes: Uint8Array): BroughtHabit[] | undefined {
	const tables = readTables(bytes, loopTables);
	const [habits, repetitions] = [tables.get('habits'), tables.get('repetitions')];
	if (!habits || !repetitions) return undefined;
	const rows = habits
		.map(([id, name, archived, times, days, position, type, targetType, target]) => ({
			id,
			name,
			archived,
			position: numberOf(position) ?? 0,
			frequency: frequencyOfRatio(numberOf(times) ?? 1, numberOf(days) ?? 1),
			kind: kindOf(type === 1, targetType === 1, numberOf(target)),
			days: [] as LocalDay[]
		}))
		.sort((a, b) => a.position - b.position);
	const byId = new Map(rows.map((row) => [row.id, row]));
	for (const [habit, timestamp, value] of repetitions) {
		const row = byId.get(habit);
		const day = dayOfEpoch(Math.floor((numberOf(timestamp) ?? NaN) / dayMs));
		// before amounts were known, every row was a day on which it was done
		if (row && day && isDoneInLoop(value === undefined ? loop.done : (numberOf(value) ?? 0), row.kind))
			row.days.push(day);
	}
	return rows.flatMap(({ name, archived, frequency, days }) =>
		typeof name === 'string' ? { name, frequency, days, isAway: archived === 1 } : []
	);
}

function kindOf(isNumber: boolean, isAtMost: boolean, target: number | undefined): LoopKind {
	return { isNumber, ...(isNumber && isAtMost && { atMost: (target ?? 0) * 1000 }) };
}

const loopWords: Readonly<Record<string, number>> = {
	YES_MANUAL: 2,
	YES_AUTO: 1,
	NO: 0,
	SKIP: 3,
	UNKNOWN: -1
};

function loopNumber(text: string | undefined): number {
	const word = (text ?? '').trim();
	return Object.hasOwn(loopWords, word) ? loopWords[word]! : /^-?\d+$/.test(word) ? Number(word) : -1;
}

/** Tables of CSV by their names in the archive of Loop. */
export type NamedTexts = ReadonlyMap<string, string>;

/** Which files of the archive are of use. */
export function isOfLoop(name: string): boolean {
	return /^(?:Habits|Checkmarks|\d{3}[^/]*\/Checkmarks)\.csv$/.test(name);
}

function withHeads(rows: readonly string[][]): Given[] {
	const [heads = [], ...others] = rows;
	return others.map((row) => Object.fromEntries(row.map((cell, i) => [`$${(heads[i] ?? '').trim()}`, cell])));
}

/**
 * The habits in an archive of CSV files of Loop, or in one of its files: "Habits.csv", or "Checkmarks.csv" of all habits.
 * Undefined where another program made it.
 */
export function habitsOfLoopTables(files: NamedTexts): BroughtHabit[] | undefined {
	const list = files.get('Habits.csv');
	const all = files.get('Checkmarks.csv');
	if (list !== undefined) return habitsOfLoopArchive(list, files);
	return all === undefined ? undefined : habitsOfCheckmarks(all);
}

function habitsOfLoopArchive(list: string, files: NamedTexts): BroughtHabit[] {
	const folders = new Map<string, string>();
	for (const [name, text] of files) if (name.includes('/')) folders.set(name.slice(0, 3), text);
	return withHeads(readCsv(list).slice(0, 1000)).flatMap((row) => {
		const text = (head: string) => row[`$${head}`] as string | undefined;
		const name = text('Name');
		if (!name) return [];
		const times = Number(text('FrequencyNumerator') ?? text('NumRepetitions') ?? 1);
		const days = Number(text('FrequencyDenominator') ?? text('Interval') ?? 1);
		const isAtMost = text('Target Type') === 'AT_MOST';
		const kind = kindOf(text('Type') === 'NUMERICAL', isAtMost, Number(text('Target Value')) || 0);
		const marks = readCsv(folders.get(text('Position') ?? '') ?? '');
		return {
			name,
			frequency: frequencyOfRatio(times, days),
			days: marks.flatMap(([day, value]) =>
				isLocalDay(day) && isDoneInLoop(loopNumber(value), kind) ? day : []
			),
			isAway: text('Archived?') === 'true'
		};
	});
}

/** A day in each row, a habit in each column. Nothing in it says which are amounts: more than a mark is one. */
function habitsOfCheckmarks(text: string): BroughtHabit[] | undefined {
	const [heads = [], ...rows] = readCsv(text);
	if (heads[0] !== 'Date') return undefined;
	const days = rows.filter(([day]) => isLocalDay(day)).slice(0, mostDays);
	return heads.slice(1, 1 + mostBroughtHabits).flatMap((name, i) =>
		name.trim() === ''
			? []
			: {
					name,
					frequency: { kind: 'daily' as const },
					days: days.flatMap((row) => {
						const value = loopNumber(row[i + 1]);
						return value === loop.done || value > loop.skip ? (row[0] as LocalDay) : [];
					}),
					isAway: false
				}
	);
}

/** What Table Habit keeps in numbers. */
const tableHabit = { negative: 2, deleted: 2, archived: 3, weekly: 1, monthly: 2, done: 1 } as const;

function frequencyOfTableHabit(type: unknown, custom: unknown) {
	let given: unknown;
	try {
		given = typeof custom === 'string' && custom.length < 100 ? JSON.parse(custom) : undefined;
	} catch {
		// as often as every day, then
	}
	const [times = 1, days = 1] = listOf(given, (one) => (typeof one === 'number' ? one : undefined));
	if (type === tableHabit.weekly) return frequencyOfRatio(times, 7);
	return frequencyOfRatio(times, type === tableHabit.monthly ? 30 : days);
}

/** The habits in a file of Table Habit (JSON); undefined where another program made it. */
export function habitsOfTableHabit(content: unknown): BroughtHabit[] | undefined {
	const { habits } = fieldsOf(content);
	if (!Array.isArray(habits)) return undefined;
	return listOf(habits, (one) => {
		const given = fieldsOf(one);
		if (typeof given.name !== 'string' || given.status === tableHabit.deleted) return undefined;
		const isNegative = given.type === tableHabit.negative;
		const most = Number(given.daily_goal_extra ?? given.daily_goal ?? 0);
		return {
			name: given.name,
			frequency: frequencyOfTableHabit(given.freq_type, given.freq_custom),
			days: listOf(given.records, (record) => {
				const { record_date: date, record_type: type, record_value: value } = fieldsOf(record);
				if (type !== tableHabit.done || typeof value !== 'number') return undefined;
				// a little of it counts as well
				return (isNegative ? value <= most : value > 0) ? dayOfEpoch(date) : undefined;
			}),
			isAway: given.status === tableHabit.archived
		};
	});
}
