import { readdirSync, readFileSync } from 'node:fs';

export const langs = ['en', 'fr'] as const;
export type Lang = (typeof langs)[number];

/** Behaviour is the same in each language: a file of such tests loops over one, `for (const lang of only('fr'))`. */
export const only = (lang: Lang): readonly Lang[] => [lang];

type Texts = { [key: string]: string | Texts };

function readAll(lang: Lang): Record<string, Texts> {
	const folder = new URL(`../../messages/${lang}/`, import.meta.url);
	return Object.fromEntries(
		readdirSync(folder).map((file) => [
			file.replace(/\.json$/, ''),
			JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Texts
		])
	);
}

const texts = { en: readAll('en'), fr: readAll('fr') };

/** What the screen says, as the message files have it: `say('en', 'today.rest.ask')`. */
export function say(lang: Lang, key: string, values: Record<string, string | number> = {}): string {
	let found: string | Texts | undefined = texts[lang];
	for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
	if (typeof found !== 'string') throw new Error(`no text ${lang} ${key}`);
	return found
		.replace(
			/\{(\w+), plural,((?: ?(?:=\d+|one|other) \{[^{}]*\})+)\}/g,
			(_, name: string, forms: string) => {
				const value = Number(values[name]);
				const kind = new Intl.PluralRules(lang).select(value);
				const all = [...forms.matchAll(/(=\d+|one|other) \{([^{}]*)\}/g)];
				const form =
					all.find(([, when]) => when === `=${value}`) ??
					all.find(([, when]) => when === kind) ??
					all.find(([, when]) => when === 'other');
				return (form?.[2] ?? '').replaceAll('#', String(value));
			}
		)
		.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The words of one language. */
export function wordsOf(lang: Lang) {
	return (key: string, values?: Record<string, string | number>) => say(lang, key, values);
}
