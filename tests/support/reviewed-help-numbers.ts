import type { Lang } from '$lib/domain/language';

/**
 * The second copy of every number, written out from the sources and not from the content, so that a slip of the finger
 * in one of the two makes a test go red. A change here is for a second person to read. Order matters, for the first is
 * the first button on screen.
 */
export const reviewedHelpNumbers: Readonly<Record<string, readonly string[]>> = {
	'ca-911': ['tel:911'],
	'ca-988': ['tel:988', 'sms:988', 'https://988.ca'],
	'ca-khp': ['tel:+18006686868', 'sms:686868', 'https://kidshelpphone.ca'],
	'ca-hope-for-wellness': ['tel:+18552423310', 'https://www.hopeforwellness.ca'],
	'ca-irs': ['tel:+18669254419'],
	'ca-mmiwg': ['tel:+18444136649'],
	'ca-vac': ['tel:+18002687708', 'tel:+18005675803'],
	'ca-farm': ['tel:+18663276701'],
	'ca-nors': ['tel:+18886886677', 'sms:+18886886677'],
	'ca-trans': ['tel:+18773306366', 'https://translifeline.org/hotline/'],
	'ca-blackyouth': ['tel:+18332948650', 'https://blackyouth.ca'],
	'ca-211': ['tel:211', 'https://211.ca'],
	'qc-appelle': ['tel:+18662773553'],
	'qc-suicide-ca': ['sms:535353', 'sms:+18559575353', 'https://suicide.ca'],
	'qc-811': ['tel:811'],
	'qc-centres-crise': ['https://www.centredecrise.ca/lescentres'],
	'qc-centre-crise-quebec': ['tel:+14186884240'],
	'qc-teljeunes': ['tel:+18002632266', 'https://www.teljeunes.com'],
	'qc-interligne': ['tel:+18885051010', 'https://interligne.co'],
	'qc-drogue': ['tel:+18002652626', 'https://www.aidedrogue.ca'],
	'qc-jarrete': ['tel:+18665277383'],
	'qc-jeu': ['tel:+18004610140', 'https://aidejeu.ca'],
	'qc-eeyou': ['tel:+18336324357'],
	'qc-craquer': ['tel:+18552727837'],
	'qc-sosvc': ['tel:+18003639010'],
	'qc-violence-sexuelle': ['tel:+18889339007'],
	'qc-maltraitance': ['tel:+18884892287'],
	'on-connex': ['tel:+18665312600', 'https://www.connexontario.ca'],
	'on-nw': ['tel:+18073468282', 'sms:+18073468282'],
	'bc-310': ['tel:3106789'],
	'bc-suicide': ['tel:+18007842433'],
	'bc-metis': ['tel:+18336384722'],
	'ab-mh': ['tel:+18773032642'],
	'ab-addiction': ['tel:+18663322322'],
	'sk-811': ['tel:811'],
	'sk-farm': ['tel:+18006674442'],
	'mb-suicide': ['tel:+18774357170', 'https://reasontolive.ca'],
	'nb-amh': ['tel:+18663555550'],
	'nb-811': ['tel:811'],
	'ns-crisis': ['tel:+18884298167'],
	'ns-peer': ['tel:+18003071686'],
	'pe-mha': ['tel:+18335536983'],
	'nl-crisis': ['tel:+18887374668', 'tel:811'],
	'nl-warm': ['tel:+18557532560'],
	'yt-988': ['tel:988', 'sms:988'],
	'nt-811': ['tel:811', 'tel:+18442591793'],
	'nu-kamatsiaqtut': ['tel:+18002653333', 'tel:+18679793333'],
	'us-988': ['tel:988', 'sms:988', 'https://988lifeline.org'],
	'gb-sam': ['tel:116123'],
	'gb-shout': ['sms:85258'],
	'gb-ni': ['tel:08088088000'],
	'ie-sam': ['tel:116123'],
	'ie-text': ['sms:50808'],
	'fr-3114': ['tel:3114'],
	'be-cps': ['tel:080032123'],
	'au-lifeline': ['tel:131114', 'sms:0477131114', 'https://www.lifeline.org.au'],
	'nz-1737': ['tel:1737', 'sms:1737'],
	'find-a-helpline': ['https://findahelpline.com']
};

/** The text links that already carry the word a service needs, as the browser must open them. */
export const reviewedKeywordTexts: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
	'ca-khp': { en: 'sms:686868?&body=CONNECT', fr: 'sms:686868?&body=PARLER' },
	'gb-shout': { en: 'sms:85258?&body=SHOUT', fr: 'sms:85258?&body=SHOUT' },
	'ie-text': { en: 'sms:50808?&body=HELLO', fr: 'sms:50808?&body=HELLO' }
};

export const reviewedEmergencyNumbers: Readonly<Record<string, readonly string[]>> = {
	CA: ['tel:911'],
	'CA-QC': ['tel:911'],
	'CA-ON': ['tel:911'],
	'CA-BC': ['tel:911'],
	'CA-AB': ['tel:911'],
	'CA-SK': ['tel:911'],
	'CA-MB': ['tel:911'],
	'CA-NB': ['tel:911'],
	'CA-NS': ['tel:911'],
	'CA-PE': ['tel:911'],
	'CA-NL': ['tel:911'],
	'CA-YT': ['tel:911'],
	'CA-NT': ['tel:911'],
	'CA-NU': ['tel:911'],
	US: ['tel:911'],
	GB: ['tel:999'],
	IE: ['tel:112'],
	FR: ['tel:112', 'tel:15'],
	BE: ['tel:112'],
	CH: ['tel:112', 'tel:144'],
	LU: ['tel:112'],
	AU: ['tel:000'],
	NZ: ['tel:111'],
	WORLD: ['tel:112']
};

/** Every address that a link of the help page may have in that language, and that the whole of it must have. */
export function reviewedHrefs(lang: Lang): ReadonlySet<string> {
	const ofLines = Object.entries(reviewedHelpNumbers).flatMap(([id, uris]) => {
		const keywordText = reviewedKeywordTexts[id]?.[lang];
		return uris.map((uri) => (keywordText?.startsWith(`${uri}?`) ? keywordText : uri));
	});
	return new Set([...ofLines, ...Object.values(reviewedEmergencyNumbers).flat()]);
}
