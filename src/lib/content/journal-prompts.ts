import type { Chime } from '$lib/domain/activity';
import type { JournalPrompt, Pillar } from '$lib/domain/journal-prompt';
import type { Lang } from '$lib/domain/language';

/** The order spells the name: theP in English, CP2e (Confiance, Patience, engagement, espoir) in French. */
export const pillarOrder: Record<Lang, readonly Pillar[]> = {
	en: ['trust', 'hope', 'engagement', 'patience'],
	fr: ['trust', 'patience', 'engagement', 'hope']
};

/** The letters of AiLES, in the order that spells it. */
export const ailes: readonly { chime: Chime; letter: string }[] = [
	{ chime: 'empowerment', letter: 'A' },
	{ chime: 'identity', letter: 'i' },
	{ chime: 'connectedness', letter: 'L' },
	{ chime: 'hope', letter: 'E' },
	{ chime: 'meaning', letter: 'S' }
];

// prettier-ignore
export const journalPrompts: readonly JournalPrompt[] = [
	{ id: 'jou-trust-tap-how-much-trust-yourself', dimension: 'trust', level: 'tap', chime: ['empowerment'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-trust-tap-there-person-can-lean', dimension: 'trust', level: 'tap', chime: ['connectedness'], options: ['o1', 'o2', 'o3'] },
	{ id: 'jou-trust-tap-what-helps-trust-bit', dimension: 'trust', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
	{ id: 'jou-trust-tap-can-tomorrow-be-little', dimension: 'trust', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3'] },
	{ id: 'jou-trust-sentence-thing-i-can-count', dimension: 'trust', level: 'sentence', chime: ['empowerment'] },
	{ id: 'jou-trust-sentence-someone-who-was-kind', dimension: 'trust', level: 'sentence', chime: ['connectedness'] },
	{ id: 'jou-trust-sentence-something-bigger-than-me', dimension: 'trust', level: 'sentence', chime: ['meaning'] },
	{ id: 'jou-trust-sentence-i-kept-promise-myself', dimension: 'trust', level: 'sentence', chime: ['empowerment'] },
	{ id: 'jou-trust-long-tell-about-hard-time', dimension: 'trust', level: 'long', chime: ['empowerment', 'identity'] },
	{ id: 'jou-trust-long-who-has-earned-trust', dimension: 'trust', level: 'long', chime: ['connectedness'] },
	{ id: 'jou-trust-long-what-would-try-if', dimension: 'trust', level: 'long', chime: ['empowerment', 'hope'] },
	{ id: 'jou-hope-tap-how-big-hope-right', dimension: 'hope', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4', 'o5'] },
	{ id: 'jou-hope-tap-how-far-can-see', dimension: 'hope', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-hope-tap-who-can-hold-hope', dimension: 'hope', level: 'tap', chime: ['hope', 'connectedness'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
	{ id: 'jou-hope-tap-did-anything-feel-good', dimension: 'hope', level: 'tap', chime: ['hope', 'meaning'], options: ['o1', 'o2', 'o3'] },
	{ id: 'jou-hope-sentence-small-thing-i-look', dimension: 'hope', level: 'sentence', chime: ['hope'] },
	{ id: 'jou-hope-sentence-sign-that-things-can', dimension: 'hope', level: 'sentence', chime: ['hope'] },
	{ id: 'jou-hope-sentence-something-that-made-me', dimension: 'hope', level: 'sentence', chime: ['hope', 'meaning'] },
	{ id: 'jou-hope-sentence-i-would-like-tell', dimension: 'hope', level: 'sentence', chime: ['hope', 'connectedness'] },
	{ id: 'jou-hope-long-what-want-this-week', dimension: 'hope', level: 'long', chime: ['hope', 'meaning'] },
	{ id: 'jou-hope-long-write-note-yourself-hard', dimension: 'hope', level: 'long', chime: ['hope', 'identity'] },
	{ id: 'jou-hope-long-tell-about-day-that', dimension: 'hope', level: 'long', chime: ['hope', 'empowerment'] },
	{ id: 'jou-engagement-tap-what-did-today-even', dimension: 'engagement', level: 'tap', chime: ['empowerment'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
	{ id: 'jou-engagement-tap-how-much-energy-have', dimension: 'engagement', level: 'tap', chime: ['empowerment'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-engagement-tap-where-attention-now', dimension: 'engagement', level: 'tap', chime: ['empowerment', 'meaning'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-engagement-tap-what-next-tiny-step', dimension: 'engagement', level: 'tap', chime: ['empowerment'], options: ['o1', 'o2', 'o3', 'o4', 'o5'] },
	{ id: 'jou-engagement-sentence-my-next-small-step', dimension: 'engagement', level: 'sentence', chime: ['empowerment'] },
	{ id: 'jou-engagement-sentence-something-my-hands-made', dimension: 'engagement', level: 'sentence', chime: ['empowerment', 'identity'] },
	{ id: 'jou-engagement-sentence-someone-i-showed-up', dimension: 'engagement', level: 'sentence', chime: ['connectedness'] },
	{ id: 'jou-engagement-sentence-i-did-even-though', dimension: 'engagement', level: 'sentence', chime: ['empowerment'] },
	{ id: 'jou-engagement-long-what-keeps-busy-when', dimension: 'engagement', level: 'long', chime: ['empowerment', 'meaning'] },
	{ id: 'jou-engagement-long-tell-about-something-make', dimension: 'engagement', level: 'long', chime: ['empowerment', 'identity'] },
	{ id: 'jou-engagement-long-what-would-like-others', dimension: 'engagement', level: 'long', chime: ['empowerment', 'connectedness'] },
	{ id: 'jou-patience-tap-how-gentle-are-yourself', dimension: 'patience', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-patience-tap-what-needs-time-right', dimension: 'patience', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
	{ id: 'jou-patience-tap-what-pace-fits-today', dimension: 'patience', level: 'tap', chime: ['empowerment'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-patience-tap-looking-back-month-are', dimension: 'patience', level: 'tap', chime: ['hope'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-patience-sentence-something-that-got-better', dimension: 'patience', level: 'sentence', chime: ['hope'] },
	{ id: 'jou-patience-sentence-i-can-be-kind', dimension: 'patience', level: 'sentence', chime: ['hope', 'identity'] },
	{ id: 'jou-patience-sentence-what-can-wait-until', dimension: 'patience', level: 'sentence', chime: ['hope'] },
	{ id: 'jou-patience-sentence-bit-effort-i-want', dimension: 'patience', level: 'sentence', chime: ['empowerment', 'hope'] },
	{ id: 'jou-patience-long-what-took-time-life', dimension: 'patience', level: 'long', chime: ['hope', 'empowerment'] },
	{ id: 'jou-patience-long-what-have-ups-downs', dimension: 'patience', level: 'long', chime: ['hope', 'identity'] },
	{ id: 'jou-patience-long-what-would-patient-friend', dimension: 'patience', level: 'long', chime: ['hope'] },
	{ id: 'jou-present-tap-what-can-feel-right', dimension: 'present', level: 'tap', chime: ['meaning'], options: ['o1', 'o2', 'o3', 'o4', 'o5'] },
	{ id: 'jou-present-tap-how-fast-this-moment', dimension: 'present', level: 'tap', chime: ['meaning'], options: ['o1', 'o2', 'o3', 'o4'] },
	{ id: 'jou-present-sentence-right-here-i-notice', dimension: 'present', level: 'sentence', chime: ['meaning'] },
	{ id: 'jou-present-sentence-moment-i-really-lived', dimension: 'present', level: 'sentence', chime: ['meaning'] },
	{ id: 'jou-present-long-describe-place-where-feel', dimension: 'present', level: 'long', chime: ['meaning'] },
	{ id: 'jou-present-long-what-did-enjoy-this', dimension: 'present', level: 'long', chime: ['meaning'] },
	{ id: 'jou-essentials-tap-what-most-needed-now', dimension: 'essentials', level: 'tap', chime: ['meaning'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] },
	{ id: 'jou-essentials-tap-what-can-let-go', dimension: 'essentials', level: 'tap', chime: ['meaning', 'empowerment'], options: ['o1', 'o2', 'o3', 'o4', 'o5'] },
	{ id: 'jou-essentials-sentence-what-really-matters-me', dimension: 'essentials', level: 'sentence', chime: ['meaning'] },
	{ id: 'jou-essentials-sentence-i-feel-most-like', dimension: 'essentials', level: 'sentence', chime: ['identity', 'meaning'] },
	{ id: 'jou-essentials-long-if-kept-only-three', dimension: 'essentials', level: 'long', chime: ['meaning'] },
	{ id: 'jou-essentials-long-what-value-most-where', dimension: 'essentials', level: 'long', chime: ['identity', 'meaning'] },
	{ id: 'jou-create-tap-what-gave-meaning-today', dimension: 'create', level: 'tap', chime: ['meaning'], options: ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'] },
	{ id: 'jou-create-tap-what-did-choose-today', dimension: 'create', level: 'tap', chime: ['identity', 'meaning'], options: ['o1', 'o2', 'o3', 'o4', 'o5'] },
	{ id: 'jou-create-sentence-i-believe', dimension: 'create', level: 'sentence', chime: ['meaning'] },
	{ id: 'jou-create-sentence-something-i-want-make', dimension: 'create', level: 'sentence', chime: ['meaning', 'identity'] },
	{ id: 'jou-create-long-what-want-life-stand', dimension: 'create', level: 'long', chime: ['meaning', 'identity'] },
	{ id: 'jou-create-long-what-has-pain-taught', dimension: 'create', level: 'long', chime: ['meaning', 'hope'] }
];
