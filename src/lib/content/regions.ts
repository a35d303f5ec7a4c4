import type { EmergencyNumber, Region } from '$lib/domain/help-line';

const nineOneOne: EmergencyNumber = { display: '9-1-1', uri: 'tel:911', label: 'any' };
const oneOneTwo: EmergencyNumber = { display: '112', uri: 'tel:112', label: 'any' };

/**
 * The places a person can choose, in the order they are listed, with the numbers for a life in danger. In much of
 * Nunavut 9-1-1 is not in service (nunavutnews.com, MLA renews call for 911), and 112 is only common, not universal.
 */
export const regions: readonly Region[] = [
	{ id: 'CA', emergency: [nineOneOne] },
	{ id: 'CA-QC', emergency: [nineOneOne] },
	{ id: 'CA-ON', emergency: [nineOneOne] },
	{ id: 'CA-BC', emergency: [nineOneOne] },
	{ id: 'CA-AB', emergency: [nineOneOne] },
	{ id: 'CA-SK', emergency: [nineOneOne] },
	{ id: 'CA-MB', emergency: [nineOneOne] },
	{ id: 'CA-NB', emergency: [nineOneOne] },
	{ id: 'CA-NS', emergency: [nineOneOne] },
	{ id: 'CA-PE', emergency: [nineOneOne] },
	{ id: 'CA-NL', emergency: [nineOneOne] },
	{ id: 'CA-YT', emergency: [nineOneOne] },
	{ id: 'CA-NT', emergency: [nineOneOne] },
	{ id: 'CA-NU', emergency: [nineOneOne], emergencyMayVary: true },
	{ id: 'US', emergency: [{ display: '911', uri: 'tel:911', label: 'any' }] },
	{ id: 'GB', emergency: [{ display: '999', uri: 'tel:999', label: 'any' }] },
	{ id: 'IE', emergency: [oneOneTwo] },
	{ id: 'FR', emergency: [oneOneTwo, { display: '15 (SAMU)', uri: 'tel:15', label: 'medical' }] },
	{ id: 'BE', emergency: [oneOneTwo] },
	{ id: 'CH', emergency: [oneOneTwo, { display: '144', uri: 'tel:144', label: 'medical' }] },
	{ id: 'LU', emergency: [oneOneTwo] },
	{ id: 'AU', emergency: [{ display: '000', uri: 'tel:000', label: 'any' }] },
	{ id: 'NZ', emergency: [{ display: '111', uri: 'tel:111', label: 'any' }] },
	{ id: 'WORLD', emergency: [oneOneTwo], emergencyMayVary: true }
];
