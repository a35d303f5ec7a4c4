import { afterEach, expect, test, vi } from 'vitest';
import { createSecondStore } from '$lib/app/second-store';
import type { FromWorker, ToWorker } from '$lib/second-store/port';
import type { SecondStore } from '$lib/second-store/port';

vi.mock('$lib/second-store/worker?worker&url', () => ({ default: '/worker.js' }));

/** A worker that does what a test says. */
class Actor {
	static answers: (asked: Extract<ToWorker, { type: 'ask' }>, say: (message: FromWorker) => void) => void;
	static all: Actor[] = [];
	onmessage: ((event: { data: FromWorker }) => void) | undefined;
	isEnded = false;
	constructor() {
		Actor.all.push(this);
	}
	terminate(): void {
		this.isEnded = true;
	}
	postMessage(message: ToWorker): void {
		const say = (data: FromWorker) => this.onmessage?.({ data });
		if (message.type === 'ask') Actor.answers(message, say);
	}
}

let page: EventTarget;
/** The browser stores the page for the way back, or brings it back. */
const tell = (type: 'pagehide' | 'pageshow', persisted = true) =>
	page.dispatchEvent(Object.assign(new Event(type), { persisted }));

function store(answers: typeof Actor.answers): SecondStore {
	Actor.answers = answers;
	Actor.all = [];
	page = new EventTarget();
	vi.stubGlobal('Worker', Actor);
	vi.stubGlobal('BroadcastChannel', class {});
	vi.stubGlobal('location', new URL('https://envol.example/en/copy/'));
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
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

test('a page that the browser stores for the way back holds neither lock nor files, and takes them up when it is back', async () => {
	const kept: number[] = [];
	const second = store(({ id, asked }, say) => {
		if (asked.do === 'keep') kept.push(asked.entry.order);
		// the first one is stopped before it answers
		if (Actor.all.length > 1) say({ type: 'answer', id, value: undefined });
	});
	const keeping = second.keep(change);
	await vi.waitFor(() => expect(kept).toEqual([1]));
	tell('pagehide', false);
	expect(Actor.all.map(({ isEnded }) => isEnded)).toEqual([false]);
	tell('pagehide');
	expect(Actor.all.map(({ isEnded }) => isEnded)).toEqual([true]);
	tell('pageshow');
	expect(await keeping).toBe(true);
	expect(kept).toEqual([1, 1]);
	expect(Actor.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
	// what comes later goes to the one that lives
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
