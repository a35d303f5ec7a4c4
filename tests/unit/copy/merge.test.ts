import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged } from '$lib/copy/merge';
import { noRows, type Rows } from '$lib/copy/rows';
import type { Day, Tick } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import type { Note } from '$lib/domain/note';
import type { StepId } from '$lib/domain/step';
import { aDay, aPhoto, aStep, stepId } from '../../support/builders';
import { runs } from '../../support/property-runs';

const day = localDay('2026-11-28');
const later = 1_800_000_000_000;
const join = (mine: Partial<Rows>, theirs: Partial<Rows>, records = (_: string, one: unknown) => one) =>
	merged({ ...noRows, ...mine }, { ...noRows, ...theirs }, records, later);
const aNote = (given: Partial<Note> = {}): Note => ({
	id: 'n',
	day,
	at: 1,
	changedAt: 1,
	text: '',
	tags: [],
	chimes: [],
	...given
});
const version = (text: string, at = 1) => ({ note: 'n', text, at });

describe('a note that both have', () => {
	test('changed in both holds both texts, and each alone in what it said before', () => {
		const { notes, versions } = join(
			{ notes: [aNote({ text: 'Bread', changedAt: 5, tags: ['a'] })], versions: [version('Soup')] },
			{
				notes: [aNote({ text: 'Rice', changedAt: 7, tags: ['b', 'A'], keptAt: 3 })],
				versions: [version('Soup')]
			}
		);
		expect(notes).toMatchObject([{ text: 'Bread\n\nRice', tags: ['a', 'b'], keptAt: 3, changedAt: later }]);
		expect(versions.map(({ text }) => text)).toEqual(['Soup', 'Bread', 'Rice']);
	});

	test('that only one of them changed is as it was changed', () => {
		const [old, changed] = [aNote({ text: 'Soup', changedAt: 1 }), aNote({ text: 'Bread', changedAt: 5 })];
		const said = [version('Soup')];
		expect(join({ notes: [changed], versions: said }, { notes: [old] }).notes).toEqual([changed]);
		expect(join({ notes: [old] }, { notes: [changed], versions: said }).notes).toEqual([changed]);
		// what was cut out on purpose does not come back, nor do words of a note that was emptied
		for (const cut of [aNote({ text: 'So', changedAt: 5 }), aNote({ text: '', changedAt: 5 })])
			expect(join({ notes: [cut], versions: said }, { notes: [old] }).notes).toEqual([cut]);
	});

	test('that one of them deleted stays; that both deleted stays deleted', () => {
		const [there, gone] = [aNote({ text: 'x' }), aNote({ text: 'x', deletedAt: 9 })];
		expect(join({ notes: [gone] }, { notes: [there] }).notes).toEqual([there]);
		expect(join({ notes: [there] }, { notes: [gone] }).notes).toEqual([there]);
		expect(join({ notes: [gone] }, { notes: [{ ...gone, deletedAt: 11 }] }).notes).toMatchObject([
			{ deletedAt: 11 }
		]);
	});
});

test('days hold the ticks of both, the notes of both, and rest of either', () => {
	const { days } = join(
		{ days: [aDay(day, ['a'], { note: 'Soup' })] },
		{ days: [aDay(day, ['a', 'b'], { note: 'Bread', isRest: true }), aDay('2026-11-27', ['c'])] }
	);
	expect(days).toHaveLength(2);
	expect(days[0]).toEqual({ ...aDay(day, ['a', 'b']), note: 'Bread\n\nSoup', isRest: true });
});

test('two things done at the same instant both stay', () => {
	const idea = (words: string) => ({ at: 5, form: 'mental', minutes: 5, words }) as const;
	const mine = { days: [aDay(day, [], { done: [idea('a')] })] };
	const theirs = {
		days: [
			aDay(day, [], {
				done: [
					{ ...idea('a'), felt: 3 as const },
					{ ...idea('b'), at: 5 }
				]
			})
		]
	};
	const both = join(mine, theirs);
	expect(both.days[0]?.done).toEqual([
		{ ...idea('a'), felt: 3 },
		{ ...idea('b'), at: 6 }
	]);
	expect(join(both, theirs)).toEqual(both);
});

