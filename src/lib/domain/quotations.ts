import { ideaForms, sides, type Mention, type Prescription } from './prescription';

/**
 * A sheet as it is shown to others: texts that came with another sheet and could be taken for help stand in quotation
 * marks, wherever they are on it.
 * @param quoted those texts; a text that was changed since is not among them
 * @param quote puts quotation marks around a text
 */
export function inQuotes(
	sheet: Prescription,
	quoted: readonly string[],
	quote: (text: string) => string
): Prescription {
	if (quoted.length === 0) return sheet;
	const shown = (text: string) => (quoted.includes(text) ? quote(text) : text);
	const of = <T extends object>(one: T, fields: readonly (keyof T)[]): T => ({
		...one,
		...Object.fromEntries(
			fields.flatMap((field) => (typeof one[field] === 'string' ? [[field, shown(one[field])]] : []))
		)
	});
	const mentions = (list: readonly Mention[]) => list.map((one) => of(one, ['words']));
	const ideas = { ...sheet.ideas };
	for (const form of ideaForms) ideas[form] = mentions(ideas[form]);
	const agreements = { ...sheet.agreements };
	for (const side of sides) agreements[side] = agreements[side].map(shown);
	return {
		...sheet,
		lines: sheet.lines.map((line) => of(line, ['words', 'detail', 'tiny', 'reason'])),
		ideas,
		agreements,
		signs: mentions(sheet.signs)
	};
}

/** Of those texts, the ones that the sheet still holds. */
export function quotedOn(sheet: Prescription, quoted: readonly string[] = []): string[] {
	return [...new Set(quoted)].filter((text) => {
		let isThere = false;
		inQuotes(sheet, [text], () => {
			isThere = true;
			return text;
		});
		return isThere;
	});
}
