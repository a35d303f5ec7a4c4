import { searchAllFiles, test } from './lock-raw.ts';

test('S9 the same in Firefox', async ({ device }) => {
	// where its files are: storage/default/<site>/idb
	await searchAllFiles(device, { depth: 4, database: 'idb', journal: 'fs', letGo: async () => {} });
});
