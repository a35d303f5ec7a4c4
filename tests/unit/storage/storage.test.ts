import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isEmptyDay, timesDone, withNote, withoutLastTick, withRest, withTick } from '$lib/domain/day';
import { withDone } from '$lib/domain/done';
import { noDice } from '$lib/domain/kept-dice';
import { addDays, localDay } from '$lib/domain/local-day';
import { defaultPreferences } from '$lib/domain/preferences';
import { noExtras } from '$lib/domain/prescription';
import { withItems } from '$lib/domain/new-step';
import { madeSmaller, moved, type Step } from '$lib/domain/step';
import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import { kindOf, recordNames } from '$lib/storage/kept-records';
import type { RecordRepository, Storage } from '$lib/storage/types';
import { fullProfile } from '../../support/full-profile';
import { anItem, anyStepsAround, aStep, idsInOrder, stepId, stepsNamed } from '../../support/builders';
import { drivers } from '../../support/drivers';
import { follow, freshName, latest } from '../../support/open-database';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-21');
const byId = (a: Step, b: Step) => (a.id < b.id ? -1 : 1);
const stepsIn = async (storage: Storage) => (await latest(storage.plan.observe())).toSorted(byId);
const dayIn = (storage: Storage, day = today) => latest(storage.days.observe(day));

// a tab that makes way for an erase says so
vi.spyOn(console, 'warn').mockReturnValue(undefined);

const opened: Storage[] = [];
afterEach(async () => {
	for (const storage of opened.splice(0)) await storage.erase();
});

