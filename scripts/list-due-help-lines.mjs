/**
 * Prints the help lines whose source was read too long ago, as of today or of the day given (YYYY-MM-DD).
 * It only informs: it always ends with code 0, so that a release never fails by the calendar alone.
 *
 *     npm run check:due
 *     npm run check:due -- 2027-06-01
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} path */
async function load(path) {
	const { module } = await runnerImport(`${root}${path}`, {
		root,
		configFile: false,
		logLevel: 'error',
		resolve: { alias: { $lib: `${root}src/lib` } }
	});
	return module;
}

/**
 * @param {string[]} row
 * @param {number[]} widths
 */
function line(row, widths) {
	return row
		.map((cell, column) => cell.padEnd(widths[column] ?? 0))
		.join('  ')
		.trimEnd();
}

const [{ helpLines }, { helpLineSources }, { isDueForCheck, checkEveryDays }, { isLocalDay, localDayOf }] =
	await Promise.all(
		[
			'src/lib/content/help-lines.ts',
			'src/lib/content/help-line-sources.ts',
			'src/lib/domain/help-line.ts',
			'src/lib/domain/local-day.ts'
		].map(load)
	);

// closing a pager early is not an error
process.stdout.on('error', () => {});

const asked = process.argv[2];
if (asked !== undefined && !isLocalDay(asked)) {
	console.log(`"${asked}" is not a day. Write it like 2027-06-01.`);
} else {
	const today = asked ?? localDayOf(new Date());
	const due = helpLines.filter((helpLine) => isDueForCheck(helpLine, today));
	console.log(
		`${due.length} of ${helpLines.length} help lines were read more than ${checkEveryDays} days before ${today}.`
	);

	const rows = due.flatMap((helpLine) => {
		const { sources, toConfirm } = helpLineSources[helpLine.id];
		const numbers = helpLine.channels.map((channel) => `${channel.type} ${channel.display}`);
		const notes = toConfirm === undefined ? sources : [...sources, `ask: ${toConfirm}`];
		return Array.from({ length: Math.max(numbers.length, notes.length) }, (_, index) => [
			index === 0 ? helpLine.id : '',
			numbers[index] ?? '',
			index === 0 ? helpLine.checkedOn : '',
			notes[index] ?? ''
		]);
	});
	if (rows.length > 0) {
		const table = [['id', 'number', 'last checked', 'where it comes from'], ...rows];
		const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
		console.log(table.map((row) => line(row, widths)).join('\n'));
		console.log('\nHow to check and change a number: docs/guides/updating-crisis-resources.md');
	}
}
