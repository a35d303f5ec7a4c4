import type { Agreement } from '$lib/domain/my-plan';
import type { Translate } from '$lib/i18n';

/** The words of an agreement; words from a sheet that could be taken for help are shown as a quotation. */
export function agreementInWords(t: Translate, { words, isQuoted }: Agreement): string {
	return isQuoted ? t('habits.fromSheet.quoted', { words }) : words;
}
