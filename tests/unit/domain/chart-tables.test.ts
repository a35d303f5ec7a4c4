import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forms } from '$lib/domain/activity';
import { formsTable, gatheredIn, monthsOf, yearsIn } from '$lib/domain/chart-tables';
import type { Day } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { formOf, spans, stretchesOf } from '$lib/domain/looking-back';
import { aStep, stepId } from '../../support/builders';
import { runs } from '../../support/property-runs';

const steps = [
	aStep({ id: 'a', activity: 'phy-walk' }),
	aStep({ id: 'b', activity: 'soc-call', putAwayAt: 1 }),
	aStep({ id: 'c', activity: 'men-read' }),
	aStep({ id: 'd' })
];
const anyDay = fc.record(
	{
		day: fc.nat(1200).map((count) => addDays(localDay('2024-02-01'), count)),
		ticks: fc.array(
			fc.record({ step: fc.constantFrom(...steps.map(({ id }) => id), stepId('gone')), at: fc.nat() }),
			{ maxLength: 4 }
		),
		isRest: fc.constant(true as const),
		done: fc.array(fc.record({ at: fc.nat(), form: fc.constantFrom(...forms), minutes: fc.nat(60) }), {
			maxLength: 2
		})
	},
	{ requiredKeys: ['day', 'ticks'] }
);
const anyHistory = fc.uniqueArray(anyDay, { selector: ({ day }) => day, maxLength: 60 }) as fc.Arbitrary<
	Day[]
>;

test('the tables of the pictures say what a straightforward count says', () => {
	fc.assert(
		fc.property(anyHistory, fc.constantFrom(...spans), (days, span) => {
			const { columns, rows } = formsTable(stretchesOf(days, steps, span), 1000);
			for (const { name, values } of rows)
				columns.forEach(({ from, to }, i) => {
					let count = 0;
					for (const day of days) {
						if (day.day < from || day.day > to) continue;
						for (const tick of day.ticks) {
							const step = steps.find(({ id }) => id === tick.step);
							if (step && formOf(step) === name) count += 1;
						}
						for (const idea of day.done ?? []) if (idea.form === name) count += 1;
					}
					expect(values[i]).toBe(count);
				});
			const something = days.filter(({ ticks, done }) => ticks.length + (done?.length ?? 0) > 0);
			expect(yearsIn(days)).toEqual(
				[...new Set(something.map(({ day }) => day.slice(0, 4)))].sort().reverse()
			);
			for (const year of yearsIn(days)) {
				const line = gatheredIn(days, year);
				expect(line).toEqual([...line].sort((a, b) => a - b));
				expect(line.at(-1)).toBe(something.filter(({ day }) => day.startsWith(year)).length);
			}
			for (const year of yearsIn(days))
				monthsOf(days, year).forEach((count, month) => {
					const start = `${year}-${String(month + 1).padStart(2, '0')}`;
					expect(count).toBe(something.filter(({ day }) => day.startsWith(start)).length);
				});
		}),
		{ numRuns: runs(1000) }
	);
});

test('only the latest stretches are drawn, the earliest of them first', () => {
	const days: Day[] = [0, 100, 200, 300].map((ago) => ({
		day: addDays(localDay('2026-11-21'), -ago),
		ticks: [{ step: stepId('a'), at: 1 }]
	}));
	const { columns } = formsTable(stretchesOf(days, steps, 'weeks4'), 2);
	expect(columns).toHaveLength(2);
	expect(columns[0]!.from < columns[1]!.from).toBe(true);
});
