import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { joinedLooks, longestLookWords, parseLooks, type Look } from '$lib/domain/kept-looks';
import {
	answers,
	answersOf,
	areasOf,
	isEmptyLook,
	lookIds,
	sheetIdOf,
	spreadOf,
	standingOf,
	standingsOf,
	statementsOf,
	withSaid,
	withSheets,
	type Answer,
	type Answers,
	type LookSheet
} from '$lib/domain/self-look';
import { runs } from '../../support/property-runs';

const look: Look = {
	id: 'a',
	order: 0,
	form: 'practice',
	on: localDay('2026-11-29'),
	said: {}
};
const anyAnswers: fc.Arbitrary<Answers> = fc
	.array(fc.option(fc.constantFrom(...answers)), { minLength: 35, maxLength: 35 })
	.map((given) =>
		Object.fromEntries(statementsOf('practice').flatMap((one, i) => (given[i] ? [[one, given[i]]] : [])))
	);

test('the seven criteria and the six dimensions have five statements each, the questions none', () => {
	expect(statementsOf('practice')).toHaveLength(35);
	expect(statementsOf('services')).toHaveLength(30);
	expect(statementsOf('practice', 'habits')).toEqual(['habits.a', 'habits.b', 'habits.c', 'habits.d', 'habits.e']); // prettier-ignore
	expect(statementsOf('questions')).toEqual([]);
});

test('an answer and words are given, changed and taken back', () => {
	const given = withSaid(withSaid(look, 'habits.a', 'often'), 'habits.try', 'Ask first.');
	expect(given).toMatchObject({ said: { 'habits.a': 'often', 'habits.try': 'Ask first.' } });
	expect(isEmptyLook(given)).toBe(false);
	const back = withSaid(withSaid(given, 'habits.a', undefined), 'habits.try', undefined);
	expect(back).toEqual(look);
	expect(isEmptyLook(back)).toBe(true);
});

test('where a part stands is the middle of its answers; what is not one’s role counts for nothing', () => {
	const those = (...given: Answer[]): Answers =>
		Object.fromEntries(given.map((answer, i) => [`habits.${'abcde'[i]}`, answer]));
	expect(standingOf('practice', {}, 'habits')).toBeUndefined();
	expect(standingOf('practice', those('not-mine', 'not-mine'), 'habits')).toBeUndefined();
	expect(standingOf('practice', those('rarely', 'often', 'nearly-always'), 'habits')).toBe(3);
	expect(standingOf('practice', those('rarely', 'at-times', 'not-mine'), 'habits')).toBe(1.5);
});

test('a picture has one corner for each part, and a column for each look beside it', () => {
	const standings = standingsOf('services', [{ 'nations.a': 'often' }, { 'changing.b': 'rarely' }]);
	expect(standings.map(({ area }) => area)).toEqual(areasOf('services'));
	expect(standings.find(({ area }) => area === 'nations')!.values).toEqual([3, undefined]);
	expect(standings.find(({ area }) => area === 'changing')!.values).toEqual([undefined, 1]);
});

test('a team of any size equals a straightforward count', () => {
	fc.assert(
		fc.property(fc.array(anyAnswers, { maxLength: 7 }), (team) => {
			const sheets: LookSheet[] = team.map((given, id) => ({ id, form: 'practice', answers: given }));
			const { areas, statements, widest } = spreadOf('practice', sheets);
			for (const statement of statementsOf('practice')) {
				let told = 0;
				for (const answer of answers) {
					let count = 0;
					for (const { answers: given } of sheets) if (given[statement] === answer) count += 1;
					expect(statements[statement]![answer]).toBe(count);
					told += count;
				}
				expect(told).toBe(sheets.filter(({ answers: given }) => given[statement]).length);
			}
			for (const { area, values } of areas) {
				const places: number[] = [];
				for (const { answers: given } of sheets) {
					const own = ['a', 'b', 'c', 'd', 'e']
						.map(
							(letter) =>
								['rarely', 'at-times', 'often', 'nearly-always'].indexOf(
									given[`${area}.${letter}` as never] ?? ''
								) + 1
						) // prettier-ignore
						.filter((place) => place > 0)
						.sort();
					if (own.length > 0)
						places.push(
							own.length % 2
								? own[(own.length - 1) / 2]!
								: (own[own.length / 2 - 1]! + own[own.length / 2]!) / 2
						);
				}
				places.sort();
				expect(values[0]).toBe(places[0]);
				expect(values[2]).toBe(places.at(-1));
				expect(widest.includes(area)).toBe(places.length > 0 && places[0] !== places.at(-1));
			}
		}),
		{ numRuns: runs(60) }
	);
});

