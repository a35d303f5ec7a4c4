import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { withNote, withTick, type Day } from '$lib/domain/day';
import { localDay, addDays } from '$lib/domain/local-day';
import { clockKey, toldKey } from '$lib/second-store/port';
import { NoDatabase, openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import { nameAfter } from '$lib/storage/database-name';
import type { Storage } from '$lib/storage/types';
import { aStep, stepsNamed } from '../../support/builders';
import { freshName, latest, openRaw, rowsOf } from '../../support/open-database';
import { runs } from '../../support/property-runs';
import { emptyFiles, InPage, type Files } from '../../support/second-store';

const today = localDay('2026-11-21');
const opened: Storage[] = [];
afterEach(async () => {
	for (const storage of opened.splice(0)) await storage.erase().catch(() => undefined);
});

interface Visit {
	storage: Storage;
	second: InPage;
	name: string;
}

/** One visit: storage as it opens, once both stores were compared. */
async function visit(files: Files, name: string, hadData = true): Promise<Visit> {
	const second = new InPage(files);
	let now = name;
	const storage = await openStorage(hadData, name, { second, onRenamed: (next) => (now = next) });
	await second.compared;
	opened.push(storage);
	return { storage, second, name: now };
}

const dayIn = ({ storage }: Visit, day = today): Promise<Day | undefined> =>
	latest(storage.days.observe(day));
const newsIn = ({ storage }: Visit) => latest(storage.news);
const say = ({ storage }: Visit, words: string, day = today) =>
	storage.days.change(day, (record) => withNote(record, words));

/** All that is kept, but for what is said about the stores. */
async function contentOf(name: string): Promise<Record<string, unknown[]>> {
	const db = await openRaw(name);
	const { ballast: _, ...rows } = await rowsOf(db);
	db.close();
	return {
		...rows,
		settings: (rows.settings as { key: string }[]).filter(({ key }) => key !== clockKey && key !== toldKey)
	};
}

type Rows = Record<string, unknown[]>;

/** Puts the database into a state it had: what a damaged log of the browser does. */
async function setTo(name: string, state: Rows): Promise<void> {
	const db = await openRaw(name);
	const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
	for (const [table, rows] of Object.entries(state)) {
		const store = transaction.objectStore(table);
		store.clear();
		for (const row of rows) store.put(row);
	}
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	db.close();
}

async function stateOf(name: string): Promise<Rows> {
	const db = await openRaw(name);
	const rows = await rowsOf(db);
	db.close();
	return rows;
}

const drop = (name: string) => new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));

test('both say the same after ordinary visits, and nothing is told', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	await first.storage.plan.change(() => stepsNamed('a', 'b'));
	await say(first, 'one');
	const second = await visit(files, name);
	expect(second.second.found).toEqual([]);
	await say(second, 'two');
	const third = await visit(files, name);
	expect(third.second.found).toEqual([]);
	expect(await newsIn(third)).toEqual({});
	expect((await dayIn(third))?.note).toBe('two');
});

test('what was kept before there was a journal goes into it, whole', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const before = await openStorage(false, name);
	await before.plan.change(() => stepsNamed('a', 'b'));
	await before.days.change(today, (day) => withNote(day, 'old words'));
	await visit(files, name);
	const content = await contentOf(name);
	await drop(name);
	const after = await visit(files, name);
	expect(await contentOf(after.name)).toEqual(content);
});

test('a database that lost what came last gets it back, and the person is told until they have read it', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	await say(first, 'before');
	const older = await stateOf(name);
	await say(first, 'after');
	await first.storage.plan.change(() => stepsNamed('a'));
	const whole = await contentOf(name);
	await setTo(name, older);
	const second = await visit(files, name);
	expect(await contentOf(name)).toEqual(whole);
	expect(await newsIn(second)).toEqual({ mendedAt: expect.any(Number) });
	const third = await visit(files, name);
	expect(third.second.found).toEqual([]);
	expect(await newsIn(third)).toHaveProperty('mendedAt');
	await third.storage.newsWereRead();
	expect(await newsIn(await visit(files, name))).toEqual({});
});

test('a record that went missing from the middle comes back', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	for (const i of [1, 2, 3]) await say(first, `day ${i}`, addDays(today, -i));
	const state = await stateOf(name);
	await setTo(name, { ...state, days: state.days!.slice(1) });
	await visit(files, name);
	expect((await stateOf(name)).days).toEqual(state.days);
});

