/** The two languages of Envol, equal in every way; the code used in addresses. */
export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** The full tags, for `<html lang>`, dates and messages. */
export const localeOf: Record<Lang, 'en-CA' | 'fr-CA'> = { en: 'en-CA', fr: 'fr-CA' };

/**
 * A language in which a sheet can be printed beside French or English, while the app itself is not in it: its tag, 'ar'. See
 * docs/guides/adding-a-language-on-paper.md.
 */
export type BesideLang = string & { readonly isBeside: unique symbol };
/** Those whose texts native readers have read. */
export const besideLangs: readonly BesideLang[] = [];

/** A language of a printed sheet. */
export type PaperLang = Lang | BesideLang;

/** The full tag, for `lang`, dates and messages. */
export function tagOf(lang: PaperLang): string {
	return isLang(lang) ? localeOf[lang] : lang;
}

export function isLang(value: unknown): value is Lang {
	return value === 'en' || value === 'fr';
}
