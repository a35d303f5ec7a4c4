import { loadMessages, setLang } from '$lib/i18n';
import type { PageLoad } from './$types';

// for people who build Envol: the page and its parts are left out of the built app
export const prerender = false;

export const load: PageLoad = async () => {
	if (!import.meta.env.DEV) return {};
	await loadMessages('en', ['shell']);
	setLang('en');
	const { default: Parts } = await import('$lib/features/parts/Parts.svelte');
	return { Parts };
};
