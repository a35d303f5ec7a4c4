/** The newest schema this code knows. It only ever goes up; see docs/guides/changing-the-database.md. */
export const schemaVersion = 4;
