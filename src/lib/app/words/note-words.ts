import { journalPrompts } from '$lib/content/journal-prompts';
import { pillars, type PromptDimension } from '$lib/domain/journal-prompt';
import { shortened } from '$lib/domain/graphemes';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { howLongAgo } from '$lib/domain/how-long-ago';
import type { Note } from '$lib/domain/note';
import type { MessageKey, Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';

export function dimensionKey(dimension: PromptDimension): MessageKey {
	const pillar = pillars.find((each) => each === dimension);
	return pillar
		? `journal-prompts.pillars.${pillar}`
		: (`journal-prompts.ingredients.${dimension}` as MessageKey);
}

/** The question that the note answers; undefined when there is none, or this version does not know it. */
export function promptOf(t: Translate, { prompt }: Pick<Note, 'prompt'>): string | undefined {
	const known = journalPrompts.find(({ id }) => id === prompt);
	return known && t(`journal-prompts.prompts.${known.id}` as MessageKey);
}

export function answerOf(
	t: Translate,
	{ prompt, answer }: Pick<Note, 'prompt' | 'answer'>
): string | undefined {
	const known = journalPrompts.find(({ id }) => id === prompt);
	if (!answer || !known?.options?.includes(answer)) return undefined;
	return t(`journal-prompts.options.${known.id}.${answer}` as MessageKey);
}

/** Everything a search looks at besides the person's own words. */
export function besides(t: Translate, note: Note): string {
	return [promptOf(t, note), answerOf(t, note), note.dimension && t(dimensionKey(note.dimension))]
		.filter(Boolean)
		.join(' ');
}

const inAFew = 160;

/** The first words of a text, cut between two words. */
export function firstWords(text: string, most = inAFew): string {
	const line = text.replace(/\s+/gu, ' ').trim();
	if (line.length <= most) return line;
	const cut = shortened(line, most);
	const space = cut.lastIndexOf(' ');
	return `${(space < most / 2 ? cut : cut.slice(0, space)).trimEnd()}…`;
}

export function agoInWords(t: Translate, day: LocalDay, today: LocalDay): string {
	const { unit, count } = howLongAgo(day, today);
	return t(`hope.memory.${unit}s`, { count });
}

/** The name of a note in a list or a link: its first words, its answer, or its day. */
export function nameOf(t: Translate, lang: Lang, note: Note): string {
	return firstWords(note.text, 60) || answerOf(t, note) || dateInWords(lang, note.day);
}
