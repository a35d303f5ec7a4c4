import { readFileSync, existsSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDatabase, schemaVersion } from '$lib/storage/database';
import { databaseName } from '$lib/storage/database-name';
import { createDays } from '$lib/storage/days';
import { createWrite } from '$lib/storage/write';
import { createWriteAhead } from '$lib/storage/write-ahead';
import { withRest } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { freshName } from '../../support/open-database';

afterEach(() => vi.restoreAllMocks());

interface StoreShape {
	keyPath: unknown;
	autoIncrement: boolean;
	indexes: string[];
}

/** The stores as the browser sees them. */
function shapeOf(db: IDBDatabase): Record<string, StoreShape> {
	const names = [...db.objectStoreNames];
	const transaction = db.transaction(names);
	return Object.fromEntries(
		names.map((name) => {
			const { keyPath, autoIncrement, indexNames } = transaction.objectStore(name);
			return [name, { keyPath, autoIncrement, indexes: [...indexNames] }];
		})
	);
}

const kept = (version: number) => `tests/support/schema-v${version}.json`;

describe('the database', () => {
	test('that is on people’s devices is never edited: a change is a new version', async () => {
		const db = createDatabase(freshName());
		await db.open();
		expect(
			JSON.parse(readFileSync(kept(schemaVersion), 'utf8')),
			'A shipped version was edited. Add a new version instead, and keep its shape beside this one.'
		).toEqual({ version: schemaVersion, stores: shapeOf(db.backendDB()) });
		db.close();
	});

	test('every version ever shipped has its shape kept', () => {
		for (let version = 1; version <= schemaVersion; version++) expect(existsSync(kept(version))).toBe(true);
		expect(existsSync(kept(schemaVersion + 1))).toBe(false);
	});

	test('keeps its name: another name is an empty device', () => {
		expect(databaseName).toBe('envol');
	});

	test('asks for the durability that survives a power cut, for each write', async () => {
		const db = createDatabase(freshName());
		const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await db.open();
		const write = createWrite(db, () => undefined);
		await createDays(
			db,
			createWriteAhead(db, write, () => false)
		).change(localDay('2026-11-21'), (day) => withRest(day, true));
		const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
		expect(writes.length).toBeGreaterThan(0);
		for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
		db.close();
	});
});
