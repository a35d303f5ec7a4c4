import type { MySign } from '$lib/domain/my-plan';
import type { MessageKey, Translate } from '$lib/i18n';

/** A sign in the person's words, or as the example is called. Examples need the message group `early-signs`. */
export function signTitle(t: Translate, { sign, words }: MySign): string {
	return words ?? (sign ? t(`early-signs.signs.${sign}` as MessageKey) : t('my-plan.signs.new'));
}
