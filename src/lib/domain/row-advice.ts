import type { Lang } from './language';
import type { Line } from './prescription';

/**
 * What would make a line in own words work better. Said gently, and never blocking. "dose" and "diagnosis" do not
 * belong on this sheet; the others are about plain, doable words.
 */
export type Advice = 'dose' | 'diagnosis' | 'instead' | 'mine' | 'specific' | 'smaller' | 'shorter' | 'when';

/**
 * Matches whole words, ignoring capitals; `
 * ` between alternatives.
 */
const word = (alternatives: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}])`, 'iu');

const doses: Record<Lang, RegExp> = {
	en: /\d\s?(?:mg|mcg|µg|ml(?! of water)|units?|tablets?|pills?|capsules?|drops?|puffs?)(?!\p{L})/iu,
	fr: /\d\s?(?:mg|mcg|µg|ml(?! d[’']eau)|unités?|comprimés?|cachets?|pilules?|capsules?|gouttes?|bouffées?)(?!\p{L})/iu
};
const diagnoses: Record<Lang, RegExp> = {
	en: word('schizo\\p{L}*|bipolar\\p{L}*|psychos[ei]s|psychotic|borderline|depressi(?:on|ve)|ptsd|adhd|ocd|autis\\p{L}*|manic|mania|dementia|disorders?|diagnos\\p{L}*|symptoms?'), // prettier-ignore
	fr: word('schizo\\p{L}*|bipolair\\p{L}*|psychos[ei]s?|psychotiq\\p{L}*|borderline|limite|dépressi(?:on|f|ve)|tspt|tdah|toc|autis\\p{L}*|mani(?:e|aque)|démence|troubles?|diagnosti\\p{L}*|symptômes?') // prettier-ignore
};
/** What not to do is harder to follow than what to do. */
const instead: Record<Lang, RegExp> = {
	en: /^(?:do not|don[’']?t|no|never|stop|avoid|quit)(?!\p{L})/iu,
	fr: /^(?:ne (?:pas|plus|jamais)|n[’']|pas de|jamais|arrêter|cesser|éviter)(?!\p{L})/iu
};
/** Words of duty, or addressed to another person. */
const duty: Record<Lang, RegExp> = {
	en: word('you (?:must|should|need to|have to)|must|should|has to|your?|patient'),
	fr: word('il faut|vous devez|tu dois|doit|devrait|devriez|votre|vos|ton|ta|tes|patiente?')
};
const vague: Record<Lang, RegExp> = {
	en: word('better|healthy|healthier|regularly|often|try|improve|more|exercise|active|properly|good habits|take care'), // prettier-ignore
	fr: word('mieux|sainement|santé|régulièrement|souvent|essayer|tenter|améliorer|davantage|plus|exercice|actif|active|correctement|bonnes habitudes|prendre soin') // prettier-ignore
};
const number = /\p{N}|(?<!\p{L})(?:one|two|three|five|ten|un|une|deux|trois|cinq|dix)(?!\p{L})/iu;
const duration = /(\d+)\s*(min|minutes?|h|hours?|heures?)(?!\p{L})/iu;
const longestDoable = 30;
const mostWords = 8;

function minutesIn(text: string): number {
	const found = duration.exec(text);
	if (!found) return 0;
	return Number(found[1]) * (found[2]!.toLowerCase().startsWith('h') ? 60 : 1);
}

/** Advice on a line, the most important first; none on unchanged lines of the catalogue. */
export function adviceOn(line: Pick<Line, 'words' | 'detail' | 'tiny' | 'moment'>, lang: Lang): Advice[] {
	const words = line.words?.trim() ?? '';
	const all = [words, line.detail ?? '', line.tiny ?? ''].join(' ');
	const advice: Advice[] = [];
	if (doses[lang].test(all)) advice.push('dose');
	if (diagnoses[lang].test(all)) advice.push('diagnosis');
	if (words === '') return advice;
	if (instead[lang].test(words)) advice.push('instead');
	if (duty[lang].test(words)) advice.push('mine');
	if (vague[lang].test(words) && !number.test(`${words} ${line.detail ?? ''}`)) advice.push('specific');
	if (minutesIn(all) > longestDoable && !line.tiny) advice.push('smaller');
	if (words.split(/\s+/).length > mostWords) advice.push('shorter');
	if (line.moment === 'any' && !line.detail) advice.push('when');
	return advice;
}