test.each(['for the first time', 'again'])(
	'what was deleted a moment before both are compared %s stays deleted, and nothing is told',
	async (when) => {
		const [files, name] = [emptyFiles(), freshName()];
		if (when === 'again') await visit(files, name, false);
		const second = new InPage(files);
		let compare = () => {};
		const real = second.compare.bind(second);
		second.compare = (...asked) => (compare = () => real(...asked));
		const storage = await openStorage(when === 'again', name, { second });
		opened.push(storage);
		await storage.plan.change(() => stepsNamed('a', 'b'));
		await storage.drafts.save({ key: 'note:n:tab', text: '{}', at: 1 });
		// from here on, what the journal is told is on its way until the comparison waits for it
		const keep = second.keep.bind(second);
		const held: (() => void)[] = [];
		second.keep = (asked) => new Promise((resolve) => held.push(() => void keep(asked).then(resolve)));
		second.whilePaused = () => held.splice(0).forEach((tell) => tell());
		const changes = [storage.drafts.clear('note:n:tab'), storage.plan.change((steps) => steps.slice(1))];
		await vi.waitFor(async () => {
			const { drafts, steps } = await stateOf(name);
			expect([drafts, steps]).toEqual([[], [expect.objectContaining({ id: 'b' })]]);
		});
		compare();
		await second.compared;
		second.whilePaused();
		await Promise.all(changes);
		expect(second.found).toEqual([]);
		expect(await latest(storage.news)).toEqual({});
		expect((await stateOf(name)).drafts).toEqual([]);
	}
);

test('the last words of a page that closed stay, though the journal never heard of them', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	await first.storage.drafts.save({ key: 'note:n:tab', text: 'first', at: 1 });
	const state = await stateOf(name);
	await setTo(name, { ...state, drafts: [{ key: 'note:n:tab', text: 'first and last', at: 2 }] });
	const second = await visit(files, name);
	expect((await stateOf(name)).drafts).toEqual([{ key: 'note:n:tab', text: 'first and last', at: 2 }]);
	expect(await newsIn(second)).toEqual({});
	// an older one, of a database that lost what came last, goes on to the later words
	await setTo(name, { ...state, drafts: [{ key: 'note:n:tab', text: 'first', at: 1 }] });
	await visit(files, name);
	expect((await stateOf(name)).drafts).toEqual([{ key: 'note:n:tab', text: 'first and last', at: 2 }]);
});

test('a person who went on before anybody noticed loses neither the old nor the new', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	const [a, b, c] = stepsNamed('a', 'b', 'c');
	await first.storage.days.change(today, (day) => withTick(day, a!, 1));
	const older = await stateOf(name);
	await first.storage.days.change(today, (day) => withTick(day, b!, 2));
	await say(first, 'other', addDays(today, -1));
	await setTo(name, older);
	// the page closes before both were compared
	const second = new InPage(files);
	second.compare = () => undefined;
	const storage = await openStorage(true, name, { second });
	opened.push(storage);
	await storage.days.change(today, (day) => withTick(day, c!, 3));
	const third = await visit(files, name);
	expect((await dayIn(third))?.ticks.map(({ step }) => step).sort()).toEqual(['a', 'b', 'c']);
	expect((await dayIn(third, addDays(today, -1)))?.note).toBe('other');
	expect(await newsIn(third)).toHaveProperty('mendedAt');
	expect((await visit(files, name)).second.found).toEqual([]);
});

test('what was deleted stays deleted, also after a loss', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	await first.storage.plan.change(() => stepsNamed('a', 'b'));
	const older = await stateOf(name);
	await first.storage.plan.change((steps) => steps.filter(({ id }) => id !== 'a'));
	await setTo(name, older);
	const second = await visit(files, name);
	expect((await latest(second.storage.plan.observe())).map(({ id }) => id)).toEqual(['b']);
	expect(await newsIn(second)).toEqual({});
});

