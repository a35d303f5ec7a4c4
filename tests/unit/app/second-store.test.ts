import { afterEach, expect, test, vi } from 'vitest';
import { createSecondStore } from '$lib/app/second-store';
import type { FromWorker, ToWorker } from '$lib/second-store/port';
import type { SecondStore } from '$lib/second-store/port';

vi.mock('$lib/second-store/worker?worker&url', () => ({ default: '/worker.js' }));

/** A worker that does what a test says. */
class Actor {
	static answers: (asked: Extract<ToWorker, { type: 'ask' }>, say: (message: FromWorker) => void) => void;
	onmessage: ((event: { data: FromWorker }) => void) | undefined;
	postMessage(message: ToWorker): void {
		const say = (data: FromWorker) => this.onmessage?.({ data });
		if (message.type === 'ask') Actor.answers(message, say);
	}
}

function store(answers: typeof Actor.answers): SecondStore {
	Actor.answers = answers;
	vi.stubGlobal('Worker', Actor);
	vi.stubGlobal('BroadcastChannel', class {});
	vi.stubGlobal('location', new URL('https://envol.example/en/copy/'));
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('navigator', { locks: {}, storage: { getDirectory: () => undefined } });
	return createSecondStore()!;
}
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const change = {
	do: 'keep',
	entry: { kind: 'changes', order: 1, sum: 1, at: 1, changes: [['days', 'a', {}]] }
} as const;

test('a second store that answers is there', async () => {
	const second = store(({ id }, say) => say({ type: 'answer', id, value: undefined }));
	expect(await second.isThere()).toBe(true);
});

test('a second store that is forbidden is not there, and nothing waits for it', async () => {
	const second = store((_, say) => say({ type: 'off', name: 'SecurityError' }));
	expect(await second.isThere()).toBe(false);
	expect(await second.keep(change)).toBe(false);
});

test('a second store that has no room is not there until it takes a change again', async () => {
	let isFull = true;
	const second = store(({ id, asked }, say) =>
		say(
			isFull && asked.do === 'keep'
				? { type: 'refused', id, name: 'QuotaExceededError' }
				: { type: 'answer', id, value: undefined }
		)
	);
	expect(await second.isThere()).toBe(true);
	expect(await second.keep(change)).toBe(false);
	expect(await second.isThere()).toBe(false);
	isFull = false;
	await second.keep(change);
	expect(await second.isThere()).toBe(true);
});

test('a second store that is silent is not there', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const asked = vi.fn();
	const isThere = store(asked).isThere();
	await vi.waitFor(() => expect(asked).toHaveBeenCalled());
	await vi.advanceTimersByTimeAsync(3100);
	expect(await isThere).toBe(false);
});

test('a check that goes on is waited for, one that stops is given up', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	let tell: (done: number) => void = () => undefined;
	const second = store(({ id }, say) => (tell = (done) => say({ type: 'progress', id, done, of: 9 })));
	const heard: number[] = [];
	const checking = second.check('envol', (done) => heard.push(done));
	let isOver = false;
	void checking.then(() => (isOver = true));
	await vi.waitFor(() => (tell(0), expect(heard).not.toEqual([])));
	for (const done of [1, 2, 3]) {
		await vi.advanceTimersByTimeAsync(14_000);
		expect(isOver).toBe(false);
		tell(done);
	}
	await vi.advanceTimersByTimeAsync(15_100);
	expect(await checking).toBeUndefined();
	expect(heard.slice(-3)).toEqual([1, 2, 3]);
});
