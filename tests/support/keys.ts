import type { Translate } from '$lib/i18n';

/** Says which text is shown, and with what in it, in place of the text: 'hope.all.found (3)'. */
export const keys: Translate = (key, values) =>
	values ? `${key} (${Object.values(values).join(', ')})` : key;