describe('a database that is gone, or cannot be opened', () => {
	const filled = async () => {
		const [files, name] = [emptyFiles(), freshName()];
		const first = await visit(files, name, false);
		await first.storage.plan.change(() => stepsNamed('a', 'b'));
		await say(first, 'words');
		await first.storage.photos.add(
			{ id: 'p', note: 'n', at: 1, order: 0, width: 1, height: 1, bytes: 3, alt: '' } as never,
			{ picture: new Blob(['abc'], { type: 'image/jpeg' }), thumbnail: new Blob(['ab']) }
		);
		return { files, name, content: await contentOf(name) };
	};

	test('is rebuilt under another name, with its pictures, and the person is told', async () => {
		const { files, name, content } = await filled();
		await drop(name);
		const after = await visit(files, name);
		expect(after.name).toBe(nameAfter(name));
		expect({ ...(await contentOf(after.name)), pictures: [], thumbnails: [] }).toEqual({
			...content,
			pictures: [],
			thumbnails: []
		});
		expect(await (await after.storage.photos.picture('p' as never))!.text()).toBe('abc');
		expect(await newsIn(after)).toEqual({ mendedAt: expect.any(Number) });
		await say(after, 'more');
		expect((await dayIn(await visit(files, after.name)))?.note).toBe('more');
	});

	test('is found again where the new name was forgotten', async () => {
		const { files, name } = await filled();
		await drop(name);
		const after = await visit(files, name);
		await say(after, 'later');
		const again = await visit(files, name);
		expect(again.name).toBe(after.name);
		expect((await dayIn(again))?.note).toBe('later');
	});

	test('with no journal, the person is told that something is missing, until they have read it', async () => {
		const { name } = await filled();
		await drop(name);
		const files = emptyFiles();
		expect(await newsIn(await visit(files, name))).toEqual({ missingAt: expect.any(Number) });
		expect(await newsIn(await visit(files, name))).toHaveProperty('missingAt');
	});

	test('that fails each time it is opened is rebuilt beside it', async () => {
		const { files, name, content } = await filled();
		const open = indexedDB.open.bind(indexedDB);
		vi.spyOn(indexedDB, 'open').mockImplementation((asked, version) => {
			if (asked === name) throw new DOMException('internal error', 'UnknownError');
			return open(asked, version);
		});
		const after = await visit(files, name);
		vi.mocked(indexedDB.open).mockRestore();
		expect((await contentOf(after.name)).days).toEqual(content.days);
		await drop(name);
	});

	test('where no name can be opened, all is shown from the journal, and what is changed is there at the next start', async () => {
		const { files, name } = await filled();
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('internal error', 'UnknownError');
		});
		for (const [said, next] of [
			['words', 'more'],
			['more', 'and more']
		]) {
			const failure: unknown = await openStorage(true, name, { second: new InPage(files) }).catch(
				(error: unknown) => error
			);
			expect(failure).toBeInstanceOf(NoDatabase);
			const storage = await openInMemory(failure as NoDatabase);
			expect((await latest(storage.days.observe(today)))?.note).toBe(said);
			expect(await (await storage.photos.picture('p' as never))!.text()).toBe('abc');
			await storage.days.change(today, (day) => withNote(day, next!));
		}
		vi.mocked(indexedDB.open).mockRestore();
		await drop(name);
	});

	test('with no journal, one that cannot be opened is said to be so', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('internal error', 'UnknownError');
		});
		await expect(openStorage(true, freshName())).rejects.toMatchObject({ reason: 'unreadable' });
		vi.mocked(indexedDB.open).mockRestore();
	});
});

describe('a tick is handed on while the database writes it', () => {
	/** What happens, in order, in the transactions that write; from `begins` on. */
	function watched() {
		const log: string[] = [];
		let latest: IDBTransaction;
		const { transaction } = IDBDatabase.prototype;
		// before the database is opened, which remembers it
		const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
			this: IDBDatabase,
			...how
		) {
			const made = transaction.apply(this, how);
			if (how[1] === 'readwrite') {
				latest = made;
				made.addEventListener('complete', () => log.push('on disk'));
			}
			return made;
		});
		return {
			log,
			begins: ({ second }: Visit, onKeep: (transaction: IDBTransaction) => void = () => undefined) => {
				log.length = 0;
				const keep = second.keep.bind(second);
				second.keep = (asked) => {
					log.push(asked.entry.kind);
					onKeep(latest);
					return keep(asked);
				};
			},
			ends: () => spy.mockRestore()
		};
	}

	test('and is saved once it is in both', async () => {
		const [files, name] = [emptyFiles(), freshName()];
		const { log, begins, ends } = watched();
		const first = await visit(files, name, false);
		begins(first);
		await say(first, 'one');
		expect(log).toEqual(['changes', 'on disk']);
		// of a plan, more may come: it is handed on once it is on disk
		await first.storage.plan.change(() => stepsNamed('a', 'b'));
		expect(log.slice(2)).toEqual(['on disk', 'changes']);
		ends();
		const content = await contentOf(name);
		expect((await visit(files, name)).second.found).toEqual([]);
		await drop(name);
		expect(await contentOf((await visit(files, name)).name)).toEqual(content);
	});

	test('and is not said to be saved before the journal has it', async () => {
		const { log, begins, ends } = watched();
		const first = await visit(emptyFiles(), freshName(), false);
		begins(first);
		const { keep } = first.second;
		let letIt = () => {};
		const held = new Promise<void>((resolve) => (letIt = resolve));
		first.second.keep = (asked) => held.then(() => keep(asked));
		const saving = say(first, 'one').then(() => log.push('saved'));
		await vi.waitFor(() => expect(log).toEqual(['on disk']));
		await latest(first.storage.days.observe(today));
		expect(log).toEqual(['on disk']);
		letIt();
		await saving;
		expect(log).toEqual(['on disk', 'changes', 'saved']);
		ends();
	});

	test('and what the database then does not make is void: it never comes back', async () => {
		const [files, name] = [emptyFiles(), freshName()];
		const { log, begins, ends } = watched();
		const first = await visit(files, name, false);
		await say(first, 'before');
		begins(first, (transaction) => {
			if (log.at(-1) === 'changes') transaction.abort();
		});
		await expect(say(first, 'never made')).rejects.toMatchObject({ name: 'StorageError' });
		expect(log.slice(0, 2)).toEqual(['changes', 'void']);
		ends();
		const second = await visit(files, name);
		expect(second.second.found).toEqual([]);
		expect((await dayIn(second))?.note).toBe('before');
		await drop(name);
		expect((await dayIn(await visit(files, name)))?.note).toBe('before');
	});

	test('and what is made after it counts, also within the same moment, or with the clock set back', async () => {
		const [files, name] = [emptyFiles(), freshName()];
		const { log, begins, ends } = watched();
		const first = await visit(files, name, false);
		await say(first, 'before');
		// what is made next has the order of what was not made
		first.second.now = () => 7;
		begins(first, (transaction) => {
			if (log.length === 1) transaction.abort();
		});
		// tried once more, by the storage itself
		await say(first, 'made after all');
		expect(log).toEqual(['changes', 'void', 'changes', 'on disk']);
		ends();
		await drop(name);
		expect((await dayIn(await visit(files, name)))?.note).toBe('made after all');
	});

	test('and when all ends between the two, it is there wholly at the next start', async () => {
		const [files, name] = [emptyFiles(), freshName()];
		const first = await visit(files, name, false);
		await say(first, 'before');
		const older = await stateOf(name);
		await say(first, 'at the end');
		await setTo(name, older);
		expect((await dayIn(await visit(files, name)))?.note).toBe('at the end');
	});
});

