import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerWorker } from '$lib/platform/service-worker';

/** A browser in which the worker is there by the time it is ready, and answers so. */
function given(answers: boolean[]) {
	const asked: unknown[] = [];
	const active = {
		postMessage(message: unknown, [port]: MessagePort[]) {
			asked.push(message);
			port!.postMessage(answers.shift() ?? false);
		}
	};
	// between two states: it does not install any more, and is not active yet
	const registration = Object.assign(new EventTarget(), { installing: null, waiting: {}, active: null });
	const serviceWorker = Object.assign(new EventTarget(), {
		controller: null,
		register: () => Promise.resolve(registration),
		ready: Promise.resolve({ active })
	});
	vi.stubGlobal('navigator', { serviceWorker });
	// answers at once: a real channel takes turns that the clock of a test does not know
	vi.stubGlobal(
		'MessageChannel',
		class {
			port1: { onmessage?: (event: { data: unknown }) => void } = {};
			port2 = { postMessage: (data: unknown) => this.port1.onmessage?.({ data }) };
		}
	);
	const news = { onOfflineReady: vi.fn(), onReplaced: vi.fn(), onUpdateWaiting: vi.fn() };
	return { asked, news };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('the rest of the offline copy is asked for, in whatever state the worker was as the page woke', async () => {
	const { asked, news } = given([true]);
	await registerWorker(news);
	await vi.advanceTimersByTimeAsync(11_000);
	expect(news.onOfflineReady).toHaveBeenCalledOnce();
	expect(asked).toEqual([{ type: 'KEEP_THE_REST' }]);
	await vi.advanceTimersByTimeAsync(200_000);
	expect(asked).toHaveLength(1);
});

test('where a part could not be had it is asked for again, and not for ever', async () => {
	const { asked, news } = given([false, false, false, true]);
	await registerWorker(news);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(asked).toHaveLength(1);
	await vi.advanceTimersByTimeAsync(7_000);
	expect(asked).toHaveLength(2);
	await vi.advanceTimersByTimeAsync(600_000);
	expect(asked).toHaveLength(3);
	expect(news.onOfflineReady).not.toHaveBeenCalled();
});
