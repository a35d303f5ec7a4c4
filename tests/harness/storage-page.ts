import type { Day } from '$lib/domain/day';
import { openStorage } from '$lib/storage';

/** The app's own storage, on a page with nothing else: for tests that need many writers at once. */
export interface Harness {
	/** Ticks so many times, one write after the other, each adding to what is there. */
	tick: (day: string, step: string, times: number) => Promise<void>;
	note: (day: string, words: string) => Promise<void>;
	read: (day: string) => Promise<Day>;
}

const opening = openStorage(false);

const harness: Harness = {
	tick: async (day, step, times) => {
		const { days } = await opening;
		for (let at = 0; at < times; at += 1)
			await days.change(day as Day['day'], (record) => ({
				...record,
				ticks: [...record.ticks, { step: step as Day['ticks'][number]['step'], at }]
			}));
	},
	note: async (day, words) => {
		const { days } = await opening;
		await days.change(day as Day['day'], (record) => ({
			...record,
			note: [record.note, words].filter(Boolean).join(' ')
		}));
	},
	read: async (day) => (await opening).days.change(day as Day['day'], (record) => record)
};
Object.assign(globalThis, { harness });
