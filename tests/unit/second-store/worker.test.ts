import { afterEach, expect, test, vi } from 'vitest';
import type { FromWorker, ToWorker } from '$lib/second-store/port';
import { Disk } from '../../support/memory-files.ts';

/** The worker of the second store, with files in memory. */
async function startWorker(): Promise<{ ask: (message: ToWorker) => void; told: FromWorker[] }> {
	const disk = new Disk();
	const folder = {
		getFileHandle: async () => ({
			createSyncAccessHandle: async () => Object.assign(disk.file(), { close: () => undefined })
		})
	};
	const root = { getDirectoryHandle: async () => folder, removeEntry: async () => undefined };
	const told: FromWorker[] = [];
	const self: { postMessage: (message: FromWorker) => unknown; onmessage?: (event: object) => void } = {
		postMessage: (message) => told.push(message)
	};
	vi.stubGlobal('self', self);
	vi.stubGlobal(
		'BroadcastChannel',
		class {
			postMessage(): void {}
		}
	);
	vi.stubGlobal('navigator', {
		locks: { request: (_name: string, _how: object, held: () => Promise<void>) => held() },
		storage: { getDirectory: async () => root }
	});
	vi.resetModules();
	await import('$lib/second-store/worker');
	return { ask: (data) => self.onmessage!({ data }), told };
}
afterEach(() => void vi.unstubAllGlobals());

test('asked to erase once more, after an answer that came too late for a slow device, it says that nothing is left', async () => {
	const { ask, told } = await startWorker();
	for (const id of [1, 2]) {
		ask({ type: 'ask', id, asked: { do: 'erase' } });
		await vi.waitFor(() => expect(told).toContainEqual({ type: 'answer', id, value: undefined }));
	}
});

test('erased, it keeps nothing more', async () => {
	const { ask, told } = await startWorker();
	ask({ type: 'ask', id: 1, asked: { do: 'erase' } });
	await vi.waitFor(() => expect(told).toHaveLength(1));
	ask({
		type: 'ask',
		id: 2,
		asked: { do: 'keep', entry: { kind: 'changes', order: 1, sum: 1, at: 1, changes: [['days', 'a', {}]] } }
	});
	await vi.waitFor(() => expect(told).toContainEqual({ type: 'refused', id: 2, name: 'AbortError' }));
});
