import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isFromRight } from '$lib/domain/from-right';
import { besideLangs, tagOf } from '$lib/domain/language';

const groups = ['activities', 'early-signs', 'habits', 'sheet'];
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;

function keysOf(texts: unknown, path = ''): string[] {
	if (typeof texts !== 'object' || texts === null) return [path];
	return Object.entries(texts).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

/** What is missing in a language on paper, or stands there in another order; empty when it is whole. */
function missingIn(folder: string): string[] {
	return groups.filter(
		(group) =>
			!existsSync(`${folder}/${group}.json`) ||
			keysOf(read(`${folder}/${group}.json`)).join() !== keysOf(read(`messages/en/${group}.json`)).join()
	);
}

test('every language on paper has every text of a sheet, and none has a folder alone', () => {
	const folders = existsSync('messages-beside') ? readdirSync('messages-beside') : [];
	expect(folders.sort()).toEqual([...besideLangs].sort());
	for (const lang of besideLangs) expect(missingIn(`messages-beside/${lang}`), lang).toEqual([]);
	// the check itself: French is whole, another folder is not
	expect(missingIn('messages/fr')).toEqual([]);
	expect(missingIn('docs')).toEqual(groups);
});

test('a tag tells which way the language runs', () => {
	expect(['ar', 'ar-x-envol', 'fa-AF', 'ur', 'pa-Arab-PK', 'he'].map(isFromRight)).not.toContain(false);
	expect(['en-CA', 'fr-CA', 'ht', 'arn', 'es', 'pa', 'so'].map(isFromRight)).not.toContain(true);
	expect([tagOf('fr'), tagOf('en')]).toEqual(['fr-CA', 'en-CA']);
});
