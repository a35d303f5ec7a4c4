import type { Lang } from '$lib/domain/language';
import type { Photo } from '$lib/domain/photo';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { dayOf } from '$lib/platform/clock';

/** The name of a photo: the person's description, or its date. */
export function wordsFor(text: Translate, lang: Lang, { alt, at }: Photo): string {
	return alt || text('hope.photos.from', { date: dateInWords(lang, dayOf(at)) });
}
