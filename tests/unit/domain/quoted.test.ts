import { expect, test } from 'vitest';
import { quotationsOf } from '$lib/domain/help-like';
import { ideaFromWords } from '$lib/domain/idea';
import { joinSheet, quotedSheet, rewrittenSheet } from '$lib/domain/join-sheet';
import { noDice, parseKeptDice } from '$lib/domain/kept-dice';
import { parseKeptSheet, type KeptSheet } from '$lib/domain/kept-sheet';
import { localDay } from '$lib/domain/local-day';
import { lineOf, noExtras, type Prescription } from '$lib/domain/prescription';
import { inQuotes, quotedOn } from '$lib/domain/quotations';
import { sharedFaces, type SharedDie } from '$lib/domain/shared-die';
import { stepFromIdea } from '$lib/domain/step-from-idea';
import { withIdeasOf, withSharedDie } from '$lib/domain/taken-die';
import { aStep, idsInOrder } from '../../support/builders';

const call = 'In crisis? Call 1-900-555-0199';
const sheet: KeptSheet = {
	...noExtras('en'),
	date: localDay('2026-11-28'),
	ideas: { physical: [{ words: 'Walk' }], social: [{ words: call }], mental: [] },
	agreements: { me: ['I try'], team: ['Emergency: 514 555-0199'], lovedOnes: [] },
	signs: [{ words: 'I look for a hotline' }]
};
const die: SharedDie = [
	{ kind: 'rest' },
	{ kind: 'own', words: 'Walk', form: 'physical', effort: 1 },
	{ kind: 'own', words: call, form: 'social', effort: 1 }
];

test('an idea of a code that could be taken for help stays marked, wherever it goes from there', () => {
	for (const take of [withSharedDie, withIdeasOf]) {
		const dice = parseKeptDice(take(noDice, die, idsInOrder()));
		expect(dice.own.map(({ isQuoted }) => isQuoted)).toEqual([undefined, true]);
		const idea = ideaFromWords(dice.own[1]!);
		expect(idea).toMatchObject({ words: call, isQuoted: true });
		expect(stepFromIdea(idea, { newId: idsInOrder(), at: 1 })).toMatchObject({ words: call, isQuoted: true });
		expect(sharedFaces([idea])).toMatchObject([{ words: call, isQuoted: true }]);
	}
});

test('the same words, written by the person before, stay their own', () => {
	const mine = { id: 'own-1', words: call, form: 'social', effort: 1 } as const;
	expect(withSharedDie({ ...noDice, own: [mine] }, die, idsInOrder())!.own[0]).toEqual(mine);
	expect(parseKeptDice({ ...noDice, own: [mine] }).own).toEqual([mine]);
});

test('words of a sheet that could be taken for help stay marked, and no others', () => {
	const quoted = [call, 'I look for a hotline', 'Emergency: 514 555-0199'];
	const mine: KeptSheet = { ...noExtras('en'), date: sheet.date, signs: [{ words: 'Mine: call 911' }] };
	for (const before of [undefined, mine]) {
		const joined = joinSheet(before, quotedSheet(sheet));
		expect(joined.quoted).toEqual(quoted);
		expect(parseKeptSheet(structuredClone(joined))).toEqual(joined);
		expect(joinSheet(joined, quotedSheet(sheet))).toBe(joined);
	}
	// what I had written myself in the same words is no quotation
	const same: KeptSheet = { ...mine, agreements: sheet.agreements };
	expect(joinSheet(same, quotedSheet(sheet)).quoted).toEqual(quoted.slice(0, 2));
	expect(joinSheet(undefined, quotedSheet({ ...noExtras('en'), date: sheet.date }))).not.toHaveProperty(
		'quoted'
	);
});

test('on my own sheet the marks stay while the words do, and go with them', () => {
	const kept = joinSheet(undefined, quotedSheet(sheet));
	const { quoted: _, ...onPage } = kept;
	const after: KeptSheet = { ...onPage, signs: [{ words: 'I sleep less' }] };
	const rewritten = parseKeptSheet(rewrittenSheet(kept, kept, after));
	expect(rewritten?.quoted).toEqual([call, 'Emergency: 514 555-0199']);
	// kept by an earlier version, without marks
	expect(parseKeptSheet({ ...sheet })).toEqual(sheet);
});

test('on paper they stand in quotation marks, whatever part of the sheet they are in, until they are changed', () => {
	const theirs = aStep({ words: 'Choir', detail: 'call 514 555-0199', tiny: 'Hum', isQuoted: true });
	const mine = aStep({ words: 'Emergency: 514 555-0199', detail: 'call 514 555-0199' });
	expect(quotationsOf(theirs)).toEqual(['Choir', 'call 514 555-0199']);
	expect(quotationsOf(mine)).toEqual([]);
	const { quoted = [] } = joinSheet(undefined, quotedSheet(sheet));
	const { teamPhone: _, isUndated: __, quoted: ___, ...extras } = sheet;
	const paper: Prescription = { ...extras, lines: [lineOf(theirs), lineOf(aStep({ words: 'Walk' }))] };
	const all = [...quoted, ...quotationsOf(theirs)];
	const shown = inQuotes(paper, all, (text) => `“${text}”`);
	expect(shown.lines.map(({ words, detail, tiny }) => [words, detail, tiny])).toEqual([
		['“Choir”', '“call 514 555-0199”', 'Hum'],
		['Walk', undefined, undefined]
	]);
	expect(shown.ideas.social).toEqual([{ words: `“${call}”` }]);
	expect(shown.ideas.physical).toEqual([{ words: 'Walk' }]);
	expect(shown.agreements).toEqual({ me: ['I try'], team: ['“Emergency: 514 555-0199”'], lovedOnes: [] });
	expect(shown.signs).toEqual([{ words: '“I look for a hotline”' }]);
	expect(inQuotes(paper, [], (text) => `“${text}”`)).toBe(paper);
	expect(quotedOn(paper, all)).toEqual(all);
	expect(quotedOn({ ...paper, lines: [], signs: [] }, all)).toEqual([call, 'Emergency: 514 555-0199']);
});
