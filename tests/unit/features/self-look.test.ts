import { beforeEach, expect, test } from 'vitest';
import { lookFile } from '$lib/codec/look-code';
import type { LookForm } from '$lib/domain/kept-looks';
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
