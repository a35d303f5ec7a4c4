import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every folder of unit tests belongs to one kind of run, so that none is left out unsaid', () => {
	const patterns = readFileSync('vitest.config.ts', 'utf8').matchAll(/'tests\/unit\/\{?([\w,-]+)\}?\/\*\*/g);
	const run = [...patterns].flatMap(([, folders = '']) => folders.split(','));
	const written = readdirSync('tests/unit', { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
	// a folder that is yet to come may be named already
	expect(written.filter((name) => !run.includes(name))).toEqual([]);
	expect(new Set(run).size).toBe(run.length);
});
