import { afterEach, describe, expect, test, vi } from 'vitest';
import { inIdleTime, whenIdle } from '$lib/platform/idle';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A page whose idle time comes when the test says so. */
function page() {
	const waiting = new Map<number, () => void>();
	let last = 0;
	vi.stubGlobal('requestIdleCallback', (then: () => void) => {
		waiting.set(++last, then);
		return last;
	});
	vi.stubGlobal('cancelIdleCallback', (id: number) => waiting.delete(id));
	return {
		isBusy: () => waiting.size > 0,
		rests: () => {
			const [id, then] = [...waiting][0]!;
			waiting.delete(id);
			then();
		}
	};
}

describe('in idle time', () => {
	test('everything is done, a few things at a turn, and then nothing more', () => {
		const { isBusy, rests } = page();
		let now = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => (now += 3));
		const done: number[] = [];
		inIdleTime([1, 2, 3, 4, 5, 6, 7], (each) => done.push(each));
		expect(done).toEqual([]);
		rests();
		expect(done.length).toBeGreaterThan(0);
		expect(done.length).toBeLessThan(7);
		while (isBusy()) rests();
		expect(done).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test('who leaves the page is waited for no more', () => {
		const { isBusy } = page();
		const callOff = inIdleTime([1, 2], () => expect.unreachable());
		callOff();
		expect(isBusy()).toBe(false);
	});

	test('a browser that tells nobody when it rests does it a little later', () => {
		vi.stubGlobal('requestIdleCallback', undefined);
		Reflect.deleteProperty(globalThis, 'requestIdleCallback');
		// not the idle time itself, which another file of this run may have had
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const then = vi.fn();
		whenIdle(then);
		const callOff = whenIdle(then);
		callOff();
		vi.advanceTimersByTime(2000);
		expect(then).toHaveBeenCalledTimes(1);
	});
});
