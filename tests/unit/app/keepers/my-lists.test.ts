import { describe, expect, test, vi } from 'vitest';
import { ListKeeper } from '$lib/app/keepers/list-keeper.svelte';
import { NotesKeeper } from '$lib/features/plan/notes-keeper.svelte';
import { earlySigns } from '$lib/content/early-signs';
import { localDay } from '$lib/domain/local-day';
import { MySigns } from '$lib/features/plan/signs/my-signs.svelte';
import { PlanParts, planParts } from '$lib/features/plan/plan-parts.svelte';
import { keys } from '../../../support/keys';
import { latest } from '../../../support/open-database';
import { givenServices, noRoomFor } from '../../../support/services';

const given = givenServices();
const line = () => given.services.status.line?.key;

/** The wants as a screen shows them. */
async function myWants() {
	const keeper = new ListKeeper(given.services, 'wants');
	given.watch(() => [keeper.isReady, keeper.all]);
	await keeper.open();
	await given.until(() => keeper.isReady);
	const add = async (words: string) => {
		await keeper.add({ horizon: 'week', words });
		await given.until(() => keeper.all.some((want) => want.words === words));
		return keeper.all.find((want) => want.words === words)!.id;
	};
	return { keeper, add };
}
const wants = async () => Object.values(await latest(given.storage.wants.observe()));
const wordsOf = (all: readonly { words: string }[]) => all.map(({ words }) => words);

describe('a list that a person writes', () => {
	test('begins an entry on screen alone: nothing is kept before its first word', async () => {
		const { keeper } = await myWants();
		keeper.begin({ horizon: 'year', words: '' });
		const [entry] = keeper.all;
		expect(entry).toMatchObject({ horizon: 'year', words: '' });
		expect(keeper.isNew(entry!.id)).toBe(true);
		expect(await wants()).toEqual([]);
		expect(await keeper.type(entry!.id, 'words', { words: 'A garden' })).toBe('durable');
		expect(await wants()).toMatchObject([{ id: entry!.id, horizon: 'year', words: 'A garden' }]);
		expect(line()).toBe('shell.status.changed');
	});

	test('keeps an entry on screen that was emptied while it is being written', async () => {
		const { keeper } = await myWants();
		keeper.begin({ horizon: 'year', words: '' });
		const { id } = keeper.all[0]!;
		await keeper.type(id, 'words', { words: 'A' });
		await keeper.type(id, 'words', { words: '' });
		await given.until(() => keeper.all[0]?.words === '');
		expect(keeper.all).toHaveLength(1);
		expect(await wants()).toEqual([]);
	});

	test('one undo takes back all that was typed into one field, and nothing of another', async () => {
		const { keeper, add } = await myWants();
		const id = await add('Sea');
		for (const words of ['The', 'The sea', 'The sea again']) await keeper.type(id, 'words', { words });
		await given.services.status.undo();
		expect(wordsOf(await wants())).toEqual(['Sea']);
		await keeper.type(id, 'words', { words: 'The sea' });
		await keeper.choose(id, { horizon: 'decade' });
		await given.services.status.undo();
		expect(await wants()).toMatchObject([{ words: 'The sea', horizon: 'week' }]);
	});

	test('an undo right after a word shows what was there, not what was under the hands', async () => {
		const { keeper, add } = await myWants();
		const id = await add('Sea');
		await keeper.type(id, 'words', { words: 'Sky' });
		await given.services.status.undo();
		await given.until(() => keeper.all[0]?.words === 'Sea');
		expect(wordsOf(keeper.all)).toEqual(['Sea']);
	});

	test('moves an entry among those that stand together, and no further than the ends', async () => {
		const { keeper, add } = await myWants();
		const [a, b] = [await add('a'), await add('b')];
		await add('c');
		const shown = () => wordsOf(keeper.all).join('');
		await keeper.move(b, -1, keeper.all);
		await given.until(() => shown() === 'bac');
		await keeper.move(b, -1, keeper.all);
		expect(wordsOf(await wants().then((all) => all.toSorted((x, y) => x.order - y.order)))).toEqual([
			'b',
			'a',
			'c'
		]);
		await keeper.move(a, 1, keeper.all);
		await given.until(() => shown() === 'bca');
	});

	test('takes an entry out, and an undo puts it back where it was', async () => {
		const { keeper, add } = await myWants();
		await add('a');
		const b = await add('b');
		await add('c');
		await keeper.remove(b);
		await given.until(() => keeper.all.length === 2);
		expect(line()).toBe('my-plan.status.removed');
		await given.services.status.undo();
		await given.until(() => keeper.all.length === 3);
		expect(wordsOf(keeper.all)).toEqual(['a', 'b', 'c']);
	});

	test('follows another tab, and joins what both write into one entry', async () => {
		const { keeper, add } = await myWants();
		const id = await add('Sea');
		await given.storage.wants.change((all) => ({ ...all, [id]: { ...all[id]!, horizon: 'decade' } }));
		await keeper.type(id, 'words', { words: 'Sky' });
		expect(await wants()).toMatchObject([{ words: 'Sky', horizon: 'decade' }]);
		await given.until(() => keeper.all[0]?.horizon === 'decade');
	});

	test('writes nothing about an entry that is not there', async () => {
		const { keeper } = await myWants();
		expect(await keeper.type('gone', 'words', { words: 'Sea' })).toBe('failed');
		expect(await wants()).toEqual([]);
		expect(line()).toBeUndefined();
	});

	test('says why where there is no room, and the words stay on screen', async () => {
		const { keeper } = await myWants();
		keeper.begin({ horizon: 'week', words: '' });
		noRoomFor('settings');
		expect(await keeper.type(keeper.all[0]!.id, 'words', { words: 'Sea' })).toBe('failed');
		expect(given.services.status.line).toMatchObject({ key: 'shell.storage.full', tone: 'trouble' });
		expect(wordsOf(keeper.all)).toEqual(['Sea']);
	});

	test('changes as a whole, for what is brought in, and says what was done', async () => {
		const { keeper, add } = await myWants();
		await add('a');
		await keeper.rewrite(() => ({}), 'my-plan.status.broughtIn');
		expect(await wants()).toEqual([]);
		expect(line()).toBe('my-plan.status.broughtIn');
	});
});

