import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protections } from '../../../scripts/unprotected.mjs';

test.each(protections)('$name: what the longer run switches off stands there', ({ file, on, off, test }) => {
	expect(readFileSync(file, 'utf8')).toContain(on);
	expect(off).not.toBe(on);
	expect(existsSync(test)).toBe(true);
});
