import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** What a script imports before anything of it runs, and what those import: packages by their names. */
function neededAtOnce(file: string, seen = new Set<string>()): string[] {
	if (seen.has(file)) return [];
	seen.add(file);
	const code = readFileSync(file, 'utf8');
	const imported = [...code.matchAll(/^(?:import|export)\s(?:[^'"=(]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map(
		([, from]) => from!
	);
	return imported.flatMap((from) =>
		from.startsWith('.')
			? neededAtOnce(join(dirname(file), from), seen)
			: from.startsWith('node:')
				? []
				: `${from} in ${file}`
	);
}

test.each(['start', 'test', 'test-endurance', 'release'])(
	'scripts/%s.mjs begins in a fresh clone, where no package is installed yet',
	(name) => {
		expect(neededAtOnce(`scripts/${name}.mjs`)).toEqual([]);
	}
);

test('a script that needs a package at once is seen', () => {
	expect(neededAtOnce('scripts/check-size.mjs').join()).toContain('@playwright/test');
});
