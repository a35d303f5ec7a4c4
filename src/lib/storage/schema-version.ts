/** The newest schema this code knows. It only ever goes up; see docs/guides/changing-the-database.md. */
export const schemaVersion = 4;

/**
 * A database under a lock has the tables of this schema, and a version of its own: an older Envol never writes on sealed rows, and
 * what reads plain rows before the app is awake leaves it alone. Half a version more than the next one; see
 * docs/decisions/0017-the-lock.md.
 */
export const lockedVersion = schemaVersion + 1.5;

/** @param version the browser's own: ten times that of Dexie */
export const isLockedVersion = (version: number): boolean =>
	version >= lockedVersion * 10 && version < lockedVersion * 10 + 5;
