import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootScript } from '../../../src/boot-script.js';
import { addressesOf, allPages, frameAt, pageAt, pages } from '../../../src/pages.js';

test('each address stands once in the table, and each page is found by its address', () => {
	expect(new Set(allPages).size).toBe(allPages.length);
	for (const page of pages) for (const address of addressesOf(page)) expect(pageAt(address)).toBe(page);
	expect(pageAt('/en/nowhere/')).toBeUndefined();
	expect(pageAt('/')).toBeUndefined();
});

test('each page has words in both languages, and each group of words a page or a moment that asks for it', () => {
	for (const { words, wordsLater = [] } of pages)
		for (const group of [...words, ...wordsLater])
			for (const lang of ['en', 'fr']) expect(existsSync(`messages/${lang}/${group}.json`), group).toBe(true);
	const asked = new Set([
		'shell',
		...pages.flatMap(({ words, wordsLater = [] }) => [...words, ...wordsLater])
	]);
	const groups = readdirSync('messages/en').map((file) => file.replace('.json', ''));
	expect(groups.filter((group) => !asked.has(group as never))).toEqual([]);
});

test('texts of pages that come as plain HTML alone are not sent to the browser a second time', () => {
	const ofApp = new Set(pages.filter(({ isPlain }) => !isPlain).flatMap(({ words }) => words));
	const plainOnly = pages.filter(({ isPlain }) => isPlain).flatMap(({ words }) => words);
	const leftOut = /!\/messages\/\*\/\{([^}]+)\}\.json/.exec(
		readFileSync('src/lib/i18n/index.ts', 'utf8')
	)?.[1];
	expect(leftOut?.split(',')).toEqual([...new Set(plainOnly.filter((group) => !ofApp.has(group)))]);
});

test('calm pages have no bar of pages, and a form beside its sheet is wide', () => {
	expect(frameAt('/fr/hard-day/')).toEqual({ frame: 'calm', staysOpen: true });
	expect(frameAt('/en/prescribe/')).toEqual({ frame: 'alone', isWide: true });
	expect(frameAt('/en/today/')).toEqual({});
});

test('the script before the first paint knows which addresses may carry a plan, and the doors', () => {
	const script = bootScript(readFileSync('src/boot.js', 'utf8'));
	expect(script).toContain(String.raw`/\/(prescribe|receive|practice)\/$/`);
	expect(script).toContain('((?:today|help|hard-day)');
	expect(script).not.toMatch(/TAKES_A_PLAN|DOORS/);
});
