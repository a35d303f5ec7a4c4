import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import { readBody, writeBody } from '$lib/codec/sheet-code';
import { crc16 } from '$lib/codec/bytes';
import { isCodeError } from '$lib/codec/code-error';
import { drawingChoices } from '$lib/domain/drawing';
import { localDay } from '$lib/domain/local-day';
import { mostLines, type Line, type Prescription } from '$lib/domain/prescription';
import { tidyWords } from '$lib/domain/step';
import { aLine, anyPrescription, aPrescription } from '../../support/prescriptions';
import { runs } from '../../support/property-runs';

const bed = aLine({ item: 'hyg-wake-make-bed', habit: 'wake' });
const written = (given: Partial<Prescription>) => [...writeBody(aPrescription(given), catalogueNumbers)];
/** With a checksum made for it: a code that somebody made on purpose. */
function sealed(bytes: readonly number[]): Uint8Array {
	const sum = crc16(Uint8Array.from(bytes));
	return Uint8Array.from([...bytes, sum >> 8, sum & 255]);
}
function read(bytes: Uint8Array): Prescription | string {
	try {
		return readBody(bytes, catalogueNumbers);
	} catch (error) {
		return isCodeError(error) ? error.trouble : String(error);
	}
}
/** One line in own words, made by hand: flags, habit, text, when, times. */
function withText(text: readonly number[]): Uint8Array {
	const noneOfTheRest = [0, 0, 0, 0, 0, 0, 0];
	return sealed([0, 0, 1, 0, 1, 2, 0, text.length, ...text, 4, 1, ...noneOfTheRest]);
}
const utf8 = (text: string) => [...new TextEncoder().encode(text)];

test('plans of every kind come back as they were', () => {
	fc.assert(
		fc.property(anyPrescription, (prescription) => {
			expect(readBody(writeBody(prescription, catalogueNumbers), catalogueNumbers)).toEqual(prescription);
		}),
		{ numRuns: runs(1000) }
	);
});

test('what is not tidy is made so before it travels', () => {
	const body = writeBody(
		aPrescription({
			date: localDay('2026-11-21'),
			reviewOn: localDay('2026-11-20'),
			lines: [
				aLine({ words: '  call\u202e Sam\n' }),
				aLine({ words: ' ' }),
				aLine({ words: 'walk', frequency: { kind: 'weekdays', days: [] } })
			]
		}),
		catalogueNumbers
	);
	expect(readBody(body, catalogueNumbers)).toEqual(
		aPrescription({ lines: [aLine({ words: 'call Sam' }), aLine({ words: 'walk' })] })
	);
});

test.each(['1970-01-01', '2019-12-31', '9999-12-31'])(
	'a device whose clock says %s still makes a code that can be read',
	(day) => {
		const body = writeBody(aPrescription({ date: localDay(day), lines: [bed] }), catalogueNumbers);
		expect(readBody(body, catalogueNumbers).lines).toEqual([bed]);
	}
);

test('a review a lifetime away is left out', () => {
	const body = writeBody(aPrescription({ lines: [bed], reviewOn: localDay('9999-12-31') }), catalogueNumbers);
	expect(readBody(body, catalogueNumbers).reviewOn).toBeUndefined();
});

describe('a drawing chosen for own words', () => {
	const own = (given: Partial<Line>) => aLine({ words: 'Prendre l’autobus', ...given });

	test.each(drawingChoices)('%s takes one byte, and comes back', (drawing) => {
		const line = own({ drawing });
		const body = writeBody(aPrescription({ lines: [line] }), catalogueNumbers);
		expect(readBody(body, catalogueNumbers).lines).toEqual([line]);
		expect(body.length).toBe(written({ lines: [own({})] }).length + 1);
	});

	test('is removed by a reader from before the drawings, and nothing else is', () => {
		for (const mark of [...drawingChoices.keys(), 127])
			expect(tidyWords(`${String.fromCharCode(mark)}Prendre l’autobus`)).toBe('Prendre l’autobus');
	});

	test('is left out where the words fill their room, and never goes with an item of the catalogue', () => {
		const full = own({ words: 'a'.repeat(60), drawing: 'bus' });
		const sixty = writeBody(aPrescription({ lines: [full] }), catalogueNumbers);
		expect(readBody(sixty, catalogueNumbers).lines).toEqual([own({ words: 'a'.repeat(60) })]);
		const named = { item: 'hyg-wake-make-bed', habit: 'wake' as const };
		expect(written({ lines: [own({ ...named, drawing: 'bus' })] })).toEqual(written({ lines: [own(named)] }));
	});
});

describe('something that this version does not know', () => {
	test('is kept, and goes on as it came', () => {
		const prescription = aPrescription({
			lines: [aLine({ unknown: 777, words: 'a new thing', petal: 'social' })],
			ideas: { physical: [{ unknown: 5000 }], social: [], mental: [] },
			signs: [{ unknown: 6000 }]
		});
		const body = writeBody(prescription, catalogueNumbers);
		expect(readBody(body, catalogueNumbers)).toEqual(prescription);
		expect(writeBody(readBody(body, catalogueNumbers), catalogueNumbers)).toEqual(body);
	});

	test('is not made up: an item without a number is an error of ours', () => {
		expect(() => written({ lines: [aLine({ item: 'no-such-item' })] })).toThrow(RangeError);
		expect(() => written({ signs: [{ id: '__proto__' }] })).toThrow(RangeError);
	});
});

