import { expect, test, vi } from 'vitest';
import { latest } from '../../support/open-database';
import { stepsNamed } from '../../support/builders';

test('a browser without any database: the stand-in works and is followed, and is never taken for what keeps', async () => {
	vi.stubGlobal('indexedDB', undefined);
	vi.stubGlobal('IDBKeyRange', undefined);
	// as on a page that begins in such a browser
	vi.resetModules();
	const { openInMemory } = await import('$lib/storage/in-memory');
	const { openStorage } = await import('$lib/storage');
	await expect(openStorage(false)).rejects.toMatchObject({ reason: 'blocked' });
	const storage = await openInMemory();
	await storage.plan.change(() => stepsNamed('a'));
	expect(await latest(storage.plan.observe())).toEqual(stepsNamed('a'));
	await storage.notes.purgeDeleted({ notes: [], before: 1, versionsBefore: 1 });
	await expect(openStorage(false)).rejects.toMatchObject({ reason: 'blocked' });
});
