import type { DBCore, DBCoreCursor, DBCoreTable } from 'dexie';
import { isSealed, type Row, type Sealer, type Shape } from '$lib/lock/seal-row';
import { isLeftSealed } from './as-stored';
import { bornKey, lockKey } from './lock-keys';
import { clockKey, toldKey } from '$lib/second-store/port';
import type { EnvolDatabase } from './database';
import { draftsUnderLock } from './late-draft';

/** Read before any key is there, or without one by the journal; none of them holds a word. */
const plainSettings: ReadonlySet<unknown> = new Set([lockKey, bornKey, clockKey, toldKey]);

/** Room kept free: random bytes, and nothing else. */
const isPlainTable = (table: string) => table === 'ballast';

interface Schema {
	primaryKey: { keyPath?: unknown; autoIncrement?: boolean };
	indexes: readonly { keyPath?: unknown }[];
}

function shapeOf(table: string, { primaryKey, indexes }: Schema): Shape {
	return {
		table,
		key: primaryKey.keyPath as string,
		makesKeys: primaryKey.autoIncrement === true,
		indexed: indexes.flatMap(({ keyPath }) => keyPath as string | string[])
	};
}

/** The rows of a database, for who reads them as they are stored. */
export function rowsAsStored(db: EnvolDatabase, sealer: Sealer) {
	const shapes = new Map(
		db.tables.map(({ name, schema }) => [
			name,
			shapeOf(name, { primaryKey: { keyPath: schema.primKey.keyPath, autoIncrement: schema.primKey.auto === true }, indexes: schema.indexes }) // prettier-ignore
		])
	);
	return {
		open: (table: string, row: unknown) => sealer.open(shapes.get(table)!, row as Row),
		seal: (table: string, row: object) => sealer.seal(shapes.get(table)!, row as Row)
	};
}

/**
 * Seals each row on its way into the database, and opens it on its way out: the one place that all of them pass. Below it, the
 * journal sees what is sealed. Plain rows are read as they are: those of an older Envol that wrote last words here.
 */
export function sealed(db: EnvolDatabase, sealer: Sealer): void {
	function sealedTable(table: DBCoreTable): DBCoreTable {
		const shape = shapeOf(table.name, table.schema as Schema);
		const isPlain = (row: Row) => table.name === 'settings' && plainSettings.has(row.key);
		const seal = (row: Row) => (isPlain(row) || isSealed(row) ? row : sealer.seal(shape, row));
		const open = (row: unknown) => (isSealed(row) ? sealer.open(shape, row) : row);
		const opened = (transaction: object) => (isLeftSealed(transaction) ? (row: unknown) => row : open);
		return {
			...table,
			mutate: (request) =>
				table.mutate(
					request.type === 'add' || request.type === 'put'
						? { ...request, values: (request.values as Row[]).map(seal) }
						: request
				),
			get: (request) => table.get(request).then(opened(request.trans)),
			getMany: (request) => table.getMany(request).then((rows) => rows.map(opened(request.trans))),
			query: (request) =>
				table
					.query(request)
					.then((found) =>
						request.values === false ? found : { ...found, result: found.result.map(opened(request.trans)) }
					),
			openCursor: (request) =>
				table.openCursor(request).then((cursor) => {
					if (!cursor || request.values === false) return cursor;
					const open = opened(request.trans);
					// the browser's own, which answers for itself alone, and not for what is made from it
					return Object.create(cursor, {
						key: { get: () => cursor.key as unknown },
						primaryKey: { get: () => cursor.primaryKey as unknown },
						value: { get: () => open(cursor.value) as unknown }
					}) as DBCoreCursor;
				})
		};
	}
	const { seal } = rowsAsStored(db, sealer);
	draftsUnderLock.set(db, (draft) => seal('drafts', draft));
	db.use({
		stack: 'dbcore',
		name: 'sealing',
		// above the journal, below whatever remembers rows
		level: -0.5,
		create: (core: DBCore) => ({
			...core,
			table: (name) => (isPlainTable(name) ? core.table(name) : sealedTable(core.table(name)))
		})
	});
}
