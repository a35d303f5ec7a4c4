// What Envol means to reach, as ratios within one run.

/** @typedef {import('./sites.mjs').Way} Way */
/** @typedef {'fcp' | 'lcp' | 'shown' | 'awake' | 'tap'} Measure */
/** @typedef {readonly [site: string, way: Way, measure: Measure]} Figure */

/** @type {readonly { what: string, of: Figure, to: Figure, most: number }[]} */
const goals = [
	{ what: 'offline start, a plan kept: the list shown and answering', of: ['Envol, a plan', 'offline', 'shown'], to: ['checklist', 'offline', 'shown'], most: 1.2 },
	{ what: 'offline start: first paint', of: ['Envol, a plan', 'offline', 'fcp'], to: ['plain page', 'offline', 'fcp'], most: 1.3 },
	{ what: 'warm start over the network: the list shown and answering', of: ['Envol, a plan', 'warm', 'shown'], to: ['checklist', 'warm', 'shown'], most: 1.3 },
	{ what: 'the app awake behind it, offline', of: ['Envol, a plan', 'offline', 'awake'], to: ['checklist', 'offline', 'awake'], most: 2.2 },
	{ what: 'the app awake behind it, warm', of: ['Envol, a plan', 'warm', 'awake'], to: ['checklist', 'warm', 'awake'], most: 2 },
	{ what: 'cold, nothing kept: the first choice answers', of: ['Envol, nothing kept', 'cold', 'shown'], to: ['plain page', 'cold', 'shown'], most: 1.3 },
	{ what: 'cold, nothing kept: the app awake', of: ['Envol, nothing kept', 'cold', 'awake'], to: ['plain page', 'cold', 'awake'], most: 2.1 },
	{ what: 'tap to painted tick, ten years of data', of: ['Envol, ten years', 'offline', 'tap'], to: ['checklist', 'offline', 'tap'], most: 1.1 },
	{ what: 'Today with ten years against a new plan: the list shown', of: ['Envol, ten years', 'offline', 'shown'], to: ['Envol, a plan', 'offline', 'shown'], most: 1.1 },
	{ what: 'Today with ten years against a new plan: awake', of: ['Envol, ten years', 'offline', 'awake'], to: ['Envol, a plan', 'offline', 'awake'], most: 1.1 },
	{ what: 'Hope, offline, ten years: the person’s own words', of: ['Envol, Hope', 'offline', 'shown'], to: ['checklist', 'offline', 'shown'], most: 1.6 },
	{ what: 'Dice, offline, ten years: the person’s own words', of: ['Envol, Dice', 'offline', 'shown'], to: ['checklist', 'offline', 'shown'], most: 1.6 },
	{ what: 'My plan, offline, ten years: the person’s own words', of: ['Envol, My plan', 'offline', 'shown'], to: ['checklist', 'offline', 'shown'], most: 1.6 },
	{ what: 'Today, cold, beside the same words: first paint', of: ['Envol, nothing kept', 'cold', 'fcp'], to: ['plain, the words of today', 'cold', 'fcp'], most: 1.1 },
	{ what: 'Today, cold, beside the same words: largest paint', of: ['Envol, nothing kept', 'cold', 'lcp'], to: ['plain, the words of today', 'cold', 'lcp'], most: 1.1 },
	{ what: 'Help, cold, beside the same words: first paint', of: ['Envol, help', 'cold', 'fcp'], to: ['plain, the words of help', 'cold', 'fcp'], most: 1.1 },
	{ what: 'Help, cold, beside the same words: largest paint', of: ['Envol, help', 'cold', 'lcp'], to: ['plain, the words of help', 'cold', 'lcp'], most: 1.1 }
]; // prettier-ignore

/** @param {string} what @param {number} ratio @param {number} most */
const row = (what, ratio, most) => `| ${what} | ${ratio.toFixed(2)} | ${most.toFixed(2)} | ${ratio <= most ? 'yes' : '**no**'} |`; // prettier-ignore

/** As a table. @param {import('./openings.mjs').Results} results @param {Record<string, number>} notRunning */
export function goalsTable(results, notRunning) {
	const valueOf = (/** @type {Figure} */ [site, way, measure]) => results[site]?.[way]?.[measure] ?? NaN;
	const shift = Math.max(...Object.entries(results).flatMap(([name, ways]) => (name.startsWith('Envol') ? Object.values(ways).map(({ cls }) => cls) : []))); // prettier-ignore
	const rows = [
		...goals.map(({ what, of, to, most }) => row(what, valueOf(of) / valueOf(to), most)),
		row('a hard day, from a browser not running, offline: the first calm line', (notRunning['a hard day'] ?? NaN) / (notRunning['plain page'] ?? NaN), 1.3),
		`| layout shift, the largest of any page | ${shift.toFixed(3)} | 0 | ${shift === 0 ? 'yes' : '**no**'} |`
	]; // prettier-ignore
	return `| goal | ratio | at most | reached |\n|---|---|---|---|\n${rows.join('\n')}`;
}
