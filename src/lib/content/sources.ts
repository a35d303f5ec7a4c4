export interface Source {
	id: string;
	url?: string;
}

/**
 * Where the suggestions come from; Envol is independent of all of them, and none endorses it.
 *
 * - practice-tools: Dr Tin Ngo-Minh's recovery-oriented practice tools.
 * - recovery-work: the recovery work of the Mental Health Commission of Canada.
 * - movement: Canadian 24-Hour Movement Guidelines. Each week 150 minutes of moderate to vigorous movement and
 *   strength twice; each day at most 8 hours sitting, at most 3 hours of recreational screen, 7 to 9 hours of
 *   sleep (7 to 8 from 65 on).
 * - alcohol: Canadian Centre on Substance Use and Addiction, Canada's Guidance on Alcohol and Health, January 2023.
 *   Drinks a week: 0 none, 1 to 2 low, 3 to 6 moderate, 7 or more increasingly high; at most 2 on one occasion;
 *   less is better.
 * - food: Canada's Food Guide, 2019, written down from memory and still to be checked. Half a plate of vegetables
 *   and fruits, a quarter of protein foods, a quarter of whole grains, water as drink of choice, eat with others.
 *
 * Nothing here is about a dose: about medication Envol only says "as agreed with your care team".
 */
export const sources: readonly Source[] = [
	{ id: 'practice-tools' },
	{ id: 'recovery-work' },
	{ id: 'movement', url: 'https://csepguidelines.ca' },
	{ id: 'alcohol' },
	{ id: 'food' }
];
