import type { Lang } from './language';
import { daysBetween, type LocalDay } from './local-day';

/** Every help line the app may show. A new line starts here, so that no text, source or review can be forgotten. */
export type HelpLineId =
	| 'ca-911'
	| 'ca-988'
	| 'ca-khp'
	| 'ca-hope-for-wellness'
	| 'ca-irs'
	| 'ca-mmiwg'
	| 'ca-vac'
	| 'ca-farm'
	| 'ca-nors'
	| 'ca-trans'
	| 'ca-blackyouth'
	| 'ca-211'
	| 'qc-appelle'
	| 'qc-suicide-ca'
	| 'qc-811'
	| 'qc-centres-crise'
	| 'qc-centre-crise-quebec'
	| 'qc-teljeunes'
	| 'qc-interligne'
	| 'qc-drogue'
	| 'qc-jarrete'
	| 'qc-jeu'
	| 'qc-eeyou'
	| 'qc-craquer'
	| 'qc-sosvc'
	| 'qc-violence-sexuelle'
	| 'qc-maltraitance'
	| 'on-connex'
	| 'on-nw'
	| 'bc-310'
	| 'bc-suicide'
	| 'bc-metis'
	| 'ab-mh'
	| 'ab-addiction'
	| 'sk-811'
	| 'sk-farm'
	| 'mb-suicide'
	| 'nb-amh'
	| 'nb-811'
	| 'ns-crisis'
	| 'ns-peer'
	| 'pe-mha'
	| 'nl-crisis'
	| 'nl-warm'
	| 'yt-988'
	| 'nt-811'
	| 'nu-kamatsiaqtut'
	| 'us-988'
	| 'gb-sam'
	| 'gb-shout'
	| 'gb-ni'
	| 'ie-sam'
	| 'ie-text'
	| 'fr-3114'
	| 'be-cps'
	| 'au-lifeline'
	| 'nz-1737'
	| 'find-a-helpline';

/** 'CA' is the whole country, 'CA-xx' a province or territory (ISO 3166-2), 'WORLD' anywhere else. */
export type RegionId =
	| 'CA'
	| 'CA-QC'
	| 'CA-ON'
	| 'CA-BC'
	| 'CA-AB'
	| 'CA-SK'
	| 'CA-MB'
	| 'CA-NB'
	| 'CA-NS'
	| 'CA-PE'
	| 'CA-NL'
	| 'CA-YT'
	| 'CA-NT'
	| 'CA-NU'
	| 'US'
	| 'GB'
	| 'IE'
	| 'FR'
	| 'BE'
	| 'CH'
	| 'LU'
	| 'AU'
	| 'NZ'
	| 'WORLD';

/** What the service is, for ordering and filtering; never shown. */
export type HelpKind =
	| 'emergency'
	| 'crisis'
	| 'crisis-centre'
	| 'psychosocial'
	| 'health'
	| 'peer'
	| 'support'
	| 'youth'
	| 'substance'
	| 'smoking'
	| 'navigation'
	| 'directory';

/** The plain groups of the help page, in the order they are shown. */
export const needs = [
	'emergency',
	'crisis',
	'talk',
	'young',
	'indigenous',
	'lgbtq',
	'substances',
	'veterans-farm',
	'find-help'
] as const;
export type Need = (typeof needs)[number];

/** ISO 639-1 codes of the languages a line answers in. */
export type SpokenLanguage = 'en' | 'fr' | 'cr' | 'oj' | 'iu' | 'es';

/** `always` is day and night, every day; `vary` when the hours are not known or change; `part-week` is some days only. */
export type Hours = 'always' | 'vary' | 'part-week';

/** A text line; `keyword` is the word some services need first, and must be printed beside the number as well. */
export interface SmsChannel {
	readonly type: 'sms';
	readonly display: string;
	readonly uri: string;
	readonly keyword?: Readonly<Record<Lang, string>>;
}

/** One way to reach a line: `display` is what is printed, `uri` what is dialled or opened. */
export type Channel =
	| SmsChannel
	| { readonly type: 'tel' | 'tty' | 'chat' | 'web'; readonly display: string; readonly uri: string };

export interface HelpLine {
	readonly id: HelpLineId;
	readonly region: RegionId;
	readonly kind: HelpKind;
	/** The first is the main one, under which the line is shown. */
	readonly needs: readonly [Need, ...Need[]];
	readonly channels: readonly [Channel, ...Channel[]];
	readonly languages: readonly SpokenLanguage[];
	readonly hours: Hours;
	/** The day the source was last read, shown on screen. */
	readonly checkedOn: LocalDay;
}

