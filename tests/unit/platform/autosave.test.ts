import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Autosave } from '$lib/platform/autosave';
import { runs } from '../../support/property-runs';

const everyMs = 300;

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A field, the disk behind it, and what keeps the one on the other. */
function aField(takesMs = 0) {
	const field = { words: '', disk: '', saves: 0, isFull: false };
	const autosave = new Autosave(async () => {
		const { words } = field;
		field.saves += 1;
		if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));
		if (!field.isFull) field.disk = words;
		return !field.isFull;
	});
	const type = (words: string) => {
		field.words += words;
		autosave.typed();
	};
	return { field, autosave, type };
}

test('a steady typist is saved all along, and never more often than the rule says', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 40 }),
			fc.integer({ min: 0, max: 200 }),
			async (pauses, takesMs) => {
				const { field, type } = aField(takesMs);
				const typedAt: number[] = [];
				const start = Date.now();
				for (const pause of pauses) {
					type('x');
					typedAt.push(Date.now());
					await vi.advanceTimersByTimeAsync(pause);
					// whatever was typed longer ago than the rule and one write, twice over, is on disk
					const old = typedAt.filter((at) => at <= Date.now() - 2 * (everyMs + takesMs)).length;
					expect(field.disk.length).toBeGreaterThanOrEqual(old);
				}
				await vi.advanceTimersByTimeAsync(everyMs + 2 * takesMs + 1);
				expect(field.disk).toBe(field.words);
				expect(field.saves).toBeLessThanOrEqual(Math.ceil((Date.now() - start) / everyMs) + 1);
			}
		),
		{ numRuns: runs(50) }
	);
});

test('a tap keeps the last letters: it may follow a link', async () => {
	const { field, autosave, type } = aField();
	const stop = autosave.attach();
	dispatchEvent(new Event('click'));
	expect(field.saves).toBe(0);
	type('my last words');
	dispatchEvent(new Event('click'));
	await Promise.resolve();
	await Promise.resolve();
	expect(field.disk).toBe('my last words');
	stop();
});

describe.each(['pagehide', 'visibilitychange', 'the field goes'] as const)('when it ends with %s', (how) => {
	const leave = (stop: () => void) => {
		if (how === 'pagehide') dispatchEvent(new Event('pagehide'));
		else if (how === 'visibilitychange') document.dispatchEvent(new Event('visibilitychange'));
		else stop();
	};

	test('the last letters are kept without waiting', async () => {
		const { field, autosave, type } = aField();
		const stop = autosave.attach();
		type('my last words');
		leave(stop);
		await Promise.resolve();
		await Promise.resolve();
		expect(field.disk).toBe('my last words');
		stop();
	});

	test('they do not wait for the save before them, and nothing older comes over them', async () => {
		const { field, autosave, type } = aField(50);
		const stop = autosave.attach();
		type('first ');
		const before = autosave.now();
		await Promise.resolve();
		expect(field.saves).toBe(1);
		type('last');
		leave(stop);
		expect(field.saves).toBe(2);
		await vi.advanceTimersByTimeAsync(500);
		await before;
		expect(field.disk).toBe('first last');
		expect(autosave.isUnsaved).toBe(false);
		stop();
	});

	test('with nothing typed, nothing is written', async () => {
		const { field, autosave } = aField();
		const stop = autosave.attach();
		leave(stop);
		await vi.advanceTimersByTimeAsync(1000);
		expect(field.saves).toBe(0);
		stop();
	});
});

test('what could not be kept waits, and goes with the next key or on leaving', async () => {
	const { field, autosave, type } = aField();
	field.isFull = true;
	type('words');
	await vi.advanceTimersByTimeAsync(everyMs);
	expect(autosave.isUnsaved).toBe(true);
	expect(await autosave.now()).toBe(false);
	field.isFull = false;
	expect(await autosave.now()).toBe(true);
	expect(field.disk).toBe('words');
	type('!');
	autosave.settle();
	await vi.advanceTimersByTimeAsync(1000);
	expect(field.disk).toBe('words');
});

test('a save that throws is one that did not keep', async () => {
	const autosave = new Autosave(() => Promise.reject(new Error('no')));
	autosave.typed();
	expect(await autosave.now()).toBe(false);
	expect(autosave.isUnsaved).toBe(true);
});
