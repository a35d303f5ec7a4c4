import type { JournalPromptId, Pillar } from '$lib/domain/journal-prompt';
import type { EarlySignId } from '$lib/domain/early-sign';
import type { Horizon } from '$lib/domain/my-plan';
import type { Role } from '$lib/domain/people';
import type { Side } from '$lib/domain/side';

/**
 * "Look around with an example", beside the steps of Today: which notes, people, signs and parts of a plan there are.
 * Their words are in `people-form` of the messages, each with "example" in it, since it may be shown or printed far from the
 * notice. Nobody in it has a telephone number, and it writes no plan for a crisis: what is dialled or followed in
 * distress is the person's own, or nothing.
 */
export const exampleNotes: readonly {
	name: 'bread' | 'call' | 'scarf' | 'slow';
	/** How many days before today it is about. */
	daysAgo: number;
	pillar: Pillar;
	prompt: JournalPromptId;
}[] = [
	{ name: 'bread', daysAgo: 1, pillar: 'hope', prompt: 'jou-hope-sentence-something-that-made-me' },
	{ name: 'call', daysAgo: 3, pillar: 'trust', prompt: 'jou-trust-sentence-someone-who-was-kind' },
	{
		name: 'scarf',
		daysAgo: 6,
		pillar: 'engagement',
		prompt: 'jou-engagement-long-tell-about-something-make'
	},
	{ name: 'slow', daysAgo: 9, pillar: 'patience', prompt: 'jou-patience-long-what-took-time-life' }
];

export const examplePeople: readonly { name: 'sister' | 'friend' | 'peer'; role: Role }[] = [
	{ name: 'sister', role: 'family' },
	{ name: 'friend', role: 'friend' },
	{ name: 'peer', role: 'peerSupport' }
];

export const exampleSigns: readonly {
	name: 'sleep' | 'away';
	sign: EarlySignId;
	tells: (typeof examplePeople)[number]['name'];
}[] = [
	{ name: 'sleep', sign: 'sign-i-sleep-much-less-than', tells: 'sister' },
	{ name: 'away', sign: 'sign-i-stay-away-from-people', tells: 'peer' }
];

export const exampleWants: readonly { name: Horizon }[] = [
	{ name: 'week' },
	{ name: 'year' },
	{ name: 'decade' }
];

export const exampleAgreements: readonly { name: Extract<Side, 'me' | 'team'> }[] = [
	{ name: 'me' },
	{ name: 'team' }
];

export const exampleQuestions: readonly { name: 'sleep' }[] = [{ name: 'sleep' }];

/** Earlier days with a step done, counted back from today. */
export const exampleDays: readonly number[] = [1, 2, 4, 5, 8, 9, 11];
