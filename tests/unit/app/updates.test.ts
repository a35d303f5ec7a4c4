import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Status } from '$lib/app/status.svelte';
import type { StorageGate } from '$lib/app/storage-gate.svelte';
import { Updates } from '$lib/app/updates.svelte';
import { Autosave } from '$lib/platform/autosave';
import { fields } from '$lib/platform/save-all';

/** A worker of this browser: at which step it is, and what it was told. */
class Worker extends EventTarget {
	state = 'installing';
	told: { type: string }[] = [];
	postMessage(message: { type: string }, [port]: MessagePort[] = []) {
		this.told.push(message);
		if (message.type === 'KEEP_THE_REST') port!.postMessage(keeps);
	}
	becomes(state: string) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
		if (state === 'activated') becameReady();
	}
}
let keeps = true;
/** What was done is in no durable storage. */
let isOnlyHere = false;
let status: Status;
let becameReady: () => void;
let registration: EventTarget & Record<'active' | 'waiting' | 'installing', Worker | null> & { update: () => Promise<void> }; // prettier-ignore
let container: EventTarget & { controller: Worker | null; register: () => Promise<unknown>; readonly ready: Promise<unknown> }; // prettier-ignore

beforeEach(() => {
	keeps = true;
	isOnlyHere = false;
	// those of screens that other tests of this run left open
	fields.clear();
	status = new Status();
	registration = Object.assign(new EventTarget(), {
		active: null,
		waiting: null,
		installing: null,
		update: () => Promise.resolve()
	}) as typeof registration;
	container = Object.assign(new EventTarget(), {
		controller: null as Worker | null,
		register: () => Promise.resolve(registration),
		ready: new Promise((resolve) => {
			becameReady = () => resolve(registration);
		})
	});
	Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: container });
	vi.stubGlobal('requestIdleCallback', (then: () => void) => setTimeout(then, 0));
	vi.stubGlobal('cancelIdleCallback', () => undefined);
});
afterEach(() => {
	Reflect.deleteProperty(navigator, 'serviceWorker');
	vi.unstubAllGlobals();
	sessionStorage.clear();
});
/** Started, and the worker is registered. */
async function started() {
	if (registration.active) becameReady();
	const updates = new Updates({ gate: { holdsUnsaved: isOnlyHere } as StorageGate, status });
	updates.start();
	await new Promise((resolve) => setTimeout(resolve, 0));
	return updates;
}
const toldToTakeOver = () => registration.waiting!.told.some(({ type }) => type === 'SKIP_WAITING');

describe('the offline copy', () => {
	test('of a first visit is said to be there once all of it is; read, it is not said again', async () => {
		registration.installing = new Worker();
		const updates = await started();
		registration.active = registration.installing;
		registration.installing.becomes('activated');
		expect(updates.isOfflineReady).toBe(false);
		await vi.waitFor(() => expect(updates.isOfflineReady).toBe(true));
		updates.seen();
		expect(updates.isOfflineReady).toBe(false);
	});

	test('that is not whole is not said to be', async () => {
		keeps = false;
		registration.active = new Worker();
		const updates = await started();
		await vi.waitFor(() => expect(registration.active!.told).toHaveLength(1));
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(updates.isOfflineReady).toBe(false);
	});

	test('is nothing to speak of at the next visit', async () => {
		registration.active = container.controller = new Worker();
		const updates = await started();
		await vi.waitFor(() => expect(registration.active!.told).toHaveLength(1));
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(updates.isOfflineReady).toBe(false);
	});

	test('that cannot be made breaks nothing', async () => {
		container.register = () => Promise.reject(new TypeError('no worker'));
		expect((await started()).isOfflineReady).toBe(false);
		Reflect.deleteProperty(navigator, 'serviceWorker');
		expect((await started()).takeOver).toBeUndefined();
	});
});

describe('a newer Envol', () => {
	test('that waits is offered, taken only when asked for, and may wait', async () => {
		registration.active = container.controller = new Worker();
		registration.waiting = new Worker();
		registration.waiting.state = 'installed';
		const updates = await started();
		expect(updates.takeOver).toBeDefined();
		expect(registration.waiting.told).toEqual([]);
		updates.takeOver!();
		await vi.waitFor(() => expect(registration.waiting!.told).toEqual([{ type: 'SKIP_WAITING' }]));
		expect(status.line).toBeUndefined();
		updates.later();
		expect(updates.takeOver).toBeUndefined();
	});

	describe('never takes words away (T4)', () => {
		beforeEach(() => {
			registration.active = container.controller = new Worker();
			registration.waiting = new Worker();
			registration.waiting.state = 'installed';
		});

		test('what is typed is saved first, however slow the storage is', async () => {
			const updates = await started();
			let save!: (isSaved: boolean) => void;
			const autosave = new Autosave(() => new Promise((resolve) => (save = resolve)));
			const stop = autosave.attach();
			autosave.typed();
			updates.takeOver!();
			await new Promise((resolve) => setTimeout(resolve, 5));
			expect(toldToTakeOver()).toBe(false);
			save(true);
			await vi.waitFor(() => expect(toldToTakeOver()).toBe(true));
			stop();
		});

		test('what cannot be saved, or takes too long, keeps the page as it is, and the person is told', async () => {
			const updates = await started();
			let answer = Promise.resolve(false);
			const autosave = new Autosave(() => answer);
			const stop = autosave.attach();
			autosave.typed();
			updates.takeOver!();
			await vi.waitFor(() => expect(status.line?.key).toBe('shell.status.notKept'));
			expect(updates.takeOver).toBeDefined();

			status.clear();
			vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
			answer = new Promise(() => undefined);
			updates.takeOver!();
			await vi.advanceTimersByTimeAsync(5000);
			vi.useRealTimers();
			expect(status.line?.key).toBe('shell.status.notKept');
			expect(toldToTakeOver()).toBe(false);
			stop();
		});

		test('what only a stand-in for storage holds would be gone: the newer Envol waits', async () => {
			isOnlyHere = true;
			const updates = await started();
			updates.takeOver!();
			await vi.waitFor(() => expect(status.line?.key).toBe('shell.status.notKept'));
			expect(toldToTakeOver()).toBe(false);
		});
	});

	test('that comes while the page is open is offered too; the first one of all is not', async () => {
		const first = await started();
		registration.installing = new Worker();
		registration.dispatchEvent(new Event('updatefound'));
		registration.installing.becomes('installed');
		expect(first.takeOver).toBeUndefined();

		container.controller = registration.active = new Worker();
		const next = await started();
		registration.installing = new Worker();
		registration.dispatchEvent(new Event('updatefound'));
		expect(next.takeOver).toBeUndefined();
		registration.installing.becomes('installed');
		expect(next.takeOver).toBeDefined();
	});

	test('that another tab took: this page says it is an older one, and never reloads by itself', async () => {
		container.controller = registration.active = new Worker();
		const updates = await started();
		expect(updates.isReplaced).toBe(false);
		container.dispatchEvent(new Event('controllerchange'));
		expect(updates.isReplaced).toBe(true);
		expect(updates.takeOver).toBeDefined();
	});
});
