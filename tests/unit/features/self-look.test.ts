import { beforeEach, expect, test } from 'vitest';
import { lookFile, lookLink } from '$lib/codec/look-code';
import type { LookForm } from '$lib/domain/kept-looks';
import { spreadOf, standingsOf, statementsOf, type LookSheet } from '$lib/domain/self-look';
import { radarOf } from '$lib/features/look/radar';
import { letGo, SelfLook } from '$lib/features/look/self-look.svelte';
import { givenServices } from '../../support/services';

const given = givenServices();
beforeEach(letGo);

async function aLook(form: LookForm = 'practice') {
	const look = new SelfLook(given.services, form);
	given.watch(() => [look.isReady, look.look, look.kept, look.isKept, look.answers, look.mine, look.team]);
	await look.open();
	await given.until(() => look.isReady);
	return look;
}
const stored = async () => Object.values(await given.storage.looks.observe().first());

test('nothing is kept until that is asked for; another page and back loses nothing', async () => {
	const look = await aLook();
	await look.answer('habits.a', 'often');
	await look.write('habits.try', 'Ask first.', () => undefined);
	expect(look.isUnkept).toBe(true);
	expect(look.answeredIn('habits')).toBe(1);
	expect(look.answeredIn()).toBe(1);
	expect(await stored()).toEqual([]);
	const again = await aLook();
	expect(again.look).toEqual(look.look);
	expect((await aLook('services')).answers).toEqual({});
});

test('once it is kept, every change is; a later one stands beside it, and none is lost on the way', async () => {
	const look = await aLook();
	await look.answer('habits.a', 'rarely');
	expect(await look.keep()).toBe('durable');
	await given.until(() => look.isKept);
	expect(look.isUnkept).toBe(false);
	await look.answer('habits.b', 'often');
	await look.answer('habits.a', undefined);
	expect(await stored()).toMatchObject([{ form: 'practice', said: { 'habits.b': 'often' } }]);
	const first = look.look.id;
	look.begin();
	expect(look.answers).toEqual({});
	await look.answer('meaning.a', 'not-mine');
	look.show(first);
	await given.until(() => look.look.id === first);
	expect(look.isOwnBeneath).toBe(true);
	look.show();
	expect(look.answers).toEqual({ 'meaning.a': 'not-mine' });
	await look.keep();
	await given.until(() => look.kept.length === 2);
	expect(look.kept.map(({ said }) => said)).toEqual([{ 'meaning.a': 'not-mine' }, { 'habits.b': 'often' }]);
});

test('one that is removed can be brought back', async () => {
	const look = await aLook('questions');
	await look.write('alone.a', 'Both of us.', () => undefined);
	await look.keep();
	await given.until(() => look.isKept);
	await look.remove(look.look.id);
	await given.until(() => !look.isKept);
	expect(await stored()).toEqual([]);
	await given.services.status.line?.undo?.();
	expect(await stored()).toMatchObject([{ said: { 'alone.a': 'Both of us.' } }]);
});

test('the answers of a team come together, each person once, and can be taken out and brought back', async () => {
	const look = await aLook();
	await look.answer('habits.a', 'often');
	const file = (id: number, form: 'practice' | 'services' = 'practice') =>
		lookFile([{ id, form, answers: form === 'practice' ? { 'habits.a': 'rarely' } : {} }]);
	expect(await look.bring(file(1))).toEqual({ key: 'practice.team.added', count: 1 });
	expect(await look.bring(file(2))).toEqual({ key: 'practice.team.added', count: 1 });
	expect(await look.bring(file(2))).toMatchObject({ key: 'practice.team.known' });
	expect(await look.bring(file(3, 'services'))).toMatchObject({ key: 'practice.team.other' });
	expect(await look.bring('hello')).toMatchObject({ key: 'practice.team.unreadable' });
	expect(await look.bring('look9AAAA')).toMatchObject({ key: 'practice.team.newer' });
	expect(look.team).toHaveLength(3);
	// one's own answers, from a colleague's collection, are one's own still
	const all = await (await look.file(true))!.file.text();
	expect(await look.bring(all)).toMatchObject({ key: 'practice.team.known' });
	look.takeOut();
	expect(look.team).toHaveLength(1);
	await given.services.status.line?.undo?.();
	expect(look.team).toHaveLength(3);
});

test('a team of five, put together by files or by codes, equals a straightforward count', async () => {
	const told = ['rarely', 'at-times', 'often', 'nearly-always', 'not-mine'] as const;
	const five: LookSheet[] = [1, 2, 3, 4, 5].map((id) => ({
		id,
		form: 'practice',
		answers: Object.fromEntries(
			statementsOf('practice').flatMap((statement, i) =>
				(i + id) % 6 === 5 ? [] : [[statement, told[(i * id) % 5]!]]
			)
		)
	}));
	const spreads = [];
	for (const handedOn of [
		(one: LookSheet) => lookFile([one]),
		(one: LookSheet) => `Hello, here is mine: ${lookLink('https://envol.example', 'fr', one)}`
	]) {
		letGo();
		const look = await aLook();
		for (const one of five) await look.bring(handedOn(one));
		expect(look.team).toHaveLength(5);
		spreads.push(spreadOf('practice', look.team));
	}
	for (const { statements } of spreads)
		for (const statement of statementsOf('practice'))
			for (const answer of told)
				expect(statements[statement]![answer]).toBe(
					five.filter(({ answers }) => answers[statement] === answer).length
				);
	expect(spreads[0]).toEqual(spreads[1]);
});

test('the picture shows the numbers of its table, and two dates side by side', () => {
	const standings = standingsOf('practice', [
		{ 'habits.a': 'often', 'habits.b': 'rarely', 'meaning.e': 'nearly-always' },
		{ 'habits.a': 'nearly-always' }
	]);
	const { labels, rows, most } = radarOf(standings, ['today', 'a year ago']);
	expect(labels).toHaveLength(7);
	expect(rows.map(({ name }) => name)).toEqual(['today', 'a year ago']);
	for (const [column, { values }] of rows.entries())
		expect(values).toEqual(standings.map(({ values: ofPart }) => ofPart[column] ?? 0));
	expect(rows.map(({ values }) => values[2])).toEqual([2, 4]);
	expect(Math.max(...rows.flatMap(({ values }) => values))).toBe(most);
});

test('one’s own answers go out as a link, which another device reads', async () => {
	const look = await aLook('services');
	expect(await look.code('https://envol.example', 'fr')).toBeUndefined();
	expect(await look.file(false)).toBeUndefined();
	await look.answer('nations.b', 'at-times');
	const made = await look.code('https://envol.example', 'fr');
	expect(made!.link).toMatch(/^https:\/\/envol\.example\/fr\/practice\/#look1/);
	expect(made!.code.size).toBeGreaterThan(20);
	const { mine } = look;
	letGo();
	const other = await aLook('services');
	await other.bring(made!.link);
	expect(other.team).toEqual([mine]);
});
