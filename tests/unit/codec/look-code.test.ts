import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookCode, lookFile, lookLink, readLooks } from '$lib/codec/look-code';
import { isCodeError } from '$lib/codec/code-error';
import { answers, lookIds, statementsOf, type AnsweredForm, type LookSheet } from '$lib/domain/self-look';
import { runs } from '../../support/property-runs';

const sheets: fc.Arbitrary<LookSheet> = fc
	.record({
		form: fc.constantFrom<AnsweredForm>('practice', 'services'),
		id: fc.integer({ min: 0, max: lookIds - 1 }),
		places: fc.array(fc.integer({ min: -1, max: answers.length - 1 }), { minLength: 35, maxLength: 35 })
	})
	.map(({ form, id, places }) => ({
		id,
		form,
		answers: Object.fromEntries(
			statementsOf(form).flatMap((statement, i) => {
				const answer = answers[places[i]!];
				return answer ? [[statement, answer]] : [];
			})
		)
	}));

const one: LookSheet = {
	id: 74_565,
	form: 'services',
	answers: { 'language.a': 'rarely', 'personal.c': 'not-mine', 'changing.e': 'nearly-always' }
};

test('answers come back as they were given, from a code, a link among words, and a file', () => {
	fc.assert(
		fc.property(sheets, (sheet) => {
			expect(readLooks(lookCode(sheet))).toEqual([sheet]);
			expect(readLooks(`Here: ${lookLink('https://envol.example', 'fr', sheet)}.\nThanks!`)).toEqual([sheet]);
			expect(readLooks(lookFile([sheet]))).toEqual([sheet]);
		}),
		{ numRuns: runs(200) }
	);
});

test('a code as it was in the first version stays readable', () => {
	expect(lookCode(one)).toBe('look1AQEjRSAABQAAAAAAAAABAPlB');
	expect(readLooks('look1AQEjRSAABQAAAAAAAAABAPlB')).toEqual([one]);
});

test('several in one text are all read', () => {
	const other = { ...one, id: 5 };
	expect(readLooks(`${lookCode(one)}\n${lookCode(other)}`)).toEqual([one, other]);
	expect(readLooks(lookFile([one, other]))).toEqual([one, other]);
});

test('whatever is not ours, cut or changed is refused as damaged or newer, and never read as something else', () => {
	const troubleOf = (text: string) => {
		try {
			return readLooks(text);
		} catch (error) {
			return isCodeError(error) ? error.trouble : error;
		}
	};
	for (const text of [
		'',
		'hello',
		'{',
		'{}',
		'[]',
		'{"envol":"answers"',
		'{"envol":"answers","version":1,"sheets":[]}',
		'look1',
		'look1!',
		`{"__proto__":{"envol":"answers"}}`
	])
		// prettier-ignore
		expect(troubleOf(text), text).toBe('damaged');
	expect(troubleOf('look2AAAA')).toBe('newer');
	expect(troubleOf('{"envol":"answers","version":2,"sheets":[]}')).toBe('newer');
	const code = lookCode(one);
	for (let length = 5; length < code.length; length++)
		expect(troubleOf(code.slice(0, length))).toBe('damaged');
	fc.assert(
		fc.property(fc.nat(code.length - 6), fc.constantFrom(...'ABCwxyz019-_'), (at, char) => {
			const changed = code.slice(0, 5 + at) + char + code.slice(6 + at);
			const read = troubleOf(changed);
			if (changed === code) expect(read).toEqual([one]);
			else expect(['damaged', 'newer']).toContain(read);
		}),
		{ numRuns: runs(300) }
	);
	fc.assert(
		fc.property(fc.string(), (text) => void troubleOf(text)),
		{ numRuns: runs(200) }
	);
});
