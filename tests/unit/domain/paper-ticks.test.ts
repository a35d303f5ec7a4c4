// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperWeekOf, withoutPaperTicks, withPaperTicks } from '$lib/domain/paper-ticks';
import { timesDone } from '$lib/domain/day';
import { addDays, localDay, weekdayOf } from '$lib/domain/local-day';
import { aDay, anyDay, stepId } from '../../support/builders';
import { runs } from '../../support/property-runs';

const ids = ['a', 'b', 'c'].map(stepId);

test('a week on paper has seven days, from its Sunday on', () => {
	fc.assert(
		fc.property(anyDay, (day) => {
			const week = paperWeekOf(day);
			expect(week).toContain(day);
			expect(weekdayOf(week[0]!)).toBe(7);
			expect(week).toEqual(week.map((_, i) => addDays(week[0]!, i)));
			expect(week).toHaveLength(7);
		}),
		{ numRuns: runs(100) }
	);
});

test('what was ticked on paper never takes the place of a tick or an answer that is there', () => {
	const day = aDay('2026-11-20', ['a', 'a'], { isRest: true, note: 'Slow', done: [{ at: 4, form: 'mental', minutes: 3, words: 'Tea' }] }); // prettier-ignore
	const after = withPaperTicks(day, [ids[0]!, ids[1]!, ids[1]!], 9);
	expect(after).toEqual({ ...day, ticks: [...day.ticks, { step: 'b', at: 9 }] });
	expect(withPaperTicks(after, ids.slice(0, 2), 10)).toBe(after);
});

test('what is brought in and taken back leaves the day as it was; what was done since stays', () => {
	const given = fc.array(fc.constantFrom('a', 'b', 'c', 'other'), { maxLength: 5 });
	fc.assert(
		fc.property(given, fc.subarray(ids), given, (done, brought, since) => {
			const day = aDay(localDay('2026-11-20'), done);
			const after = withPaperTicks(day, brought, 1000);
			for (const step of brought) expect(timesDone(after, step)).toBe(Math.max(1, timesDone(day, step)));
			for (const step of ids) expect(timesDone(after, step)).toBeGreaterThanOrEqual(timesDone(day, step));
			expect(withoutPaperTicks(after, brought, 1000)).toEqual(day);
			const more = since.map((step, i) => ({ step: stepId(step), at: 2000 + i }));
			const later = { ...after, ticks: [...after.ticks, ...more] };
			expect(withoutPaperTicks(later, brought, 1000)).toEqual({ ...day, ticks: [...day.ticks, ...more] });
		}),
		{ numRuns: runs(200) }
	);
});
