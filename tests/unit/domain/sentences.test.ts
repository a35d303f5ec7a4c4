import { expect, test } from 'vitest';
import { sentencesIn } from '$lib/domain/sentences';

// prettier-ignore
const texts: [lang: 'en' | 'fr', text: string, sentences: string[]][] = [
	['en', 'I walked 2.5 km with Dr. Roy. It was good.', ['I walked 2.5 km with Dr. Roy.', 'It was good.']],
	['en', 'Mrs. O’Neil called. St. John was there!', ['Mrs. O’Neil called.', 'St. John was there!']],
	['en', 'Something warm, e.g. Tea helps. Yes?', ['Something warm, e.g. Tea helps.', 'Yes?']],
	['en', 'Wait… I did it.', ['Wait…', 'I did it.']],
	['en', 'See https://example.org/a.b?c. Then rest.', ['See https://example.org/a.b?c.', 'Then rest.']],
	['en', 'No stop at the end', ['No stop at the end']],
	['en', 'One line\nAnother one', ['One line', 'Another one']],
	['fr', 'J’ai vu M. Roy et Mme. Côté. Ça va.', ['J’ai vu M. Roy et Mme. Côté.', 'Ça va.']],
	['fr', 'Un geste doux, p. ex. Un bain. Puis dormir.', ['Un geste doux, p. ex. Un bain.', 'Puis dormir.']],
	['fr', 'Elle a dit : « Oui. » Puis rien.', ['Elle a dit : « Oui. »', 'Puis rien.']],
	['fr', 'Ça coûte 2.50 $. C’est correct.', ['Ça coûte 2.50 $.', 'C’est correct.']],
	['fr', 'الحمد لله. شكرا.', ['الحمد لله.', 'شكرا.']]
];

test.each(texts)('%s: %s', (_, text, sentences) => expect(sentencesIn(text)).toEqual(sentences));
