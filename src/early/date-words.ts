import type { Lang } from '../lib/domain/language';
import type { LocalDay } from '../lib/domain/local-day';

/*
 * A date without `Intl`, whose first use costs a slow phone 80 ms, before anything can be seen. A test holds it to what the app says of
 * every day.
 */

const months: Record<Lang, string> = {
	en: 'January February March April May June July August September October November December',
	fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
};

/** "November 21, 2026" / "21 novembre 2026"; in French only the first of a month is an ordinal, "1er". */
export function dateInWords(lang: Lang, day: LocalDay): string {
	const [year, month, number] = day.split('-').map(Number) as [number, number, number];
	const name = months[lang].split(' ')[month - 1]!;
	return lang === 'fr' ? `${number === 1 ? '1er' : number} ${name} ${year}` : `${name} ${number}, ${year}`;
}
