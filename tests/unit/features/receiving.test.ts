import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import { putInPlan } from '$lib/features/sheet/receive/receiving';
import { Receiving } from '$lib/features/sheet/receive/receiving.svelte';
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

describe('a plan from a code while it is answered', () => {
	const lines = [aLine({ words: 'Call Sam' }), aLine({ words: 'Walk', tiny: 'Shoes on' })];
	async function receiving(isTyped = false) {
		const made = new Receiving(services, { ...sheet, lines }, isTyped);
		const screen = watching(() => [made.plan.isReady, made.plan.all, made.mine, made.canPut]);
		await made.plan.open();
		await vi.waitFor(() => {
			flushSync();
			expect(made.plan.isReady).toBe(true);
		});
		return { made, stop: screen.stop };
	}

	test('is put nowhere before an answer; what has none waits, put away', async () => {
		const { made, stop } = await receiving();
		expect(made.canPut).toBe(false);
		made.answer(1, { kind: 'smaller', words: 'Shoes on' });
		expect(made.canPut).toBe(true);
		expect(await steps()).toEqual([]);
		expect(await made.put()).toBe('durable');
		const kept = await steps();
		expect(kept.find(({ words }) => words === 'Walk')).toMatchObject({ tiny: 'Shoes on', isSmall: true });
		expect(kept.find(({ words }) => words === 'Call Sam')?.putAwayAt).toBeDefined();
		expect(await keptSheet()).toEqual(sheet);
		stop();
	});

	test('yes to all takes every line, and keeps how the person wants each done', async () => {
		const { made, stop } = await receiving();
		made.answer(0, { kind: 'not-now', takesHow: true });
		made.yesToAll();
		expect(made.answers).toEqual([{ kind: 'yes', takesHow: true }, { kind: 'yes' }]);
		stop();
	});

	test('knows the step that the person has already', async () => {
		await (await services.gate.open()).plan.change(() => [aStep({ id: 'sam', words: 'call sam' })]);
		const { made, stop } = await receiving();
		expect(made.mineFor(lines[0]!)?.id).toBe('sam');
		expect(made.mineFor(lines[1]!)).toBeUndefined();
		stop();
	});

	test('from a typed code leaves the person’s own sheet alone, and asks nothing about it', async () => {
		const { made, stop } = await receiving(true);
		expect(made.asked).toEqual([]);
		made.yesToAll();
		await made.put();
		expect(await keptSheet()).toBeUndefined();
		stop();
	});

	test('asks which to have where both sheets say one thing differently; mine until they say', async () => {
		const mine = { ...noExtras('fr'), date: localDay('2026-10-01'), signs: [{ words: 'Je dors moins' }] };
		await (await services.gate.open()).sheet.change(() => mine);
		const { made, stop } = await receiving();
		await vi.waitFor(() => {
			flushSync();
			expect(made.asked).toContain('langs');
		});
		made.yesToAll();
		made.wantsExtras = false;
		await made.put();
		expect(await keptSheet()).toMatchObject({ langs: 'fr', signs: mine.signs });
		made.wantsExtras = true;
		made.choose('langs', 'theirs');
		await made.put();
		expect(await keptSheet()).toMatchObject({ langs: 'en', signs: [...mine.signs, ...sheet.signs] });
		stop();
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
