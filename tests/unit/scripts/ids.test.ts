import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ids = [...readFileSync('docs/testing.md', 'utf8').matchAll(/^\| ([A-Z]\d) +\|/gm)].map(([, id]) => id!);
/** The titles of browser tests, as `npm test` runs them. */
const titles = readdirSync('tests/e2e')
	.filter((name) => name.endsWith('.spec.ts'))
	.flatMap((name) => [
		...readFileSync(`tests/e2e/${name}`, 'utf8').matchAll(
			/\b(?:test|testOffline|testOwnSite|harnessTest|inBoth|test\.describe)\(\s*['"`]([^'"`]*)/g
		)
	])
	.map(([, title]) => title!);

test('each promise of docs/testing.md has a browser test that carries its id', () => {
	expect(ids.length).toBeGreaterThan(12);
	const carried = new Set(titles.flatMap((title) => title.match(/\b[A-Z]\d\b/g) ?? []));
	expect(ids.filter((id) => !carried.has(id))).toEqual([]);
});