test('a step that both have is mine, with what only they wrote; theirs stand after mine', () => {
	const { steps } = join(
		{ steps: [aStep({ id: 'a', words: 'Walk', order: 0 }), aStep({ id: 'b', order: 1 })] },
		{
			steps: [
				aStep({ id: 'c', order: 0 }),
				aStep({ id: 'a', words: 'Run', reason: 'Why', order: 1, putAwayAt: 5 })
			]
		}
	);
	expect(steps.map(({ id, order }) => [id, order])).toEqual([
		['a', 0],
		['b', 1],
		['c', 2]
	]);
	expect(steps[0]).toMatchObject({ words: 'Walk', reason: 'Why' });
	expect(steps[0]).not.toHaveProperty('putAwayAt');
});

describe('a step that two devices chose, each by itself', () => {
	const walk = (id: string, more: object = {}) => aStep({ id, words: 'Walk', order: 0, ...more });

	test('is one step, with the ticks of both, and is one again when the copy comes back', () => {
		const [mine, theirs] = [
			{ steps: [walk('a')], days: [aDay(day, ['a'])] },
			{ steps: [walk('b', { createdAt: 9, reason: 'I sleep' })], days: [aDay('2026-11-27', ['b'])] }
		];
		const both = join(mine, theirs);
		expect(both.steps).toEqual([{ ...walk('a'), reason: 'I sleep' }]);
		expect(both.days).toEqual([aDay(day, ['a']), aDay('2026-11-27', ['a'])]);
		expect(join(both, theirs)).toEqual(both);
		// on the other device it stays under its own id
		expect(join(theirs, both).steps.map(({ id }) => id)).toEqual(['b']);
	});

	test('stays two where anything that a person wrote or sees differs, or one of them was put away', () => {
		for (const more of [
			{ detail: '8:30' },
			{ words: 'Run' },
			{ times: 2 },
			{ putAwayAt: 5 },
			{ pause: { from: day } },
			{ isQuoted: true }
		])
			expect(join({ steps: [walk('a')] }, { steps: [walk('b', more)] }).steps).toHaveLength(2);
		const reasons = join({ steps: [walk('a', { reason: 'x' })] }, { steps: [walk('b', { reason: 'y' })] });
		expect(reasons.steps).toHaveLength(2);
	});

	test('stands for one of theirs only', () => {
		const theirs = { steps: [walk('b'), walk('c', { order: 1 })] };
		const both = join({ steps: [walk('a')] }, theirs);
		expect(both.steps.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(join(both, theirs)).toEqual(both);
	});
});

test('words that wait are the later ones; those that were saved since wait no more', () => {
	const draft = (text: string, at: number, id = 'n') => ({
		key: `note:${id}:tab`,
		text: JSON.stringify({ id, day, text }),
		at
	});
	const kept = { notes: [aNote({ text: 'Soup and bread' })] };
	expect(join(kept, { drafts: [draft('Soup', 5), draft('Rice', 5, 'other')] }).drafts).toEqual([
		draft('Rice', 5, 'other')
	]);
	expect(join({ drafts: [draft('a', 5)] }, { drafts: [draft('b', 7)] }).drafts).toEqual([draft('b', 7)]);
	expect(join({ drafts: [draft('a', 5)] }, { drafts: [draft('b', 3)] }).drafts).toEqual([draft('a', 5)]);
});

test('the row of stitches counts each note once, and never goes down', () => {
	const stitches = (value: number) => ({ settings: [{ key: 'stitches', value }] });
	const mine = { ...stitches(5), notes: [aNote({ id: 'a' }), aNote({ id: 'b' })] };
	const theirs = { ...stitches(3), notes: [aNote({ id: 'b' }), aNote({ id: 'c' })] };
	const both = join(mine, theirs);
	expect(both.settings).toEqual([{ key: 'stitches', value: 6 }]);
	expect(join(both, theirs).settings).toEqual(both.settings);
	expect(join(theirs, mine).settings).toEqual(both.settings);
});

/** A few ids and words, so that two devices really meet. */
const few = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('', 'Soup', 'Bread', 'Soup and bread', 'Rice 🌱');
const instant = fc.integer({ min: 1, max: 6 });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const clean = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
const anyNote = fc
	.record({
		id: few,
		text,
		at: instant,
		changedAt: instant,
		tags: fc.uniqueArray(few, { maxLength: 3 }),
		keptAt: optional(instant),
		deletedAt: optional(instant)
	})
	.map((given) => clean(aNote(given as Partial<Note>)));
const anyDay = fc
	.record({
		ago: fc.integer({ min: 0, max: 2 }),
		ticks: fc.array(fc.record({ step: few.map(stepId), at: instant }), { maxLength: 4 }),
		note: optional(text.filter(Boolean)),
		isRest: optional(fc.constant(true as const)),
		done: optional(fc.array(fc.record({ at: instant, form: fc.constant('mental' as const), minutes: fc.constant(5), words: text }), { maxLength: 3 }))
	})
	.map(({ ago, ticks, done, ...rest }): Day => clean({ ...rest, day: addDays(day, -ago), ticks: unique(ticks), ...(done?.length && { done: unique(done, ({ at }) => `${at}`).sort((a, b) => a.at - b.at) }) }) as Day); // prettier-ignore
function unique<T>(list: readonly T[], key: (one: T) => string = (one) => JSON.stringify(one)): T[] {
	return [...new Map(list.map((one) => [key(one), one])).values()];
}
const anyRows: fc.Arbitrary<Rows> = fc.record({
	days: fc.uniqueArray(anyDay, { selector: ({ day }) => day, maxLength: 3 }),
	steps: fc.uniqueArray(
		fc.record({ id: few, words: text, order: fc.nat(5) }).map((given) => aStep(given)),
		{ selector: ({ id }) => id, maxLength: 3 }
	),
	drafts: fc.uniqueArray(fc.record({ key: few, text, at: instant }), {
		selector: ({ key }) => key,
		maxLength: 3
	}),
	settings: fc
		.record({ stitches: fc.nat(9) })
		.map(({ stitches }) => (stitches > 0 ? [{ key: 'stitches', value: stitches }] : [])),
	notes: fc.uniqueArray(anyNote, { selector: ({ id }) => id, maxLength: 3 }),
	versions: fc.uniqueArray(fc.record({ note: few, text, at: instant }), {
		selector: ({ note, text }) => `${note} ${text}`,
		maxLength: 4
	}),
	photos: fc.uniqueArray(
		fc
			.record({ id: few, alt: text, keptAt: optional(instant), deletedAt: optional(instant) })
			.map(({ id, ...rest }) => clean(aPhoto(id, 'a', clean(rest) as object))),
		{ selector: ({ id }) => id, maxLength: 3 }
	),
	recordings: fc.uniqueArray(fc.record({ id: few, note: few, at: instant }), {
		selector: ({ id }) => id,
		maxLength: 2
	})
});

const mergeOf = (mine: Rows, theirs: Rows) => merged(mine, theirs, (_, one) => one, later);

describe('whatever two devices hold', () => {
	test('merging twice is merging once', () => {
		fc.assert(
			fc.property(anyRows, anyRows, (mine, theirs) => {
				const once = mergeOf(mine, theirs);
				expect(mergeOf(once, theirs)).toEqual(once);
				expect(mergeOf(mine, mine)).toEqual(mine);
				expect(merged(once, theirs, (_, one) => one, later + 99)).toEqual(once);
			}),
			{ numRuns: runs(300) }
		);
	});

	test('nothing of either is lost', () => {
		fc.assert(
			fc.property(anyRows, anyRows, (mine, theirs) => {
				const both = mergeOf(mine, theirs);
				const words = JSON.stringify(both).replaceAll('\\n\\n', ' ');
				for (const rows of [mine, theirs]) {
					for (const { id, text, tags, deletedAt, keptAt } of rows.notes) {
						const note = both.notes.find((one) => one.id === id)!;
						const said = [
							note.text,
							...both.versions.filter((one) => one.note === id).map((one) => one.text)
						];
						expect(said.some((one) => one.includes(text))).toBe(true);
						expect(note.text).toContain(isCurrentIn(rows, both, id) ? text : '');
						expect(note.tags).toEqual(expect.arrayContaining([...tags]));
						if (deletedAt === undefined) expect(note).not.toHaveProperty('deletedAt');
						if (keptAt !== undefined) expect(note.keptAt).toBeDefined();
					}
					for (const { day, ticks, note, done = [] } of rows.days) {
						const joined = both.days.find((one) => one.day === day)!;
						const isThere = (tick: Tick) =>
							joined.ticks.some(({ step, at }) => at === tick.at && isSameIn(rows, both, tick.step, step));
						for (const tick of ticks) expect(isThere(tick)).toBe(true);
						expect(joined.note ?? '').toContain(note ?? '');
						for (const { words } of done) expect(joined.done!.map((one) => one.words)).toContain(words);
					}
					for (const { note, text } of rows.versions) expect(both.versions.some((one) => one.note === note && one.text === text)).toBe(true); // prettier-ignore
					for (const { id } of rows.steps)
						expect(both.steps.some((one) => isSameIn(rows, both, id, one.id))).toBe(true);
					for (const table of ['photos', 'recordings'] as const)
						expect(both[table].map(({ id }) => id)).toEqual(
							expect.arrayContaining(rows[table].map(({ id }) => id))
						);
					for (const { alt } of rows.photos) expect(words).toContain(alt === '' ? '' : both.photos[0]!.alt);
				}
			}),
			{ numRuns: runs(300) }
		);
	});

	test('the words, the days and what is deleted are the same whichever is mine', () => {
		fc.assert(
			fc.property(anyRows, anyRows, (mine, theirs) => {
				const [one, other] = [mergeOf(mine, theirs), mergeOf(theirs, mine)];
				const facts = ({ notes, days, settings, photos }: Rows) => ({
					notes: sorted(
						notes.map(({ id, text, deletedAt, tags }) => ({ id, text, deletedAt, tags: [...tags].sort() }))
					),
					days: sorted(
						days.map(({ day, ticks, note, isRest }) => ({
							day,
							// a step that both chose has the id that mine gave it
							ticks: [...new Set(ticks.map(({ at }) => at))].sort(),
							note,
							isRest
						}))
					),
					settings,
					photos: sorted(photos.map(({ id, deletedAt }) => ({ id, deletedAt })))
				});
				expect(facts(one)).toEqual(facts(other));
			}),
			{ numRuns: runs(300) }
		);
	});
});

function sorted(list: readonly unknown[]): string[] {
	return list.map((one) => JSON.stringify(one)).toSorted();
}

/** That step of these rows is that one of both: by its id, or because it says the same. */
function isSameIn(rows: Rows, both: Rows, id: StepId, other: StepId): boolean {
	const [one, two] = [
		rows.steps.find((step) => step.id === id),
		both.steps.find((step) => step.id === other)
	];
	return id === other || (one !== undefined && one.words === two?.words);
}

/** The words of that note on this device are not what the other one once said and changed. */
function isCurrentIn(rows: Rows, both: Rows, id: string): boolean {
	const { text } = rows.notes.find((note) => note.id === id)!;
	return !both.versions.some((one) => one.note === id && one.text === text);
}
