/** What is said where a part of the screen could not be loaded. */
export interface LoadLaterWords {
	missing: string;
	/** That nothing was lost. */
	safe: string;
	again: string;
	reload: string;
}

let given: (() => LoadLaterWords) | undefined;

/** @param words a function, so that they follow the language of the page */
export function provideLoadLaterWords(words: () => LoadLaterWords): void {
	given = words;
}

/** The words that the frame around every page gave; the same for all parts. */
export const loadLaterWords = (): Partial<LoadLaterWords> => given?.() ?? {};
