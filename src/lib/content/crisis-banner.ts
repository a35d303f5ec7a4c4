import type { RegionId } from '$lib/domain/help-line';

/**
 * A number in the slim row at the top of every page. It equals the number of its help line: a test compares them.
 */
export interface BannerNumber {
	way: 'tel' | 'sms';
	display: string;
	uri: string;
}

/** Before the place is known, and in every province and territory except Quebec. */
export const bannerForCanada: readonly BannerNumber[] = [
	{ way: 'tel', display: '9-1-1', uri: 'tel:911' },
	{ way: 'tel', display: '9-8-8', uri: 'tel:988' },
	{ way: 'sms', display: '9-8-8', uri: 'sms:988' }
];

export const bannerForQuebec: readonly BannerNumber[] = [
	{ way: 'tel', display: '9-1-1', uri: 'tel:911' },
	{ way: 'tel', display: '1 866 APPELLE', uri: 'tel:+18662773553' },
	{ way: 'sms', display: '535353', uri: 'sms:535353' },
	{ way: 'tel', display: '9-8-8', uri: 'tel:988' }
];

/** Outside Canada: the emergency number of the country, then a line that answers there. */
export const bannerAbroad: Partial<Record<RegionId, readonly BannerNumber[]>> = {
	US: [
		{ way: 'tel', display: '911', uri: 'tel:911' },
		{ way: 'tel', display: '988', uri: 'tel:988' },
		{ way: 'sms', display: '988', uri: 'sms:988' }
	],
	GB: [
		{ way: 'tel', display: '999', uri: 'tel:999' },
		{ way: 'tel', display: '116 123', uri: 'tel:116123' }
	],
	IE: [
		{ way: 'tel', display: '112', uri: 'tel:112' },
		{ way: 'tel', display: '116 123', uri: 'tel:116123' }
	],
	FR: [
		{ way: 'tel', display: '112', uri: 'tel:112' },
		{ way: 'tel', display: '3114', uri: 'tel:3114' }
	],
	BE: [
		{ way: 'tel', display: '112', uri: 'tel:112' },
		{ way: 'tel', display: '0800 32 123', uri: 'tel:080032123' }
	],
	CH: [{ way: 'tel', display: '112', uri: 'tel:112' }],
	LU: [{ way: 'tel', display: '112', uri: 'tel:112' }],
	AU: [
		{ way: 'tel', display: '000', uri: 'tel:000' },
		{ way: 'tel', display: '13 11 14', uri: 'tel:131114' }
	],
	NZ: [
		{ way: 'tel', display: '111', uri: 'tel:111' },
		{ way: 'tel', display: '1737', uri: 'tel:1737' },
		{ way: 'sms', display: '1737', uri: 'sms:1737' }
	],
	WORLD: [{ way: 'tel', display: '112', uri: 'tel:112' }]
};

/** Places where the emergency number may not answer everywhere. */
export const mayVaryIn: readonly RegionId[] = ['CA-NU', 'WORLD'];

/** The numbers at the top of a page or at the foot of a sheet, for a place; those of Canada when it is unknown. */
export function bannerFor(region: string | undefined): readonly BannerNumber[] {
	if (region === 'CA-QC') return bannerForQuebec;
	return bannerAbroad[region as RegionId] ?? bannerForCanada;
}
