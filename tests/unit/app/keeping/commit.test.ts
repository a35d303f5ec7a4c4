import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempt, commit } from '$lib/app/keeping/commit';
import { createServices, type Services } from '$lib/app/services.svelte';
import { storageError } from '$lib/storage/storage-error';
import type { Storage, StorageReason } from '$lib/storage/types';
import { aStep } from '../../../support/builders';
import { latest } from '../../../support/open-database';

let services: Services;
const steps = async () => latest((await services.gate.open()).plan.observe());
const add = ({ plan }: Storage) => plan.change((kept) => [...kept, aStep()]);
const fail = (reason: StorageReason) => () => Promise.reject(storageError(reason));
const added = { key: 'shell.status.added' } as const;

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	services = createServices();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await services.gate.storage?.erase();
	localStorage.clear();
});

test('what is on disk is said, and can be taken back', async () => {
	expect(await commit(services, add, added)).toBe('durable');
	expect(services.status.line?.key).toBe('shell.status.added');
	await services.status.undo();
	expect(services.status.line?.key).toBe('shell.status.undone');
	expect(await steps()).toEqual([]);
});

test('without a sentence nothing is said of what went well', async () => {
	expect(await commit(services, add)).toBe('durable');
	expect(services.status.line).toBeUndefined();
});

test.each(['blocked', 'slow', 'newer', 'erased', 'full', 'failed'] as const)(
	'could not be kept because "%s": that reason is said, with a sentence of its own or without',
	async (reason) => {
		for (const saying of [added, undefined]) {
			services.status.clear();
			expect(await commit(services, fail(reason), saying)).toBe('failed');
			expect(services.status.line).toEqual({ key: `shell.storage.${reason}`, tone: 'trouble' });
		}
		expect(await attempt(services, fail(reason))).toEqual({ outcome: 'failed', reason });
	}
);

test('an undo that cannot be kept says why, and can be tried again', async () => {
	const undo = vi.fn().mockRejectedValueOnce(storageError('full')).mockResolvedValueOnce(undefined);
	await commit(services, async () => undo, added);
	await services.status.undo();
	expect(services.status.line).toMatchObject({ key: 'shell.storage.full', tone: 'trouble' });
	await services.status.undo();
	expect(services.status.line?.key).toBe('shell.status.undone');
});

test('a line is carried to the next page, and said there once', async () => {
	await commit(services, add, added);
	services.status.carry();
	expect(services.status.line).toBeUndefined();
	services.status.arrived();
	expect(services.status.line?.key).toBe('shell.status.added');
	services.status.arrived();
	expect(services.status.line).toBeUndefined();
});

describe('where nothing can be kept', () => {
	beforeEach(() => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
	});

	test('it shows, is never said to be kept, and can be taken back', async () => {
		expect(await commit(services, add, added)).toBe('memory');
		expect(services.status.line).toMatchObject({ key: 'shell.status.notKept', tone: 'trouble' });
		expect(await steps()).toHaveLength(1);
		await services.status.undo();
		expect(await steps()).toEqual([]);
	});
});
