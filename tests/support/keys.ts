import type { Translate } from '$lib/i18n';

/** Stands in for messages: shows the key and its values, 'hope.all.found (3)'. */
export const keys: Translate = (key, values) =>
	values ? `${key} (${Object.values(values).join(', ')})` : key;
