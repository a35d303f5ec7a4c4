// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessedMoment } from '$lib/domain/guessed-moment';
import { moments } from '$lib/domain/habit';

test.each([
	['Go to bed at the same time', 'night'],
	['Make my bed', 'morning'],
	['Get out of bed', 'morning'],
	['Brush teeth before BED', 'night'],
	['Breakfast with Sam', 'morning'],
	['Lunch outside', 'midday'],
	['Walk in the afternoon', 'midday'],
	['Wash the dishes after supper', 'evening'],
	['Dinner with Léa', 'evening'],
	['Call Mum at 8 pm', 'evening'],
	['Pills at 9:30', 'morning'],
	['Music 22:15', 'night'],
	['Me coucher à 22 h', 'night'],
	['Faire mon lit', 'morning'],
	['Déjeuner', 'morning'],
	['Dîner dehors', 'midday'],
	['Souper avec Léa', 'evening'],
	['Marcher l’après-midi', 'midday'],
	['Lire ce soir', 'evening'],
	['Voir le coucher de soleil', 'evening'],
	['Sieste', 'midday'],
	['Me lever à 7 h', 'morning']
])('%s: %s', (words, moment) => expect(guessedMoment(words)).toBe(moment));

test.each(['Feed the cat', 'Nourrir le chat', 'Guitar', 'Lire 10 minutes', 'Bedroom shelf', ''])(
	'%j tells no part of the day',
	(words) => expect(guessedMoment(words)).toBeUndefined()
);

test('whatever is typed, it is a part of the day or none, the same with and without accents and capitals', () => {
	fc.assert(
		fc.property(fc.string(), (words) => {
			const moment = guessedMoment(words);
			if (moment) expect(moments).toContain(moment);
		})
	);
	expect(guessedMoment('DEJEUNER')).toBe(guessedMoment('déjeuner'));
});