describe('a newer Envol made it', () => {
	const [kind, form, ...rest] = written({ lines: [bed] }).slice(0, -2) as [number, number, ...number[]];
	// kind, form, two bytes of the date, review, one line
	const flagsAt = 6;
	const body = [kind, form, ...rest];
	const changed = (at: number, value: number) => sealed(body.with(at, value));

	test.each([
		['another kind', changed(0, 1)],
		['a sheet of another form', changed(1, 16)],
		['a line of another form', changed(flagsAt, body[flagsAt]! | 128)],
		['a time of another form', changed(flagsAt + 2, body[flagsAt + 2]! | 64)]
	])('%s', (_, bytes) => {
		expect(read(sealed(body))).toEqual(aPrescription({ lines: [bed] }));
		expect(read(bytes)).toBe('newer');
	});
});

describe('a code that somebody made to do harm', () => {
	test.each([
		['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
		['javascript:alert(1)', 'javascript:alert(1)'],
		['tel:+19005550199', 'tel:+19005550199'],
		['Call 1-900-555-0199 now', 'Call 1-900-555-0199 now'],
		['__proto__', '__proto__'],
		['\u202eevil\u2066', 'evil'],
		['one\u2028two\u0000three\u0007', 'one two three'],
		['{name}', '{name}']
	])('"%s" is words and nothing else', (text, shown) => {
		expect(read(withText(utf8(text)))).toMatchObject({ lines: [{ words: shown }] });
		expect(tidyWords(shown)).toBe(shown);
	});

	test.each([
		['nothing but signs that turn the text', utf8('\u202e\u2066')],
		['a lone surrogate', [0xed, 0xa0, 0x80]],
		['61 letters', utf8('a'.repeat(61))],
		['a length that lies', [200]]
	])('%s: refused', (_, text) => {
		expect(read(withText(text))).toBe('damaged');
	});

	const none = [0, 0, 0, 0, 0, 0, 0];
	test.each([
		['21 lines', [0, 0, 1, 0, mostLines + 1]],
		['four ideas', [0, 0, 1, 0, 0, 4]],
		['an early sign among the steps', [0, 0, 1, 0, 1, 1, 0xd0, 0x0f, 4, 1, ...none]],
		['a step among the early signs', [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 100]],
		['a habit among the ideas', [0, 0, 1, 0, 0, 1, 100, 0, 0, 0, 0, 0, 0]],
		['a line about nothing', [0, 0, 1, 0, 1, 0, 0, 4, 1, ...none]],
		['no times a day', [0, 0, 1, 0, 1, 1, 100, 4, 0, ...none]],
		['seven times a day', [0, 0, 1, 0, 1, 1, 100, 4, 7, ...none]],
		['a part of the day that is not', [0, 0, 1, 0, 1, 1, 100, 5, 1, ...none]],
		['a frequency that is not', [0, 0, 1, 0, 1, 1, 100, 48, 1, ...none]],
		['no weekday', [0, 0, 1, 0, 1, 1, 100, 28, 0, 1, ...none]],
		['eight times a week', [0, 0, 1, 0, 1, 1, 100, 20, 8, 1, ...none]],
		['a petal that is not', [0, 0, 1, 0, 1, 65, 100, 4, 1, 6, ...none]],
		['a habit that is not', [0, 0, 1, 0, 1, 2, 6, 1, 97, 4, 1, ...none]],
		['a layout that is not', [0, 12, 1, 0, 0, ...none]],
		['a day in the year 2500', [0, 0, 0xff, 0xff, 0x7f, 0, 0, ...none]],
		['a number past the last', [0, 0, 1, 0, 1, 1, 0x81, 0x80, 0x40, 4, 1, ...none]],
		['more behind the end', [0, 0, 1, 0, 0, ...none, 0]],
		['nothing at all', []]
	])('%s: refused', (_, bytes) => {
		expect(read(sealed(bytes))).toBe('damaged');
	});

	test('nothing it holds reaches the objects that everything is made of', () => {
		read(withText(utf8('__proto__')));
		expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('words');
	});
});

test('bytes that were cut off or changed on the way are noticed', () => {
	const body = writeBody(aPrescription({ lines: [bed, aLine({ words: 'call Sam' })] }), catalogueNumbers);
	for (let length = 0; length < body.length; length++) expect(read(body.subarray(0, length))).toBe('damaged');
	for (let bit = 0; bit < body.length * 8; bit++) {
		const turned = Uint8Array.from(body);
		turned[bit >> 3]! ^= 1 << (bit & 7);
		expect(read(turned)).toBe('damaged');
	}
});
