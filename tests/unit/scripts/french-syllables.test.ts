import { expect, test } from 'vitest';
import { frenchSyllables } from '../../../scripts/reading/french-syllables.mjs';

test.each([
	// a last "e" that nobody says
	['table', 1],
	['tables', 1],
	['aide', 1],
	['petite', 2],
	['journée', 2],
	['rue', 1],
	// a word of one vowel keeps it
	['le', 1],
	['que', 1],
	['des', 1],
	['y', 1],
	['peu', 1],
	// verbs in -ent, and the words that only look like them
	['viennent', 1],
	['parlent', 1],
	['aiment', 1],
	['consomment', 2],
	['souvent', 2],
	['argent', 2],
	['moment', 2],
	['doucement', 3],
	['lentement', 3],
	// one sound in several letters
	['eau', 1],
	['oiseau', 2],
	['huit', 1],
	['pied', 1],
	['quelque', 1],
	['guide', 1],
	['mangeons', 2],
	['attention', 3],
	['voyager', 3],
	['payer', 2],
	// two vowels said apart
	['réel', 2],
	['poète', 2],
	['maïs', 2],
	['oublier', 3],
	['cruel', 2],
	['réalité', 4],
	// longer ones, whole
	['rétablissement', 5],
	['médicaments', 4],
	['importance', 3],
	['maintenant', 3],
	['téléphone', 3],
	['confidentialité', 6],
	// what leans on the next word
	['aujourd’hui', 3],
	['l’aide', 1],
	['d’abord', 2],
	['jusqu’à', 2],
	['peut-être', 2],
	['est-ce', 2],
	['ÉTÉ', 2],
	['9-8-8', 0]
])('%s is said in %i', (word, syllables) => {
	expect(frenchSyllables(word)).toBe(syllables);
});
