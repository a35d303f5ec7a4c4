import { describe, expect, test, vi } from 'vitest';
import { isSame, type Face } from '$lib/domain/die';
import type { Idea } from '$lib/domain/idea';
import { DiceKeeper } from '$lib/features/dice/dice-keeper.svelte';
import { Shaking } from '$lib/features/dice/shaking.svelte';
import { Table, trioForms } from '$lib/features/dice/table.svelte';
import { latest } from '../../support/open-database';
import { givenServices, noRoomFor } from '../../support/services';

const given = givenServices();

/** A table as a screen shows it; a die that grows clear takes no time. */
async function aTable() {
	const real = globalThis.setTimeout;
	vi.stubGlobal('setTimeout', (run: () => void, ms?: number) => real(run, ms === 200 ? 0 : ms));
	const keeper = new DiceKeeper(given.services);
	const table = new Table(given.services, keeper);
	given.watch(() => [keeper.kept, keeper.ideas, keeper.mine, keeper.sixFaces, table.shown, table.isEnough]);
	await keeper.open();
	await given.until(() => keeper.isReady);
	await keeper.prepare();
	return { table, keeper };
}
const kept = () => latest(given.storage.dice.observe());
const ideaIn = (face: Face | undefined): Idea => {
	if (!face || face === 'rest') throw new Error('no idea is up');
	return face;
};

/** Chance that never comes up with rest: it is the first of six sides. */
function neverRest() {
	const real = crypto.getRandomValues.bind(crypto);
	vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
		real(into as never);
		if (into instanceof Uint32Array) for (let i = 0; i < into.length; i++) into[i] = 1_000_000_007;
		return into;
	});
}

describe('one die', () => {
	test('nothing is up before the first roll, nor while it turns; then what came up is remembered', async () => {
		neverRest();
		const { table } = await aTable();
		expect(table.shown).toBeUndefined();
		// it turns until this test lets it come to rest
		const real = globalThis.setTimeout;
		let rolling: Promise<void> | undefined;
		const rest = await new Promise<() => void>((resolve) => {
			vi.stubGlobal('setTimeout', (run: () => void, ms?: number) =>
				ms === 200 ? resolve(run) : real(run, ms)
			);
			rolling = table.roll();
		});
		expect(table.isTurning).toBe(true);
		expect(table.die).toBeDefined();
		expect(table.shown).toBeUndefined();
		rest();
		await rolling;
		expect(table.isTurning).toBe(false);
		expect(table.shown).toBe(table.die?.roll.face);
		const { id } = ideaIn(table.shown);
		await vi.waitFor(async () => expect((await kept()).seen).toContain(id));
	});

	test('a second tap while it turns is not a second roll', async () => {
		const { table } = await aTable();
		await Promise.all([table.roll(), table.roll(), table.roll()]);
		expect(table.die?.turn).toBe(1);
	});

	test('each roll brings something else, and keeps what was up before until it has turned', async () => {
		neverRest();
		const { table } = await aTable();
		await table.roll();
		const first = ideaIn(table.shown);
		await table.roll();
		expect(isSame(first, table.shown!)).toBe(false);
		expect(table.die?.before).toEqual(first);
		expect(table.row.map(({ id }) => id)).toEqual([first.id, ideaIn(table.shown).id]);
	});

	test('after six rolls in a row it is enough; whatever the person picks begins a new row', async () => {
		neverRest();
		const { table } = await aTable();
		for (let i = 0; i < 5; i++) await table.roll();
		expect(table.isEnough).toBe(false);
		await table.roll();
		expect(table.isEnough).toBe(true);
		expect(table.row).toHaveLength(6);
		const [picked] = table.row;
		table.take(picked!);
		expect(table.shown).toBe(picked);
		expect(table.isEnough).toBe(false);
	});

	test('to rest is an answer: the card is empty, and the row is over', async () => {
		const { table } = await aTable();
		await table.roll();
		table.rest();
		expect(table.isResting).toBe(true);
		expect(table.shown).toBeUndefined();
		expect(table.row).toEqual([]);
		await table.roll();
		expect(table.isResting).toBe(false);
	});

	test('of one kind, all ideas are of that kind; another kind empties the card', async () => {
		neverRest();
		const { table } = await aTable();
		table.choose({ play: 'kind', kind: 'social' });
		for (let i = 0; i < 4; i++) {
			await table.roll();
			expect(ideaIn(table.shown).form).toBe('social');
		}
		table.choose({ play: 'kind', kind: 'mental' });
		expect(table.shown).toBeUndefined();
		await table.roll();
		expect(ideaIn(table.shown).form).toBe('mental');
	});

	test('two others of the same kind can be seen instead, neither of them the one that is up', async () => {
		neverRest();
		const { table } = await aTable();
		table.choose({ play: 'kind', kind: 'social' });
		await table.roll();
		const up = ideaIn(table.shown);
		table.seeOthers();
		expect(table.others).toHaveLength(2);
		expect(new Set([up.id, ...table.others.map(({ id }) => id)]).size).toBe(3);
		expect(table.others.map(({ form }) => form)).toEqual(['social', 'social']);
		table.take(table.others[0]!);
		expect(table.others).toEqual([]);
	});

	test('what was hidden never comes up, and is not among the others', async () => {
		neverRest();
		const { table, keeper } = await aTable();
		const social = keeper.ideas.filter(({ form }) => form === 'social');
		const [left] = social;
		await given.storage.dice.change((dice) => ({
			...dice,
			hidden: social.filter(({ id }) => id !== left!.id).map(({ id }) => id)
		}));
		await given.until(() => keeper.kept.hidden.length === social.length - 1);
		table.choose({ play: 'kind', kind: 'social' });
		for (let i = 0; i < 3; i++) {
			await table.roll();
			expect(ideaIn(table.shown).id).toBe(left!.id);
		}
	});

	test('wishes that nothing fits are set aside, and it says which', async () => {
		neverRest();
		const { table, keeper } = await aTable();
		await keeper.wish({
			notNow: ['crowd', 'screen', 'outdoor'],
			energy: 3,
			minutes: 5,
			place: 'outdoor',
			company: 'alone',
			isMine: true
		});
		table.choose({ play: 'kind', kind: 'social' });
		await table.roll();
		expect(ideaIn(table.shown).form).toBe('social');
		expect(table.relaxed).toContain('mine');
		table.clear();
		expect(table.relaxed).toEqual([]);
	});

	test('an easy one is tiny, of the kind that was asked for, and no part of the row', async () => {
		const { table } = await aTable();
		await table.rollEasy('social');
		expect(ideaIn(table.shown)).toMatchObject({ form: 'social', effort: 1 });
		expect(table.row).toEqual([]);
	});
});

