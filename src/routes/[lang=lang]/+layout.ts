import { isLang } from '$lib/domain/language';
import { loadMessages } from '$lib/i18n';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params }) => {
	const lang = isLang(params.lang) ? params.lang : 'en';
	await loadMessages(lang, ['shell']);
	return { lang };
};
