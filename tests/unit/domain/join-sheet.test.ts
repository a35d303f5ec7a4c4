import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broughtBy, differing, joinSheet, rewrittenSheet, withoutExtras } from '$lib/domain/join-sheet';
import { hasExtras, mostKept, parseKeptSheet, type KeptSheet } from '$lib/domain/kept-sheet';
import { localDay } from '$lib/domain/local-day';
import { ideaForms, noExtras, sides } from '$lib/domain/prescription';
import { anyPrescription } from '../../support/prescriptions';

const theirs = anyPrescription.map(({ lines: _, ...sheet }): KeptSheet => sheet);
/** A sheet of one's own, made of several, and the telephone of the team. */
const mine = fc
	.tuple(fc.array(theirs, { minLength: 1, maxLength: 4 }), fc.option(fc.constant('514 555-0123')))
	.map(([[first, ...more], phone]): KeptSheet => ({
		...more.reduce((sheet, other) => joinSheet(sheet, other), first!),
		...(phone !== null && { teamPhone: phone })
	}));

const own: KeptSheet = {
	...noExtras('fr-en'),
	layout: 'large',
	date: localDay('2026-10-01'),
	reviewOn: localDay('2026-12-24'),
	teamPhone: '514 555-0123, poste 4',
	agreements: { me: ['Je marche'], team: ['On rappelle'], lovedOnes: [] },
	ideas: { physical: [{ words: 'Danser' }], social: [], mental: [{ id: 'men-knit-crochet-sew-few-rows' }] },
	signs: [{ words: 'Je dors moins' }]
};
const other: KeptSheet = {
	...noExtras('en'),
	date: localDay('2026-11-28'),
	reviewOn: localDay('2027-01-04'),
	agreements: { me: ['JE  marche', 'I eat'], team: [], lovedOnes: ['We call'] },
	ideas: {
		physical: [{ words: 'danser' }, { unknown: 4000 }],
		social: [{ words: 'Call Sam' }],
		mental: [{ id: 'men-knit-crochet-sew-few-rows' }]
	},
	signs: []
};

describe('a second sheet', () => {
	test('with nothing chosen, all of mine is there, unchanged and in the same order', () => {
		fc.assert(
			fc.property(mine, theirs, (mine, theirs) => {
				const joined = joinSheet(mine, theirs);
				for (const field of ['langs', 'layout', 'date', 'teamPhone'] as const)
					expect(joined[field]).toBe(mine[field]);
				if (mine.reviewOn) expect(joined.reviewOn).toBe(mine.reviewOn);
				for (const form of ideaForms)
					expect(joined.ideas[form].slice(0, mine.ideas[form].length)).toEqual(mine.ideas[form]);
				for (const side of sides)
					expect(joined.agreements[side].slice(0, mine.agreements[side].length)).toEqual(
						mine.agreements[side]
					);
				expect(joined.signs.slice(0, mine.signs.length)).toEqual(mine.signs);
			})
		);
	});

	test('whatever was chosen, joined twice is the same as once', () => {
		const chosen = fc.record({
			reviewOn: fc.constantFrom('mine' as const, 'theirs' as const),
			layout: fc.constantFrom('mine' as const, 'theirs' as const),
			langs: fc.constantFrom('mine' as const, 'theirs' as const)
		});
		fc.assert(
			fc.property(fc.option(mine, { nil: undefined }), theirs, chosen, (mine, theirs, chosen) => {
				const once = joinSheet(mine, theirs, chosen);
				expect(joinSheet(once, theirs, chosen)).toEqual(once);
			})
		);
	});

	test('all that it brings is there, and can be kept as it is', () => {
		fc.assert(
			fc.property(fc.option(mine, { nil: undefined }), theirs, (mine, theirs) => {
				const joined = joinSheet(mine, theirs);
				expect(parseKeptSheet(structuredClone(joined))).toEqual(joined);
				const again = broughtBy(joined, theirs);
				expect(hasExtras({ ...again.added, reviewOn: undefined })).toBe(false);
				expect(hasExtras(again.noRoom)).toBe(false);
			})
		);
	});

	test('lists are joined without doubles, whatever the capitals and gaps', () => {
		const joined = joinSheet(own, other);
		expect(joined).toEqual({
			...own,
			agreements: { me: ['Je marche', 'I eat'], team: ['On rappelle'], lovedOnes: ['We call'] },
			ideas: {
				physical: [{ words: 'Danser' }, { unknown: 4000 }],
				social: [{ words: 'Call Sam' }],
				mental: [{ id: 'men-knit-crochet-sew-few-rows' }]
			}
		});
		const { added, both } = broughtBy(own, other);
		expect(added.agreements.me).toEqual(['I eat']);
		expect(both.agreements.me).toEqual(['JE  marche']);
		expect(both.ideas.physical).toEqual([{ words: 'danser' }]);
	});

	test('of what there is one of, theirs comes only where it was said, or where there was none', () => {
		expect(differing(own, other)).toEqual(['reviewOn', 'layout', 'langs']);
		expect(joinSheet(own, other, { reviewOn: 'theirs', layout: 'theirs', langs: 'theirs' })).toMatchObject({
			reviewOn: other.reviewOn,
			date: other.date,
			layout: 'list',
			langs: 'en',
			teamPhone: own.teamPhone
		});
		const { reviewOn: _, ...noReview } = own;
		expect(differing(noReview, other)).toEqual(['layout', 'langs']);
		expect(joinSheet(noReview, other)).toMatchObject({ reviewOn: other.reviewOn, date: own.date });
	});

	test('on a new phone it is taken as it is, its look and its languages too', () => {
		expect(joinSheet(undefined, own)).toEqual(own);
		expect(differing(undefined, own)).toEqual([]);
		expect(joinSheet(undefined, { ...noExtras('en-fr'), layout: 'flower', date: own.date })).toEqual({
			...noExtras('en-fr'),
			layout: 'flower',
			date: own.date
		});
	});

	test('where mine is full, what has no room is told apart, and mine stays', () => {
		const full = { ...own, signs: Array.from({ length: mostKept }, (_, i) => ({ words: `sign ${i}` })) };
		const theirs = { ...other, signs: [{ words: 'one more' }] };
		expect(joinSheet(full, theirs).signs).toEqual(full.signs);
		expect(broughtBy(full, theirs).noRoom.signs).toEqual(theirs.signs);
	});
});

describe('a sheet that was changed on a page', () => {
	test('keeps what came from elsewhere meanwhile', () => {
		const received = joinSheet(own, other, { reviewOn: 'theirs' });
		const after = {
			...own,
			teamPhone: '911 555',
			agreements: { ...own.agreements, me: ['Je marche le soir'] }
		};
		const kept = rewrittenSheet(received, own, after);
		expect(kept.agreements.me).toEqual(['Je marche le soir', 'I eat']);
		expect(kept).toMatchObject({ teamPhone: '911 555', reviewOn: other.reviewOn, signs: own.signs });
		expect(kept.ideas).toEqual(received.ideas);
	});

	test('is what was written, where nothing came meanwhile', () => {
		fc.assert(
			fc.property(mine, mine, (before, after) => {
				expect(parseKeptSheet(rewrittenSheet(before, before, after))).toEqual(after);
				expect(rewrittenSheet(undefined, undefined, after)).toEqual(after);
			})
		);
	});
});

test('what stands beside the steps can go, the look and the telephone stay', () => {
	expect(withoutExtras(own)).toEqual({
		...noExtras('fr-en'),
		layout: 'large',
		date: own.date,
		teamPhone: own.teamPhone
	});
});
