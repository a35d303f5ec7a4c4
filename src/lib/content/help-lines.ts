import type { HelpLine } from '$lib/domain/help-line';
import type { LocalDay } from '$lib/domain/local-day';

/**
 * The help lines that are shown: only vetted ones. Their sources are in `help-line-sources.ts`, lines that are held
 * back in `help-lines-held-back.ts`, the words in `messages/en/help-lines.json` and `messages/fr/help-lines.json`. To
 * change a number, follow `docs/guides/updating-crisis-resources.md`.
 */
export const helpLines: readonly HelpLine[] = [
	{
		id: 'ca-911',
		region: 'CA',
		kind: 'emergency',
		needs: ['emergency'],
		channels: [{ type: 'tel', display: '9-1-1', uri: 'tel:911' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-988',
		region: 'CA',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '9-8-8', uri: 'tel:988' },
			{ type: 'sms', display: '9-8-8', uri: 'sms:988' },
			{ type: 'web', display: '988.ca', uri: 'https://988.ca' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-khp',
		region: 'CA',
		kind: 'crisis',
		needs: ['young'],
		channels: [
			{ type: 'tel', display: '1-800-668-6868', uri: 'tel:+18006686868' },
			{ type: 'sms', display: '686868', uri: 'sms:686868', keyword: { en: 'CONNECT', fr: 'PARLER' } },
			{ type: 'web', display: 'kidshelpphone.ca', uri: 'https://kidshelpphone.ca' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-hope-for-wellness',
		region: 'CA',
		kind: 'crisis',
		needs: ['indigenous'],
		channels: [
			{ type: 'tel', display: '1-855-242-3310', uri: 'tel:+18552423310' },
			{ type: 'chat', display: 'www.hopeforwellness.ca', uri: 'https://www.hopeforwellness.ca' }
		],
		languages: ['en', 'fr', 'cr', 'oj', 'iu'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-irs',
		region: 'CA',
		kind: 'crisis',
		needs: ['indigenous'],
		channels: [{ type: 'tel', display: '1-866-925-4419', uri: 'tel:+18669254419' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-mmiwg',
		region: 'CA',
		kind: 'crisis',
		needs: ['indigenous'],
		channels: [{ type: 'tel', display: '1-844-413-6649', uri: 'tel:+18444136649' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-vac',
		region: 'CA',
		kind: 'crisis',
		needs: ['veterans-farm'],
		channels: [
			{ type: 'tel', display: '1-800-268-7708', uri: 'tel:+18002687708' },
			{ type: 'tty', display: '1-800-567-5803', uri: 'tel:+18005675803' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-farm',
		region: 'CA',
		kind: 'crisis',
		needs: ['veterans-farm'],
		channels: [{ type: 'tel', display: '1-866-327-6701', uri: 'tel:+18663276701' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-nors',
		region: 'CA',
		kind: 'substance',
		needs: ['substances'],
		channels: [
			{ type: 'tel', display: '1-888-688-6677', uri: 'tel:+18886886677' },
			{ type: 'sms', display: '1-888-688-6677', uri: 'sms:+18886886677' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-28' as LocalDay
	},
	{
		id: 'ca-trans',
		region: 'CA',
		kind: 'peer',
		needs: ['lgbtq', 'talk'],
		channels: [
			{ type: 'tel', display: '1-877-330-6366', uri: 'tel:+18773306366' },
			{ type: 'web', display: 'translifeline.org/hotline/', uri: 'https://translifeline.org/hotline/' }
		],
		languages: ['en'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-blackyouth',
		region: 'CA',
		kind: 'support',
		needs: ['young'],
		channels: [
			{ type: 'tel', display: '1-833-294-8650', uri: 'tel:+18332948650' },
			{ type: 'web', display: 'blackyouth.ca', uri: 'https://blackyouth.ca' }
		],
		languages: ['en'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ca-211',
		region: 'CA',
		kind: 'navigation',
		needs: ['find-help'],
		channels: [
			{ type: 'tel', display: '2-1-1', uri: 'tel:211' },
			{ type: 'web', display: '211.ca', uri: 'https://211.ca' }
		],
		languages: ['en', 'fr'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-appelle',
		region: 'CA-QC',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '1 866 APPELLE (277-3553)', uri: 'tel:+18662773553' }],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-suicide-ca',
		region: 'CA-QC',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'sms', display: '535353', uri: 'sms:535353' },
			{ type: 'sms', display: '1 855 957-5353', uri: 'sms:+18559575353' },
			{ type: 'chat', display: 'suicide.ca', uri: 'https://suicide.ca' }
		],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-811',
		region: 'CA-QC',
		kind: 'psychosocial',
		needs: ['talk', 'crisis'],
		channels: [{ type: 'tel', display: '8-1-1', uri: 'tel:811' }],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-centres-crise',
		region: 'CA-QC',
		kind: 'crisis-centre',
		needs: ['crisis', 'find-help'],
		channels: [
			{
				type: 'web',
				display: 'www.centredecrise.ca/lescentres',
				uri: 'https://www.centredecrise.ca/lescentres'
			}
		],
		languages: ['fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-centre-crise-quebec',
		region: 'CA-QC',
		kind: 'crisis-centre',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '418 688-4240', uri: 'tel:+14186884240' }],
		languages: ['fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-teljeunes',
		region: 'CA-QC',
		kind: 'youth',
		needs: ['young'],
		channels: [
			{ type: 'tel', display: '1 800 263-2266', uri: 'tel:+18002632266' },
			{ type: 'web', display: 'www.teljeunes.com', uri: 'https://www.teljeunes.com' }
		],
		languages: ['fr', 'en'],
		hours: 'vary',
		checkedOn: '2026-11-28' as LocalDay
	},
	{
		id: 'qc-interligne',
		region: 'CA-QC',
		kind: 'support',
		needs: ['lgbtq', 'talk'],
		channels: [
			{ type: 'tel', display: '1 888 505-1010', uri: 'tel:+18885051010' },
			{ type: 'web', display: 'interligne.co', uri: 'https://interligne.co' }
		],
		languages: ['fr', 'en'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'qc-drogue',
		region: 'CA-QC',
		kind: 'substance',
		needs: ['substances'],
		channels: [
			{ type: 'tel', display: '1 800 265-2626', uri: 'tel:+18002652626' },
			{ type: 'chat', display: 'www.aidedrogue.ca', uri: 'https://www.aidedrogue.ca' }
		],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-28' as LocalDay
	},
	{
		id: 'qc-jarrete',
		region: 'CA-QC',
		kind: 'smoking',
		needs: ['substances'],
		channels: [{ type: 'tel', display: '1 866 527-7383', uri: 'tel:+18665277383' }],
		languages: ['fr', 'en'],
		hours: 'vary',
		checkedOn: '2026-11-28' as LocalDay
	},
	{
		id: 'qc-jeu',
		region: 'CA-QC',
		kind: 'substance',
		needs: ['substances'],
		channels: [
			{ type: 'tel', display: '1 800 461-0140', uri: 'tel:+18004610140' },
			{ type: 'web', display: 'aidejeu.ca', uri: 'https://aidejeu.ca' }
		],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'qc-eeyou',
		region: 'CA-QC',
		kind: 'psychosocial',
		needs: ['indigenous', 'talk'],
		channels: [{ type: 'tel', display: '1-833-632-4357', uri: 'tel:+18336324357' }],
		languages: ['en', 'cr'],
		hours: 'always',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'qc-craquer',
		region: 'CA-QC',
		kind: 'support',
		needs: ['talk', 'find-help'],
		channels: [{ type: 'tel', display: '1 855 CRAQUER (272-7837)', uri: 'tel:+18552727837' }],
		languages: ['fr'],
		hours: 'vary',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'qc-sosvc',
		region: 'CA-QC',
		kind: 'support',
		needs: ['talk'],
		channels: [{ type: 'tel', display: '1 800 363-9010', uri: 'tel:+18003639010' }],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'qc-violence-sexuelle',
		region: 'CA-QC',
		kind: 'support',
		needs: ['talk'],
		channels: [{ type: 'tel', display: '1 888 933-9007', uri: 'tel:+18889339007' }],
		languages: ['fr', 'en'],
		hours: 'always',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'qc-maltraitance',
		region: 'CA-QC',
		kind: 'support',
		needs: ['talk', 'find-help'],
		channels: [{ type: 'tel', display: '1 888 489-2287', uri: 'tel:+18884892287' }],
		languages: ['fr', 'en'],
		hours: 'vary',
		checkedOn: '2026-11-29' as LocalDay
	},
	{
		id: 'on-connex',
		region: 'CA-ON',
		kind: 'navigation',
		needs: ['find-help', 'substances'],
		channels: [
			{ type: 'tel', display: '1-866-531-2600', uri: 'tel:+18665312600' },
			{ type: 'chat', display: 'www.connexontario.ca', uri: 'https://www.connexontario.ca' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'on-nw',
		region: 'CA-ON',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '807-346-8282', uri: 'tel:+18073468282' },
			{ type: 'sms', display: '807-346-8282', uri: 'sms:+18073468282' }
		],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-28' as LocalDay
	},
	{
		id: 'bc-310',
		region: 'CA-BC',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [{ type: 'tel', display: '310-6789', uri: 'tel:3106789' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'bc-suicide',
		region: 'CA-BC',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '1-800-784-2433', uri: 'tel:+18007842433' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'bc-metis',
		region: 'CA-BC',
		kind: 'crisis',
		needs: ['indigenous', 'crisis'],
		channels: [{ type: 'tel', display: '1-833-638-4722', uri: 'tel:+18336384722' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ab-mh',
		region: 'CA-AB',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [{ type: 'tel', display: '1-877-303-2642', uri: 'tel:+18773032642' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ab-addiction',
		region: 'CA-AB',
		kind: 'substance',
		needs: ['substances'],
		channels: [{ type: 'tel', display: '1-866-332-2322', uri: 'tel:+18663322322' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'sk-811',
		region: 'CA-SK',
		kind: 'psychosocial',
		needs: ['talk', 'find-help'],
		channels: [{ type: 'tel', display: '8-1-1', uri: 'tel:811' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'sk-farm',
		region: 'CA-SK',
		kind: 'crisis',
		needs: ['veterans-farm'],
		channels: [{ type: 'tel', display: '1-800-667-4442', uri: 'tel:+18006674442' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'mb-suicide',
		region: 'CA-MB',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '1-877-435-7170', uri: 'tel:+18774357170' },
			{ type: 'web', display: 'reasontolive.ca', uri: 'https://reasontolive.ca' }
		],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nb-amh',
		region: 'CA-NB',
		kind: 'crisis',
		needs: ['crisis', 'substances'],
		channels: [{ type: 'tel', display: '1-866-355-5550', uri: 'tel:+18663555550' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nb-811',
		region: 'CA-NB',
		kind: 'health',
		needs: ['find-help'],
		channels: [{ type: 'tel', display: '8-1-1', uri: 'tel:811' }],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ns-crisis',
		region: 'CA-NS',
		kind: 'crisis',
		needs: ['crisis', 'substances'],
		channels: [{ type: 'tel', display: '1-888-429-8167', uri: 'tel:+18884298167' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ns-peer',
		region: 'CA-NS',
		kind: 'peer',
		needs: ['talk'],
		channels: [{ type: 'tel', display: '1-800-307-1686', uri: 'tel:+18003071686' }],
		languages: ['en'],
		hours: 'part-week',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'pe-mha',
		region: 'CA-PE',
		kind: 'crisis',
		needs: ['crisis', 'substances'],
		channels: [{ type: 'tel', display: '1-833-553-6983', uri: 'tel:+18335536983' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nl-crisis',
		region: 'CA-NL',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '1-888-737-4668', uri: 'tel:+18887374668' },
			{ type: 'tel', display: '8-1-1', uri: 'tel:811' }
		],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nl-warm',
		region: 'CA-NL',
		kind: 'peer',
		needs: ['talk'],
		channels: [{ type: 'tel', display: '1-855-753-2560', uri: 'tel:+18557532560' }],
		languages: ['en'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'yt-988',
		region: 'CA-YT',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '9-8-8', uri: 'tel:988' },
			{ type: 'sms', display: '9-8-8', uri: 'sms:988' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nt-811',
		region: 'CA-NT',
		kind: 'health',
		needs: ['find-help'],
		channels: [
			{ type: 'tel', display: '8-1-1', uri: 'tel:811' },
			{ type: 'tel', display: '1-844-259-1793', uri: 'tel:+18442591793' }
		],
		languages: ['en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nu-kamatsiaqtut',
		region: 'CA-NU',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [
			{ type: 'tel', display: '1-800-265-3333', uri: 'tel:+18002653333' },
			{ type: 'tel', display: '867-979-3333', uri: 'tel:+18679793333' }
		],
		languages: ['iu', 'en', 'fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'us-988',
		region: 'US',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '988', uri: 'tel:988' },
			{ type: 'sms', display: '988', uri: 'sms:988' },
			{ type: 'chat', display: '988lifeline.org', uri: 'https://988lifeline.org' }
		],
		languages: ['en', 'es'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'gb-sam',
		region: 'GB',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [{ type: 'tel', display: '116 123', uri: 'tel:116123' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'gb-shout',
		region: 'GB',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'sms', display: '85258', uri: 'sms:85258', keyword: { en: 'SHOUT', fr: 'SHOUT' } }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'gb-ni',
		region: 'GB',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '0808 808 8000', uri: 'tel:08088088000' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ie-sam',
		region: 'IE',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [{ type: 'tel', display: '116 123', uri: 'tel:116123' }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'ie-text',
		region: 'IE',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'sms', display: '50808', uri: 'sms:50808', keyword: { en: 'HELLO', fr: 'HELLO' } }],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'fr-3114',
		region: 'FR',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '3114', uri: 'tel:3114' }],
		languages: ['fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'be-cps',
		region: 'BE',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [{ type: 'tel', display: '0800 32 123', uri: 'tel:080032123' }],
		languages: ['fr'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'au-lifeline',
		region: 'AU',
		kind: 'crisis',
		needs: ['crisis'],
		channels: [
			{ type: 'tel', display: '13 11 14', uri: 'tel:131114' },
			{ type: 'sms', display: '0477 13 11 14', uri: 'sms:0477131114' },
			{ type: 'chat', display: 'www.lifeline.org.au', uri: 'https://www.lifeline.org.au' }
		],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'nz-1737',
		region: 'NZ',
		kind: 'crisis',
		needs: ['crisis', 'talk'],
		channels: [
			{ type: 'tel', display: '1737', uri: 'tel:1737' },
			{ type: 'sms', display: '1737', uri: 'sms:1737' }
		],
		languages: ['en'],
		hours: 'always',
		checkedOn: '2026-11-21' as LocalDay
	},
	{
		id: 'find-a-helpline',
		region: 'WORLD',
		kind: 'directory',
		needs: ['find-help'],
		channels: [{ type: 'web', display: 'findahelpline.com', uri: 'https://findahelpline.com' }],
		languages: ['en'],
		hours: 'vary',
		checkedOn: '2026-11-21' as LocalDay
	}
];
