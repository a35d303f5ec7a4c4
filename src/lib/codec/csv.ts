/** A spreadsheet takes a cell that begins with one of these for a formula. */
const formula = /^[=+\-@\t\r]/;

function cellOf(value: string | number | undefined): string {
	if (typeof value === 'number') return String(value);
	const text = value ?? '';
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180): commas, CRLF after each row, quotes where they are needed. A byte order mark first, so
 * that a spreadsheet reads it as UTF-8; what it could take for a formula begins with an apostrophe.
 */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
	return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

/**
 * Reads a table as other programs write it: any line end, quotes where they are needed. What stands after quotes that never
 * close belongs to them.
 */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	// one cell, quoted or not, and what ends it
	const cell = /(?:"((?:[^"]+|"")*)(?:"|$)|)([^,\r\n]*)(,|\r\n|\n|\r|$)/gy;
	const source = text.replace(/^\ufeff/, '');
	while (cell.lastIndex < source.length) {
		const [, quoted, plain = '', end] = cell.exec(source)!;
		row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"') + plain);
		if (end === ',') {
			if (cell.lastIndex === source.length) row.push('');
			else continue;
		}
		rows.push(row);
		row = [];
	}
	return rows;
}
