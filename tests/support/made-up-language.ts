/** Languages that nobody speaks: one that runs from right to left, and one with long words. */
export const madeUp = { fromRight: 'ar-x-envol', long: 'qaa-x-envol' } as const;
export type MadeUp = (typeof madeUp)[keyof typeof madeUp];

const fromRight = 'ابتثجحخدذرزسشصضطظعغفقكلمنه';

/** One text in a made-up language: its arguments and plurals stay as they are. */
function said(text: string, tag: MadeUp): string {
	return text
		.split(/(\{(?:[^{}]|\{[^{}]*\})*\})/)
		.map((piece, at) =>
			at % 2
				? piece
				: tag === madeUp.fromRight
					? piece.replace(/[a-z]/gi, (letter) => fromRight[letter.toLowerCase().charCodeAt(0) - 97]!)
					: // a third longer, as many languages are
						piece.replace(
							/[a-z]{3,}/gi,
							(word) => word + word.slice(0, Math.ceil(word.length / 3)).toLowerCase()
						)
		)
		.join('');
}

/** All texts of a group, as English has them, in a made-up language. */
export function inMadeUp<T>(texts: T, tag: MadeUp): T {
	if (typeof texts === 'string') return said(texts, tag) as T;
	return Object.fromEntries(
		Object.entries(texts as Record<string, unknown>).map(([key, text]) => [key, inMadeUp(text, tag)])
	) as T;
}
