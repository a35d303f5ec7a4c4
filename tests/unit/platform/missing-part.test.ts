import { expect, test } from 'vitest';
import { isPartMissing } from '$lib/platform/missing-part';

const rejectedWith = (reason: unknown) => ({ reason }) as PromiseRejectionEvent;

test.each([
	'Failed to fetch dynamically imported module: https://envol.test/a.js',
	'error loading dynamically imported module: https://envol.test/a.js',
	'Importing a module script failed.'
])('a part that could not be loaded is known by what each browser says: %s', (message) => {
	expect(isPartMissing(rejectedWith(new TypeError(message)))).toBe(true);
});

test('other trouble is not called a missing part', () => {
	for (const reason of [new TypeError('x is undefined'), new Error('a module'), 'module', undefined])
		expect(isPartMissing(rejectedWith(reason))).toBe(false);
});
