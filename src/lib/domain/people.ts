import { inOrder, parseItems, type Items, type Listed } from './listed';
import { linesFrom, oneOf, present, trueOf, wordsFrom } from './parse';
import { smsHref, telHref } from './phone';

/**
 * The first role of each circle is a general one: what somebody is to the person is theirs to say, never assumed.
 */
export const teamRoles = [
	'team',
	'doctor',
	'psychiatrist',
	'nurse',
	'peerSupport',
	'socialWorker',
	'occupationalTherapist',
	'psychologist',
	'pharmacist',
	'caseManager',
	'employmentCounsellor'
] as const;
export const closeRoles = [
	'close',
	'partner',
	'family',
	'friend',
	'neighbour',
	'elder',
	'faith',
	'employer',
	'other'
] as const;
export type TeamRole = (typeof teamRoles)[number];
export type CloseRole = (typeof closeRoles)[number];
export type Role = TeamRole | CloseRole;
export const roles: readonly Role[] = [...closeRoles, ...teamRoles];

export const circles = ['close', 'team'] as const;
export type Circle = (typeof circles)[number];

/** Somebody the person may call on. */
export interface Person extends Listed {
	/** Empty until it is written: then the role is shown instead. */
	name: string;
	role: Role;
	/** As typed; {@link telHref} gives what is dialled. */
	phone?: string;
	/** The number can receive text messages. */
	canText?: true;
	/** When to reach them, in the person's words. */
	when?: string;
	/** Own words for asking; otherwise those that Envol offers. */
	ask?: string;
}

export type People = Items<Person>;
export const noPeople: People = {};

export const mostPeople = 40;
export const longestName = 60;
export const longestNumber = 40;
export const longestWhen = 80;
export const longestAsk = 200;

export function circleOf(role: Role): Circle {
	return (teamRoles as readonly Role[]).includes(role) ? 'team' : 'close';
}

/** Whether the person said what they are to them. */
export function isRoleSaid(role: Role): boolean {
	return !(circles as readonly Role[]).includes(role);
}

/** Reads people from anywhere, field by field; an entry without a word in it is none. */
export function parsePeople(value: unknown): People {
	return parseItems(value, mostPeople, (given, listed) => {
		const name = wordsFrom(given.name, longestName) ?? '';
		const [phone, when] = [wordsFrom(given.phone, longestNumber), wordsFrom(given.when, longestWhen)];
		const ask = linesFrom(given.ask, longestAsk);
		if (!name && !phone && !when && !ask) return undefined;
		return {
			...listed,
			name,
			role: oneOf(roles, given.role) ?? 'other',
			...present({ phone, canText: trueOf(given.canText), when, ask })
		};
	});
}

/** The people of one circle, in the person's order. */
export function peopleOf(people: People, circle: Circle): Person[] {
	return inOrder(people).filter(({ role }) => circleOf(role) === circle);
}

/** The people who can be called, close ones first. */
export function reachable(people: People): Person[] {
	return circles.flatMap((circle) => peopleOf(people, circle)).filter(({ phone }) => telHref(phone));
}

/** The links to reach somebody; empty when there is no number that can be dialled. */
export function waysTo({ phone, canText, ask }: Person, words: string): { tel?: string; sms?: string } {
	const tel = telHref(phone);
	const sms = canText && smsHref(phone, ask ?? words);
	return { ...(tel && { tel }), ...(sms && { sms }) };
}
