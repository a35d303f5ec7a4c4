import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => loadMessages(params.lang, ['my-plan', 'people', 'people-form']);
