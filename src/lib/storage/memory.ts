import { emptyDay, isEmptyDay, withoutTicksOf, withTicks, type Day } from '$lib/domain/day';
import type { LocalDay } from '$lib/domain/local-day';
import type { Preferences } from '$lib/domain/preferences';
import type { Step } from '$lib/domain/step';
import { difference, fieldsTakenBack, takingBack } from './difference';
import { kindOf, recordNames, type Kept, type KeptRecords, type RecordName } from './kept-records';
import { createMemoryJournal } from './memory-journal';
import type { Draft, MemoryStorage, Observable, RecordRepository, Records } from './types';

/** A stand-in when the browser cannot keep anything: everything works, nothing outlives the page. */
export function createMemoryStorage(): MemoryStorage {
	const days = new Map<LocalDay, Day>();
	const drafts = new Map<string, Draft>();
	let steps: readonly Step[] = [];
	let preferences: Preferences | undefined;
	let records: KeptRecords = {};
	const watchers = new Set<() => void>();
	const changed = () => watchers.forEach((watcher) => watcher());

	function keep(record: Day): void {
		if (isEmptyDay(record)) days.delete(record.day);
		else days.set(record.day, record);
	}

	function observe<T>(read: () => T): Observable<T> {
		return {
			subscribe: ({ next }) => {
				const watcher = () => next(read());
				watchers.add(watcher);
				queueMicrotask(() => watchers.has(watcher) && watcher());
				return { unsubscribe: () => void watchers.delete(watcher) };
			}
		};
	}

	function record<K extends RecordName>(name: K): RecordRepository<Kept<K>> {
		const { parse, none } = kindOf(name);
		const read = () => (name in records ? records[name] : none) as Kept<K>;
		return {
			observe: () => observe(read),
			change: async (change) => {
				const before = read();
				const after = parse(change(before));
				records = { ...records, [name]: after };
				changed();
				return async () => {
					records = { ...records, [name]: fieldsTakenBack(read(), before, after) };
					changed();
				};
			}
		};
	}

	const changePlan: MemoryStorage['plan']['change'] = async (change) => {
		const after = change(steps);
		const made = difference(steps, after);
		steps = [...after];
		changed();
		return async () => {
			const { put, gone } = takingBack(steps, made);
			const replaced = new Set([...gone, ...put.map((step) => step.id)]);
			steps = [...steps.filter((step) => !replaced.has(step.id)), ...put];
			changed();
		};
	};
	const journal = createMemoryJournal(observe, changed, drafts);

	return {
		isDurable: false,
		content: () => ({ steps: [...steps], days: [...days.values()], records, ...journal.content() }),
		notes: journal.notes,
		photos: journal.photos,
		recordings: journal.recordings,
		seemsLost: false,
		transaction: (_repositories, work) => work(),
		days: {
			observe: (day) => observe(() => days.get(day)),
			observeBetween: (from, to) =>
				observe(() =>
					[...days.values()]
						.filter(({ day }) => day >= from && day <= to)
						.sort((a, b) => (a.day < b.day ? -1 : 1))
				),
			change: async (day, change) => {
				const after = change(days.get(day) ?? emptyDay(day));
				keep(after);
				changed();
				return after;
			}
		},
		plan: {
			observe: () => observe(() => [...steps]),
			change: changePlan,
			removeExample: async () => {
				const examples = steps.filter((step) => step.isExample);
				const gone = new Set(examples.map((step) => step.id));
				const before = [...days.values()];
				steps = steps.filter((step) => !gone.has(step.id));
				for (const record of before) keep(withoutTicksOf(record, gone));
				changed();
				return async () => {
					const there = new Set(steps.map((step) => step.id));
					steps = [...steps, ...examples.filter((step) => !there.has(step.id))];
					for (const { day, ticks } of before) {
						const taken = ticks.filter((tick) => gone.has(tick.step));
						if (taken.length > 0) keep(withTicks(days.get(day) ?? emptyDay(day), taken));
					}
					changed();
				};
			}
		},
		drafts: {
			read: async (key) => drafts.get(key),
			list: async (prefix) =>
				[...drafts.values()].filter(({ key }) => key.startsWith(prefix)).sort((a, b) => b.at - a.at),
			save: async (draft) => void drafts.set(draft.key, draft),
			clear: async (key) => void drafts.delete(key)
		},
		settings: {
			readPreferences: async () => preferences,
			savePreferences: async (value) => {
				preferences = value;
			}
		},
		...(Object.fromEntries(recordNames.map((name) => [name, record(name)])) as unknown as Records),
		onClosed: () => undefined,
		erase: async () => {
			days.clear();
			drafts.clear();
			steps = [];
			preferences = undefined;
			records = {};
			journal.clear();
			changed();
		}
	};
}
