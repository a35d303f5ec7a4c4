import fc from 'fast-check';
import { noBroughtParts, tidyBrought, type BroughtVisit } from '$lib/domain/brought-visit';
import { langs } from '$lib/domain/language';
import { addDays, localDay } from '$lib/domain/local-day';
import { tidyWords } from '$lib/domain/step';
import { visitParts } from '$lib/domain/visit';
import { anyPrescription } from './prescriptions';

export function aVisit(given: Partial<BroughtVisit> = {}): BroughtVisit {
	return { lang: 'en', date: localDay('2026-11-21'), told: [], parts: noBroughtParts, ...given };
}

const anyText = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
	.map((text) => tidyWords(text, 640) ?? 'marcher');

/** Any page for a visit, already tidy: letters of every script, with a plan or without. */
export const anyVisit: fc.Arbitrary<BroughtVisit> = fc
	.record(
		{
			lang: fc.constantFrom(...langs),
			date: fc.nat(3000).map((days) => addDays(localDay('2025-01-01'), days)),
			plan: anyPrescription,
			told: fc.array(fc.oneof(fc.constant(''), anyText), { maxLength: 20 }),
			parts: fc
				.tuple(...visitParts.map(() => fc.array(anyText, { maxLength: 5 })))
				.map(
					(lists) =>
						Object.fromEntries(
							visitParts.map((part, i) => [part, lists[i]!])
						) as unknown as BroughtVisit['parts']
				)
		},
		{ requiredKeys: ['lang', 'date', 'told', 'parts'] }
	)
	.map((visit) => tidyBrought(visit));
