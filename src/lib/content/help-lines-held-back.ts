import type { HelpLineId } from '$lib/domain/help-line';

/**
 * A line that may well be good, but whose number nobody has read on a page yet. `numbers` are the digits dialled in
 * the country, without +1; `sites` are addresses.
 */
export interface HeldBackLine {
	readonly id: string;
	readonly numbers: readonly string[];
	readonly sites?: readonly string[];
	readonly why: string;
}

/** A line that was once printed everywhere and must never come back by mistake. */
export interface RetiredLine {
	readonly id: string;
	readonly what: string;
	readonly numbers: readonly string[];
	readonly status: 'do-not-show' | 'closed' | 'superseded' | 'merged' | 'uncertain';
	readonly reason: string;
	readonly sources: readonly [string, ...string[]];
	readonly replaceWith: readonly [HelpLineId, ...HelpLineId[]];
}

/** For tests and scripts only: nothing that runs in the browser may import this file. */
export const heldBackLines: readonly HeldBackLine[] = [
	{
		id: 'ca-naseeha',
		numbers: ['8666273342'],
		why: 'The service is named in the House of Commons debates (2018-11-28); number and hours not read anywhere.'
	},
	{
		id: 'qc-teljeunes-text',
		numbers: ['5146001002'],
		why: 'The text number of Tel-jeunes, read only on pages of 2013.'
	},
	{
		id: 'qc-drogue-montreal',
		numbers: ['5145272626'],
		why: 'Read only on an undated, old page; pages of 2023 to 2026 name 1 800 265-2626 for all of Quebec.'
	},
	{
		id: 'on-nw-toll-free',
		numbers: ['8668888988', '8882693100'],
		why: 'Two toll-free numbers for the crisis line of Thunder Bay: the health unit gave one in 2023 and the other since; the service itself prints only the local one where we read it.'
	},
	{
		id: 'on-good2talk',
		numbers: ['8669255454'],
		why: 'The service is named on a page of 2013; number not read on a page yet.'
	},
	{
		id: 'bc-kuuus',
		numbers: ['8005888717'],
		why: 'The service is named by Métis Nation British Columbia (2021); number not read on a page yet.'
	},
	{ id: 'ab-calgary', numbers: ['4032664357'], why: 'Number found in a public list only.' },
	{
		id: 'sk-saskatoon',
		numbers: ['3069336200'],
		why: 'The service has a page; number found in an old public list only.'
	},
	{
		id: 'sk-regina',
		numbers: ['3067570127'],
		why: 'The service is named in 2023; number not read on a page yet.'
	},
	{
		id: 'sk-pa',
		numbers: ['3067641011'],
		why: 'The service is named in 2023; number and hours not read on a page yet.'
	},
	{
		id: 'mb-klinic',
		numbers: ['8883223019'],
		why: 'The service has a page (2024-09); number found in an old public list only.'
	},
	{
		id: 'yt-reachout',
		numbers: ['8445333030'],
		why: 'Same number as a line cut in 2019; that it opened again was not read anywhere.'
	},
	{
		id: 'us-ctl',
		numbers: ['741741'],
		why: 'Not read on an official page; works in the United States, and 741741 must not be shown to people in Canada.'
	},
	{ id: 'be-1813', numbers: ['1813'], why: 'Found in a public list only; in Dutch.' },
	{ id: 'ch-143', numbers: ['143'], why: 'Found in a public list only.' },
	{ id: 'lu-454545', numbers: ['454545'], why: 'Number and hours not read on a page yet.' },
	{
		id: 'iasp',
		numbers: [],
		sites: ['https://www.iasp.info/crisis-centres-helplines/'],
		why: 'Address not opened yet.'
	}
];

/** For tests and scripts only, as above. */
export const retiredLines: readonly RetiredLine[] = [
	{
		id: 'ca-741741-wellness',
		what: 'Text WELLNESS (English) or MIEUX (French) to 741741, adults, Canada',
		numbers: ['741741'],
		status: 'do-not-show',
		reason:
			'Keyword line of Wellness Together Canada, whose funding ended on 3 April 2024. The Mental Health Commission of Canada, which once printed it, now prints 9-8-8. Whether 741741 still answers in Canada is not known.',
		sources: [
			'https://mentalhealthcommission.ca/catalyst/tough-talk-made-better/',
			'https://commissionsantementale.ca/vecteur/lancement-du-988-au-canada',
			'https://commissionsantementale.ca/author/koliver/',
			'https://jeunessejecoute.ca//nos-services',
			'https://thehalifaxtimes.com/advocacy-groups-decry-federal-governments-shutdown-of-mental-health-website-app/'
		],
		replaceWith: ['ca-988']
	},
	{
		id: 'ca-wtc',
		what: 'Wellness Together Canada 1-866-585-0445 and PocketWell',
		numbers: ['8665850445'],
		status: 'closed',
		reason: 'The service ended on 3 April 2024.',
		sources: [
			'https://thehalifaxtimes.com/advocacy-groups-decry-federal-governments-shutdown-of-mental-health-website-app/'
		],
		replaceWith: ['ca-988', 'ca-211']
	},
	{
		id: 'ca-talksuicide',
		what: 'Talk Suicide Canada 1-833-456-4566, text 45645',
		numbers: ['8334564566', '45645'],
		status: 'superseded',
		reason: '9-8-8 was built on it and took its place on 30 November 2023.',
		sources: ['https://connectfm.ca/news/post/988-suicide-crisis-helpline-launches-across-canada'],
		replaceWith: ['ca-988']
	},
	{
		id: 'nb-chimo',
		what: 'Chimo Helpline 1-800-667-5005 (New Brunswick)',
		numbers: ['8006675005'],
		status: 'closed',
		reason: 'Closed on 28 March 2025 after its funding was cut.',
		sources: [
			'https://bellmediainc-ctvnews-prod.web.arc-cdn.net/atlantic/new-brunswick/article/chimo-crisis-phone-line-to-shut-down-after-54-years-nb-government-defends-removal-of-funding',
			'https://medicarecure.com/pcs-liberals-point-fingers-over-looming-mental-health-hotline-closure.html'
		],
		replaceWith: ['nb-amh']
	},
	{
		id: 'pe-island',
		what: 'Island Helpline 1-800-218-2885 (Prince Edward Island)',
		numbers: ['8002182885'],
		status: 'merged',
		reason: 'Moved to the Access Line on 1 January 2023; the old number was passed on for a time.',
		sources: ['https://www.einpresswire.com/article/612282325/'],
		replaceWith: ['pe-mha']
	},
	{
		id: 'nt-helpline',
		what: 'NWT Help Line 1-800-661-0844',
		numbers: ['8006610844'],
		status: 'uncertain',
		reason:
			'Listed by the territory in 2021 and 2022; its 2024 notice lists 8-1-1 and 9-8-8 and not this number.',
		sources: [
			'https://www.gov.nt.ca/en/newsroom/getreal-about-how-you-feel-mental-health-week',
			'https://mediminds.co.uk/mental-health-week-government-of-northwest-territories.html'
		],
		replaceWith: ['nt-811']
	},
	{
		id: 'yt-many-rivers',
		what: 'Yukon Support and Distress Line (Many Rivers) 1-844-533-3030',
		numbers: ['8445333030'],
		status: 'closed',
		reason: 'Cut off on 29 August 2019.',
		sources: ['https://www.yukon-news.com/news/yukons-crisis-line-is-off-the-hook/'],
		replaceWith: ['yt-988']
	}
];
