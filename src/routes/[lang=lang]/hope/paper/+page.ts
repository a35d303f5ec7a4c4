import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) =>
	loadMessages(params.lang, ['hope', 'hope-paper', 'journal-prompts']);
