import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withNote, withRest } from '$lib/domain/day';
import { isSame } from '$lib/domain/is-same';
import { localDay } from '$lib/domain/local-day';
import { openStorage } from '$lib/storage';
import { createDatabase } from '$lib/storage/database';
import { madeUpFor } from '$lib/storage/difference';
import { createRepositories } from '$lib/storage/repositories';
import { createWrite, type Write } from '$lib/storage/write';
import type { Draft, LastWordsPlace } from '$lib/storage/types';
import { createWriteAhead } from '$lib/storage/write-ahead';
import { aStep } from '../../support/builders';
import { freshName, latest } from '../../support/open-database';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-28');

/** A page that is about to go: what it writes is put down, what it would first have to read is never heard. */
async function aGoingPage(name: string) {
	const db = createDatabase(name);
	await db.open();
	let isGoing = false;
	const real = createWrite(db, () => undefined);
	const write: Write = (tables, work) =>
		isGoing && tables.some((table) => table !== db.drafts)
			? new Promise(() => undefined)
			: real(tables, work);
	const page = createRepositories(
		db,
		write,
		createWriteAhead(db, write, () => isGoing)
	);
	return {
		page,
		go: async (change: () => unknown) => {
			isGoing = true;
			change();
			// what it wrote without asking
			await db.drafts.count();
			db.close();
		}
	};
}

async function nextVisit(name: string) {
	const storage = await openStorage(true, name);
	const rest = async () => {
		const db = createDatabase(name);
		const drafts = await db.drafts.toArray();
		db.close();
		return drafts;
	};
	return { storage, rest };
}

