import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { putInPlan } from '$lib/features/sheet/receive/receiving';
import { createServices, type Services } from '$lib/app/services.svelte';
import { localDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import type { Answered } from '$lib/domain/receive';
import { aStep } from '../../support/builders';
import { latest } from '../../support/open-database';
import { aLine } from '../../support/prescriptions';
import { watching } from '../../support/screen.svelte';

const call: Answered = { line: aLine({ words: 'Call Sam' }), answer: { kind: 'yes' } };
const sheet = { ...noExtras('en'), date: localDay('2026-11-21'), signs: [{ words: 'I sleep less' }] };
let services: Services;
const steps = async () => latest((await services.gate.open()).plan.observe());
const keptSheet = async () => latest((await services.gate.open()).sheet.observe());

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	services = createServices();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await services.gate.storage?.erase();
	localStorage.clear();
});

describe('a plan that was answered', () => {
	test('is kept with what goes with it, and one undo takes back both', async () => {
		expect(await putInPlan(services, [call], 'merge', sheet)).toBe('durable');
		expect(await steps()).toMatchObject([{ words: 'Call Sam' }]);
		expect(await keptSheet()).toEqual(sheet);
		expect(services.status.line?.key).toBe('receive.status.done');
		await services.status.undo();
		expect(await steps()).toEqual([]);
		expect(await keptSheet()).toBeUndefined();
	});

	test('without what goes with it, leaves alone what was kept before', async () => {
		await putInPlan(services, [call], 'merge', sheet);
		await putInPlan(services, [call], 'replace', undefined);
		expect(await keptSheet()).toEqual(sheet);
	});

	test('is joined to a sheet of one’s own, and one undo gives that back as it was', async () => {
		const storage = await services.gate.open();
		const own = {
			...noExtras('fr'),
			date: localDay('2026-10-01'),
			teamPhone: '514 555-0123',
			signs: [{ words: 'Je dors moins' }],
			agreements: { me: ['Je marche'], team: [], lovedOnes: [] }
		};
		await storage.sheet.change(() => own);
		const { signs, ...review } = { ...sheet, reviewOn: localDay('2027-01-04') };
		await putInPlan(services, [call], 'merge', { ...review, signs: [] });
		expect(await keptSheet()).toEqual({ ...own, reviewOn: '2027-01-04' });
		await putInPlan(services, [call], 'merge', { ...review, signs }, { langs: 'theirs' });
		expect(await keptSheet()).toMatchObject({ langs: 'en', signs: [...own.signs, ...signs] });
		await services.status.undo();
		expect(await keptSheet()).toEqual({ ...own, reviewOn: '2027-01-04' });
	});

	test('is kept whole or not at all, and the person is told', async () => {
		const storage = await services.gate.open();
		vi.spyOn(storage.sheet, 'change').mockRejectedValue(
			Object.assign(new Error('full'), { name: 'QuotaExceededError' })
		);
		expect(await putInPlan(services, [call], 'merge', sheet)).toBe('failed');
		expect(await steps()).toEqual([]);
		expect(services.status.line).toMatchObject({ key: 'shell.storage.full', tone: 'trouble' });
	});
});

test('a step from an activity waits for its name: nobody sees an id', async () => {
	const storage = await services.gate.open();
	await storage.plan.change(() => [
		aStep({ id: 'walk', activity: 'phy-walk-around-block-own-pace', words: undefined })
	]);
	const words = await import('$lib/app/words/step-words');
	const seen: boolean[] = [];
	const plan = new PlanKeeper(services);
	const screen = watching(() => {
		if (plan.isReady) seen.push(words.areActivitiesThere('en'));
		return plan.steps;
	});
	await plan.open();
	await vi.waitFor(() => {
		flushSync();
		expect(plan.isReady).toBe(true);
	});
	screen.stop();
	expect(seen).not.toContain(false);
	expect(plan.steps).toHaveLength(1);
});