describe.each(drivers)('with %s', (kind, open) => {
	async function fresh(): Promise<Storage> {
		const storage = await open();
		opened.push(storage);
		return storage;
	}

	test('a first visit finds nothing', async () => {
		const storage = await fresh();
		expect(await latest(storage.news)).toEqual({});
		expect(storage.isDurable).toBe(kind !== 'the stand-in in memory');
		expect(await stepsIn(storage)).toEqual([]);
		expect(await dayIn(storage)).toBeUndefined();
		expect(await storage.settings.readPreferences()).toBeUndefined();
		expect(await storage.drafts.read('a')).toBeUndefined();
	});

	describe('the dice', () => {
		const diceIn = (storage: Storage) => latest(storage.dice.observe());

		test('are kept, followed, and taken back', async () => {
			const storage = await fresh();
			expect(await diceIn(storage)).toEqual(noDice);
			const undo = await storage.dice.change((dice) => ({ ...dice, hidden: ['a'] }));
			expect(await diceIn(storage)).toEqual({ ...noDice, hidden: ['a'] });
			await undo();
			expect(await diceIn(storage)).toEqual(noDice);
		});

		test('an undo leaves alone what was chosen since', async () => {
			const storage = await fresh();
			const undo = await storage.dice.change((dice) => ({ ...dice, hidden: ['a'] }));
			await storage.dice.change((dice) => ({ ...dice, seen: ['b'], play: 'three' }));
			await undo();
			expect(await diceIn(storage)).toEqual({ ...noDice, seen: ['b'], play: 'three' });
			const late = await storage.dice.change((dice) => ({ ...dice, hidden: ['a'] }));
			await storage.dice.change((dice) => ({ ...dice, hidden: ['a', 'c'] }));
			await late();
			expect((await diceIn(storage)).hidden).toEqual(['a', 'c']);
		});

		test('what was done is kept with its day, and a day from before the dice stays as it is', async () => {
			const storage = await fresh();
			await storage.days.change(today, (day) => withRest(day, true));
			expect(await dayIn(storage)).toEqual({ day: today, ticks: [], isRest: true });
			const done = { at: 1, form: 'social', minutes: 2, activity: 'soc-a' } as const;
			await storage.days.change(today, (day) => withDone(day, done));
			expect(await dayIn(storage)).toEqual({ day: today, ticks: [], isRest: true, done: [done] });
		});
	});

	describe('what goes with the steps', () => {
		const sheet = { ...noExtras('fr'), date: today, signs: [{ words: 'je dors moins' }] };
		const sheetIn = (storage: Storage) => latest(storage.sheet.observe());

		test('is kept, followed, and taken back', async () => {
			const storage = await fresh();
			expect(await sheetIn(storage)).toBeUndefined();
			await storage.sheet.change(() => sheet);
			const undo = await storage.sheet.change((kept) => kept && { ...kept, signs: [] });
			expect(await sheetIn(storage)).toEqual({ ...sheet, signs: [] });
			await undo();
			expect(await sheetIn(storage)).toEqual(sheet);
			await storage.sheet.change(() => undefined);
			expect(await sheetIn(storage)).toBeUndefined();
		});

		test('an undo leaves alone what was written since', async () => {
			const storage = await fresh();
			const undo = await storage.sheet.change(() => sheet);
			await storage.sheet.change(() => ({ ...sheet, layout: 'large' }));
			await undo();
			expect(await sheetIn(storage)).toEqual({ ...sheet, layout: 'large' });
		});

		test('leaves the choices of look and language alone', async () => {
			const storage = await fresh();
			await storage.settings.savePreferences(defaultPreferences);
			await (
				await storage.sheet.change(() => sheet)
			)();
			expect(await storage.settings.readPreferences()).toEqual(defaultPreferences);
		});
	});

	describe('a day', () => {
		test('what was done is there when asked again', async () => {
			const storage = await fresh();
			const written = await storage.days.change(today, (day) => withTick(day, aStep(), 5));
			expect(written).toEqual({ day: today, ticks: [{ step: 'a', at: 5 }] });
			expect(await dayIn(storage)).toEqual(written);
		});

		test('a hundred taps at once all count', async () => {
			const storage = await fresh();
			const many = { id: stepId('a'), times: 1000 };
			await Promise.all(
				Array.from({ length: 100 }, (_, at) => storage.days.change(today, (day) => withTick(day, many, at)))
			);
			expect(timesDone(await dayIn(storage), stepId('a'))).toBe(100);
		});

		test('a hundred taps past the dose count up to the dose', async () => {
			const storage = await fresh();
			await Promise.all(
				Array.from({ length: 100 }, (_, at) =>
					storage.days.change(today, (day) => withTick(day, aStep({ times: 3 }), at))
				)
			);
			expect(timesDone(await dayIn(storage), stepId('a'))).toBe(3);
		});

		test('a tick and a note made at the same moment are both kept', async () => {
			const storage = await fresh();
			await Promise.all([
				storage.days.change(today, (day) => withTick(day, aStep(), 1)),
				storage.days.change(today, (day) => withNote(day, 'sunny')),
				storage.days.change(today, (day) => withRest(day, true))
			]);
			expect(await dayIn(storage)).toEqual({
				day: today,
				ticks: [{ step: 'a', at: 1 }],
				note: 'sunny',
				isRest: true
			});
		});

		test('when everything on it is taken back, nothing is kept of it', async () => {
			const storage = await fresh();
			await storage.days.change(today, (day) => withTick(day, aStep(), 1));
			const after = await storage.days.change(today, (day) => withoutLastTick(day, stepId('a')));
			expect(isEmptyDay(after)).toBe(true);
			expect(await dayIn(storage)).toBeUndefined();
			expect(await latest(storage.days.observeBetween(today, today))).toEqual([]);
		});

		test('a change that changes nothing keeps no empty day', async () => {
			const storage = await fresh();
			await storage.days.change(today, (day) => withoutLastTick(day, stepId('a')));
			expect(await latest(storage.days.observeBetween(addDays(today, -9), today))).toEqual([]);
		});

		test('days between two days come earliest first, both ends included', async () => {
			const storage = await fresh();
			for (const by of [2, -1, 0, 1, -2])
				await storage.days.change(addDays(today, by), (day) => withRest(day, true));
			const days = await latest(storage.days.observeBetween(addDays(today, -1), addDays(today, 1)));
			expect(days.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
			expect(await latest(storage.days.observeBetween(today, addDays(today, -1)))).toEqual([]);
		});

		test('the screen follows each change', async () => {
			const storage = await fresh();
			const { until, stop } = follow(storage.days.observe(today));
			await until((day) => day === undefined);
			await storage.days.change(today, (day) => withTick(day, aStep({ times: 2 }), 1));
			await until((day) => day?.ticks.length === 1);
			await storage.days.change(today, (day) => withTick(day, aStep({ times: 2 }), 2));
			expect((await until((day) => day?.ticks.length === 2))?.ticks).toHaveLength(2);
			stop();
		});

		test('a change that breaks off keeps what was there', async () => {
			const storage = await fresh();
			const before = await storage.days.change(today, (day) => withNote(day, 'mine'));
			await expect(
				storage.days.change(today, () => {
					throw new RangeError('stop');
				})
			).rejects.toThrow();
			expect(await dayIn(storage)).toEqual(before);
		});
	});

	describe('the plan', () => {
		test('steps are kept as they are', async () => {
			const storage = await fresh();
			const steps = stepsNamed('a', 'b');
			await storage.plan.change(() => steps);
			expect(await stepsIn(storage)).toEqual(steps);
		});

		test('a step that is left out of the change goes, and comes back with undo', async () => {
			const storage = await fresh();
			const steps = stepsNamed('a', 'b');
			await storage.plan.change(() => steps);
			const undo = await storage.plan.change(([a]) => [a!]);
			expect(await stepsIn(storage)).toEqual([steps[0]]);
			await undo();
			expect(await stepsIn(storage)).toEqual(steps);
		});

		test('undo gives back exactly what was there, whatever was changed', async () => {
			const change = fc.constantFrom<(steps: readonly Step[]) => readonly Step[]>(
				(steps) => moved(steps, steps[0]?.id ?? stepId('z'), 1),
				(steps) => steps.map((step) => madeSmaller(step, 'tiny')),
				(steps) => steps.map((step) => ({ ...step, pause: { from: today } })),
				(steps) => steps.slice(1),
				(steps) => withItems(steps, [anItem()], { newId: idsInOrder(), at: 1 }),
				() => [],
				() => stepsNamed('x', 'step-0'),
				(steps) => steps
			);
			const storage = await fresh();
			await fc.assert(
				fc.asyncProperty(anyStepsAround(today, 6), change, async (steps, change) => {
					await storage.plan.change(() => steps);
					const undo = await storage.plan.change(change);
					await undo();
					expect(await stepsIn(storage)).toEqual(steps.toSorted(byId));
				}),
				{ numRuns: runs(40) }
			);
		});

		test('undo of one change leaves what was done to other steps since', async () => {
			const storage = await fresh();
			await storage.plan.change(() => stepsNamed('a', 'b'));
			const undo = await storage.plan.change((steps) => steps.filter(({ id }) => id !== 'a'));
			await storage.plan.change((steps) => [...steps, aStep({ id: 'c', order: 2 })]);
			await undo();
			expect((await stepsIn(storage)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		});

		test('undo takes back only its own words, never what another tab wrote since', async () => {
			const storage = await fresh();
			await storage.plan.change(() => stepsNamed('a', 'b'));
			const edit = (id: string, change: Partial<Step>) =>
				storage.plan.change((steps) => steps.map((step) => (step.id === id ? { ...step, ...change } : step)));
			const undo = await storage.plan.change((steps) =>
				steps.map((step) => ({ ...step, pause: { from: today }, detail: 'noon' }))
			);
			await edit('a', { words: 'theirs' });
			await edit('b', { detail: 'later' });
			await undo();
			const [a, b] = stepsNamed('a', 'b');
			expect(await stepsIn(storage)).toStrictEqual([
				{ ...a, words: 'theirs' },
				{ ...b, detail: 'later' }
			]);
		});

		test('undo of an added step leaves it when it was written in since, and of a removed one brings no old words', async () => {
			const storage = await fresh();
			await storage.plan.change(() => stepsNamed('a'));
			const undoAdd = await storage.plan.change((steps) => [...steps, aStep({ id: 'b' })]);
			const undoRemove = await storage.plan.change((steps) => steps.filter(({ id }) => id !== 'a'));
			await storage.plan.change((steps) => [
				...steps.map((step) => ({ ...step, words: 'theirs' })),
				aStep({ words: 'new' })
			]);
			await undoAdd();
			await undoRemove();
			expect((await stepsIn(storage)).map(({ words }) => words)).toEqual(['new', 'theirs']);
		});

		test('two changes at once are both kept', async () => {
			const storage = await fresh();
			await Promise.all(
				['a', 'b', 'c'].map((id, order) => storage.plan.change((steps) => [...steps, aStep({ id, order })]))
			);
			expect((await stepsIn(storage)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
		});

		test('taking the example away takes its steps and ticks, and nothing of the person’s', async () => {
			const storage = await fresh();
			const yesterday = addDays(today, -1);
			const mine = aStep({ id: 'mine' });
			const shown = aStep({ id: 'shown', isExample: true, order: 1 });
			await storage.plan.change(() => [mine, shown]);
			await storage.days.change(today, (day) => withTick(withTick(day, mine, 1), shown, 2));
			await storage.days.change(yesterday, (day) => withTick(day, shown, 3));
			await storage.days.change(addDays(today, -2), (day) => withNote(withTick(day, shown, 4), 'mine'));
			const before = await latest(storage.days.observeBetween(addDays(today, -9), today));
			const undo = await storage.plan.removeExample();
			expect(await stepsIn(storage)).toEqual([mine]);
			expect(await latest(storage.days.observeBetween(addDays(today, -9), today))).toEqual([
				{ day: '2026-11-19', ticks: [], note: 'mine' },
				{ day: today, ticks: [{ step: 'mine', at: 1 }] }
			]);
			expect(await dayIn(storage, yesterday)).toBeUndefined();
			await undo();
			await undo();
			expect(await stepsIn(storage)).toEqual([mine, shown]);
			expect(await latest(storage.days.observeBetween(addDays(today, -9), today))).toEqual(before);
		});

		test('what the person changes in what they were given changes nothing that is kept', async () => {
			const storage = await fresh();
			await storage.plan.change(() => stepsNamed('a'));
			(await latest(storage.plan.observe())).length = 0;
			expect(await stepsIn(storage)).toHaveLength(1);
		});
	});

	test('a draft comes back until it is cleared', async () => {
		const storage = await fresh();
		const draft = { key: 'note', text: 'half a sen', at: 5 };
		await storage.drafts.save(draft);
		await storage.drafts.save({ ...draft, text: 'half a sentence' });
		expect(await storage.drafts.read('note')).toEqual({ ...draft, text: 'half a sentence' });
		await storage.drafts.clear('note');
		expect(await storage.drafts.read('note')).toBeUndefined();
	});

	test('preferences come back as they were chosen', async () => {
		const storage = await fresh();
		const preferences = {
			lang: 'fr',
			look: 'dark',
			textSize: 150,
			motion: 'reduced',
			region: 'CA-QC'
		} as const;
		await storage.settings.savePreferences(preferences);
		expect(await storage.settings.readPreferences()).toEqual(preferences);
	});

	test('erasing leaves nothing, not even the preferences', async () => {
		const name = freshName();
		const storage = kind === 'the database' ? await openStorage(false, name) : await openInMemory();
		await storage.plan.change(() => stepsNamed('a'));
		await storage.days.change(today, (day) => withRest(day, true));
		await storage.drafts.save({ key: 'note', text: 'x', at: 1 });
		await storage.settings.savePreferences({ look: 'dark', textSize: 100, motion: 'system' });
		await storage.erase();
		const after = kind === 'the database' ? await openStorage(false, name) : storage;
		opened.push(after);
		expect(await stepsIn(after)).toEqual([]);
		expect(await dayIn(after)).toBeUndefined();
		expect(await after.drafts.read('note')).toBeUndefined();
		expect(await after.settings.readPreferences()).toBeUndefined();
	});
});

describe('the next visit', () => {
	test('finds everything that was said to be kept', async () => {
		const name = freshName();
		const first = await openStorage(false, name);
		await first.plan.change(() => stepsNamed('a', 'b'));
		await first.days.change(today, (day) => withTick(day, aStep(), 1));
		const second = await openStorage(true, name);
		opened.push(second);
		expect(await latest(second.news)).toEqual({});
		expect(await stepsIn(second)).toEqual(stepsNamed('a', 'b'));
		expect(await dayIn(second)).toEqual({ day: today, ticks: [{ step: 'a', at: 1 }] });
	});

	test('on a device that kept a plan and now holds none, says that something seems lost', async () => {
		const storage = await openStorage(true, freshName());
		opened.push(storage);
		expect(await latest(storage.news)).toHaveProperty('missingAt');
	});

	test('two tabs of the same visit see each other’s changes', async () => {
		const name = freshName();
		const [one, other] = await Promise.all([openStorage(false, name), openStorage(false, name)]);
		opened.push(one);
		await Promise.all(
			[one, other].flatMap((tab, t) =>
				Array.from({ length: 20 }, (_, at) =>
					tab.days.change(today, (day) => withTick(day, { id: stepId(`tab-${t}`), times: 99 }, at))
				)
			)
		);
		expect((await dayIn(one))?.ticks).toHaveLength(40);
		expect((await dayIn(other))?.ticks).toHaveLength(40);
	});
});

describe.each(drivers)('every small record, with %s', (_kind, open) => {
	test.each(recordNames)('%s is kept field by field, followed, and taken back', async (name) => {
		const storage = await open();
		opened.push(storage);
		const record = storage[name] as RecordRepository<unknown>;
		const { parse, none } = kindOf(name);
		const value = parse(fullProfile('en', today, 1).records[name]);
		expect(await latest(record.observe())).toEqual(none);
		const undo = await record.change(() => value);
		expect(await latest(record.observe())).toEqual(value);
		await undo();
		expect(await latest(record.observe())).toEqual(none);
	});
});