test('the same person twice counts once, with the newer answers', () => {
	const sheet = (id: number, answer: Answer): LookSheet => ({ id, form: 'practice', answers: { 'habits.a': answer } }); // prettier-ignore
	expect(withSheets([sheet(1, 'rarely'), sheet(2, 'often')], [sheet(1, 'often')])).toEqual([
		sheet(1, 'often'),
		sheet(2, 'often')
	]);
});

test('what is stored is read back the same, and what is not a look is left out', () => {
	const kept = withSaid(withSaid(look, 'meaning.e', 'not-mine'), 'meaning.try', 'Ask what held them up.');
	const read = parseLooks({
		a: kept,
		b: { ...kept, form: 'another' },
		c: { ...kept, on: 'yesterday' },
		d: { form: 'questions', on: '2026-11-29', order: 1, said: { 'alone.a': 'Both of us.', alone: 'no', 'alone.b': 3 } } // prettier-ignore
	});
	expect(Object.keys(read)).toEqual(['a', 'd']);
	expect(read.a).toEqual(kept);
	expect(read.d).toMatchObject({ said: { 'alone.a': 'Both of us.' } });
	expect(parseLooks(JSON.parse(JSON.stringify(read)))).toEqual(read);
	for (const none of [undefined, null, 3, 'a', [], { a: 1 }]) expect(parseLooks(none)).toEqual({});
	const long = { ...look, said: { 'habits.try': 'x'.repeat(longestLookWords) } };
	expect(parseLooks({ a: long }).a).toEqual(long);
});

test('of one look on two devices, the answers and words of both stay', () => {
	const here = withSaid(withSaid(look, 'habits.a', 'often'), 'habits.b', 'rarely');
	const there = withSaid(withSaid(look, 'habits.b', 'at-times'), 'least.try', 'Ask.');
	const both = joinedLooks({ a: here }, { a: there, b: { ...look, id: 'b' } });
	expect(both.a).toMatchObject({
		said: { 'habits.a': 'often', 'habits.b': 'at-times', 'least.try': 'Ask.' }
	});
	expect(Object.keys(both)).toEqual(['a', 'b']);
});

test('the answers of a look are handed on under the same small number each time', () => {
	fc.assert(
		fc.property(fc.uuid(), (id) => {
			const number = sheetIdOf(id);
			expect(number).toBe(sheetIdOf(id));
			expect(Number.isInteger(number) && number >= 0 && number < lookIds).toBe(true);
		}),
		{ numRuns: runs(100) }
	);
	const ids = Array.from({ length: 200 }, (_, i) => sheetIdOf(`look-${i}`));
	expect(new Set(ids).size).toBe(200);
});

test('of what was said, only an answer to a statement of the form is an answer', () => {
	const said = { 'habits.a': 'often', 'habits.b': 'Often!', 'habits.try': 'rarely', 'nations.a': 'rarely' };
	expect(answersOf('practice', said)).toEqual({ 'habits.a': 'often' });
	expect(answersOf('services', said)).toEqual({ 'nations.a': 'rarely' });
	expect(answersOf('questions', said)).toEqual({});
});
