import { answerOf, firstWords, promptOf } from '$lib/app/words/note-words';
import type { PaperNote } from '$lib/domain/booklet';
import type { HtmlNote } from '$lib/domain/journal-html';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { isSealed, type Note } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';

function spokenInWords(t: Translate, { voice }: Note): string | undefined {
	return voice && t('hope-paper.print.spoken', { seconds: Math.round(voice.seconds) });
}

/** What a list shows of a note below its day; undefined when it has no words at all. */
export function sayingOf(t: Translate, note: Note): string | undefined {
	return answerOf(t, note) || firstWords(note.text) || promptOf(t, note) || spokenInWords(t, note);
}

export function paperNote(t: Translate, lang: Lang, note: Note, photos: readonly Photo[]): PaperNote {
	const prompt = promptOf(t, note);
	const said = [answerOf(t, note), note.text, spokenInWords(t, note)].filter(Boolean);
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
	const prompt = promptOf(t, note);
	return {
		id: note.id,
		day: note.day,
		dayInWords: dateInWords(lang, note.day),
		...(prompt && { prompt }),
		text: [answerOf(t, note), note.text].filter(Boolean).join('\n\n'),
		...(note.tags.length > 0 && { tags: note.tags.map((tag) => `#${tag}`).join(' ') }),
		...(isSealed(note, today) && {
			letter: t('hope-paper.export.letter', { date: dateInWords(lang, note.openOn!) })
		}),
		photos,
		...(note.voice && { voice: { id: note.voice.id, words: spokenInWords(t, note)! } })
	};
}
