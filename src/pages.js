/**
 * Every page of Envol, one row each: the one place where a page is told to the build, the offline copy, the size check and
 * the frame around it. See docs/guides/adding-a-page.md.
 *
 * Plain JavaScript, since scripts read it in Node without a build.
 *
 * @typedef {import('./lib/i18n/catalogue').MessageGroup} MessageGroup
 * @typedef {'daily' | 'dice' | 'hope' | 'plan' | 'hardDays' | 'sheets' | 'copies' | 'alongside'} Part what people use together; each has a size budget
 *
 * What stands around a page: the bar of pages; nothing but the page, which keeps to one thing; or nothing, and no notice
 * before its first calm line.
 * @typedef {'tabs' | 'alone' | 'calm'} Frame
 *
 * @typedef {object} Page
 * @property {string} path its address after /en/ or /fr/
 * @property {Part} part
 * @property {readonly MessageGroup[]} words the groups of messages that it opens with
 * @property {readonly MessageGroup[]} [wordsLater] groups it may ask for soon after, kept early with it
 * @property {Frame} [frame] the bar of pages, if not said
 * @property {true} [isPlain] HTML without the script of the app: docs/decisions/0004
 * @property {true} [isFirst] kept before all others in the offline copy: help, the day, a hard day
 * @property {true} [isStyledInside] its styles stand in the page itself: one round trip to a first screen that looks right
 * @property {true} [isWide] two columns where there is room
 * @property {true} [isForWork] read by people at work: its words may be a little harder (see scripts/reading/grade.mjs)
 * @property {true} [staysOpen] a lock closes nothing on it: it is of use to anybody, or needed to get past the lock
 * @property {true} [takesAPlan] a plan may come in its address after #, and goes out of it at once
 */

