import type { Translate } from '$lib/i18n';

export const people = ['me', 'close', 'peer', 'clinic', 'other'] as const;
export const opinions = ['yes', 'partly', 'no'] as const;

/** What somebody thought of Envol; nothing of it is stored anywhere. */
export interface Opinion {
	who?: (typeof people)[number];
	found?: (typeof opinions)[number];
	helped?: (typeof opinions)[number];
	good?: string;
	missing?: string;
}

/** As a text to hand on: only what was answered stands in it. Empty while nothing was. */
export function opinionText(t: Translate, { who, found, helped, good, missing }: Opinion): string {
	const answered = (question: string, answer: string) => t('about.opinion.text.line', { question, answer });
	const written = (title: string, words: string | undefined) =>
		words?.trim() ? [`${title}\n${words.trim()}`] : [];
	const lines = [
		...(who ? [t('about.opinion.text.who', { who: t(`about.opinion.who.${who}`) })] : []),
		...(found ? [answered(t('about.opinion.found.legend'), t(`about.opinion.found.${found}`))] : []),
		...(helped ? [answered(t('about.opinion.helped.legend'), t(`about.opinion.helped.${helped}`))] : []),
		...written(t('about.opinion.good'), good),
		...written(t('about.opinion.missing'), missing)
	];
	return lines.length === 0 ? '' : [t('about.opinion.text.start'), ...lines].join('\n\n');
}

/** Opens a person's own mail program with the text in it, and nobody's address. */
export function mailLink(subject: string, text: string): string {
	return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}
