import { allPages } from '../../src/pages.js';
import { calmLight, troublesOfPage } from '../e2e/empty-pages.ts';
import { expect, test } from '../e2e/fixtures.ts';

test('each page as it comes, in each language and each look, has no barrier, and help is never covered', async ({
	page,
	context
}) => {
	await context.addInitScript(calmLight);
	const found: string[] = [];
	for (const address of [...allPages, '/404.html']) found.push(...(await troublesOfPage(page, address)));
	expect(found).toEqual([]);
});