describe('what a person wrote in the plan beside its lists', () => {
	test('is empty at first, kept word by word, and one undo takes a field back whole', async () => {
		const notes = new NotesKeeper(given.services);
		given.watch(() => [notes.isReady, notes.notes]);
		await notes.open();
		await given.until(() => notes.isReady);
		expect(notes.notes.asks).toEqual([]);
		await notes.type('alone', () => 'music');
		await notes.type('alone', () => 'music and tea');
		await given.until(() => notes.notes.alone === 'music and tea');
		await given.services.status.undo();
		await given.until(() => notes.notes.alone === undefined);
	});

	test('two fields are two undos', async () => {
		const notes = new NotesKeeper(given.services);
		await notes.type('alone', () => 'music');
		await notes.type('distract', () => 'the library');
		await given.services.status.undo();
		const kept = await latest(given.storage.planNotes.observe());
		expect(kept).toMatchObject({ alone: 'music' });
		expect(kept.distract).toBeUndefined();
	});

	test('a choice says what it did, and leaves the words alone', async () => {
		const notes = new NotesKeeper(given.services);
		await notes.type('alone', () => 'music');
		await notes.choose({ asks: ['a'] });
		expect(line()).toBe('shell.status.changed');
		expect(await latest(given.storage.planNotes.observe())).toMatchObject({ alone: 'music', asks: ['a'] });
	});
});

