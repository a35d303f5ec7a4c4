import fc from 'fast-check';
import { activities } from '$lib/content/activities';
import { earlySigns } from '$lib/content/early-signs';
import { habitItems } from '$lib/content/habits';
import { drawingChoices } from '$lib/domain/drawing';
import { habitIds, moments } from '$lib/domain/habit';
import { addDays, localDay } from '$lib/domain/local-day';
import { petals } from '$lib/domain/petal';
import {
	longestAgreement,
	longestReason,
	mostAgreements,
	mostIdeas,
	mostLines,
	mostSigns,
	noExtras,
	sheetLangs,
	sheetLayouts,
	tidyPrescription,
	type Line,
	type Mention,
	type Prescription
} from '$lib/domain/prescription';
import { longestWords, mostTimesADay, tidyWords } from '$lib/domain/step';
import { anyFrequency } from './builders';

/** A line with ordinary defaults. */
export function aLine(given: Partial<Line> = {}): Line {
	return {
		habit: 'engage',
		isSmall: false,
		moment: 'any',
		frequency: { kind: 'daily' },
		times: 1,
		...given
	};
}

export function aPrescription(given: Partial<Prescription> = {}): Prescription {
	return { ...noExtras('en'), date: localDay('2026-11-21'), lines: [], ...given };
}

/** Letters of every script, symbols, joined emoji; already tidy, never empty. */
function anyWords(longest = longestWords): fc.Arbitrary<string> {
	return fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: longest })
		.map((text) => tidyWords(text, longest) ?? 'marcher');
}

const unknownCode = fc.integer({ min: 3000, max: 2 ** 20 });
/** A catalogue item, an activity, a number that is not known, or own words alone. */
const anySubject: fc.Arbitrary<Partial<Line>> = fc.oneof(
	fc.constantFrom(...habitItems).map(({ id, habit }) => ({ item: id, habit })),
	fc.constantFrom(...activities).map(({ id }) => ({ activity: id })),
	unknownCode.map((unknown) => ({ unknown })),
	fc.record({ habit: fc.constantFrom(...habitIds), words: anyWords() }),
	// the mark of a chosen drawing takes the room of one letter
	fc.record({
		habit: fc.constantFrom(...habitIds),
		words: anyWords(longestWords - 1),
		drawing: fc.constantFrom(...drawingChoices)
	})
);

const anyLine: fc.Arbitrary<Line> = fc
	.tuple(
		anySubject,
		fc.record(
			{
				words: anyWords(),
				detail: anyWords(),
				tiny: anyWords(),
				reason: anyWords(longestReason),
				petal: fc.constantFrom(...petals)
			},
			{ requiredKeys: [] }
		),
		fc.record({
			isSmall: fc.boolean(),
			moment: fc.constantFrom(...moments),
			frequency: anyFrequency,
			times: fc.integer({ min: 1, max: mostTimesADay })
		})
	)
	.map(([subject, texts, rest]) => aLine({ ...texts, ...rest, ...subject }));

function anyMentions(ids: readonly string[], maxLength: number): fc.Arbitrary<Mention[]> {
	return fc.array(
		fc.oneof(
			fc.constantFrom(...ids).map((id) => ({ id })),
			unknownCode.map((unknown) => ({ unknown })),
			anyWords().map((words) => ({ words }))
		),
		{ maxLength }
	);
}

const anyAgreements = fc.array(anyWords(longestAgreement), { maxLength: mostAgreements });
const anyIdeas = anyMentions(
	activities.map(({ id }) => id),
	mostIdeas
);

/** Anything that a sheet can hold, already tidy. */
export const anyPrescription: fc.Arbitrary<Prescription> = fc
	.record({
		langs: fc.constantFrom(...sheetLangs),
		layout: fc.constantFrom(...sheetLayouts),
		made: fc.nat(36_600),
		review: fc.option(fc.nat(36_600), { nil: undefined }),
		lines: fc.array(anyLine, { maxLength: mostLines }),
		ideas: fc.record({ physical: anyIdeas, social: anyIdeas, mental: anyIdeas }),
		agreements: fc.record({ me: anyAgreements, team: anyAgreements, lovedOnes: anyAgreements }),
		signs: anyMentions(
			earlySigns.map(({ id }) => id),
			mostSigns
		)
	})
	.map(({ made, review, ...rest }) => {
		const date = addDays(localDay('2020-01-01'), made);
		return tidyPrescription({
			...rest,
			date,
			...(review !== undefined && { reviewOn: addDays(date, review) })
		});
	});
