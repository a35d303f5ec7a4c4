import { afterEach, expect, test, vi } from 'vitest';
import { takeSharedPhotos } from '$lib/platform/files-from-outside';

afterEach(() => vi.unstubAllGlobals());

test('the worker is asked for the photos that were shared', async () => {
	const asked: unknown[] = [];
	const photo = new File(['a'], 'a.jpg');
	const controller = {
		postMessage: (message: unknown, [port]: MessagePort[]) => {
			asked.push(message);
			port!.postMessage([photo]);
		}
	};
	vi.stubGlobal('navigator', { serviceWorker: { controller } });
	expect(await takeSharedPhotos()).toHaveLength(1);
	expect(asked).toEqual([{ type: 'TAKE_SHARED_PHOTOS' }]);
});

test.each([
	['in a visitor session, which knows of no worker', {}],
	['where no worker is at work yet', { serviceWorker: { controller: null } }]
])('%s, nothing was shared', async (_, navigator) => {
	vi.stubGlobal('navigator', navigator);
	expect(await takeSharedPhotos()).toEqual([]);
});
