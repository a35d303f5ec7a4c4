import { drawBelow } from '$lib/domain/draw';
import { langOnScreen } from '$lib/i18n';
import { random32 } from '$lib/platform/random';

const lists = {
	en: () => import('$lib/content/passphrase-words-en'),
	fr: () => import('$lib/content/passphrase-words-fr')
};
/** Ten bits each: more than any PIN, since whoever has the files may try as often as they like. */
const wordsPrinted = 8;

/** The words of a recovery page, in the language on screen. */
export async function wordsToPrint(): Promise<string> {
	const { passphraseWords } = await lists[langOnScreen()]();
	return Array.from(
		{ length: wordsPrinted },
		() => passphraseWords[drawBelow(passphraseWords.length, random32)]!
	).join(' ');
}
