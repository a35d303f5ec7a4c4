import type { Translate } from '$lib/i18n';

/** The labels of the buttons of every entry. */
export function entryWords(t: Translate) {
	return {
		open: t('my-plan.open'),
		close: t('my-plan.close'),
		up: t('my-plan.up'),
		down: t('my-plan.down'),
		remove: t('my-plan.remove')
	};
}
