import { barriers } from './barriers.ts';
import { calmLight, looks, wear, type Look } from './empty-pages.ts';
import { expect, openEveryFold, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

/** A journal with something of everything: a letter that came, one that waits, a memory, photos, a series, a voice. */
const full = {
	notes: [
		{
			id: 'all',
			day: '2026-11-24',
			text: 'Thé. Un long mot : anticonstitutionnellement.',
			dimension: 'trust' as const,
			prompt: 'jou-hope-long-tell-about-day-that',
			keptAt: 5,
			tags: ['thé', 'ma sœur'],
			chimes: ['hope' as const],
			voice: { id: 'v', type: 'audio/webm', seconds: 12, bytes: 40_000 }
		},
		{ id: 'tap', day: '2026-11-23', text: '', prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2' },
		{ id: 'year', day: '2025-11-25', text: 'Un an' },
		{ id: 'waits', day: '2026-11-20', text: 'Plus tard', openOn: '2027-01-01' as never },
		{ id: 'came', day: '2026-10-01', text: 'Chère moi', openOn: '2026-11-24' as never }
	],
	photos: [
		{ id: 'p1', note: 'all', series: 'Foulard', alt: 'Les premiers rangs', keptAt: 3 },
		{ id: 'p2', note: 'all', series: 'Foulard' },
		{ id: 'p3', note: 'lost' }
	],
	lines: [{ id: 'l', words: 'Une minute à la fois.', at: 1, isOnCard: true as const }]
};
const pages = ['', 'all/', 'kept/', 'photos/', 'paper/', 'note/#all', 'note/#waits', 'note/#lost', 'write/#all', 'write/#letter']; // prettier-ignore

/** Each page is looked at in one language and one look; `tests/endurance` does all. */
test('a journal with something of everything in it has no barrier', async ({ page, context }) => {
	await page.clock.setFixedTime(new Date('2026-11-25T15:00:00-05:00'));
	await context.addInitScript(calmLight);
	await page.goto('/help/');
	await keepJournal(page, full);
	const found: string[] = [];
	const lookAt = async (about: string, look: Look) => {
		await wear(page, look);
		found.push(...(await barriers(page, `${about} ${look}`)));
		const wide = await page.evaluate(() => document.scrollingElement!.scrollWidth);
		if (wide > 360) found.push(`${about} scrolls sideways`);
	};
	for (const [at, address] of pages.entries()) {
		const lang = langs[at % 2]!;
		const say = wordsOf(lang);
		// an address that differs only after # would not be opened anew
		await page.goto('/404.html');
		await visit(page, `/${lang}/hope/${address}`);
		await expect(page.getByText(say('hope.opening'))).toHaveCount(0);
		await openEveryFold(page);
		if (address === '') {
			await expect(page.getByRole('region', { name: say('hope.unsaved.title') })).toBeVisible();
			await page.getByRole('button', { name: say('hope.given.one') }).click();
		}
		if (address === 'all/') await page.getByLabel(say('hope.all.calendar')).check();
		await lookAt(`${lang} ${address}`, looks[at % looks.length]!);
	}
	await visit(page, '/fr/hope/photos/');
	await page
		.getByRole('region', { name: 'Foulard' })
		.getByRole('listitem')
		.first()
		.getByRole('button')
		.click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await lookAt('one photo', 'dark');
	expect(found).toEqual([]);
});
