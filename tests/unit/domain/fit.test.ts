import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDrawn } from '$lib/domain/activity';
import { cautionsNow, filters, fitting, passes } from '$lib/domain/fit';
import { outsideAt } from '$lib/domain/season';
import { allIdeas, anIdea, anyOutside, anyWishes, around } from '../../support/ideas';
import { runs } from '../../support/property-runs';

const anyIds = fc.subarray(
	allIdeas.map(({ id }) => id),
	{ maxLength: 200 }
);

test('whatever a person asks for, there is something on the die', () => {
	fc.assert(
		fc.property(
			anyWishes,
			anyOutside,
			fc.boolean(),
			anyIds,
			anyIds,
			(wishes, outside, isOutFine, hidden, mine) => {
				const { ideas } = fitting(
					allIdeas,
					wishes,
					around({ outside, isOutFine, hidden: hidden, mine: mine })
				);
				expect(ideas.length).toBeGreaterThan(0);
			}
		),
		{ numRuns: runs(1000) }
	);
});

test('every filter that is not said to be relaxed is kept, and what is hidden stays hidden', () => {
	fc.assert(
		fc.property(anyWishes, anyOutside, anyIds, anyIds, (wishes, outside, hiddenIds, mine) => {
			const where = around({ outside, hidden: hiddenIds, mine: mine });
			const { ideas, relaxed } = fitting(allIdeas, wishes, where);
			const kept = filters.filter((filter) => !relaxed.includes(filter));
			const wrong = ideas.filter(
				(idea) =>
					where.hidden.includes(idea.id) || !kept.every((filter) => passes(filter, idea, wishes, where))
			);
			expect(wrong).toEqual([]);
		}),
		{ numRuns: runs(400) }
	);
});

test('no filter gives way that could have stayed', () => {
	fc.assert(
		fc.property(anyWishes, anyOutside, anyIds, (wishes, outside, mine) => {
			const where = around({ outside, mine: mine });
			const { relaxed } = fitting(allIdeas, wishes, where);
			const drawn = allIdeas.filter(({ id, tags }) => isDrawn(tags) || mine.includes(id));
			for (const back of relaxed) {
				const stricter = filters.filter((filter) => filter === back || !relaxed.includes(filter));
				expect(drawn.some((idea) => stricter.every((filter) => passes(filter, idea, wishes, where)))).toBe(
					false
				);
			}
		}),
		{ numRuns: runs(400) }
	);
});

test('what fits some lives only, or waits for the community it comes from, comes up by chance only for who chose it', () => {
	const pool = [
		anIdea({ id: 'any' }),
		anIdea({ id: 'some', tags: ['if-needed'] }),
		anIdea({ id: 'waits', tags: ['to-review'] })
	];
	const namesOf = (given: Parameters<typeof around>[0]) =>
		fitting(pool, { notNow: [] }, around(given)).ideas.map(({ id }) => id);
	expect(namesOf({})).toEqual(['any']);
	expect(namesOf({ mine: ['some', 'waits'] })).toEqual(['any', 'some', 'waits']);
	expect(namesOf({ hidden: ['any'] })).toEqual(['some']);
	expect(namesOf({ hidden: ['any', 'some'] })).toEqual([]);
});

test('what is handy gives way before what is safe', () => {
	const pool = [
		anIdea({ id: 'long', minutes: 60 }),
		anIdea({ id: 'crowd', tags: ['crowd'] }),
		anIdea({ id: 'out', place: 'outdoor' })
	];
	const where = around({ outside: outsideAt(1, 23) });
	expect(fitting(pool, { minutes: 5, notNow: ['crowd'] }, where)).toEqual({
		ideas: [pool[0]],
		relaxed: ['minutes']
	});
	expect(fitting(pool.slice(1), { minutes: 5, notNow: ['crowd'] }, where)).toEqual({
		ideas: [pool[1]],
		relaxed: ['notNow']
	});
});

test('only when everything was hidden for good is there no idea', () => {
	const hidden = allIdeas.map(({ id }) => id);
	expect(fitting(allIdeas, { notNow: [] }, around({ hidden }))).toEqual({ ideas: [], relaxed: [] });
});

describe('going out', () => {
	const wishes = { notNow: [] };
	const isAnyOutside = (month: number, hour: number, isOutFine = false) =>
		fitting(allIdeas, wishes, around({ outside: outsideAt(month, hour), isOutFine })).ideas.some(
			({ place }) => place === 'outdoor'
		);

	test.each([
		[7, 12, true],
		[7, 21, false],
		[7, 5, false],
		[7, 6, true],
		[12, 12, false],
		[1, 12, false],
		[2, 12, false],
		[3, 12, true],
		[11, 20, true]
	])('in month %i at %i o’clock: %s', (month, hour, isOffered) => {
		expect(isAnyOutside(month, hour)).toBe(isOffered);
		expect(isAnyOutside(month, hour, true)).toBe(true);
	});

	test('in the cold or at night never goes without its caution', () => {
		fc.assert(
			fc.property(anyOutside, fc.constantFrom(...allIdeas), (outside, idea) => {
				const isCareful = idea.place === 'outdoor' && (outside.isNight || outside.isDeepWinter);
				expect(cautionsNow(idea, outside).length > 0).toBe(isCareful);
			})
		);
		expect(cautionsNow(anIdea({ place: 'outdoor' }), outsideAt(1, 23))).toEqual(['cold', 'night']);
	});

	test('what belongs to a season waits for it', () => {
		const skate = anIdea({ id: 'skate', tags: ['winter'] });
		const always = anIdea({ id: 'always' });
		const inMonth = (month: number) =>
			fitting([skate, always], wishes, around({ outside: outsideAt(month, 12) })).ideas.map(({ id }) => id);
		expect(inMonth(7)).toEqual(['always']);
		expect(inMonth(1)).toEqual(['skate', 'always']);
	});
});
