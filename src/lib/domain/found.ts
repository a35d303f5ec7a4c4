import { nearlyMatches } from './one-letter-off';
import { matches } from './search';

export interface Findable {
	words: string;
	/** Other words that find it. */
	alsoFoundBy: string;
}

/**
 * What somebody looks for, whatever its accents and capitals. Matches in its own words come first; where nothing matches, a slip
 * of one letter in a word is let pass.
 */
export function foundAmong<T extends Findable>(offers: readonly T[], typed: string): T[] {
	const says = ({ words }: T) => matches(words, typed);
	const all = ({ words, alsoFoundBy }: T) => `${words} ${alsoFoundBy}`;
	const found = [
		...offers.filter(says),
		...offers.filter((offer) => !says(offer) && matches(all(offer), typed))
	];
	return found.length > 0 ? found : offers.filter((offer) => nearlyMatches(all(offer), typed));
}
