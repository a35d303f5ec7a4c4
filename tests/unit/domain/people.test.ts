import { describe, expect, it } from 'vitest';
import { joinedItems, moved, withItem, withoutItem } from '$lib/domain/listed';
import {
	circleOf,
	isRoleSaid,
	mostPeople,
	noPeople,
	parsePeople,
	peopleOf,
	reachable,
	roles,
	waysTo,
	type Person
} from '$lib/domain/people';

const lea: Person = { id: 'a', order: 0, name: 'Léa', role: 'friend', phone: '514-555-0123', canText: true };
const doctor: Person = { id: 'b', order: 1, name: 'Dr Roy', role: 'doctor', phone: '418 555 0199' };
const mother: Person = { id: 'c', order: 2, name: 'Maman', role: 'family' };
const people = { a: lea, b: doctor, c: mother };

describe('my people', () => {
	it('are read back as they were written', () => {
		const full = { ...lea, when: 'evenings', ask: 'Can you come?' };
		expect(parsePeople(JSON.parse(JSON.stringify({ ...people, a: full })))).toEqual({ ...people, a: full });
	});

	it('leave out what cannot be read, and whoever has not one word', () => {
		expect(parsePeople('nothing')).toEqual(noPeople);
		expect(parsePeople([lea])).toEqual(noPeople);
		const read = parsePeople({
			a: { role: 'king', name: ' \u202eLéa ', phone: 5, order: 'first', canText: 'yes' },
			b: { role: 'doctor', name: '   ' },
			c: 'x',
			['x'.repeat(100)]: lea
		});
		expect(read).toEqual({ a: { id: 'a', order: 0, name: 'Léa', role: 'other' } });
	});

	it('have no role until one is said', () => {
		expect(parsePeople({ a: { role: 'team', name: 'Roy' } }).a).toMatchObject({ role: 'team' });
		expect(roles.filter((role) => !isRoleSaid(role))).toEqual(['close', 'team']);
		expect(circleOf('team')).toBe('team');
	});

	it('keep a number before its name is written', () => {
		expect(parsePeople({ a: { role: 'friend', phone: '988' } }).a).toMatchObject({ name: '', phone: '988' });
	});

	it('are never so many that a page cannot hold them', () => {
		const many = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`p${i}`, { ...lea, order: i }]));
		expect(Object.keys(parsePeople(many))).toHaveLength(mostPeople);
	});

	it('stand in two circles, in the person’s order; every role has one', () => {
		expect(peopleOf(people, 'close').map(({ name }) => name)).toEqual(['Léa', 'Maman']);
		expect(peopleOf(people, 'team').map(({ name }) => name)).toEqual(['Dr Roy']);
		expect(roles.filter((role) => circleOf(role) === 'team')).toHaveLength(11);
	});

	it('can be reached where there is a number to dial', () => {
		expect(reachable({ ...people, d: { ...mother, id: 'd', phone: 'ask Léa' } })).toEqual([lea, doctor]);
		expect(waysTo(lea, 'Hello')).toEqual({ tel: 'tel:5145550123', sms: 'sms:5145550123?&body=Hello' });
		expect(waysTo({ ...lea, ask: 'Viens' }, 'Hello').sms).toContain('body=Viens');
		expect(waysTo(doctor, 'Hello')).toEqual({ tel: 'tel:4185550199' });
		expect(waysTo(mother, 'Hello')).toEqual({});
	});

	it('move among those who stand together, and nobody else moves', () => {
		const after = moved(people, 'c', -1, ['a', 'c']);
		expect(peopleOf(after, 'close').map(({ id }) => id)).toEqual(['c', 'a']);
		expect(after.b).toBe(doctor);
		expect(moved(people, 'a', -1, ['a', 'c'])).toBe(people);
		const same = { a: { ...lea, order: 5 }, c: { ...mother, order: 5 } };
		expect(peopleOf(moved(same, 'c', -1, ['a', 'c']), 'close').map(({ id }) => id)).toEqual(['c', 'a']);
	});

	it('are kept from both sides when a stand-in is brought over', () => {
		const joined = joinedItems({ a: lea, b: doctor }, { a: { ...lea, name: 'Léa R.', order: 9 }, z: mother });
		expect(Object.keys(joined).sort()).toEqual(['a', 'b', 'c']);
		expect(joined.a).toEqual({ ...lea, name: 'Léa R.' });
		expect(joined.c!.order).toBeGreaterThan(doctor.order);
	});

	it('go and come by one', () => {
		expect(withItem(withoutItem(people, 'b'), doctor)).toEqual(people);
	});
});