test('my six come up and nothing else, never the same twice in a row, and nothing is marked as seen', async () => {
	const { table, keeper } = await aTable();
	const six = [...keeper.ideas.slice(0, 5).map(({ id }) => id), 'rest'] as const;
	for (const id of six) await keeper.setFace(id, true);
	await given.until(() => table.isSixReady);
	table.choose({ play: 'six' });
	let before: Face | undefined;
	for (let i = 0; i < 8; i++) {
		await table.roll();
		const face = table.shown!;
		expect(six).toContain(face === 'rest' ? face : face.id);
		if (before) expect(isSame(before, face)).toBe(false);
		before = face;
	}
	expect((await kept()).seen).toEqual([]);
});

describe('three dice', () => {
	test('lie one of each form; one that is held stays while the others roll', async () => {
		const { table } = await aTable();
		table.choose({ play: 'three' });
		await table.roll();
		const first = { ...table.trio };
		for (const form of trioForms) expect(ideaIn(first[form]?.roll.face).form).toBe(form);
		expect(table.shown).toBeUndefined();
		table.hold('social', true);
		await table.roll();
		expect(table.trio.social).toBe(first.social);
		for (const form of ['physical', 'mental'] as const)
			expect(isSame(table.trio[form]!.roll.face, first[form]!.roll.face)).toBe(false);
		table.hold('social', false);
		expect(table.held).toEqual([]);
	});

	test('count as one roll, however many they are', async () => {
		const { table } = await aTable();
		table.choose({ play: 'three' });
		for (let i = 0; i < 5; i++) await table.roll();
		expect(table.isEnough).toBe(false);
		await table.roll();
		expect(table.isEnough).toBe(true);
	});
});

describe('what was done', () => {
	test('empties the card, and an undo brings the idea back', async () => {
		neverRest();
		const { table } = await aTable();
		await table.roll();
		const up = ideaIn(table.shown);
		await table.did(up);
		expect(table.done?.idea).toEqual(up);
		expect(table.shown).toBeUndefined();
		await given.services.status.undo();
		expect(table.done).toBeUndefined();
		expect(table.shown).toEqual(up);
	});

	test('but could not be kept leaves the card as it is', async () => {
		neverRest();
		const { table } = await aTable();
		await table.roll();
		const up = ideaIn(table.shown);
		noRoomFor('days');
		await table.did(up);
		expect(table.done).toBeUndefined();
		expect(table.shown).toEqual(up);
		expect(given.services.status.line?.tone).toBe('trouble');
	});

	test('while doing one, another way to be here now never is the same one', async () => {
		neverRest();
		const { table } = await aTable();
		table.choose({ play: 'kind', kind: 'mindfulness' });
		await table.roll();
		table.start(ideaIn(table.shown));
		for (let i = 0; i < 5; i++) {
			const before = table.doing!.id;
			table.another();
			expect(table.doing).toMatchObject({ form: 'mindfulness' });
			expect(table.doing!.id).not.toBe(before);
		}
		const last = table.doing;
		table.back();
		expect(table.doing).toBeUndefined();
		expect(table.shown).toEqual(last);
	});
});

