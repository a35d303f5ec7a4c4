import { searchAllFiles, test } from './lock-raw.ts';

test('S9 with the app itself: under a lock no file of the browser has a sentence, a name or a photo, not even of before; erased, nothing is left', async ({
	device
}) => {
	await searchAllFiles(device, {
		depth: 2,
		database: 'IndexedDB',
		journal: 'File System',
		letGo: async (page) => (await page.context().newCDPSession(page)).send('HeapProfiler.collectGarbage')
	});
});
