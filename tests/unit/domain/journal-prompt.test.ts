import { expect, test } from 'vitest';
import { parseWayOfWriting, usualWay } from '$lib/domain/journal-prompt';

test('what there was energy for is read back; anything else is as usual', () => {
	expect(parseWayOfWriting({ level: 'tap' })).toEqual({ level: 'tap' });
	for (const broken of [undefined, null, 3, 'tap', {}, { level: 'novel' }, { level: ['tap'] }])
		expect(parseWayOfWriting(broken)).toEqual(usualWay);
});
