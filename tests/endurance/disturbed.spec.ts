import { pages } from '../../src/pages.js';
import { asleepOrTwice } from '../e2e/disturb.ts';
import { expect, test } from '../e2e/fixtures.ts';

test('each page that an extension writes into wakes, and has one title', async ({
	page,
	context,
	tolerate
}) => {
	tolerate(/hydrat/i);
	const paths = pages.map(({ path }) => path);
	expect(await asleepOrTwice(page, context, paths)).toEqual([]);
});
