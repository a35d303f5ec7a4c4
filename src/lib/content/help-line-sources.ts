import type { HelpLineId, HelpLineSource } from '$lib/domain/help-line';

/**
 * Where the facts of every shown line come from. Used by tests and scripts, never by the help page, which must stay
 * light. They were read on saved copies of pages, not by phone: each number must be phoned before a release.
 */
export const helpLineSources: Readonly<Record<HelpLineId, HelpLineSource>> = {
	'ca-911': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'banner of the Mental Health Commission of Canada',
			'https://mentalhealthcommission.ca/catalyst/tough-talk-made-better/'
		],
		sourceDate: '2024-09',
		toConfirm: 'French service from internet (IP) phones in Quebec, uneven in press reports.'
	},
	'ca-988': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.newswire.ca/news-releases/government-of-canada-launches-three-digit-suicide-crisis-helpline-896472116.html',
			'https://mentalhealthcommission.ca/catalyst/tough-talk-made-better/',
			'https://commissionsantementale.ca/vecteur/lancement-du-988-au-canada',
			'https://toronto.citynews.ca/2026/01/16/health-minister-announces-funding-extension-for-national-suicide-crisis-helpline/',
			'https://www.newswire.ca/news-releases/minister-mcknight-highlights-continued-support-of-the-9-8-8-suicide-crisis-helpline-in-british-columbia-802880783.html'
		],
		sourceDate: '2023-11-30 to 2026-01-16',
		toConfirm: 'Funding: two more years were announced on 16 January 2026, so ask again by early 2028.'
	},
	'ca-khp': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://kidshelpphone.ca/text-about-it/',
			'https://jeunessejecoute.ca//nos-services',
			'https://www.cbc.ca/news/health/mental-health-crisis-text-kids-help-phone-1.4894118',
			'https://www.chga.fm/les-services-de-jeunesse-jecoute-maintenant-offerts-en-version-texto/'
		],
		sourceDate: '2018 to 2024',
		toConfirm:
			'The French keyword: PARLER stands in many public lists, TEXTO in the 2018 news; any word is said to start the talk.'
	},
	'ca-hope-for-wellness': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://miragenews.com/inuvialuit-corp-and-canada-advance-on-treaty-1189109',
			'https://sac-isc.gc.ca/fra/1594067962949'
		],
		sourceDate: '2024-03-06',
		toConfirm: 'That Cree, Ojibway and Inuktitut are still offered by phone on request.'
	},
	'ca-irs': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://miragenews.com/inuvialuit-corp-and-canada-advance-on-treaty-1189109',
			'https://www.journaldemontreal.com/2022/07/28/pensionnats-autochtones-deux-fois-plus-dappels-a-la-ligne-telephonique-decoute'
		],
		sourceDate: '2024-03-06',
		toConfirm: 'Service in French.'
	},
	'ca-mmiwg': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://exbulletin.com/fashion/2686400/',
			'https://miragenews.com/inuvialuit-corp-and-canada-advance-on-treaty-1189109'
		],
		sourceDate: '2024-05-05',
		toConfirm: 'Service in French.'
	},
	'ca-vac': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://webarchiveweb.wayback.bac-lac.canada.ca/web/20190827210216/https://www.veterans.gc.ca/eng/contact/talk-to-a-professional',
			'https://rcmpva.org/veterans-affairs-hurricane-fiona-assistance/'
		],
		sourceDate: '2019-08 and 2022-09',
		toConfirm: 'The number: the pages read are from 2019 and 2022.'
	},
	'ca-farm': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://farms.com/ag-industry-news/new-mental-health-hotline-for-cdn-ag-industry-959.aspx',
			'https://content.goldenwestapps.com/index.php/node/160112'
		],
		sourceDate: '2025-02',
		toConfirm: 'Service in French, and the official French name: none was found, so the English one is shown.'
	},
	'ca-nors': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.bayshorebroadcasting.ca/?p=106460',
			'https://absporu.ca/impact-story/nors-support',
			'https://europe-world.com/bankers-athletes-students-are-using-drugs-this-hotline-tries-to-keep-them-safe',
			'https://cms.cloudfront.ualberta.ca/medicine/news/2024/06/national-hotline-a-proven-harm-reduction-strategy-in-the-drug-poisoning-epidemic.html'
		],
		sourceDate: '2020 to 2025',
		toConfirm:
			'That it is still funded; service in French. Pages of 2024 and 2025 say that texts are answered.'
	},
	'ca-trans': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://northernhealthregion.com/2024/09/10/world-suicide-prevention-day-september-10-2024'],
		sourceDate: '2024-09-10',
		toConfirm: 'The hours.'
	},
	'ca-blackyouth': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://globalnews.ca/news/8631360/black-excellence-black-youth-helpline-30-years/',
			'https://www.blackvoice.ca/2024/10/21/resources/the-black-youth-helpline/'
		],
		sourceDate: '2022-02 and 2024-10',
		toConfirm: 'The hours; it is not known to be a day and night line.'
	},
	'ca-211': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://oyenecho.com/articles/growing-211s-mental-health-and-addiction-support-capacity',
			'https://jeunesenfugue.ca/jeunes/tes-ressources/'
		],
		sourceDate: '2023',
		toConfirm: 'The hours, which differ by province.'
	},
	'qc-appelle': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://lenord-cotier.com/2023/10/21/quebec-ne-fera-pas-la-promotion-de-la-nouvelle-ligne-durgence-9-8-8/',
			'https://www.infodimanche.com/actualites/actualite/473288/'
		],
		sourceDate: '2022-10 to 2023-10'
	},
	'qc-suicide-ca': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.infodimanche.com/actualites/actualite/473288/',
			'https://www.newswire.ca/fr/news-releases/prevention-du-suicide-le-service-numerique-quebecois-d-intervention-en-prevention-du-suicide-disponible-24-heures-sur-24-7-jours-sur-7-844513956.html'
		],
		sourceDate: '2021-04 and 2022-10',
		toConfirm: 'That the long number still answers beside the short code.'
	},
	'qc-811': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://monquartier.quebec/2023/info-social-811-rappel-ligne-meconnue/',
			'https://www.lechodelaval.ca/actualites/societe/616905/connaissez-vous-les-services-du-811'
		],
		sourceDate: '2023-01',
		toConfirm: 'Whether it answers in the far north of Quebec.'
	},
	'qc-centres-crise': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.centredecrise.ca/lescentres',
			'https://www.lechodelaval.ca/actualites/actualites/389101/'
		],
		sourceDate: '2020-04 to 2021-11',
		toConfirm: 'Which regions have no centre.'
	},
	'qc-centre-crise-quebec': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://centredecrise.com/a-propos/'],
		sourceDate: '2023'
	},
	'qc-teljeunes': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://jeunesenfugue.ca/jeunes/tes-ressources/',
			'https://ici.radio-canada.ca/nouvelle/1689947/',
			'https://news.dayfr24.com/article/amp/tel-jeunes-cuts-its-services-lack.html'
		],
		sourceDate: '2020 to 2025',
		toConfirm:
			'The hours: 8:00 to midnight on one page of 2025, 6:00 to 2:00 by way of asking on another, so none are shown. The text number, read only on pages of 2013, is held back.'
	},
	'qc-interligne': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://jeunesenfugue.ca/jeunes/tes-ressources/',
			'https://montreal.ctvnews.ca/quebec-lgbtq2s-crisis-line-will-maintain-overnight-services-thanks-to-public-support-1.6338648'
		],
		sourceDate: '2023-03',
		toConfirm: 'The hours: the night service was at risk in 2023.'
	},
	'qc-drogue': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.aidedrogue.ca/a-propos/qui-sommes-nous/',
			'https://www.newswire.ca/fr/news-releases/crise-des-surdoses-un-nouveau-service-d-accompagnement-a-distance-en-prevention-des-surdoses-adps-est-officiellement-lance-883219931.html',
			'https://www.aidedrogue.ca/en/drugs-help-referral-concludes-30th-anniversary-with-increase-requests-for-help/'
		],
		sourceDate: '2023-06 to 2026-01',
		toConfirm: 'Whether the chat is answered in English and at night.'
	},
	'qc-jarrete': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.cancer.ca/en/about-us/for-media/media-releases/quebec/2012/10ansjarrete/?region=qc',
			'https://www.cancer.ca/en/about-us/news/qc/2016/un-soutien-king-size-pour-les-fumeurs/?region=qc',
			'https://www.lapresse.ca/societe/sante/2023-01-15/semaine-pour-un-quebec-sans-tabac/'
		],
		sourceDate: '2012 to 2023-01',
		toConfirm:
			'The number: it comes from 2012, and the service was still named in 2023. The English name, iQuitnow, comes from 2016.'
	},
	'qc-jeu': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://doczz.fr/doc/5904568/annual-report---jeu---aide-et-r%C3%A9f%C3%A9rence',
			'https://aidejeu.ca/en/about/who-we-are/'
		],
		sourceDate: '2014-06 to 2024',
		toConfirm:
			'The number: the service’s own report of 2014 prints it; its pages of today say day and night, bilingual and free.'
	},
	'qc-eeyou': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'http://nationnews.ca/health/new-psychosocial-helpline-launches-in-eeyou-istchee/',
			'https://creehealth.org/news/public-message-condolence'
		],
		sourceDate: '2020-04-17 and 2022',
		toConfirm:
			'The number: read in a newspaper of 2020; the page of the health board names the line, day and night, with Cree speakers and Elders on request. Service in French.'
	},
	'qc-craquer': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.newswire.ca/fr/news-releases/1-855-craquer-la-ligne-de-reference-a-contacter-pour-les-proches-d-une-personne-vivant-avec-un-trouble-de-sante-mentale-855512984.html',
			'https://www.newswire.ca/fr/news-releases/le-reseau-avant-de-craquer-devient-cap-sante-mentale-810043458.html'
		],
		sourceDate: '2022-04-25 and 2023-11-27',
		toConfirm: 'That the number stayed when the network took its new name; hours; service in English.'
	},
	'qc-sosvc': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.accueil-pourelle.org/documentation/sos-violence-conjugale/',
			'https://rqoh.com/covid-19-operation-voisinage-pour-arreter-le-virus-et-la-violence',
			'https://www.westislandnews.com/post/together-stop-the-virus-and-the-violence-24-7-help-hotlines'
		],
		sourceDate: '2014 and 2020-04',
		toConfirm: 'The number on the service’s own page; a number for text messages.'
	},
	'qc-violence-sexuelle': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.24heures.ca/2022/05/08/bientot-une-plateforme-de-clavardage-pour-les-victimes-dagression-sexuelle',
			'https://www.newswire.ca/fr/news-releases/etre-connecte-pour-mieux-soutenir-info-aide-violence-sexuelle-est-desormais-accessible-par-clavardage-875194957.html',
			'https://www.latraversee.qc.ca/ressources-externes/'
		],
		sourceDate: '2022-05-08 and 2023-11-16',
		toConfirm: 'The address of the chat.'
	},
	'qc-maltraitance': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.sorel-tracyexpress.ca/actualites/societe/486213/maltraitance-au-quebec-aide-telephonique-fournie-graduellement-jusquen-octobre',
			'https://www.iheartradio.ca/cjad/news/quebec-begins-deploying-elder-abuse-hotline-services-1.19645028',
			'https://santemontreal.qc.ca/en/public/news/news/world-elder-abuse-awareness-day/'
		],
		sourceDate: '2020-04-04 to 2023-05-09',
		toConfirm: 'The hours: every day from 8 to 20 in 2023.'
	},
	'on-connex': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://lfpress.com/news/local-news/aid-agency-combines-simplifies-helplines/'],
		sourceDate: '2018',
		toConfirm: 'The text number; other languages.'
	},
	'on-nw': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.tbnewswatch.com/local-news/text-and-chat-options-added-to-mental-healthaddictions-crisis-phone-line-5758458',
			'http://thunderbay.cmha.ca/programs_services/crisis-response-service',
			'https://www.tbdhu.com/mentalhealth'
		],
		sourceDate: '2022-08 and later',
		toConfirm: 'The toll-free number: pages name two, so neither is shown.'
	},
	'bc-310': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://theraven.fm/news1/raven-country-news/province-invests-2-million-for-suicide-prevention-initiative'
		],
		sourceDate: '2023 or later',
		toConfirm: 'Other languages.'
	},
	'bc-suicide': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://theraven.fm/news1/raven-country-news/province-invests-2-million-for-suicide-prevention-initiative',
			'https://castlegarsource.com?p=71340'
		],
		sourceDate: '2022 and later'
	},
	'bc-metis': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://www.mnbc.ca/news/1-833metisbc-metis-crisis-line-launch'],
		sourceDate: '2021',
		toConfirm: 'The digits, worked out from 1-833-METISBC.'
	},
	'ab-mh': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://medicinehatnews.com/news/local-news/2020/12/17/ahs-reminds-of-mental-health-support-services-as-pandemic-continues/'
		],
		sourceDate: '2020-12',
		toConfirm: 'The number: the page is from 2020.'
	},
	'ab-addiction': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.alberta.ca/release.cfm?xID=71263F7B642FB-F5C8-F6A2-CA9A4EC6D2ACFEF7',
			'https://map.naquitline.org/profile.aspx?countryid=can'
		],
		sourceDate: '2020-05',
		toConfirm: 'The number: the page is from 2020.'
	},
	'sk-811': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://ccgazette.ca/2018/12/21/mental-health-help-is-as-close-as-your-phone/'],
		sourceDate: '2018-12',
		toConfirm: 'That counsellors still answer; other languages.'
	},
	'sk-farm': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.prairiepost.com/agriculture/farm-stress-line-offers-support-during-covid-19/',
			'https://paherald.sk.ca/prairie-pressures-stress-management-the-importance-of-the-national-farmer-wellness-network-and-the-saskatchewan-farm-stress-line/'
		],
		sourceDate: '2020-05 and 2025-06'
	},
	'mb-suicide': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://northernhealthregion.com/2024/09/10/world-suicide-prevention-day-september-10-2024'],
		sourceDate: '2024-09-10'
	},
	'nb-amh': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://livinginnb.ca/content/gnb/en/news/news_release.2023.07.0347.html'],
		sourceDate: '2023-07'
	},
	'nb-811': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www2.gnb.ca/content/gnb/en/corporate/promo/accessing-healthcare/tele-care.html',
			'https://scottyandtony.com/2025/01/blue-monday-and-mental-health-check-in.html'
		],
		sourceDate: '2025-01'
	},
	'ns-crisis': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'http://novascotia.ca/news/release/?id=20130226002',
			'https://nishadil.com/news/a-new-era-of-support-dartmouth-launches-innovative-mobile-mental-health-and-addictions-service/'
		],
		sourceDate: '2013-02 and 2025-10'
	},
	'ns-peer': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://thelaker.ca/n-s-launches-province-wide-mental-health-addictions-peer-support-line'],
		sourceDate: '2022-10',
		toConfirm: 'The hours: at the start, Wednesday to Friday 17:00 to 23:00, weekends 11:00 to 23:00.'
	},
	'pe-mha': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.einpresswire.com/article/612282325/',
			'https://polarherald.com/health/mental-health/pei-mental-health-line-gets-11k-calls-in-2025.html'
		],
		sourceDate: '2023-01 and 2025/26'
	},
	'nl-crisis': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://www.releases.gov.nl.ca/releases/2020/exec/0129n01.aspx', 'http://understandnow.ca/'],
		sourceDate: '2020-01',
		toConfirm: 'Both numbers: whether 8-1-1 passes callers to the crisis line.'
	},
	'nl-warm': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: ['https://www.releases.gov.nl.ca/releases/2020/exec/0129n01.aspx'],
		sourceDate: '2020-01',
		toConfirm: 'The present name and the hours.'
	},
	'yt-988': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://yukon.ca/en/news/statement-minister-mcphee-9-8-8-suicide-crisis-helpline'],
		sourceDate: '2023-11'
	},
	'nt-811': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://www.hss.gov.nt.ca/en/services/811',
			'https://mediminds.co.uk/mental-health-week-government-of-northwest-territories.html'
		],
		sourceDate: '2024-05',
		toConfirm: 'That it still answers: the contract known of ran to October 2026 (techrony.com).'
	},
	'nu-kamatsiaqtut': {
		verification: 'stored-page',
		confidence: 'medium',
		cost: 'free',
		sources: [
			'https://nunatsiaq.com/stories/article/65674nunavuts_distress_helpline_to_operate_24_hours_a_day/',
			'http://nunavuthelpline.ca/about.html',
			'https://www.nunavutnews.com/news/coping-with-covids-impacts-on-mental-health/'
		],
		sourceDate: '2014-12 to 2022',
		toConfirm:
			'Day and night service, begun as a pilot in 2014; the local number, found in public lists only.'
	},
	'us-988': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.msdmanuals.com/fr/accueil/les-faits-en-bref-troubles-mentaux/comportement-suicidaire-et-automutilation/comportement-suicidaire'
		],
		sourceDate: '2025-04'
	},
	'gb-sam': {
		verification: 'public-list',
		confidence: 'high',
		cost: 'free',
		sources: ['lists kept in public code repositories'],
		sourceDate: '2025-26'
	},
	'gb-shout': {
		verification: 'public-list',
		confidence: 'high',
		cost: 'free',
		sources: ['lists kept in public code repositories'],
		sourceDate: '2025-26'
	},
	'gb-ni': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://publichealth.hscni.net/news/world-suicide-prevention-day-contact-lifeline-if-youre-distress-or-despair'
		],
		sourceDate: 'undated'
	},
	'ie-sam': {
		verification: 'public-list',
		confidence: 'high',
		cost: 'free',
		sources: ['lists kept in public code repositories'],
		sourceDate: '2025-26'
	},
	'ie-text': {
		verification: 'public-list',
		confidence: 'high',
		cost: 'free',
		sources: ['lists kept in public code repositories'],
		sourceDate: '2025-26'
	},
	'fr-3114': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://axaprevention.fr/fr/article/prevention-suicide-journee-mondiale'],
		sourceDate: 'undated (2021+)'
	},
	'be-cps': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['http://agora.qc.ca/thematiques/mort/dossiers/ligne_telephonique'],
		sourceDate: 'undated',
		toConfirm: 'The number: the page is undated.'
	},
	'au-lifeline': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: [
			'https://www.9news.com.au/national/lifeline-launches-247-text-service-as-record-numbers-of-australians-seek-support/'
		],
		sourceDate: '2022-01'
	},
	'nz-1737': {
		verification: 'public-list',
		confidence: 'high',
		cost: 'free',
		sources: ['lists kept in public code repositories'],
		sourceDate: '2025-26'
	},
	'find-a-helpline': {
		verification: 'stored-page',
		confidence: 'high',
		cost: 'free',
		sources: ['https://findahelpline.com/AU'],
		sourceDate: 'undated'
	}
};
