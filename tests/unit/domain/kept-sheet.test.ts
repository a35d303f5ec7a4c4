import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasExtras, parseKeptSheet } from '$lib/domain/kept-sheet';
import { localDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import { anyPrescription } from '../../support/prescriptions';

const date = localDay('2026-11-21');

test('what goes with the steps comes back as it was kept', () => {
	fc.assert(
		fc.property(anyPrescription, ({ lines: _, ...sheet }) => {
			expect(parseKeptSheet(structuredClone(sheet))).toEqual(sheet);
		})
	);
});

test.each([undefined, null, 7, 'text', [], {}, { date: 'soon' }, { langs: 'en' }])(
	'%j is no sheet',
	(value) => {
		expect(parseKeptSheet(value)).toBeUndefined();
	}
);

test('whatever a damaged record holds, the rest of it can be read', () => {
	fc.assert(
		fc.property(
			fc.dictionary(
				fc.constantFrom('langs', 'layout', 'ideas', 'agreements', 'signs', 'reviewOn'),
				fc.anything()
			),
			(given) => {
				const sheet = parseKeptSheet({ ...given, date })!;
				expect(sheet.date).toBe(date);
				expect(parseKeptSheet(sheet)).toEqual(sheet);
			}
		)
	);
	expect(
		parseKeptSheet({
			date,
			signs: [{ words: 'a' }, 3, { id: 7 }],
			agreements: { me: ['b', {}], team: 1 },
			ideas: 0
		})
	).toEqual({
		...noExtras('en'),
		date,
		signs: [{ words: 'a' }],
		agreements: { me: ['b'], team: [], lovedOnes: [] }
	});
});

test('a sheet with nothing but its steps has nothing more to show', () => {
	expect(hasExtras(noExtras('fr'))).toBe(false);
	expect(hasExtras({ ...noExtras('fr'), reviewOn: date })).toBe(true);
	expect(hasExtras({ ...noExtras('fr'), signs: [{ words: 'a' }] })).toBe(true);
});
