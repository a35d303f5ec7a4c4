import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ids = [...readFileSync('docs/testing.md', 'utf8').matchAll(/^\| ([A-Z]\d) +\|/gm)].map(([, id]) => id!);
/** The ids in the titles of the tests of a folder, as `npm test` runs them. */
const carriedIn = (folder: string) =>
	new Set(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.(spec|test)\.ts$/.test(name))
			.flatMap((name) => [
				...readFileSync(`${folder}/${name}`, 'utf8').matchAll(
					/\b(?:test|testOffline|testOwnSite|harnessTest|inBoth|test\.describe|test\.each\([^)]*\)|describe)\(\s*['"`]([^'"`]*)/g
				)
			])
			.flatMap(([, title]) => title!.match(/\b[A-Z]\d\b/g) ?? [])
	);

test('each promise of docs/testing.md has a test that carries its id, in a browser unless it is about the bytes of a copy', () => {
	expect(ids.length).toBeGreaterThan(12);
	const [inBrowser, ofCopies] = [carriedIn('tests/e2e'), carriedIn('tests/unit')];
	const isCarried = (id: string) => inBrowser.has(id) || (id.startsWith('I') && ofCopies.has(id));
	expect(ids.filter((id) => !isCarried(id))).toEqual([]);
});
