import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedOver } from '$lib/domain/typed-over';

const over = (theirs: string, mine: string, from: string) => typedOver(theirs, mine, from, ' · ');

describe('a field that two tabs wrote in', () => {
	test.each([
		['nobody else wrote', 'Tea', 'Tea with Lea', 'Tea', 'Tea with Lea'],
		['nobody wrote here', 'Tea with Lea', 'Tea', 'Tea', 'Tea with Lea'],
		['both wrote the same', 'Tea', 'Tea', '', 'Tea'],
		['both began with nothing', 'Tea', 'Soup', '', 'Tea · Soup'],
		['one has the other in it', 'Tea', 'Tea with Lea', '', 'Tea with Lea'],
		['each at one end', 'Hot tea', 'tea with Lea', 'tea', 'Hot tea with Lea'],
		['both at the end', 'Tea at noon', 'Tea with Lea', 'Tea', 'Tea with Lea at noon'],
		['two words of three', 'Green tea now', 'Hot tea soon', 'Hot tea now', 'Green tea soon'],
		['the same word', 'rust', 'nest', 'rest', 'rust · nest'],
		['one typed on after both were joined', 'Tea · Soup', 'Teas', 'Tea', 'Teas · Soup'],
		['emptied here', 'Tea with Lea', '', 'Tea', 'Tea with Lea'],
		['emptied elsewhere', '', 'Tea with Lea', 'Tea', 'Tea with Lea'],
		['only spaces differ', 'Tea with', 'Tea  with  Lea', 'Tea  with', 'Tea  with  Lea']
	])('%s', (_, theirs, mine, from, joined) => {
		expect(over(theirs, mine, from)).toBe(joined);
	});

	const text = fc.array(fc.constantFrom('tea', 'soup', 'rest', 'walk', 'nap', 'Lea'), { maxLength: 6 });
	test('keeps every word that either of them added, whatever they began with', () => {
		fc.assert(
			fc.property(text, text, text, (theirs, mine, from) => {
				const words = over(theirs.join(' '), mine.join(' '), from.join(' ')).split(/[ ·]+/);
				for (const added of [theirs, mine])
					for (const word of added) if (!from.includes(word)) expect(words).toContain(word);
			})
		);
	});

	test('gives the same words whoever is second', () => {
		fc.assert(
			fc.property(text, text, text, (theirs, mine, from) => {
				const [one, two, base] = [theirs, mine, from].map((words) => words.join(' ')) as [
					string,
					string,
					string
				];
				fc.pre(one !== '' && two !== '');
				const sorted = (words: string) => words.split(/[ ·]+/).filter(Boolean).sort();
				expect(sorted(over(one, two, base))).toEqual(sorted(over(two, one, base)));
			})
		);
	});
});
