// @vitest-environment node
import { expect, test } from 'vitest';
import { langsOf } from '../../../src/lib/features/sheet/paper/sheet-words';

test('on a sheet in two languages the person’s own stands first', () => {
	expect(langsOf('fr-en')).toEqual(['fr', 'en']);
});