/**
 * Where a line's facts come from. Kept apart from {@link HelpLine} so that the help page stays light on a slow
 * connection. `stored-page`: read on a kept copy of a web page; `public-list`: found in public lists only.
 */
export interface HelpLineSource {
	readonly verification: 'stored-page' | 'public-list';
	readonly confidence: 'high' | 'medium' | 'low';
	readonly cost: 'free';
	readonly sources: readonly [string, ...string[]];
	/** The date of what was read, as far as it is known: '2024-03', '2018 to 2024', 'undated'. */
	readonly sourceDate: string;
	/** What to ask when someone phones the line. */
	readonly toConfirm?: string;
}

/** A number for a life in danger. `label` tells two numbers of the same country apart. */
export interface EmergencyNumber {
	readonly display: string;
	readonly uri: string;
	readonly label: 'any' | 'medical';
}

export interface Region {
	readonly id: RegionId;
	readonly emergency: readonly [EmergencyNumber, ...EmergencyNumber[]];
	/** The number is not in service everywhere in this region, and the page must say so. */
	readonly emergencyMayVary?: true;
}

/** How long a checked number is trusted, in days: half a year. */
export const checkEveryDays = 182;

const urgentInQuebec: readonly HelpLineId[] = ['qc-appelle', 'qc-suicide-ca', 'ca-988', 'qc-811'];
const urgentInCanada: readonly HelpLineId[] = ['ca-988'];

export function isInCanada(region: RegionId): boolean {
	return region === 'CA' || region.startsWith('CA-');
}

/** The region's own lines, in list order; not those of the whole country. */
export function linesOf(lines: readonly HelpLine[], region: RegionId): readonly HelpLine[] {
	return lines.filter((line) => line.region === region);
}

/**
 * The lines a person in distress must see first, right after the emergency numbers of the region. Quebec's own
 * suicide prevention service stands before 9-8-8, as its health ministry asks (lenord-cotier.com, 2023-10-21).
 * Outside Canada: the country's crisis lines, or the world directory where no line of that country is vetted, so
 * that the answer is never empty.
 */
export function urgentLines(lines: readonly HelpLine[], region: RegionId): readonly HelpLine[] {
	if (isInCanada(region)) {
		const ids = region === 'CA-QC' ? urgentInQuebec : urgentInCanada;
		return ids.flatMap((id) => lines.filter((line) => line.id === id));
	}
	const own = linesOf(lines, region).filter((line) => line.kind === 'crisis');
	return own.length > 0 ? own : linesOf(lines, 'WORLD');
}

/** The lines under their main need, in the order of {@link needs}: each line once, no empty group. */
export function groupByNeed(
	lines: readonly HelpLine[]
): readonly { readonly need: Need; readonly lines: readonly HelpLine[] }[] {
	return needs
		.map((need) => ({ need, lines: lines.filter((line) => line.needs[0] === need) }))
		.filter((group) => group.lines.length > 0);
}

/** True once more than {@link checkEveryDays} days have passed since the source was read. */
export function isDueForCheck(line: Pick<HelpLine, 'checkedOn'>, today: LocalDay): boolean {
	return daysBetween(line.checkedOn, today) > checkEveryDays;
}

/**
 * The link that opens a text message, with the keyword already written when the service needs one. `?&body=` is read
 * by both iOS and Android, though RFC 5724 does not name it. Nothing is ever sent by itself.
 */
export function smsUri(channel: SmsChannel, lang: Lang): string {
	return channel.keyword === undefined
		? channel.uri
		: `${channel.uri}?&body=${encodeURIComponent(channel.keyword[lang])}`;
}

/** What a channel's link must point to in that language. */
export function hrefOf(channel: Channel, lang: Lang): string {
	return channel.type === 'sms' ? smsUri(channel, lang) : channel.uri;
}

const uriShapes: readonly RegExp[] = [
	// a short code, dialled as it is: +1 or a hyphen would break it
	/^(tel|sms):\d{2,6}$/,
	// a long North American number
	/^(tel|sms):\+1[2-9]\d{2}[2-9]\d{6}$/,
	// a 310 number, which works inside its province only and takes no area code
	/^tel:310\d{4}$/,
	// a number of another country, dialled inside that country
	/^(tel|sms):0\d{8,10}$/,
	// a short code with its keyword
	/^sms:\d{3,6}\?&body=[A-Z]+$/,
	/^https:\/\/([a-z0-9-]+\.)+[a-z]{2,}(\/[\w./-]*)?$/
];

/** Whether the link has exactly one of the forms that telephones are known to dial and browsers to open. */
export function isWellFormedUri(uri: string): boolean {
	return uriShapes.some((shape) => shape.test(uri));
}