/** @type {readonly Page[]} */
export const pages = [
	{ path: '', part: 'daily', words: ['welcome'], wordsLater: ['visitor'], frame: 'alone', isFirst: true },
	{ path: 'welcome/place/', part: 'daily', words: ['welcome', 'regions'], frame: 'alone' },
	{ path: 'welcome/start/', part: 'daily', words: ['welcome', 'prescription'], frame: 'alone' },
	{
		path: 'today/',
		part: 'daily',
		words: ['today', 'habits'],
		wordsLater: ['activities', 'hard-day', 'row'],
		isFirst: true,
		isStyledInside: true
	},
	{ path: 'today/yesterday/', part: 'daily', words: ['today', 'habits'], wordsLater: ['fields', 'row'] },
	{
		path: 'hard-day/',
		part: 'hardDays',
		words: ['hard-day', 'survival'],
		frame: 'calm',
		isFirst: true,
		isStyledInside: true,
		staysOpen: true
	},
	{ path: 'here/', part: 'hardDays', words: ['here'], frame: 'calm', isFirst: true, staysOpen: true },
	{ path: 'dice/', part: 'dice', words: ['dice'] },
	{ path: 'dice/mine/', part: 'dice', words: ['dice'] },
	{ path: 'dice/all/', part: 'dice', words: ['dice', 'activities'] },
	{ path: 'dice/paper/', part: 'dice', words: ['dice'] },
	{ path: 'hope/', part: 'hope', words: ['hope', 'journal-prompts'], wordsLater: ['today'] },
	{ path: 'hope/write/', part: 'hope', words: ['hope', 'journal-prompts'] },
	{ path: 'hope/note/', part: 'hope', words: ['hope', 'journal-prompts'] },
	{ path: 'hope/all/', part: 'hope', words: ['hope', 'journal-prompts'] },
	{ path: 'hope/kept/', part: 'hope', words: ['hope', 'journal-prompts'] },
	{ path: 'hope/photos/', part: 'hope', words: ['hope'] },
	{ path: 'hope/paper/', part: 'hope', words: ['hope', 'hope-paper', 'journal-prompts'] },
	{
		path: 'help/',
		part: 'daily',
		words: ['help', 'help-lines', 'regions', 'survival'],
		frame: 'alone',
		isPlain: true,
		isFirst: true,
		isStyledInside: true
	},
	{ path: 'plan/', part: 'daily', words: ['plan', 'habits', 'today'] },
	{ path: 'plan/wants/', part: 'plan', words: ['my-plan', 'habits'] },
	{ path: 'plan/agreements/', part: 'plan', words: ['my-plan', 'plan', 'habits'] },
	{
		path: 'plan/visit/',
		part: 'plan',
		words: ['my-plan', 'visit'],
		wordsLater: ['visit-page', 'habits', 'people', 'activities', 'early-signs']
	},
	{ path: 'plan/code/', part: 'plan', words: ['my-plan', 'my-code', 'habits'], wordsLater: ['activities'] },
	{ path: 'plan/calendar/', part: 'plan', words: ['my-plan', 'calendar', 'habits'] },
	{ path: 'plan/people/', part: 'plan', words: ['my-plan', 'people', 'people-form'] },
	{ path: 'plan/signs/', part: 'plan', words: ['my-plan', 'people', 'early-signs'] },
	{ path: 'plan/crisis/', part: 'plan', words: ['my-plan', 'people'] },
	{
		path: 'back/',
		part: 'plan',
		words: ['back', 'plan', 'habits'],
		wordsLater: ['back-more', 'back-paper', 'activities']
	},
	{
		path: 'prescription/',
		part: 'daily',
		words: ['prescription', 'habits', 'today'],
		wordsLater: ['activities', 'sheet-tools']
	},
	{
		path: 'sheet/',
		part: 'sheets',
		words: ['prescribe', 'sheet', 'habits', 'prescription', 'regions'],
		wordsLater: ['sheet-tools'],
		isWide: true
	},
	{
		path: 'prescribe/',
		part: 'sheets',
		words: ['prescribe', 'sheet', 'habits', 'prescription', 'regions'],
		wordsLater: ['sheet-tools'],
		frame: 'alone',
		isWide: true,
		takesAPlan: true
	},
	{ path: 'receive/', part: 'sheets', words: ['receive', 'habits', 'plan'], takesAPlan: true },
	{ path: 'copy/', part: 'copies', words: ['copies'], wordsLater: ['open-formats'] },
	{ path: 'copy/back/', part: 'copies', words: ['copies'], wordsLater: ['other-apps'] },
	{ path: 'copy/phone/', part: 'copies', words: ['copies'] },
	{
		path: 'settings/',
		part: 'daily',
		words: ['settings', 'regions'],
		wordsLater: ['lock', 'lock-setting'],
		staysOpen: true
	},
	{ path: 'install/', part: 'daily', words: ['install'], staysOpen: true },
	{ path: 'privacy/', part: 'daily', words: ['privacy'], staysOpen: true },
	{ path: 'about/', part: 'daily', words: ['about'], staysOpen: true },
	{ path: 'learn/', part: 'alongside', words: ['learn'], frame: 'alone', isPlain: true },
	{ path: 'close/', part: 'alongside', words: ['close', 'help-lines'], frame: 'alone', isPlain: true },
	{
		path: 'peer/',
		part: 'alongside',
		words: ['peer', 'practice'],
		frame: 'alone',
		isPlain: true,
		isForWork: true
	},
	{
		path: 'practice/',
		part: 'alongside',
		words: ['practice'],
		frame: 'alone',
		isForWork: true,
		takesAPlan: true
	},
	{ path: 'clinic/', part: 'alongside', words: ['clinic'], frame: 'alone', isPlain: true, isForWork: true }
];

/** The doors, before any language is chosen: plain HTML in both languages, which leads on to the chosen one. */
export const doors = ['', 'today/', 'help/', 'hard-day/'];

/**
 * The row of a page by its address; undefined when the address is not that of a page in a language.
 * @param {string} address '/fr/dice/mine/'
 * @returns {Page | undefined}
 */
export function pageAt(address) {
	const [, path] = /^\/(?:en|fr)\/(.*)$/.exec(address) ?? [];
	return pages.find((page) => page.path === path);
}

/**
 * The frame around the page at this address.
 * @param {string} address
 * @returns {Pick<Page, 'frame' | 'isWide' | 'staysOpen'>}
 */
export function frameAt(address) {
	const { frame, isWide, staysOpen } = pageAt(address) ?? {};
	return { ...(frame && { frame }), ...(isWide && { isWide }), ...(staysOpen && { staysOpen }) };
}

/** The address of a page in each language. @param {Page} page */
export function addressesOf(page) {
	return ['en', 'fr'].map((lang) => `/${lang}/${page.path}`);
}

/** Every address of the site, the doors first. The build writes each; the tests visit each. */
export const allPages = [
	...doors.map((door) => `/${door}`),
	...['en', 'fr'].flatMap((lang) => pages.map(({ path }) => `/${lang}/${path}`))
];
