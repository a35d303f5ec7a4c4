import { tidyWords } from '$lib/domain/tidy-words';
import { parseRow, type RowsName } from './rows';

const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === false ||
	value === '' ||
	(typeof value === 'object' && !(value instanceof Blob) && Object.keys(value).length === 0);

/** Without what is tidied away from words when they are read. */
const plain = (text: string) => tidyWords(text.replaceAll('\ufffd', ''), text.length);

/**
 * Whether reading a stored value field by field loses nothing of it.
 * @param isList whether a list may be shorter, as those are that hold only what came last
 */
export function losesNothing(stored: unknown, parsed: unknown, isList = false): boolean {
	if (isNothing(stored) || Object.is(stored, parsed) || stored instanceof Blob) return true;
	if (typeof stored === 'string') return typeof parsed === 'string' && plain(stored) === plain(parsed);
	if (typeof stored !== 'object' || typeof parsed !== 'object' || !parsed) return false;
	if (Array.isArray(stored)) {
		if (!Array.isArray(parsed)) return false;
		if (isList && parsed.length < stored.length) return true;
		return stored.every((one, i) => losesNothing(one, parsed[i], isList));
	}
	return Object.entries(stored as object).every(([field, value]) =>
		// its bytes lie elsewhere in a copy
		value instanceof Blob ? true : losesNothing(value, (parsed as Record<string, unknown>)[field], isList)
	);
}

/** Whether a row of the database has the shape that Envol gave it. */
export const isWholeRow = (name: RowsName, row: object): boolean => {
	// the key that the database gave it, which a copy leaves out
	const { key, ...rest } = row as { key?: unknown };
	return losesNothing(name === 'versions' ? rest : { key, ...rest }, parseRow(name, row));
};
