import { expect, test } from 'vitest';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { addExample } from '$lib/app/starts';
import { earlySigns } from '$lib/content/early-signs';
import { exampleNotes, exampleSigns } from '$lib/content/example-life';
import { journalPrompts } from '$lib/content/journal-prompts';
import { reachable } from '$lib/domain/people';
import { newDraft, draftOf } from '$lib/domain/note';
import { addDays } from '$lib/domain/local-day';
import { setLang } from '$lib/i18n';
import { today } from '$lib/platform/clock';
import { readMessages } from '../../support/message-files';
import { givenServices } from '../../support/services';

const given = givenServices();
const plan = () => new PlanKeeper(given.services);
const lists = ['people', 'mySigns', 'wants', 'agreements', 'questions'] as const;

async function everything() {
	const { storage } = given;
	return {
		steps: (await storage.plan.observe().first()).toSorted((a, b) => a.order - b.order),
		days: await storage.days.observeBetween(addDays(today(), -30), today()).first(),
		notes: await storage.notes.observe().first(),
		lists: Object.fromEntries(
			await Promise.all(lists.map(async (name) => [name, await storage[name].observe().first()] as const))
		)
	};
}
const nothing = {
	steps: [],
	days: [],
	notes: [],
	lists: Object.fromEntries(lists.map((name) => [name, {}]))
};

test.each(['en', 'fr'] as const)(
	'in %s it fills every part, and each thing says that it is an example',
	async (lang) => {
		setLang(lang);
		await addExample(given.services);
		const { steps, days, notes, lists: filled } = await everything();
		expect(steps).toHaveLength(6);
		expect(days.length).toBeGreaterThan(5);
		expect(notes.map(({ dimension }) => dimension).toSorted()).toEqual([
			'engagement',
			'hope',
			'patience',
			'trust'
		]);
		for (const name of lists) expect(Object.keys(filled[name]!).length, name).toBeGreaterThan(0);
		const said = [
			...notes.map(({ text }) => text),
			...Object.values(filled).flatMap((list) => Object.values(list))
		];
		for (const each of said) expect(JSON.stringify(each)).toMatch(/example|exemple/i);
	}
);

test('nobody in it can be called by mistake, and no plan for a crisis is written', async () => {
	await addExample(given.services);
	const people = await given.storage.people.observe().first();
	expect(reachable(people)).toEqual([]);
	expect(Object.values(people).every(({ phone, canText }) => !phone && !canText)).toBe(true);
	expect(await given.storage.planNotes.observe().first()).toEqual({ asks: [] });
	expect(await given.storage.notes.observeForHardDays().first()).toEqual([]);
	for (const lang of ['en', 'fr'] as const)
		for (const text of JSON.stringify(readMessages(lang, 'people-form').example).split(','))
			expect(text).not.toMatch(/\d/);
});

test('one tap takes all of it away, and one undo brings all of it back', async () => {
	await addExample(given.services);
	const before = await everything();
	await plan().removeExample();
	expect(await everything()).toEqual(nothing);
	expect(await given.storage.notes.observeStitches().first()).toBe(0);
	await given.services.status.undo();
	expect(await everything()).toEqual(before);
});

test('what the person added or changed stays, to the letter', async () => {
	const { storage } = given;
	await addExample(given.services);
	const [first, second, third] = await storage.notes.observe().first();
	await storage.notes.save({ ...draftOf(first!), text: `${first!.text} Mine.` }, 'note:a:1', 5);
	await storage.notes.keep(second!.id, 6);
	await storage.drafts.save({ key: `note:${third!.id}:1`, text: JSON.stringify(draftOf(third!)), at: 7 });
	await storage.notes.save(newDraft('mine', today(), { text: 'My own note' }), 'note:mine:1', 8);
	await storage.people.change((people) => {
		const [one] = Object.values(people);
		return {
			...people,
			[one!.id]: { ...one!, phone: '514 555-0123' },
			mine: { id: 'mine', order: 9, name: 'Ana', role: 'friend' }
		};
	});
	await plan().removeExample();
	const { notes, lists: kept } = await everything();
	expect(notes.map(({ id }) => id).toSorted()).toEqual([first!.id, second!.id, third!.id, 'mine'].toSorted());
	expect(notes.find(({ id }) => id === first!.id)?.text).toMatch(/ Mine\.$/);
	expect(Object.values(kept.people!).map(({ order: _, id: __, ...rest }) => rest)).toEqual([
		expect.objectContaining({ phone: '514 555-0123' }),
		{ name: 'Ana', role: 'friend' }
	]);
	expect(kept.mySigns).toEqual({});
});

test('where the person wrote already, nothing is put beside it', async () => {
	const { storage } = given;
	await storage.notes.save(newDraft('mine', today(), { text: 'Mine' }), 'note:mine:1', 1);
	await storage.wants.change(() => ({ mine: { id: 'mine', order: 0, horizon: 'week', words: 'Mine' } }));
	await addExample(given.services);
	const { notes, lists: kept } = await everything();
	expect(notes.map(({ id }) => id)).toEqual(['mine']);
	expect(Object.keys(kept.wants!)).toEqual(['mine']);
	expect(Object.keys(kept.people!)).toHaveLength(3);
});

test('its questions and signs are some that Envol has', () => {
	expect(exampleNotes.filter(({ prompt }) => !journalPrompts.some(({ id }) => id === prompt))).toEqual([]);
	const signs = earlySigns.filter(({ id }) => exampleSigns.some(({ sign }) => sign === id));
	expect(signs.map(({ level }) => level)).toEqual(exampleSigns.map(() => 'early'));
});
