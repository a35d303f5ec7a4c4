const alike: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Without accents, capitals and typographic marks: "Été" and "ete" are the same to who looks for it. */
export function plain(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[œæßøłđı]/g, (letter) => alike[letter]!)
		.replace(/[’‘ʼ'\p{Pd}]/gu, ' ');
}

const word =
	/[\p{L}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gu;

/** Words and pictures of a text, each after a space: what begins a word is found by the space before it. */
export function spaced(text: string): string {
	return (plain(text).match(word) ?? []).map((each) => ` ${each}`).join('');
}

/** What is looked for, in the same way, word by word. */
export function wanted(typed: string): string[] {
	return spaced(typed).split(/(?= )/).filter(Boolean);
}

/** Does each word that was typed begin a word of the text? Nothing typed matches everything. */
export function matches(text: string, typed: string): boolean {
	const there = spaced(text);
	return wanted(typed).every((each) => there.includes(each));
}
