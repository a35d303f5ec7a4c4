import { journalPrompts } from '$lib/content/journal-prompts';
import type { PaperNote } from '$lib/domain/booklet';
import type { HtmlNote } from '$lib/domain/journal-html';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { isSealed, type Note } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { MessageKey, Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';

const prompts = new Map(journalPrompts.map((prompt) => [prompt.id, prompt]));

/** The question it answers; undefined when there was none, or when it is no longer asked. */
function promptInWords(t: Translate, { prompt }: Note): string | undefined {
	return prompt && prompts.has(prompt) ? t(`journal-prompts.prompts.${prompt}` as MessageKey) : undefined;
}

function answerInWords(t: Translate, { prompt, answer }: Note): string | undefined {
	const isKnown = prompt && answer && prompts.get(prompt)?.options?.includes(answer);
	return isKnown ? t(`journal-prompts.options.${prompt}.${answer}` as MessageKey) : undefined;
}

function spokenInWords(t: Translate, { voice }: Note): string | undefined {
	return voice && t('hope.paper.print.spoken', { seconds: Math.round(voice.seconds) });
}

/** Everything by which a note is found, besides its own words. */
export function besides(t: Translate, note: Note, photos: readonly Photo[]): string {
	return [promptInWords(t, note), answerInWords(t, note), ...photos.map(({ alt }) => alt)].join(' ');
}

/** The first words of a note, for a list; undefined when it has none. */
export function firstWords(t: Translate, note: Note): string | undefined {
	const words = [answerInWords(t, note), note.text.trim(), promptInWords(t, note), spokenInWords(t, note)];
	const said = words.find(Boolean)?.replace(/\s+/gu, ' ');
	return said && said.length > 140 ? `${said.slice(0, 140).replace(/\s\S*$/u, '')}…` : said;
}

export function paperNote(t: Translate, lang: Lang, note: Note, photos: readonly Photo[]): PaperNote {
	const prompt = promptInWords(t, note);
	const said = [answerInWords(t, note), note.text, spokenInWords(t, note)].filter(Boolean);
	return {
		id: note.id,
		day: dateInWords(lang, note.day),
		...(prompt && { prompt }),
		text: said.join('\n\n'),
		photos
	};
}

export function htmlNote(
	t: Translate,
	lang: Lang,
	note: Note,
	photos: readonly Photo[],
	today: LocalDay
): HtmlNote {
	const prompt = promptInWords(t, note);
	return {
		id: note.id,
		day: note.day,
		dayInWords: dateInWords(lang, note.day),
		...(prompt && { prompt }),
		text: [answerInWords(t, note), note.text].filter(Boolean).join('\n\n'),
		...(note.tags.length > 0 && { tags: note.tags.map((tag) => `#${tag}`).join(' ') }),
		...(isSealed(note, today) && {
			letter: t('hope.export.letter', { date: dateInWords(lang, note.openOn!) })
		}),
		photos,
		...(note.voice && { voice: { id: note.voice.id, words: spokenInWords(t, note)! } })
	};
}
