import type { Step } from './step';

/** Seven or more digits with the separators people write between them, but not a date. */
const number = /(?<!\d)(?!\d{4}-\d\d-\d\d(?!\d))(?:\d[\s.()/–‐-]{0,3}){6,}\d/u;
/** Three-digit help lines: "9-8-8", "911", "2-1-1". */
const shortNumber = /(?<![\p{L}\p{N}-])(?:9[\s.‐-]?8[\s.‐-]?8|[2-9][\s.‐-]?1[\s.‐-]?1)(?![\p{L}\p{N}-])/u;
/** "1 866 APPELLE". */
const letters = /(?<!\d)1[\s.‐-]?[89]\d\d[\s.‐-]?[A-Z]{4,}/u;
const address =
	/(?:https?|tel|sms|mailto):|www\.|[\p{L}\p{N}]@[\p{L}\p{N}]|[\p{L}\p{N}-]{2,}\.(?:ca|com|org|net|info|io|app|link|me|co|quebec)(?![\p{L}\p{N}])/iu;
/** Wording typical of help lines, in both languages, whatever the language on screen. */
const voice =
	/(?<!\p{L})(?:in (?:a )?crisis|crisis (?:line|cent)|suicid\p{L}*|hot ?line|help ?line|emergency|en (?:situation de )?crise|ligne d[’']?(?:aide|écoute|urgence)|urgences?|en détresse|in distress)(?!\p{L})/iu;

/** Whether a tired reader could take these words for a number to call, an address to open, or Envol's own help. */
export function looksLikeHelp(text: string | undefined): boolean {
	if (text === undefined) return false;
	const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
	return [number, shortNumber, letters, address, voice].some((way) => way.test(plain));
}

/** Marks a step in somebody else's words as a quotation when any of them could be taken for help. */
export function quoted<T extends Pick<Step, 'words' | 'detail' | 'tiny' | 'reason'>>(
	step: T
): T & { isQuoted?: true } {
	const isQuoted = [step.words, step.detail, step.tiny, step.reason].some(looksLikeHelp);
	return isQuoted ? { ...step, isQuoted } : step;
}

/** The texts of a step that came with a sheet and could be taken for help; none of the person's own. */
export function quotationsOf({ isQuoted, words, detail, tiny, reason }: Step): string[] {
	if (!isQuoted) return [];
	// its name is a quotation whatever it says
	return [words, ...[detail, tiny, reason].filter(looksLikeHelp)].filter((text) => text !== undefined);
}
