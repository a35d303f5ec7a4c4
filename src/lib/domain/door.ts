import type { Lang } from './language';

/** What the worker is told of the person, so that it answers a door at once. */
export interface DoorWords {
	lang: Lang;
	isHardDay: boolean;
}

export const doorWords = ({ lang, isHardDay }: DoorWords): string => (isHardDay ? `${lang} hard-day` : lang);

/**
 * Where a door leads once a language was chosen, as `src/boot.js` goes on by script.
 * @param path of the door, such as '/' or '/help/'
 * @param words from `doorWords`, as they were kept; whatever else is there counts as none
 * @returns the address in that language; undefined where the door itself must be shown
 */
export function wayFromDoor(path: string, words: string): string | undefined {
	const [all, lang = '', isHardDay] = /^(en|fr)( hard-day)?$/.exec(words) ?? [];
	if (!all) return undefined;
	const page = path.slice(1) || 'today/';
	if (page === 'today/') return `/${lang}/${isHardDay ? 'hard-day/' : page}`;
	// the shortcut of the home screen turns the hard day on
	return `/${lang}/${page}${page === 'hard-day/' ? '#stay' : ''}`;
}
