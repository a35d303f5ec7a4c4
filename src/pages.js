/** Every page there is in each language, by its address after /en/ or /fr/. The build writes each; the tests visit each. */
export const pagesInEachLanguage = [
	'',
	'welcome/place/',
	'welcome/start/',
	'today/',
	'today/yesterday/',
	'hard-day/',
	'here/',
	'dice/',
	'dice/mine/',
	'dice/all/',
	'dice/paper/',
	'hope/',
	'hope/write/',
	'hope/note/',
	'hope/all/',
	'hope/kept/',
	'hope/photos/',
	'hope/paper/',
	'help/',
	'plan/',
	'plan/wants/',
	'plan/agreements/',
	'plan/visit/',
	'plan/people/',
	'plan/signs/',
	'plan/crisis/',
	'prescription/',
	'sheet/',
	'prescribe/',
	'receive/',
	'settings/',
	'install/',
	'privacy/',
	'about/'
];

/** Pages before any language is chosen. */
const pagesWithoutLanguage = ['/', '/today/', '/help/', '/hard-day/'];

export const allPages = [
	...pagesWithoutLanguage,
	...['en', 'fr'].flatMap((lang) => pagesInEachLanguage.map((page) => `/${lang}/${page}`))
];
