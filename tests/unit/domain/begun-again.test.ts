import { expect, test } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { begunAgain } from '$lib/domain/prescription';
import { aPrescription } from '../../support/prescriptions';

const made = aPrescription({ date: localDay('2026-10-01'), reviewOn: localDay('2026-10-15') });

test('a review that has passed stands as far ahead of today as it stood from the day it was made', () => {
	expect(begunAgain(made, localDay('2026-11-21'))).toEqual({
		...made,
		date: '2026-11-21',
		reviewOn: '2026-12-05'
	});
});

test('a review that is still to come stays, and none is made up', () => {
	for (const today of ['2026-10-02', '2026-10-15']) expect(begunAgain(made, localDay(today))).toEqual(made);
	const without = aPrescription({ date: localDay('2026-10-01') });
	expect(begunAgain(without, localDay('2026-11-21'))).toEqual(without);
});
