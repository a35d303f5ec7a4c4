import { describe, expect, test } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { outdoorCautions, outsideAs, outsideAt } from '$lib/domain/season';

const today = localDay('2026-07-10');
const julyNight = outsideAt(7, 23);
const januaryNoon = outsideAt(1, 12);

describe('where calendar and clock are wrong for somebody, they say otherwise', () => {
	test('in the south it is winter in July, with the care that winter asks for', () => {
		const outside = outsideAs(outsideAt(7, 12), { day: today, season: 'winter' }, today);
		expect(outside).toEqual({ season: 'winter', isDeepWinter: true, isNight: false });
		expect(outdoorCautions(outside)).toEqual(['cold']);
	});

	test('far south of the snow, January is no danger', () => {
		const outside = outsideAs(januaryNoon, { day: today, season: 'summer' }, today);
		expect(outdoorCautions(outside)).toEqual([]);
	});

	test('after a night at work, late is day; and noon can be night', () => {
		expect(outdoorCautions(outsideAs(julyNight, { day: today, time: 'day' }, today))).toEqual([]);
		expect(outdoorCautions(outsideAs(januaryNoon, { day: today, time: 'night' }, today))).toEqual([
			'cold',
			'night'
		]);
	});

	test('the day after, calendar and clock count again', () => {
		const said = { day: localDay('2026-07-09'), season: 'summer', time: 'day' } as const;
		expect(outsideAs(julyNight, said, today)).toEqual(julyNight);
		expect(outsideAs(januaryNoon, undefined, today)).toEqual(januaryNoon);
	});
});
