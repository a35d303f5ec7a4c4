import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	countsByDay,
	createShelfMaker,
	monthAfter,
	monthOf,
	monthsIn,
	search,
	tagsIn,
	weeksOf,
	type Wanted
} from '$lib/domain/journal-search';
import { localDay, weekdayOf } from '$lib/domain/local-day';
import { newDraft, saved, type Note, type NoteDraft } from '$lib/domain/note';
import { anyDay } from '../../support/builders';
import { runs } from '../../support/property-runs';

let count = 0;
const note = (text: string, given: Partial<NoteDraft & Note> = {}): Note => ({
	...saved(undefined, { ...newDraft(`n${++count}`, localDay('2026-11-22')), text, ...given }, count).note,
	...given
});
const found = (notes: Note[], wanted: Wanted, besides = () => '') =>
	search(createShelfMaker()(notes, besides), wanted).map(({ text }) => text);

describe('looking for a note', () => {
	const notes = [
		note('Ma sœur est venue', { dimension: 'trust', tags: ['Famille'], chimes: ['connectedness'] }),
		note('Walked to the park', { day: localDay('2026-10-02'), keptAt: 4 }),
		note('L’été, le parc', { day: localDay('2025-07-01'), tags: ['famille', 'été'] }),
		note('gone', { deletedAt: 3 })
	];

	test('each word that was typed begins a word of it, whatever the accents and capitals', () => {
		expect(found(notes, { typed: 'SOEUR' })).toEqual(['Ma sœur est venue']);
		expect(found(notes, { typed: 'ete par' })).toEqual(['L’été, le parc']);
		expect(found(notes, { typed: 'ark' })).toEqual([]);
		expect(found(notes, { typed: ' ' })).toHaveLength(3);
	});

	test('by what it is about, by tag, month, day, and by what is kept', () => {
		expect(found(notes, { dimension: 'trust' })).toEqual(['Ma sœur est venue']);
		expect(found(notes, { chime: 'connectedness' })).toEqual(['Ma sœur est venue']);
		expect(found(notes, { tag: 'FAMILLE' })).toHaveLength(2);
		expect(found(notes, { month: '2026-10' })).toEqual(['Walked to the park']);
		expect(found(notes, { day: localDay('2025-07-01') })).toEqual(['L’été, le parc']);
		expect(found(notes, { isKept: true })).toEqual(['Walked to the park']);
		expect(found(notes, { isKept: true, month: '2025-07' })).toEqual([]);
	});

	test('by its question and what is in its photos', () => {
		expect(found(notes, { typed: 'promise' }, () => 'I kept a promise')).toHaveLength(3);
	});

	test('a note that changed is found by its new words at once', () => {
		const make = createShelfMaker();
		const before = note('rain');
		make([before], () => '');
		const after = { ...before, text: 'sun', changedAt: before.changedAt + 1 };
		const shelf = make([after], () => '');
		expect(search(shelf, { typed: 'sun' })).toHaveLength(1);
		expect(search(shelf, { typed: 'rain' })).toHaveLength(0);
	});

	test('nothing is read of notes that nobody searches, and each only once', () => {
		const read: string[] = [];
		const besides = ({ id }: Note) => {
			read.push(id);
			return '';
		};
		const some = [note('rain', { dimension: 'hope' }), note('sun')];
		const shelf = createShelfMaker()(some, besides);
		search(shelf, { dimension: 'hope' });
		expect(read).toEqual([]);
		search(shelf, { dimension: 'hope', typed: 'ra' });
		search(shelf, { dimension: 'hope', typed: 'rai' });
		expect(read).toEqual([some[0]!.id]);
	});

	test('every note is found by any of its own words', () => {
		fc.assert(
			fc.property(fc.array(fc.lorem({ maxCount: 8 }), { minLength: 1, maxLength: 8 }), (texts) => {
				const all = texts.map((text) => note(text));
				for (const { text } of all)
					for (const word of text.split(/\W+/u).filter(Boolean))
						expect(found(all, { typed: word })).toContain(text.trimEnd());
			}),
			{ numRuns: runs(40) }
		);
	});
});

test('tags, the most used first; months, the newest first; how many a day has', () => {
	const notes = [
		note('a', { tags: ['x', 'Y'], day: localDay('2026-01-31') }),
		note('b', { tags: ['y'], day: localDay('2026-01-31') }),
		note('c', { tags: ['z'], day: localDay('2025-12-01'), deletedAt: 1 })
	];
	expect(tagsIn(notes)).toEqual(['Y', 'x']);
	expect(monthsIn(notes)).toEqual(['2026-01']);
	expect(countsByDay(notes.slice(0, 2)).get(localDay('2026-01-31'))).toBe(2);
});

describe('the weeks of a month', () => {
	test('hold each of its days once, in its column, whatever the day the week begins on', () => {
		fc.assert(
			fc.property(anyDay, fc.constantFrom('sunday', 'monday'), (day, startsOn) => {
				const month = monthOf(day);
				const weeks = weeksOf(month, startsOn as 'sunday' | 'monday');
				const days = weeks.flat().filter((each) => each !== undefined);
				expect(days).toEqual([...new Set(days)].sort());
				expect(days[0]).toBe(`${month}-01`);
				expect(monthOf(localDay(days.at(-1)!))).toBe(month);
				expect(days.length).toBeGreaterThanOrEqual(28);
				for (const week of weeks)
					week.forEach((each, column) => {
						if (each) expect(weekdayOf(each) % 7).toBe((column + (startsOn === 'monday' ? 1 : 0)) % 7);
					});
				for (const week of weeks) expect(week.some(Boolean)).toBe(true);
			})
		);
	});

	test('the month after the month before is the month', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(monthAfter(monthAfter(monthOf(day), -1), 1)).toBe(monthOf(day));
			})
		);
		expect(monthAfter('2026-12', 1)).toBe('2027-01');
	});
});
