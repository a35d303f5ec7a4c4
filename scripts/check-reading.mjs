/**
 * Are the pages easy to read? Whole pages from build/, then the texts that only show with script, by group.
 * A floor, not a proof: read every page aloud too. Run after a build.
 *
 *     npm run check:reading
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pages as table } from '../src/pages.js';
import { limits, limitsForWork, readingOf } from './reading/grade.mjs';
import { blocksOfPage } from './reading/pages.mjs';
import { blocksOfMessages } from './reading/texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Mostly names of places, services and people; their sentences are read with the Help page. */
const groupsOfNames = ['help-lines.json', 'regions.json'];

/** Words that no page for the person shows. @param {string} group */
function isOnlyForWork(group) {
	const rows = table.filter(({ words, wordsLater = [] }) =>
		[...words, ...wordsLater].some((each) => each === group)
	);
	return rows.length > 0 && rows.every(({ isForWork }) => isForWork);
}

/** @param {'en' | 'fr'} lang */
function textsOf(lang) {
	const pages = table.map(({ path: page, isForWork }) => ({
		name: `/${lang}/${page}`,
		most: isForWork ? limitsForWork : limits,
		blocks: blocksOfPage(`${root}build/${lang}/${page}index.html`, lang)
	}));
	const groups = readdirSync(`${root}messages/${lang}`)
		.filter((file) => file.endsWith('.json') && !groupsOfNames.includes(file))
		.map((file) => ({
			name: `messages/${lang}/${file}`,
			most: isOnlyForWork(file.replace('.json', '')) ? limitsForWork : limits,
			blocks: blocksOfMessages(`${root}messages/${lang}/${file}`)
		}));
	return [...pages, ...groups];
}

/** @param {string} block */
function endsLikeASentence(block) {
	return /[.!?…][”»)]?$/.test(block);
}

if (!existsSync(`${root}build/en/index.html`)) {
	console.error('There are no pages to read yet. Run npm run build first.');
	process.exit(1);
}

let tooHard = 0;
for (const lang of /** @type {const} */ (['en', 'fr'])) {
	console.log(
		lang === 'en'
			? `English: Flesch-Kincaid grade, ${limits.en} at most, ${limitsForWork.en} in pages for people at work`
			: `\nFrench: Kandel and Moles, ${limits.fr} at least, ${limitsForWork.fr} in pages for people at work`
	);
	console.log(`${'page or group'.padEnd(36)}words  sentences  whole  prose`);
	for (const { name, most, blocks } of textsOf(lang)) {
		const whole = readingOf(lang, blocks, most);
		// short labels would hide hard paragraphs: sentences must pass on their own too
		const prose = readingOf(lang, blocks.filter(endsLikeASentence), most);
		const isEasy = whole.isEasy && prose.isEasy;
		if (!isEasy) tooHard += 1;
		const row = [
			name.padEnd(34),
			String(whole.words).padStart(5),
			String(whole.sentences).padStart(9),
			whole.score.toFixed(1).padStart(5),
			prose.score.toFixed(1).padStart(5)
		];
		console.log(`${row.join('  ')}${isEasy ? '' : '  too hard'}`);
	}
}
console.log(tooHard === 0 ? '\nEvery page is easy enough.' : `\n${tooHard} of them are too hard to read.`);
process.exitCode = tooHard === 0 ? 0 : 1;
