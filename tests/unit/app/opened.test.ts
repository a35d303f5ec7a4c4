import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withNote } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { createSealer } from '$lib/lock/seal-row';
import { createDatabase } from '$lib/storage/database';
import { sealed } from '$lib/storage/sealing';
import { readSealed } from '../../../src/held';
import { opened } from '../../../src/opened';
import { aDay, aStep } from '../../support/builders';

const key = new Uint8Array(32).fill(7);
const today = localDay('2026-11-21');
const name = 'envol-21';
const walk = aStep({ id: 'walk', words: 'Walk with Marguerite' });
const once = aStep({ id: 'once', frequency: { kind: 'once' }, createdAt: Date.UTC(2026, 9, 1) });
const days = [today, addDays(today, -40), addDays(today, -300)].map((day) => aDay(day, ['walk']));
let held: Uint8Array | undefined;

async function put(rows: (db: ReturnType<typeof createDatabase>) => Promise<unknown>, isSealed = true) {
	const db = createDatabase(name, undefined, true);
	if (isSealed) sealed(db, await createSealer(key));
	await rows(db);
	db.close();
}
const lock = (value: object) => put((db) => db.settings.put({ key: 'lock', value }));
/** Another version of it, as a newer Envol makes it. */
const raise = (version: number) =>
	new Promise<void>((resolve, reject) => {
		const opening = indexedDB.open(name, version);
		opening.onerror = () => reject(new Error('cannot open'));
		opening.onsuccess = () => {
			opening.result.close();
			resolve();
		};
	});
const hold = (by?: Uint8Array) => (held = by);

beforeEach(async () => {
	vi.useFakeTimers({ now: new Date(2026, 10, 21, 10), toFake: ['Date'] });
	await put(async (db) => {
		await db.steps.bulkPut([walk]);
		await db.days.bulkPut(days.map((day) => withNote(day, 'words')));
		await db.settings.put({ key: 'hardDay', value: { since: 5 } });
	});
	await lock({ state: 'on', isSealed: true });
	localStorage.setItem('envol.born', '1');
	localStorage.setItem('envol.lock', '1');
	localStorage.setItem('envol.database', name);
	hold(key);
});
afterEach(async () => {
	vi.useRealTimers();
	localStorage.clear();
	await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
});

const read = () => opened(Promise.resolve(held), readSealed());

test('with the key of an open lock, the first read is what it is without one', async () => {
	const { steps, days: found, from, hardDay } = (await read())!;
	expect(steps).toEqual([walk]);
	expect(found).toEqual([withNote(days[0]!, 'words')]);
	expect(from).toBe('2026-11-13');
	expect(hardDay).toEqual({ since: 5 });
});

test('it looks back further where a step is to be done once, but no further than it read', async () => {
	await put((db) => db.steps.put({ ...once, createdAt: Date.UTC(2026, 9, 12) }));
	expect((await read())!.days.map(({ day }) => day)).toEqual(['2026-10-12', today]);
	await put((db) => db.steps.put({ ...once, createdAt: Date.UTC(2025, 9, 12) }));
	const { days: found, from } = (await read())!;
	expect([found.length, from]).toEqual([2, '2026-09-22']);
});

test.each<[string, () => unknown]>([
	['nobody has the key', () => hold()],
	['there are no steps', () => put((db) => db.steps.clear())],
	['nothing is kept here', () => localStorage.removeItem('envol.born')],
	['the lock is being turned off', () => lock({ state: 'turningOff', isSealed: true })],
	['nothing is sealed yet', () => lock({ state: 'turningOn', isSealed: false })],
	['there is no lock', () => put((db) => db.settings.delete('lock'))],
	['it is of a newer Envol', () => raise(60)],
	['it is another database', () => localStorage.setItem('envol.database', 'envol-22')]
])('it is left to the app where %s', async (_, make) => {
	await make();
	expect(await read()).toBeUndefined();
	expect((await indexedDB.databases()).map((each) => each.name)).toEqual([name]);
});

test.each<[string, () => unknown]>([
	['the key is of another lock', () => hold(new Uint8Array(32).fill(8))],
	['somebody put a row in plain there', () => put((db) => db.steps.put(once), false)]
])('nothing of it is believed where %s', async (_, make) => {
	await make();
	await expect(read()).rejects.toThrow();
});
