import { expect, test } from 'vitest';
import enActivities from '../../../messages/en/activities.json';
import enHabits from '../../../messages/en/habits.json';
import frActivities from '../../../messages/fr/activities.json';
import frHabits from '../../../messages/fr/habits.json';

// on paper they stand under "My steps", as the person's own
test('every step of the catalogue speaks as the person does: nobody says "you" to them', () => {
	const english = Object.values({ ...enHabits.items, ...enActivities.items });
	expect(english.filter((text) => /\byou(?:r|rs|rself)?\b/i.test(text.replace(/thank-you/gi, '')))).toEqual(
		[]
	);
	const french = Object.values({ ...frHabits.items, ...frActivities.items });
	expect(french.filter((text) => /(?<!rendez-)\b(?:vous|votre|vos)\b/i.test(text))).toEqual([]);
	expect(Math.min(english.length, french.length)).toBeGreaterThan(300);
});
