import { _ as format, addMessages, dictionary, init, locale } from 'svelte-i18n';
import { isolated } from '$lib/domain/isolated';
import { get, type Readable } from 'svelte/store';
import { isLang, langs, localeOf, tagOf, type Lang, type PaperLang } from '$lib/domain/language';
import type { Catalogue, MessageGroup } from './catalogue';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T &
	string];

/** The key of every message, 'today.greeting.morning'; a key that does not exist fails the type check. */
export type MessageKey = Leaves<Catalogue>;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;
export type { MessageGroup };

type Files = Record<string, () => Promise<Record<string, unknown>>>;

const files: Files = {
	...import.meta.glob<Record<string, unknown>>(
		[
			'/messages/*/*.json',
			// messages of pages that ship as plain HTML stay out of the offline copy
			'!/messages/*/{help,help-lines,learn,close,peer,clinic}.json'
		],
		{ import: 'default' }
	),
	// of languages that a sheet can be printed in, beside these two
	...import.meta.glob<Record<string, unknown>>('/messages-beside/*/*.json', { import: 'default' }),
	...(import.meta.env.SSR &&
		import.meta.glob<Record<string, unknown>>('/messages/*/{help,help-lines,learn,close,peer,clinic}.json', {
			import: 'default'
		}))
};

/**
 * Loads these message groups. Safe to call from `load`, also while a page is only being preloaded: it never changes
 * the language on screen.
 */
export async function loadMessages(lang: PaperLang, groups: readonly MessageGroup[]): Promise<void> {
	const tag = tagOf(lang);
	const folder = isLang(lang) ? 'messages' : 'messages-beside';
	await Promise.all(
		groups.map(async (group) => {
			const known = get(dictionary)[tag] as Record<string, unknown> | undefined;
			if (known?.[group]) return;
			const texts = await files[`/${folder}/${lang}/${group}.json`]!();
			addMessages(tag, { [group]: texts } as never);
		})
	);
}

let started = false;

/** Switches to this language; call it while rendering, once its messages are loaded. */
export function setLang(lang: Lang): void {
	if (!started) {
		started = true;
		void init({
			fallbackLocale: '',
			initialLocale: localeOf[lang],
			handleMissingMessage: ({ id, locale: tag }) => {
				// a missing message stops the build
				if (import.meta.env.SSR) throw new Error(`missing text ${tag}: ${id}`);
				return id;
			}
		});
	}
	void locale.set(localeOf[lang]);
}

/** The language on screen. */
export function langOnScreen(): Lang {
	const tag = get(locale);
	return langs.find((lang) => localeOf[lang] === tag) ?? 'en';
}

/** Isolates own words inside a message, so that they never reorder what is beside them: see {@link isolated}. */
function apart(values: MessageValues): MessageValues {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value])
	);
}

/** `$t('today.title')`: a message in the language on screen. */
export const t: Readable<Translate> = {
	subscribe: (run, invalidate) =>
		format.subscribe(
			(text) => run((key, values) => text(key, values && { values: apart(values) })),
			invalidate
		)
};

/**
 * `$tIn('fr')('today.title')`: a message in a given language, whatever language is on screen; its group must be
 * loaded.
 */
export const tIn: Readable<(lang: PaperLang) => Translate> = {
	subscribe: (run, invalidate) =>
		format.subscribe(
			(text) =>
				run(
					(lang) => (key, values) =>
						text(key, { ...(values && { values: apart(values) }), locale: tagOf(lang) })
				),
			invalidate
		)
};
