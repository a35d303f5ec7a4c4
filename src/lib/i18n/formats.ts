import { tagOf, type PaperLang } from '$lib/domain/language';
import { addDays, instantOf, localDay, type LocalDay, type Weekday } from '$lib/domain/local-day';

const made = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to create and fast to use, so each is created once. */
function formatter(lang: PaperLang, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${lang} ${name}`;
	let format = made.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(tagOf(lang), { ...options, timeZone: 'UTC' });
		made.set(key, format);
	}
	return format;
}

/** In French only the first day of a month is written as an ordinal, "1er"; browsers do not do this. */
function withFirst(lang: PaperLang, words: string): string {
	return lang === 'fr' ? words.replace(/(^|\s)1(?=\s)/u, '$11er') : words;
}

/** "Saturday, November 21" / "samedi 21 novembre". */
export function dayInWords(lang: PaperLang, day: LocalDay): string {
	const words = formatter(lang, 'day', { weekday: 'long', month: 'long', day: 'numeric' });
	return withFirst(lang, words.format(instantOf(day)));
}

/** "November 21, 2026" / "21 novembre 2026". */
export function dateInWords(lang: PaperLang, day: LocalDay): string {
	const words = formatter(lang, 'date', { year: 'numeric', month: 'long', day: 'numeric' });
	return withFirst(lang, words.format(instantOf(day)));
}

/** "November 2026" / "novembre 2026", from '2026-11'. */
export function monthInWords(lang: PaperLang, month: string): string {
	return formatter(lang, 'month', { year: 'numeric', month: 'long' }).format(
		instantOf(localDay(`${month}-01`))
	);
}

/** "Nov. 21" / "21 nov.", where there is little room. */
export function shortDayInWords(lang: PaperLang, day: LocalDay): string {
	return formatter(lang, 'short day', { month: 'short', day: 'numeric' }).format(instantOf(day));
}

/** "Nov." / "nov.", where there is little room. */
export function shortMonthInWords(lang: PaperLang, day: LocalDay): string {
	return formatter(lang, 'short month', { month: 'short' }).format(instantOf(day));
}

const aMonday = localDay('2024-01-01');

export function weekdayInWords(
	lang: PaperLang,
	weekday: Weekday,
	width: 'long' | 'short' | 'narrow' = 'long'
): string {
	return formatter(lang, `weekday ${width}`, { weekday: width }).format(
		instantOf(addDays(aMonday, weekday - 1))
	);
}

/** "Monday, Tuesday and Friday" / "lundi, mardi et vendredi". */
export function listInWords(lang: PaperLang, words: readonly string[]): string {
	return new Intl.ListFormat(tagOf(lang), { type: 'conjunction' }).format(words);
}

const unitFormats = new Map<string, Intl.NumberFormat>();

function inUnit(lang: PaperLang, value: number, unit: string, unitDisplay: 'long' | 'short'): string {
	const key = `${lang} ${unit}`;
	let format = unitFormats.get(key);
	if (!format) {
		format = new Intl.NumberFormat(tagOf(lang), {
			style: 'unit',
			unit,
			unitDisplay,
			maximumFractionDigits: 1
		});
		unitFormats.set(key, format);
	}
	return format.format(value);
}

/** "1 minute 12 seconds" / "1 minute 12 secondes". */
export function lengthInWords(lang: PaperLang, seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const rest = seconds % 60;
	return [
		...(minutes > 0 ? [inUnit(lang, minutes, 'minute', 'long')] : []),
		...(rest > 0 || minutes === 0 ? [inUnit(lang, rest, 'second', 'long')] : [])
	].join(' ');
}

/** "280 kB" / "280 ko", "1.2 MB" / "1,2 Mo". */
export function sizeInWords(lang: PaperLang, bytes: number): string {
	return bytes < 1_000_000
		? inUnit(lang, Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 'short')
		: inUnit(lang, bytes / 1_000_000, 'megabyte', 'short');
}
