import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { lostColours } from './forced-colours.ts';
import { fill } from './full-profile.ts';
import { openState } from './full-states.ts';

/** Styles that take away what the check looks for, each with the words that it must then say. */
const spoilt: Record<string, readonly (readonly [css: string, said: RegExp])[]> = {
	'today/': [
		['.banner .all { border: 0 !important }', /no edge, a\.all/],
		[
			'.button { border-color: transparent !important; forced-color-adjust: none }',
			/no edge, (button|a)\.button/
		],
		['[type="text"], input:not([type]) { border: 0 !important }', /no edge, input/],
		['.mark, .mark.done { all: revert !important; border: 2px solid !important }', /not: span\.mark/],
		[
			'label input, label input::before { all: revert !important; appearance: none !important }',
			/not: input/
		],
		['nav a *, nav a { all: revert !important }', /not: a\./]
	],
	'hope/all/': [['select { border-block: 0 !important }', /no edge, select/]],
	'hope/note/#full-note': [
		['[aria-pressed]:is(button, #more), button * { all: revert !important }', /not: button/]
	],
	'hope/': [['.colour-0, path { stroke: red !important }', /a line in a colour of its own/]]
};

async function withStyle(page: Page, css: string): Promise<void> {
	await page.evaluate((text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		document.adoptedStyleSheets = text ? [sheet] : [];
	}, css);
}

test('where the system chooses the colours, the fullest pages keep their edges, and what is chosen differs', async ({
	page
}) => {
	const found: string[] = [];
	const unseen: string[] = [];
	await page.setViewportSize({ width: 360, height: 740 });
	await page.emulateMedia({ forcedColors: 'active' });
	await fill(page, 'en');
	// all pages: in tests/endurance
	for (const state of ['today/', 'dice/', 'hope/', 'hope/all/', 'hope/note/#full-note', 'prescription/']) {
		await openState(page, state, 'en');
		found.push(...(await lostColours(page, state)));
		// a check that cannot fail shows nothing
		for (const [css, said] of spoilt[state] ?? []) {
			await withStyle(page, css);
			const seen = await lostColours(page, state);
			if (!seen.some((each) => said.test(each))) unseen.push(`${css}: ${seen.join(' | ')}`);
			await withStyle(page, '');
		}
	}
	expect(found).toEqual([]);
	expect(unseen).toEqual([]);
});