test('a journal that is broken keeps nothing from being saved, and gets all of it later', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	first.second.isBroken = true;
	await say(first, 'only in the database');
	await first.storage.plan.change(() => stepsNamed('a'));
	const content = await contentOf(name);
	await visit(files, name);
	await drop(name);
	const after = await visit(files, name);
	expect(await contentOf(after.name)).toEqual(content);
});

test('erasing empties the journal too: nothing comes back', async () => {
	const [files, name] = [emptyFiles(), freshName()];
	const first = await visit(files, name, false);
	await say(first, 'secret words');
	await first.storage.erase();
	const all = [files.one, files.two, ...files.media].map(({ bytes }) => new TextDecoder().decode(bytes));
	expect(all.join('')).not.toContain('secret');
	const after = await visit(files, name, false);
	expect(await dayIn(after)).toBeUndefined();
});

test('whatever is lost, of whatever was done in whatever visits, is there again', async () => {
	const step = fc.record({
		day: fc.integer({ min: 0, max: 3 }),
		what: fc.constantFrom('say', 'tick', 'clear', 'steps', 'draft', 'undraft'),
		isRemembered: fc.boolean()
	});
	const visits = fc.array(
		fc.record({
			does: fc.array(step, { maxLength: 5 }),
			ends: fc.constantFrom('well', 'well', 'older', 'partial', 'gone')
		}),
		{ minLength: 1, maxLength: 5 }
	);
	await fc.assert(
		fc.asyncProperty(visits, async (all) => {
			const files = emptyFiles();
			let name = freshName();
			let count = 0;
			let expected: Rows | undefined;
			for (const { does, ends } of all) {
				const now = await visit(files, name, expected !== undefined);
				({ name } = now);
				if (expected) expect(await contentOf(name)).toEqual(expected);
				let older = await stateOf(name);
				for (const { day, what, isRemembered } of does) {
					count += 1;
					const on = addDays(today, day);
					if (what === 'say') await say(now, `words ${count}`, on);
					if (what === 'tick')
						await now.storage.days.change(on, (record) => withTick(record, aStep({ id: 'a' }), count));
					if (what === 'clear') await now.storage.days.change(on, () => ({ day: on, ticks: [] }));
					if (what === 'steps') await now.storage.plan.change(() => stepsNamed(`s${count}`, 'b'));
					if (what === 'draft') await now.storage.drafts.save({ key: `d${day}`, text: `${count}`, at: 1 });
					if (what === 'undraft') await now.storage.drafts.clear(`d${day}`);
					if (isRemembered) older = await stateOf(name);
				}
				expected = await contentOf(name);
				if (ends === 'older') await setTo(name, older);
				if (ends === 'partial') await setTo(name, { ...(await stateOf(name)), days: older.days! });
				if (ends === 'gone') await drop(name);
			}
			const last = await visit(files, name);
			expect(await contentOf(last.name)).toEqual(expected);
			for (const storage of opened.splice(0)) await storage.erase().catch(() => undefined);
		}),
		{ numRuns: runs(30) }
	);
});
