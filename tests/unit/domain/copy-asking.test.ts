import { expect, test } from 'vitest';
import { mayAskForCopy, notNow, type WhenAsked } from '$lib/domain/copy-asking';
import { addDays, instantOf, localDay } from '$lib/domain/local-day';

const today = localDay('2026-11-28');
const first: WhenAsked = { notes: 3, copies: {}, today, isHardDay: false };
function savedAgo(days: number, lastWrittenAgo: number): WhenAsked {
	const savedOn = addDays(today, -days);
	return {
		...first,
		copies: { savedAt: instantOf(savedOn) },
		savedOn,
		lastWrittenAt: instantOf(addDays(today, -lastWrittenAgo))
	};
}

test('nobody is asked before three notes', () => {
	expect(mayAskForCopy({ ...first, notes: 2 })).toBe(false);
	expect(mayAskForCopy(first)).toBe(true);
});

test('a copy is good for 14 days, and for as long as nothing was written since', () => {
	expect(mayAskForCopy(savedAgo(13, 1))).toBe(false);
	expect(mayAskForCopy(savedAgo(14, 1))).toBe(true);
	expect(mayAskForCopy(savedAgo(90, 90))).toBe(false);
	expect(mayAskForCopy(savedAgo(90, 91))).toBe(false);
	expect(mayAskForCopy({ ...savedAgo(90, 1), lastWrittenAt: undefined })).toBe(false);
});

test('never on a hard day', () => {
	expect(mayAskForCopy({ ...first, isHardDay: true })).toBe(false);
	expect(mayAskForCopy({ ...savedAgo(90, 1), isHardDay: true })).toBe(false);
});

test('"Not now" puts it off 14 days, and forgets nothing of the last copy', () => {
	const asked = savedAgo(30, 1);
	const put = notNow(asked.copies, today);
	expect(put).toEqual({ ...asked.copies, notBefore: localDay('2026-12-12') });
	expect(mayAskForCopy({ ...asked, copies: put })).toBe(false);
	expect(mayAskForCopy({ ...asked, copies: put, today: localDay('2026-12-11') })).toBe(false);
	expect(mayAskForCopy({ ...asked, copies: put, today: localDay('2026-12-12') })).toBe(true);
});

test('a clock set back asks for nothing', () => {
	expect(mayAskForCopy({ ...savedAgo(-3, 0) })).toBe(false);
});
