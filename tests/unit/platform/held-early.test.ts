import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askHeld, type EarlyHeld } from '../../../src/held';

const key = new Uint8Array(32).fill(3);
const root = document.documentElement;
const reload = vi.fn();
const list = { lang: 'fr' as const };
let asked: { type: string }[];
let early: Omit<EarlyHeld, 'first'>;
/** Another page. */
let other: BroadcastChannel;

/** A worker that answers so. */
function withWorker(answer: object | undefined): void {
	vi.stubGlobal('navigator', {
		serviceWorker: {
			controller: {
				postMessage: (message: { type: string }, [port]: MessagePort[]) => {
					asked.push(message);
					if (answer) port!.postMessage(answer);
				}
			}
		}
	});
}
const heard = () => new Promise((resolve) => setTimeout(resolve, 20));
function turn(to: 'hidden' | 'visible'): string {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(to);
	document.dispatchEvent(new Event('visibilitychange'));
	return root.style.visibility;
}

beforeEach(() => {
	asked = [];
	vi.clearAllMocks();
	vi.stubGlobal('location', { reload });
	other = new BroadcastChannel('envol-lock');
});
afterEach(() => {
	early.end();
	other.close();
	root.style.visibility = '';
	vi.unstubAllGlobals();
});

test('the worker has the key, and what is shown at once', async () => {
	withWorker({ key, list });
	early = askHeld();
	expect([...(await early.key)!]).toEqual([...key]);
	expect(await early.list).toEqual(list);
	expect(asked).toEqual([{ type: 'EARLY_ASK' }]);
});

test('another page alone has it', async () => {
	withWorker({ isAlone: false });
	other.onmessage = ({ data }) => {
		if ((data as { type: string }).type === 'ask') other.postMessage({ type: 'key', key });
	};
	early = askHeld();
	expect([...(await early.key)!]).toEqual([...key]);
	expect(await early.list).toEqual({});
});

test('nobody is waited for where the worker says that there is nobody', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	withWorker({ isAlone: true });
	early = askHeld();
	expect(await early.key).toBeUndefined();
	vi.useRealTimers();
});

test.each([[undefined], [{ isAlone: false }]])('nobody is waited for long (%o)', async (answer) => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	withWorker(answer);
	early = askHeld();
	vi.advanceTimersByTime(600);
	expect(await early.key).toBeUndefined();
	vi.useRealTimers();
});

test('another page locks before the app is awake: nothing is seen any more, and it is asked anew', async () => {
	withWorker({ key, list });
	early = askHeld();
	other.postMessage({ type: 'here' });
	await heard();
	expect([root.style.visibility, reload.mock.calls.length]).toEqual(['', 0]);
	other.postMessage({ type: 'lock' });
	await heard();
	expect([root.style.visibility, reload.mock.calls.length]).toEqual(['hidden', 1]);
});

test('out of view before the app is awake it shows nothing, and asks anew as it comes back', () => {
	withWorker({ key, list });
	early = askHeld();
	expect(turn('hidden')).toBe('hidden');
	expect(reload).not.toHaveBeenCalled();
	expect(turn('visible')).toBe('hidden');
	expect(reload).toHaveBeenCalledOnce();
});

test('where the app never comes, what was shown goes', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	withWorker({ key, list });
	early = askHeld();
	await early.key;
	await Promise.resolve();
	vi.advanceTimersByTime(29_000);
	expect(reload).not.toHaveBeenCalled();
	vi.advanceTimersByTime(1_000);
	expect([root.style.visibility, reload.mock.calls.length]).toEqual(['hidden', 1]);
	vi.useRealTimers();
});

test('once the app is awake it does all of that itself', async () => {
	withWorker({ key, list });
	early = askHeld();
	turn('hidden');
	// awake while nobody sees it
	early.end();
	expect(turn('visible')).toBe('');
	expect(turn('hidden')).toBe('');
	other.postMessage({ type: 'lock' });
	await heard();
	expect(reload).not.toHaveBeenCalled();
});
