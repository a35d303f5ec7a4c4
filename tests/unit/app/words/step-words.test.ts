// @vitest-environment node
import { drawingNames } from '$lib/domain/drawing';
import { pictogramNames } from '$lib/domain/pictogram';
import { describe, expect, test, vi } from 'vitest';

// before the drawings of activities have come, whatever ran before
vi.resetModules();
const { pictogramOf } = await import('$lib/app/words/step-words');

describe('the picture beside a step', () => {
	test('is that of what was chosen from the lists', () => {
		expect(pictogramOf({ item: 'hyg-wake-make-bed', habit: 'wake' })).toBe('bed');
		expect(pictogramOf({ activity: 'soc-call-someone-ten-minutes', habit: 'engage' })).toBe('users');
	});

	test('of an item that is gone from the lists is that of its habit', () => {
		expect(pictogramOf({ item: 'hyg-sleep-gone', habit: 'sleep' })).toBe('moon');
	});

	test.each(['engage', 'substances', 'sleep'] as const)(
		'is none for own words, whatever stood there before (%s)',
		(habit) => {
			expect(pictogramOf({ habit })).toBeUndefined();
		}
	);

	test.each(drawingNames)('is the one of the drawing that was chosen for own words: %s', (drawing) => {
		expect(pictogramNames).toContain(pictogramOf({ habit: 'wake', drawing }));
		expect(pictogramOf({ habit: 'wake', drawing: 'none' })).toBeUndefined();
	});
});
