import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { firstWords } from '$lib/app/words/note-words';
import { graphemes, shortened } from '$lib/domain/graphemes';
import { tidySeries } from '$lib/domain/photo';
import { tidyLines, tidyWords } from '$lib/domain/tidy-words';

const cat = '🐈‍⬛';
const family = '👨‍👩‍👧‍👦';
const flag = '🇨🇦';
const thumb = '👍🏽';
const accented = 'e\u0301';

afterEach(() => vi.unstubAllGlobals());

describe.each(['with a segmenter', 'without one'])('the letters of a text, %s', (how) => {
	const without = () => how === 'without one' && vi.stubGlobal('Intl', {});

	test.each([cat, family, thumb, accented, 'é', '😀'])('“%s” is one', (letter) => {
		without();
		expect(graphemes(`a${letter}b`)).toEqual(['a', letter, 'b']);
		expect(shortened('x'.repeat(79) + letter, 80)).toBe(
			'x'.repeat(79) + ([...letter].length === 1 ? letter : '')
		);
	});

	test('a text cut anywhere is a beginning of it, no longer than asked, and ends with a whole letter', () => {
		without();
		const letter = fc.constantFrom('a', ' ', cat, family, thumb, accented, 'س', '😀');
		fc.assert(
			fc.property(fc.array(letter), fc.nat(60), (letters, longest) => {
				const text = letters.join('');
				const cut = shortened(text, longest);
				expect(text.startsWith(cut)).toBe(true);
				expect([...cut].length).toBeLessThanOrEqual(longest);
				expect(graphemes(cut)).toEqual(graphemes(text).slice(0, graphemes(cut).length));
			})
		);
	});
});

test('nothing that is shown or kept ends with half a letter', () => {
	const whole = /^x+…?$/u;
	for (const letter of [cat, family, flag, thumb, accented])
		for (let before = 50; before < 165; before++) {
			const text = 'x'.repeat(before) + letter.repeat(40);
			const shown = [
				firstWords(text, 60),
				firstWords(text),
				tidyWords(text),
				tidyWords(text, 80),
				tidyLines(text, 80),
				tidySeries(text)
			];
			for (const words of shown)
				expect(words!.normalize('NFD').replaceAll(letter.normalize('NFD'), '')).toMatch(whole);
		}
});

test('words are cut by their length in one place only', () => {
	const cuts = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:ts|svelte)$/.test(name) && !name.endsWith('domain/graphemes.ts'))
		.flatMap((name) =>
			readFileSync(`src/${name}`, 'utf8')
				.split('\n')
				// what counts characters is called "longest", what counts things "most"
				.filter((line) => /\.(?:slice|substring|substr)\([^)]*\blongest|\.substr(?:ing)?\(/.test(line))
				.map((line) => `${name}: ${line.trim()}`)
		);
	expect(cuts).toEqual([]);
});