test('what the person says of outside holds for that day alone', async () => {
	vi.setSystemTime(new Date(2026, 6, 10, 23));
	given.services.clock.look();
	const { table, keeper } = await aTable();
	expect(table.isOutCareful).toBe(true);
	table.sayOutside({ time: 'day' });
	expect(table.isOutCareful).toBe(false);
	table.sayOutside({ time: 'day', season: 'winter' });
	expect(table.isOutCareful).toBe(true);
	expect(table.said).toMatchObject({ season: 'winter', time: 'day' });
	await vi.waitFor(async () => expect((await kept()).said?.season).toBe('winter'));
	vi.setSystemTime(new Date(2026, 6, 11, 12));
	given.services.clock.look();
	expect(table.said).toEqual({});
	expect(table.isOutCareful).toBe(false);
	table.sayOutside({});
	expect(keeper.kept.said).toBeUndefined();
});

describe('shaking the phone', () => {
	/** A hand that shakes the phone for a second and a half. */
	function shake(times = 30) {
		for (let i = 0; i < times; i++) {
			const event = new Event('devicemotion');
			const x = 30 * Math.sin((2 * Math.PI * i) / 6);
			Object.defineProperty(event, 'timeStamp', { value: 1000 + 45 * i });
			dispatchEvent(Object.assign(event, { accelerationIncludingGravity: { x, y: 0, z: 9.8 } }));
		}
	}
	function aPhone(requestPermission?: () => Promise<PermissionState>) {
		vi.stubGlobal('DeviceMotionEvent', { ...(requestPermission && { requestPermission }) });
		vi.spyOn(navigator, 'maxTouchPoints', 'get').mockReturnValue(5);
	}
	function aShaking() {
		const keeper = new DiceKeeper(given.services);
		const rolled = vi.fn();
		const shaking = new Shaking(keeper, rolled);
		given.watch(() => [keeper.kept, shaking.trouble, shaking.isThere]);
		return { keeper, rolled, shaking };
	}

	test('is not offered on a computer', () => {
		const { shaking } = aShaking();
		Object.defineProperty(navigator, 'maxTouchPoints', { configurable: true, get: () => 0 });
		shaking.look();
		expect(shaking.isThere).toBe(false);
		aPhone();
		shaking.look();
		expect(shaking.isThere).toBe(true);
	});

	test('rolls once for one shake, and nothing is heard once it stops listening', () => {
		aPhone();
		const { rolled, shaking } = aShaking();
		shake();
		expect(rolled).not.toHaveBeenCalled();
		const stop = shaking.listen();
		shake();
		expect(rolled).toHaveBeenCalledTimes(1);
		stop();
		shake();
		expect(rolled).toHaveBeenCalledTimes(1);
	});

	test('stays off where the phone says no, and that is told', async () => {
		aPhone(() => Promise.resolve('denied'));
		const { keeper, shaking } = aShaking();
		await shaking.turn(true);
		expect(shaking.trouble).toBe('denied');
		expect(keeper.kept.isShakeOn).toBe(false);
		aPhone(() => Promise.reject(new Error('not on a tap')));
		await shaking.turn(true);
		expect(shaking.trouble).toBe('denied');
		aPhone(() => Promise.resolve('granted'));
		await shaking.turn(true);
		expect(shaking.trouble).toBeUndefined();
		expect((await kept()).isShakeOn).toBe(true);
		await shaking.turn(false);
		expect((await kept()).isShakeOn).toBe(false);
	});

	test('turns itself off where the device feels nothing, and says so', async () => {
		aPhone();
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { keeper, shaking } = aShaking();
		const stop = shaking.listen();
		vi.advanceTimersByTime(2900);
		expect(shaking.trouble).toBeUndefined();
		vi.advanceTimersByTime(200);
		expect(shaking.trouble).toBe('none');
		expect(keeper.kept.isShakeOn).toBe(false);
		stop();
		vi.useRealTimers();
	});

	test('asks again on the first tap of a visit, where the phone wants to be asked, and gives up nothing meanwhile', () => {
		const ask = vi.fn(() => Promise.resolve('granted' as const));
		aPhone(ask);
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const { shaking } = aShaking();
		const stop = shaking.listen();
		vi.advanceTimersByTime(10_000);
		expect(shaking.trouble).toBeUndefined();
		expect(ask).not.toHaveBeenCalled();
		dispatchEvent(new Event('click'));
		dispatchEvent(new Event('click'));
		expect(ask).toHaveBeenCalledTimes(1);
		stop();
		vi.useRealTimers();
	});
});
