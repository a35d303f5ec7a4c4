import { describe, expect, it } from 'vitest';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import {
	joinedNotes,
	longestText,
	noPlanNotes,
	parseAgreements,
	parseMySigns,
	parsePlanNotes,
	parseQuestions,
	parseWants,
	questionsToAsk,
	withAgreementsOf
} from '$lib/domain/my-plan';
import { localDay } from '$lib/domain/local-day';
import { sides } from '$lib/domain/prescription';

const on = localDay('2026-11-20');
const junk = [
	undefined,
	null,
	7,
	'text',
	[],
	{ a: 1, b: [], c: {}, d: { words: '  ' }, __proto__: { words: 'x' } }
];

describe('my plan', () => {
	it.each(junk)('is empty when what was kept cannot be read: %o', (value) => {
		for (const parse of [parseMySigns, parseWants, parseAgreements, parseQuestions])
			expect(parse(value)).toEqual({});
		expect(parsePlanNotes(value)).toEqual(noPlanNotes);
	});

	it('comes back as it was written', () => {
		const listed = { id: 'a', order: 0 };
		const back = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
		const signs = { a: { ...listed, sign: 'sign-i-cry-more', does: 'je marche', tells: 'p1' } };
		expect(parseMySigns(back(signs))).toEqual(signs);
		const wants = { a: { ...listed, horizon: 'decade', words: 'Un jardin' } };
		expect(parseWants(back(wants))).toEqual(wants);
		const agreements = { a: { ...listed, side: 'team', words: 'Call on Monday', on, ended: 'letGo' } };
		expect(parseAgreements(back(agreements))).toEqual(agreements);
		const questions = { a: { ...listed, words: 'Why?', isAway: true } };
		expect(parseQuestions(back(questions))).toEqual(questions);
		const notes = {
			asks: ['p1'],
			helps: 'music\na walk',
			visitOn: on,
			looksWeekly: true,
			lookedOn: on,
			looksYearly: true,
			yearLookedOn: on,
			well: 'I laugh'
		};
		expect(parsePlanNotes(back(notes))).toEqual(notes);
	});

	it('tells loved ones whom they can call, unless that line was left out; an old record says nothing of it', () => {
		expect(parsePlanNotes({ asks: [], whenToCall: 'two nights' })).not.toHaveProperty('leavesCallOut');
		for (const value of [undefined, null, false, 0, 1, 'true'])
			expect(parsePlanNotes({ asks: [], leavesCallOut: value })).toEqual(noPlanNotes);
		expect(parsePlanNotes({ asks: [], leavesCallOut: true })).toEqual({ asks: [], leavesCallOut: true });
	});

	it('keeps lines as lines, and leaves out what nobody can see', () => {
		expect(parsePlanNotes({ alone: ' music \r\n\n \u202ea   walk\u0007 ' }).alone).toBe('music\na walk');
		// words of two tabs may have been joined; nothing grows without end
		expect(parsePlanNotes({ alone: 'x'.repeat(2 * longestText) }).alone).toHaveLength(2 * longestText);
		expect(parsePlanNotes({ alone: 'x'.repeat(50_000) }).alone).toHaveLength(10 * longestText);
	});

	it('knows whether there is a plan for a crisis, apart from what was written elsewhere', () => {
		for (const none of [
			undefined,
			noPlanNotes,
			{ asks: [], helps: 'music', visitWho: 'Dr Roy', visitOn: on }
		])
			expect(isCrisisWritten(none)).toBe(false);
		for (const some of [{ asks: ['p1'] }, { asks: [], safer: 'Léa' }, { asks: [], pets: 'Sam' }])
			expect(isCrisisWritten(some)).toBe(true);
	});

	it('takes in the agreements of a sheet once', () => {
		let made = 0;
		const newId = () => `new-${(made += 1)}`;
		const agreements = { me: ['Walk'], team: ['Call on Monday'], lovedOnes: ['In crisis? Call 911'] };
		const sheet = { agreements, quoted: ['In crisis? Call 911'], date: on };
		const once = withAgreementsOf({}, sheet, newId);
		expect(Object.values(once).map(({ side, words, on }) => [side, words, on])).toEqual([
			['me', 'Walk', on],
			['team', 'Call on Monday', on],
			['lovedOnes', 'In crisis? Call 911', on]
		]);
		// what could be taken for help stays marked as words of a sheet
		expect(Object.values(once).map(({ isQuoted }) => isQuoted)).toEqual([undefined, undefined, true]);
		expect(parseAgreements(once)).toEqual(once);
		expect(withAgreementsOf(once, sheet, newId)).toBe(once);
		expect(sides).toContain(Object.values(once)[0]!.side);
	});

	it('a question that was put away waits no more', () => {
		const questions = parseQuestions({
			a: { words: 'One', order: 2 },
			b: { words: 'Two', order: 1 },
			c: { words: 'Old', isAway: true }
		});
		expect(questionsToAsk(questions).map(({ words }) => words)).toEqual(['Two', 'One']);
	});

	it('loses no line when a stand-in is brought over', () => {
		const joined = joinedNotes(
			{ asks: ['a'], helps: 'music', work: 'Ana' },
			{ asks: ['b'], helps: 'music\na walk', visitOn: on }
		);
		expect(joined).toEqual({ asks: ['a', 'b'], helps: 'music\na walk', work: 'Ana', visitOn: on });
	});
});
