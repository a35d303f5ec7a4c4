import { spaced } from './search';

/** Shorter words are too like each other to guess at. */
const leastLetters = 4;

/**
 * Whether one letter more, one less, another one, or two neighbours that changed places make `typed` a beginning of
 * `word`. Both plain: no capitals, no accents.
 */
export function isNearBeginning(word: string, typed: string): boolean {
	const a = [...word];
	const b = [...typed];
	let at = 0;
	while (at < b.length && a[at] === b[at]) at++;
	/** What stands from here in the typed word begins what stands from there in the word. */
	const goesOn = (from: number, there: number) => b.slice(from).every((letter, i) => letter === a[there + i]);
	return (
		at === b.length ||
		goesOn(at + 1, at + 1) ||
		goesOn(at + 1, at) ||
		goesOn(at, at + 1) ||
		(a[at] === b[at + 1] && a[at + 1] === b[at] && goesOn(at + 2, at + 2))
	);
}

/**
 * Whether each typed word begins a word of the text, give or take one letter in each of four letters or more. A word of
 * fewer has to be written as it is.
 */
export function nearlyMatches(text: string, typed: string): boolean {
	const wordsIn = (of: string) => spaced(of).split(' ').filter(Boolean);
	const there = wordsIn(text);
	return wordsIn(typed).every((each) =>
		there.some((word) =>
			[...each].length < leastLetters ? word.startsWith(each) : isNearBeginning(word, each)
		)
	);
}