describe('what a page could not end when it went', () => {
	test('is there at the next visit: a note of the day, words of the plan, a step', async () => {
		const name = freshName();
		const before = await openStorage(false, name);
		await before.plan.change(() => [aStep({ id: 's', words: 'Walk' })]);
		const { page, go } = await aGoingPage(name);
		await Promise.all([
			latest(page.days.observe(today)),
			latest(page.planNotes.observe()),
			latest(page.plan.observe())
		]);
		await go(() => {
			void page.days.change(today, (day) => withNote(day, 'Soup with Lea'));
			void page.planNotes.change((notes) => ({ ...notes, visitOn: today }));
			void page.plan.change((steps) => steps.map((step) => ({ ...step, words: 'Walk to the river' })));
		});
		const { storage, rest } = await nextVisit(name);
		expect(await latest(storage.days.observe(today))).toMatchObject({ note: 'Soup with Lea' });
		expect(await latest(storage.planNotes.observe())).toMatchObject({ visitOn: today });
		expect(await latest(storage.plan.observe())).toMatchObject([{ id: 's', words: 'Walk to the river' }]);
		expect(await rest()).toEqual([]);
	});

	test('joined words longer than the field are never cut', async () => {
		const name = freshName();
		const [mine, theirs] = ['m'.repeat(590), 't'.repeat(590)];
		const before = await openStorage(false, name);
		const { page, go } = await aGoingPage(name);
		await latest(page.planNotes.observe());
		await before.planNotes.change((notes) => ({ ...notes, helps: theirs }));
		await go(() => void page.planNotes.change((notes) => ({ ...notes, helps: mine })));
		const { storage } = await nextVisit(name);
		const { helps } = await latest(storage.planNotes.observe());
		expect([helps?.includes(mine), helps?.includes(theirs)]).toEqual([true, true]);
		// whatever is changed there later
		await storage.planNotes.change((notes) => ({ ...notes, visitOn: today }));
		expect((await latest(storage.planNotes.observe())).helps).toBe(helps);
	});

	test('two fields that go at once are both there, a new entry too', async () => {
		const name = freshName();
		const { page, go } = await aGoingPage(name);
		await latest(page.people.observe());
		const lea = { id: 'lea', order: 1, name: 'Lea', role: 'close' as const };
		await go(() => {
			void page.people.change((people) => ({ ...people, lea }));
			void page.people.change((people) => ({ ...people, lea: { ...people.lea!, phone: '514 555-0170' } }));
		});
		const { storage } = await nextVisit(name);
		expect(await latest(storage.people.observe())).toEqual({ lea: { ...lea, phone: '514 555-0170' } });
	});

	test('never comes over what another tab wrote since', async () => {
		const name = freshName();
		const { page, go } = await aGoingPage(name);
		await latest(page.days.observe(today));
		await go(() => void page.days.change(today, (day) => withRest(withNote(day, 'Soup'), true)));
		// by a tab that was open already: it does not look at what waits
		const db = createDatabase(name);
		await db.days.put({ day: today, ticks: [], note: 'Bread' });
		db.close();
		const { storage } = await nextVisit(name);
		expect(await latest(storage.days.observe(today))).toMatchObject({
			note: 'Bread · Soup',
			isRest: true
		});
	});

	test('nor what it had asked for already, when the database had no time for it', async () => {
		const name = freshName();
		const before = await openStorage(false, name);
		await before.plan.change(() => [aStep({ id: 's', words: 'Walk' })]);
		await before.days.change(today, (day) => withNote(day, 'Soup'));
		const left = new Map<string, Draft>();
		const going: (() => void)[] = [];
		const last: LastWordsPlace = {
			leave: (draft) => void left.set(draft.key, draft),
			taken: (key) => void left.delete(key),
			all: () => [...left.values()],
			onGoing: (listener) => void going.push(listener)
		};
		const db = createDatabase(name);
		await db.open();
		let isBusy = false;
		const real = createWrite(db, () => undefined);
		const write: Write = (tables, work) => (isBusy ? new Promise(() => undefined) : real(tables, work));
		const page = createRepositories(
			db,
			write,
			createWriteAhead(db, write, () => false, last),
			undefined,
			last
		);
		await Promise.all([latest(page.days.observe(today)), latest(page.plan.observe())]);
		isBusy = true;
		void page.plan.change((steps) => [...steps, aStep({ id: 't', words: 'Tea' })]);
		void page.plan.change((steps) => steps.map((step) => ({ ...step, words: `${step.words} slowly` })));
		void page.days.change(today, (day) => withRest(day, true));
		void page.drafts.save({ key: 'own-step', text: 'Water the plant', at: 5 });
		expect(left.size).toBe(1);
		for (const go of going) go();
		db.close();

		const next = await openStorage(true, name, { last });
		expect(left.size).toBe(0);
		expect(await latest(next.plan.observe())).toMatchObject([
			{ id: 's', words: 'Walk slowly' },
			{ id: 't', words: 'Tea slowly' }
		]);
		expect(await latest(next.days.observe(today))).toMatchObject({ note: 'Soup', isRest: true });
		expect(await next.drafts.list('')).toMatchObject([{ key: 'own-step', text: 'Water the plant' }]);
	});

	test('what was left never comes over what was typed later', async () => {
		const name = freshName();
		const before = await openStorage(false, name);
		await before.drafts.save({ key: 'own-step', text: 'Later words', at: 7 });
		const left: Draft[] = [{ key: 'own-step', text: 'Earlier words', at: 6 }];
		const next = await openStorage(true, name, {
			last: { leave: () => undefined, taken: () => left.pop(), all: () => left, onGoing: () => undefined }
		});
		expect(await next.drafts.read('own-step')).toMatchObject({ text: 'Later words' });
		expect(left).toEqual([]);
	});

	test('a page out of sight that stays ends it itself, and nothing waits', async () => {
		const name = freshName();
		const storage = await openStorage(false, name, { isLeaving: () => true });
		await latest(storage.days.observe(today));
		await storage.days.change(today, (day) => withNote(day, 'Soup'));
		await storage.days.change(today, (day) => withNote(day, undefined));
		const { storage: next, rest } = await nextVisit(name);
		expect(await latest(next.days.observe(today))).toBeUndefined();
		expect(await rest()).toEqual([]);
	});
});

test('field by field, what was to be written is there unless somebody wrote it since', () => {
	const fields = fc.dictionary(
		fc.constantFrom('a', 'b', 'c'),
		fc.oneof(fc.integer({ min: 0, max: 3 }), fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom(0, 1)))
	);
	fc.assert(
		fc.property(fields, fields, fields, (before, after, present) => {
			const made = madeUpFor(present, [before], after) as Record<string, unknown>;
			// alone, it is as it was to be; whole, what is there stays
			expect(madeUpFor(before, [before], after)).toEqual(after);
			expect(madeUpFor(present, [before], before)).toEqual(present);
			for (const field of ['a', 'b', 'c'])
				if (typeof present[field] !== 'object' || typeof after[field] !== 'object')
					expect(made[field]).toEqual(isSame(present[field], before[field]) ? after[field] : present[field]);
		}),
		{ numRuns: runs(200) }
	);
});
