import type { Channel, HelpLine } from '$lib/domain/help-line';
import type { Lang } from '$lib/domain/language';
import type { Translate } from '$lib/i18n';
import { dateInWords, listInWords } from '$lib/i18n/formats';

/** "Call 1-800-668-6868", "Text the word CONNECT to 686868": the text always contains the number. */
export function channelWords(t: Translate, lang: Lang, channel: Channel): string {
	if (channel.type === 'sms' && channel.keyword)
		return t('help-lines.channels.smsKeyword', {
			keyword: channel.keyword[lang],
			display: channel.display
		});
	return t(`help-lines.channels.${channel.type}`, { display: channel.display });
}

/** "1 866 APPELLE (277-3553)" is one number in two forms: a line may break between them, never inside one. */
export function numberParts(display: string): string[] {
	return display.split(/ (?=\()/);
}

/** A number is worth copying on a computer; a web address is a link already. */
export function canCopy(channel: Channel): boolean {
	return channel.type === 'tel' || channel.type === 'sms' || channel.type === 'tty';
}

/** "Day and night, every day · English and French · checked on November 21, 2026" */
export function factsOf(t: Translate, lang: Lang, line: HelpLine): string {
	const languages = listInWords(
		lang,
		line.languages.map((code) => t(`help-lines.languages.${code}`))
	);
	const checked = t('help.checkedOn', { date: dateInWords(lang, line.checkedOn) });
	return [t(`help-lines.hours.${line.hours}`), capital(languages, lang), checked].join(' · ');
}

function capital(words: string, lang: Lang): string {
	return words.charAt(0).toLocaleUpperCase(lang) + words.slice(1);
}
