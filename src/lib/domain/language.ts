/** The two languages of Envol, equal in every way; the code used in addresses. */
export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** The full tags, for `<html lang>`, dates and messages. */
export const localeOf: Record<Lang, 'en-CA' | 'fr-CA'> = { en: 'en-CA', fr: 'fr-CA' };

export function isLang(value: unknown): value is Lang {
	return value === 'en' || value === 'fr';
}

export function otherLang(lang: Lang): Lang {
	return lang === 'en' ? 'fr' : 'en';
}
