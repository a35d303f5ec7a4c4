import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { createServices, type Services } from '$lib/app/services.svelte';
import { addExample, startWithPreset } from '$lib/app/starts';
import { today } from '$lib/platform/clock';
import { aStep, stepId } from '../../../support/builders';
import { latest } from '../../../support/open-database';

let services: Services;
let plan: PlanKeeper;
const steps = async () => latest((await services.gate.open()).plan.observe());
const day = async () => latest((await services.gate.open()).days.observe(today()));

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	services = createServices();
	plan = new PlanKeeper(services);
});
afterEach(async () => {
	vi.restoreAllMocks();
	await services.gate.storage?.erase();
	localStorage.clear();
});

describe('the example', () => {
	test('a step of it that the person wrote in is theirs, and stays', async () => {
		const storage = await services.gate.open();
		await storage.plan.change(() =>
			['a', 'b', 'c'].map((id, order) => aStep({ id, order, isExample: true }))
		);
		await plan.edit(stepId('a'), { words: 'mine' });
		await plan.makeSmaller(stepId('b'), 'a little');
		await plan.move(stepId('c'), -1);
		await plan.removeExample();
		expect((await steps()).map(({ id }) => id)).toEqual(['a', 'b']);
		expect(services.status.line?.key).toBe('shell.status.exampleGone');
	});

	test('taken away by mistake, it comes back with what was done', async () => {
		await addExample(services);
		const [before, done] = [await steps(), await day()];
		await plan.removeExample();
		expect(await steps()).toEqual([]);
		await services.status.undo();
		expect(await steps()).toEqual(before);
		expect(await day()).toEqual(done);
	});

	test('asked for twice, it comes once, with one step done', async () => {
		await Promise.all([addExample(services), addExample(services)]);
		const ids = (await steps()).map(({ id }) => id);
		const ticks = (await day())?.ticks ?? [];
		expect(ticks).toHaveLength(1);
		expect(ids).toContain(ticks[0]?.step);
	});
});

describe('where nothing can be kept', () => {
	beforeEach(() => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
	});
	const notKept = { key: 'shell.status.notKept', tone: 'trouble', undo: expect.any(Function) };

	test('a change shows, is never said to be kept, and can be undone', async () => {
		expect(await plan.addOwn('walk', 'engage')).toBe('memory');
		expect(services.status.line).toEqual(notKept);
		expect(await steps()).toHaveLength(1);
		await services.status.undo();
		expect(await steps()).toEqual([]);
	});

	test('a start lets the person go on, and says the same', async () => {
		expect(await startWithPreset(services, 'first-steps')).toBe('memory');
		expect(services.status.line).toEqual(notKept);
	});

	test('so does the example, and so does taking it away', async () => {
		expect(await addExample(services)).toBe('memory');
		expect(services.status.line).toEqual(notKept);
		services.status.clear();
		await plan.removeExample();
		expect(services.status.line).toEqual(notKept);
	});
});
