import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '$lib/codec/csv';
import { runs } from '../../support/property-runs';

/** A strict reader of RFC 4180: it refuses whatever the standard does not allow. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			at += 1;
			for (;;) {
				if (at >= text.length) throw new Error('open quotes');
				if (text[at] !== '"') cell += text[at++];
				else if (text[at + 1] === '"') {
					cell += '"';
					at += 2;
				} else break;
			}
			at += 1;
		} else while (at < text.length && !',\r\n"'.includes(text[at]!)) cell += text[at++];
		row.push(cell);
		if (text[at] === ',') at += 1;
		else if (text.startsWith('\r\n', at)) {
			rows.push(row);
			row = [];
			at += 2;
		} else throw new Error(`not allowed: ${JSON.stringify(text.slice(at, at + 5))}`);
	}
	if (row.length > 0) throw new Error('no end of the last row');
	return rows;
}

test('any words come back from a strict reader, and none is a formula', () => {
	const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', '-2', '@x', '+3', '"', 'a,b', 'a\r\nb', '\t=x', '')); // prettier-ignore
	fc.assert(
		fc.property(
			fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
			(rows) => {
				const csv = csvOf(rows);
				expect(csv.startsWith('\ufeff')).toBe(true);
				const read = readCsv(csv.slice(1));
				expect(read.map((row) => row.length)).toEqual(rows.map((row) => row.length));
				read.forEach((row, y) =>
					row.forEach((text, x) => {
						const given = rows[y]![x]!;
						expect(text).not.toMatch(/^[=+\-@\t\r]/);
						expect(text === given || text === `'${given}`).toBe(true);
					})
				);
			}
		),
		{ numRuns: runs(500) }
	);
});

test('numbers are numbers, and what is missing is empty', () => {
	expect(
		csvOf([
			['a', -3, undefined],
			['=SUM(A1)', 2, 'x "y"']
		])
	).toBe('\ufeffa,-3,\r\n\'=SUM(A1),2,"x ""y"""\r\n');
});
