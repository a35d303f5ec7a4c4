import { allPages } from '../../src/pages.js';
import { expect, test } from './fixtures.ts';
import { wrongOnFullPages } from './names.ts';
import { langs } from './words.ts';

// every other page in French, the rest in English: `tests/endurance` looks at each in both
for (const lang of langs)
	test(`L5 for the ear and the voice no two names are the same; on full pages nothing scrolls sideways, help is never covered, ${lang}`, async ({
		page
	}) => {
		const addresses = allPages.filter((one) => one.startsWith(`/${lang}/`));
		const mine = addresses.filter((_, at) => at % 2 === langs.indexOf(lang));
		expect(await wrongOnFullPages(page, lang, mine)).toEqual([]);
	});
