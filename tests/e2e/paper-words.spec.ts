import type { Page, TestInfo } from '@playwright/test';
import {
	longPhone,
	names,
	planParts,
	sheetKinds,
	showNotes,
	showPlan,
	showSheet,
	sixty,
	type Filling
} from './every-paper.ts';
import { expect } from './fixtures.ts';
import { test } from './paper-page.ts';
import { keep, missingTools, wordsIn } from './paper-tools.ts';

test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** As it comes out of a printer: words that lie over each other, leave their page, or never arrive there. */
async function troublesInPrint(page: Page, paper: string, pdf: string): Promise<string[]> {
	const { words, sizes } = wordsIn(pdf);
	const troubles: string[] = [];
	// a box is higher than its letters, and close lines share that room
	const inks = words.map((word) => {
		const high = word.bottom - word.top;
		return { ...word, top: word.top + high * 0.25, bottom: word.bottom - high * 0.25 };
	});
	inks.forEach((word, at) => {
		const { width, height } = sizes[word.page - 1]!;
		if (word.left < 0 || word.top < 0 || word.right > width || word.bottom > height)
			troubles.push(`beyond its page: ${word.text}`);
		for (const other of inks.slice(at + 1))
			if (
				other.page === word.page &&
				Math.min(word.right, other.right) - Math.max(word.left, other.left) > 0.7 &&
				Math.min(word.bottom, other.bottom) - Math.max(word.top, other.top) > 0.7
			)
				troubles.push(`over each other: ${word.text} | ${other.text}`);
	});
	// cut where a line ends, a word is printed in two
	const printed = letters(words.map(({ text }) => text).join(' '));
	const wanted = await page.locator(paper).evaluateAll((papers) =>
		papers.flatMap((each) => {
			const texts: string[] = [];
			const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const { parentElement: of } = node;
				if (!of!.closest('svg') && of!.getClientRects().length > 0) texts.push(node.textContent ?? '');
			}
			return texts.flatMap((text) => text.split(/\s+/));
		})
	);
	if (wanted.length < 5) troubles.push('hardly a word is wanted');
	for (const word of new Set(wanted.map(letters)))
		if (!printed.includes(word)) troubles.push(`not printed: ${word}`);
	return troubles;
}

const filling: Filling = {
	name: names[2],
	words: sixty.sentence,
	steps: 3,
	langs: 'fr',
	hasReview: true,
	phone: longPhone
};

test('printed, every word is on its page, and none lies over another', async ({ page }, info: TestInfo) => {
	const troubles: string[] = [];
	let printed = 0;
	const look = async (what: string, paper: string, isOnItsSide = false) => {
		await page.emulateMedia({ media: 'print' });
		const format = (printed += 1) % 2 ? 'Letter' : 'A4';
		const pdf = keep(
			info.outputPath('paper.pdf'),
			await page.pdf({ format, landscape: isOnItsSide, preferCSSPageSize: true })
		);
		for (const trouble of await troublesInPrint(page, paper, pdf)) troubles.push(`${what}: ${trouble}`);
	};
	await page.goto('/');
	for (const kind of [...sheetKinds, 'habit-engage'] as const) {
		await showSheet(page, kind, kind === 'flower' ? { ...filling, steps: 'petals' } : filling);
		await look(kind, '.paper');
	}
	await showSheet(page, 'list', { ...filling, words: undefined, steps: 'catalogue', langs: 'fr-en' });
	await look('twelve steps in two languages', '.paper');
	for (const part of planParts) {
		await showPlan(page, part, { ...filling, lang: 'en' });
		await look(`plan ${part}`, '.plan-paper');
	}
	for (const kind of ['page', 'booklet'] as const) {
		await showNotes(page, kind, false, { name: names[2], words: sixty.sentence, lang: 'fr' });
		await look(`notes ${kind}`, '.notes-paper', kind === 'booklet');
	}
	expect(troubles).toEqual([]);
});
