import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createServices, type Services } from '$lib/app/services.svelte';
import type { Storage } from '$lib/storage/types';
import { watching } from './screen.svelte';

/** What each test of a file gets: services on a database of their own, and screens that are closed after it. */
export interface Given {
	readonly services: Services;
	readonly storage: Storage;
	/** Reads as a screen does, until the test is over. */
	watch: <T>(read: () => T) => ReturnType<typeof watching<T>>;
	/** Waits until the screen matches; a screen must be watching it. */
	until: (fits: () => unknown) => Promise<void>;
}

/** The real services, the real storage on a database in memory, and a browser that moves nothing. */
export function givenServices(day = new Date(2026, 10, 21, 10)): Given {
	let services: Services;
	let storage: Storage;
	let stops: (() => void)[] = [];
	beforeEach(async () => {
		vi.useFakeTimers({ now: day, toFake: ['Date'] });
		vi.stubGlobal('matchMedia', () => ({ matches: true }));
		services = createServices();
		storage = await services.gate.open();
	});
	afterEach(async () => {
		for (const stop of stops) stop();
		stops = [];
		vi.restoreAllMocks();
		await storage.erase();
		localStorage.clear();
		vi.unstubAllGlobals();
		vi.useRealTimers();
	});
	return {
		get services() {
			return services;
		},
		get storage() {
			return storage;
		},
		watch: (read) => {
			const screen = watching(read);
			stops.push(screen.stop);
			return screen;
		},
		until: (fits) =>
			vi.waitFor(
				() => {
					flushSync();
					expect(fits()).toBeTruthy();
				},
				{ timeout: 10_000, interval: 5 }
			)
	};
}

/** Makes writes to this table fail as on a full device. */
export function noRoomFor(table: string): void {
	const put = IDBObjectStore.prototype.put;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		...args: Parameters<typeof put>
	) {
		if (this.name === table) throw new DOMException('no', 'QuotaExceededError');
		return put.apply(this, args);
	});
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
}