describe('my early signs', () => {
	const urgent = earlySigns.find(({ level }) => level === 'urgent')!.id;
	const other = earlySigns.find(({ level }) => level !== 'urgent')!.id;
	const sign = (fields: object) => ({ id: 's', order: 0, ...fields });
	async function mySigns() {
		const signs = new MySigns(given.services);
		given.watch(() => [signs.isReady, signs.people.items]);
		await signs.open();
		await given.until(() => signs.isReady);
		return signs;
	}

	test('an urgent example has help with it; another, or own words, have not', async () => {
		const signs = await mySigns();
		expect(signs.examples.length).toBeGreaterThan(10);
		expect(signs.isUrgent(sign({ sign: urgent }))).toBe(true);
		expect(signs.isUrgent(sign({ sign: other }))).toBe(false);
		expect(signs.isUrgent(sign({ words: 'I stop singing' }))).toBe(false);
	});

	test('while nothing says which ones are urgent, each example has help with it', () => {
		const signs = new MySigns(given.services);
		expect(signs.isUrgent(sign({ sign: other }))).toBe(true);
		expect(signs.isUrgent(sign({ words: 'I stop singing' }))).toBe(false);
	});

	test('whom I tell stands with their name, with what they are, or in my words; nobody, with none', async () => {
		await given.storage.people.change(() => ({
			lea: { id: 'lea', order: 0, name: 'Léa', role: 'friend' },
			doctor: { id: 'doctor', order: 1, name: '', role: 'doctor', phone: '418 555-0199' }
		}));
		const signs = await mySigns();
		await given.until(() => signs.people.items.lea);
		const then = (fields: object) => signs.thenOf(keys, sign(fields));
		expect(then({ does: 'go out', tells: 'lea' })).toEqual([
			'my-plan.signs.ifThen (go out)',
			'my-plan.signs.tell (Léa)'
		]);
		expect(then({ tells: 'doctor' })).toEqual(['my-plan.signs.tellRole (people.roles.doctor)']);
		expect(then({ tellsWords: 'my cat' })).toEqual(['my-plan.signs.tell (my cat)']);
		expect(then({ tells: 'gone' })).toEqual([]);
		expect(then({})).toEqual([]);
	});

	test('is named by own words before those of the example, and by its place while it has none', () => {
		const signs = new MySigns(given.services);
		expect(signs.titleOf(keys, sign({ sign: urgent, words: 'I hum' }))).toBe('I hum');
		expect(signs.titleOf(keys, sign({ sign: urgent }))).toBe(`early-signs.signs.${urgent}`);
		expect(signs.titleOf(keys, sign({}))).toBe('my-plan.signs.new');
	});
});

describe('the parts of the plan', () => {
	function lines() {
		const parts = new PlanParts(given.services);
		const all = () =>
			Object.fromEntries(planParts.map((part) => [part, parts.lineOf(keys, 'en', part)] as const));
		const screen = given.watch(all);
		return { all, seen: (part: (typeof planParts)[number], says: string) => given.until(() => screen.now[part] === says) }; // prettier-ignore
	}

	test('say what each is for while there is nothing in it', () => {
		expect(lines().all()).toEqual({
			wants: 'plan.parts.wants.none',
			agreements: 'plan.parts.agreements.none',
			visit: 'plan.parts.visit.none',
			people: 'plan.parts.people.none',
			signs: 'plan.parts.signs.none',
			crisis: 'plan.parts.crisis.none'
		});
	});

	test('count what is there: agreements that ended, and questions that were put away, no more', async () => {
		await given.storage.wants.change(() => ({
			a: { id: 'a', order: 0, horizon: 'week', words: 'Sea' },
			b: { id: 'b', order: 1, horizon: 'week', words: 'Sky' }
		}));
		await given.storage.agreements.change(() => ({
			a: { id: 'a', order: 0, side: 'me', words: 'Walk' },
			b: { id: 'b', order: 1, side: 'me', words: 'Run', ended: 'letGo' }
		}));
		await given.storage.questions.change(() => ({
			a: { id: 'a', order: 0, words: 'Why?' },
			b: { id: 'b', order: 1, words: 'When?', isAway: true }
		}));
		await given.storage.people.change(() => ({ a: { id: 'a', order: 0, name: 'Léa', role: 'friend' } }));
		await given.storage.planNotes.change((notes) => ({ ...notes, alone: 'music' }));
		const { seen } = lines();
		await seen('wants', 'plan.parts.count (2)');
		await seen('agreements', 'plan.parts.count (1)');
		await seen('visit', 'plan.parts.count (1)');
		await seen('people', 'plan.parts.peopleCount (1)');
		await seen('crisis', 'plan.parts.crisis.some');
	});

	test('the day of the next visit comes before its questions; a sheet is told while nothing was agreed', async () => {
		await given.storage.planNotes.change((notes) => ({ ...notes, visitOn: localDay('2026-12-03') }));
		await given.storage.sheet.change(() => ({
			langs: 'en',
			layout: 'list',
			date: localDay('2026-11-20'),
			ideas: { physical: [], social: [], mental: [] },
			agreements: { me: ['I walk'], team: [], lovedOnes: [] },
			signs: []
		}));
		const { seen, all } = lines();
		await seen('agreements', 'plan.parts.fromSheet');
		await vi.waitFor(() => expect(all().visit).toMatch(/^plan\.parts\.visitOn \(.*December 3/));
	});
});
