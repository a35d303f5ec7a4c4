import { howsItIs, type Day, type Feeling } from '$lib/domain/day';
import type { Lang } from '$lib/domain/language';
import { addDays, type Instant, type LocalDay, type Weekday } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import type { Items, Listed } from '$lib/domain/listed';
import { newDraft, type Note } from '$lib/domain/note';
import type { Person } from '$lib/domain/people';
import type { Photo } from '$lib/domain/photo';
import type { Preferences } from '$lib/domain/preferences';
import type { Step, StepId } from '$lib/domain/step';
import type { Kept, RecordName } from '$lib/storage/kept-records';
import type { Draft } from '$lib/storage/types';
import { wordsOfAPerson, type PersonWords } from './full-profile-words';

/** Everything that Envol can store of one person, except pictures and sounds: those are made in a browser. */
export interface FullProfile {
	preferences: Preferences;
	steps: Step[];
	days: Day[];
	notes: Note[];
	photos: Photo[];
	sounds: Sound[];
	drafts: Draft[];
	/** None may be left out: a new record must be filled here too. */
	records: { [K in RecordName]: Kept<K> };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

function listed<T extends Listed>(prefix: string, entries: readonly Omit<T, 'id' | 'order'>[]): Items<T> {
	return Object.fromEntries(
		entries.map((entry, order) => [`${prefix}${order}`, { ...entry, id: `${prefix}${order}`, order } as T])
	);
}

function stepsOf(words: PersonWords, today: LocalDay, begun: Instant): Step[] {
	const usual = { isSmall: false, moment: 'any', frequency: { kind: 'daily' }, times: 1 } as const;
	const steps: Omit<Step, 'id' | 'order' | 'createdAt'>[] = [
		{ ...usual, habit: 'wake', item: 'hyg-wake-open-curtains-turn-light', moment: 'morning', detail: '8:30' },
		{ ...usual, habit: 'wake', words: words.longStep, moment: 'morning', reason: words.reason },
		{ ...usual, habit: 'wake', item: 'hyg-wake-wash-face', tiny: words.tiny, isSmall: true },
		{ ...usual, habit: 'routine', item: 'hyg-routine-take-medication-as-agreed-care', times: 2, detail: words.detail }, // prettier-ignore
		{ ...usual, habit: 'eat', item: 'hyg-eat-eat-three-times-today-even', times: 3, moment: 'midday' },
		{ ...usual, habit: 'engage', activity: 'phy-walk-around-block-own-pace', petal: 'healthy-habits', frequency: { kind: 'most-days' } }, // prettier-ignore
		{ ...usual, habit: 'engage', words: words.longWord, frequency: { kind: 'weekly', times: 3 }, moment: 'evening' }, // prettier-ignore
		{ ...usual, habit: 'substances', item: 'hyg-substances-choose-day-no-alcohol', frequency: { kind: 'weekdays', days: [1, 3, 5, 7] as Weekday[] } }, // prettier-ignore
		{ ...usual, habit: 'sleep', words: words.emojiStep, moment: 'night' },
		{ ...usual, habit: 'engage', words: 'محمد — قهوة', frequency: { kind: 'as-needed' } },
		{ ...usual, habit: 'routine', item: 'hyg-routine-load-laundry', pause: { from: addDays(today, -2), to: addDays(today, 5) } }, // prettier-ignore
		{ ...usual, habit: 'engage', unknown: 999_999, frequency: { kind: 'once' } },
		{ ...usual, habit: 'routine', item: 'hyg-routine-chore', putAwayAt: begun + dayMs },
		{ ...usual, habit: 'sleep', words: words.putAway, putAwayAt: begun + 2 * dayMs }
	];
	return steps.map((step, order) => ({
		...step,
		id: `full-step-${order}` as StepId,
		order,
		createdAt: begun
	}));
}

function daysOf(words: PersonWords, steps: readonly Step[], today: LocalDay, at: Instant): Day[] {
	return Array.from({ length: 60 }, (_, ago): Day => {
		const then = at - ago * dayMs;
		const done = steps.filter((step, i) => !step.pause && !step.putAwayAt && (i + ago) % 3 === 0);
		const day: Day = {
			day: addDays(today, -ago),
			ticks: done.map((step, i) => ({ step: step.id, at: then - i * minuteMs }))
		};
		if (ago % 11 === 5) return { ...day, ticks: [], isRest: true, note: words.restNote };
		return {
			...day,
			...(ago % 4 === 0 && { note: words.dayNote }),
			...(ago % 5 === 0 && { how: howsItIs[(ago / 5) % howsItIs.length]! }),
			...(ago % 6 === 0 && {
				done: [
					{
						at: then - 10 * minuteMs,
						form: 'physical',
						minutes: 10,
						activity: 'phy-walk-around-block-own-pace',
						felt: (1 + (ago % 3)) as Feeling
					},
					{ at: then - 5 * minuteMs, form: 'mental', minutes: 15, words: words.ideas[0] }
				]
			})
		};
	});
}

function notesOf(words: PersonWords, today: LocalDay, at: Instant): Note[] {
	const note = (id: string, ago: number, given: Partial<Note>): Note => {
		const then = at - ago * dayMs;
		return { id, day: addDays(today, -ago), at: then, changedAt: then, text: '', tags: [], chimes: [], ...given }; // prettier-ignore
	};
	return [
		note('full-note', 1, {
			text: words.longNote,
			dimension: 'trust',
			prompt: 'jou-hope-long-tell-about-day-that',
			keptAt: at - dayMs,
			tags: words.tags,
			chimes: ['hope', 'identity'],
			voice: { id: 'full-voice', type: 'audio/wav', seconds: 1, bytes: 8044 }
		}),
		note('full-tap', 2, { prompt: 'jou-hope-tap-how-big-hope-right', answer: 'o2' }),
		note('full-short', 3, { text: words.shortNote, dimension: 'patience', keptAt: at, chimes: ['meaning'] }),
		note('full-word', 9, { text: words.longWord, dimension: 'create', tags: [words.tags[0]!] }),
		note('full-arabic', 30, { text: 'محمد 514 555-0199' }),
		note('full-year', 365, { text: words.shortNote, dimension: 'hope' }),
		note('full-waits', 8, { text: words.letter, openOn: addDays(today, 40) }),
		note('full-came', 50, { text: words.letter, openOn: addDays(today, -1) }),
		note('full-opened', 80, { text: words.letter, openOn: addDays(today, -20), openedOn: addDays(today, -19) }) // prettier-ignore
	];
}

function photosOf(words: PersonWords, at: Instant): Photo[] {
	const photo = { width: 64, height: 48, bytes: 1000, alt: '' };
	return [
		{ ...photo, id: 'full-photo-0', note: 'full-note', at, order: 0, alt: words.alt, series: words.series, keptAt: at }, // prettier-ignore
		{ ...photo, id: 'full-photo-1', note: 'full-note', at: at + 1, order: 1, series: words.series },
		{ ...photo, id: 'full-photo-2', note: 'full-short', at: at + 2, order: 0, width: 48, height: 64, alt: words.longWord } // prettier-ignore
	];
}

function peopleOf(words: PersonWords): Items<Person> {
	return listed<Person>('full-person-', [
		{ name: words.name, role: 'family', phone: '514 555-0101', canText: true, when: words.when, ask: words.ask }, // prettier-ignore
		{ name: '', role: 'friend', phone: '514 555-0123' },
		{ name: '', role: 'friend', phone: '514 555-0123', canText: true },
		{ name: 'محمد', role: 'neighbour', phone: '514 555-0199', canText: true },
		{ name: words.email, role: 'other', phone: '+33 1 42 68 53 00' },
		{ name: words.longWord, role: 'faith', when: words.when },
		{ name: words.doctor, role: 'doctor', phone: '514 555-0142, poste 1234', when: words.when },
		{ name: '', role: 'nurse', phone: '1 800 555-0100' },
		{ name: '', role: 'pharmacist', phone: words.noNumber }
	]);
}

function recordsOf(words: PersonWords, today: LocalDay, at: Instant): FullProfile['records'] {
	const line = (id: string, text: string) => ({ id, words: text, at: at - dayMs });
	return {
		sheet: {
			langs: 'fr-en',
			layout: 'flower',
			ideas: {
				physical: [{ id: 'phy-make-bed-even-little' }, { words: words.ideas[1] }],
				social: [{ id: 'soc-send-hello-someone-like' }],
				mental: [{ id: 'men-draw-small-shape-fill' }, { unknown: 99_999 }]
			},
			agreements: { me: [words.agreements[0]], team: [words.agreements[1]], lovedOnes: [words.agreements[2]] }, // prettier-ignore
			signs: [{ id: 'sign-i-feel-tense-edge' }, { words: words.sign }],
			reviewOn: addDays(today, 10),
			date: addDays(today, -30),
			teamPhone: '514 555-0188, poste 12'
		},
		dice: {
			play: 'one',
			kind: 'social',
			wishes: { notNow: ['crowd'], minutes: 30, company: 'alone' },
			own: words.ideas.map((idea, i) => ({
				id: `own-full-${i}`,
				words: idea,
				form: (['physical', 'social', 'mental', 'mindfulness'] as const)[i % 4]!,
				effort: ([1, 2, 3] as const)[i % 3]!
			})),
			favourites: ['own-full-0', 'phy-make-bed-even-little'],
			hidden: ['men-line-crossword-word-search', 'soc-smile-nod-neighbour'],
			six: ['rest', 'own-full-0', 'own-full-1', 'soc-send-hello-someone-like', 'men-draw-small-shape-fill', 'min-press-feet-into-floor-notice'], // prettier-ignore
			later: ['own-full-2', 'min-look-around-slowly-name-five'],
			seen: ['phy-wash-face-cool-water-pat'],
			said: { day: today, season: 'fall', time: 'day' },
			isShakeOn: true
		},
		hardDay: {
			since: at - 20 * dayMs,
			readyAt: at - 19 * dayMs,
			ticked: { day: today, rows: ['stay', 'eat'] },
			helped: ['eat', 'lines', 'kept', 'person'],
			helpedWords: words.helped
		},
		lines: {
			lines: [
				{ ...line('full-line-0', words.lines[0]), isOnCard: true },
				line('full-line-1', words.lines[1]),
				line('full-line-2', words.longWord)
			]
		},
		wayOfWriting: { level: 'long' },
		people: peopleOf(words),
		mySigns: listed('full-sign-', [
			{ sign: 'sign-i-sleep-much-less-than', does: words.does, tells: 'full-person-0' },
			{ words: words.sign, does: words.longStep, tellsWords: words.name },
			{ words: words.longWord, tells: 'full-person-3' }
		]),
		wants: listed('full-want-', [
			{ horizon: 'week', words: words.wants[0] },
			{ horizon: 'week', words: words.longWord },
			{ horizon: 'year', words: words.wants[1] },
			{ horizon: 'decade', words: words.wants[2] }
		]),
		agreements: listed('full-agreement-', [
			{ side: 'me', words: words.agreements[0], on: addDays(today, -14) },
			{ side: 'me', words: words.longWord },
			{ side: 'team', words: words.agreements[1], on: addDays(today, 3) },
			{ side: 'lovedOnes', words: words.agreements[2] },
			{ side: 'me', words: words.wants[0], ended: 'done', went: words.helped },
			{ side: 'team', words: words.wants[1], ended: 'letGo' }
		]),
		questions: listed('full-question-', [
			{ words: words.questions[0] },
			{ words: words.longWord, isOff: true },
			{ words: words.questions[1], isAway: true }
		]),
		visitLines: listed('full-visit-', [
			{ part: 'did', words: words.helped },
			{ part: 'hard', words: words.longWord },
			{ part: 'wishes', words: words.questions[0], isOff: true }
		]),
		visitShown: { 'step:full-step-0': true, 'sign:full-sign-0': true, 'med-person:full-person-0': true },
		looks: listed('full-look-', [
			{
				form: 'practice',
				on: addDays(today, -40),
				said: { 'habits.a': 'often', 'least.e': 'not-mine', 'habits.try': words.plan }
			},
			{ form: 'practice', on: today, said: { 'habits.a': 'nearly-always', 'meaning.b': 'rarely' } },
			{ form: 'services', on: today, said: { 'nations.a': 'at-times', 'nations.who': words.plan } },
			{ form: 'questions', on: today, said: { 'alone.a': words.plan } }
		]),
		nearness: {
			wanted: true,
			at: { [addDays(today, -9)]: { hope: 2, meaning: 5 }, [addDays(today, -20)]: { connectedness: 1 } }
		},
		planNotes: {
			asks: ['full-person-0', 'full-person-1', 'full-person-2', 'full-person-3', 'full-person-6'],
			helps: words.plan,
			helpsNot: words.plan,
			worse: words.plan,
			crisisSigns: words.plan,
			alone: words.plan,
			distract: words.plan,
			safer: words.plan,
			want: words.plan,
			doNotWant: words.plan,
			whenToCall: words.plan,
			pets: words.name,
			home: words.longWord,
			children: words.plan,
			work: words.plan,
			visitWho: words.doctor,
			visitOn: addDays(today, 6),
			visitSince: addDays(today, -30),
			looksWeekly: true,
			lookedOn: addDays(today, -8)
		},
		copies: { savedAt: at - 10 * dayMs, notes: 7, photos: 3, bytes: 123_456, notBefore: addDays(today, 4) },
		calendar: {
			saysWhat: true,
			word: words.longWord,
			wanted: ['visit', 'step:full-step-0'],
			times: { 'step:full-step-0': 510 },
			putIn: listed('full-event-', [
				{ about: 'step:full-step-0', sequence: 2, day: addDays(today, -20), time: 510, repeats: true },
				{ about: 'visit', sequence: 0, day: addDays(today, 9) },
				{ about: 'letter:full-gone', sequence: 3, day: addDays(today, -3), time: 540, isOut: true }
			])
		}
	};
}

/** A profile with something of everything, and words longer than a screen is wide. */
export function fullProfile(lang: Lang, today: LocalDay, at: Instant): FullProfile {
	const words = wordsOfAPerson[lang];
	const begun = at - 60 * dayMs;
	const steps = stepsOf(words, today, begun);
	const waiting = newDraft('full-waiting', today, { text: words.shortNote });
	return {
		preferences: {
			lang,
			look: 'light',
			textSize: 100,
			motion: 'reduced',
			region: 'CA-QC',
			asksHow: true,
			night: { from: 22 * 60, to: 6 * 60 },
			at: begun
		},
		steps,
		days: daysOf(words, steps, today, at),
		notes: notesOf(words, today, at),
		photos: photosOf(words, at - dayMs),
		sounds: [{ id: 'full-voice', note: 'full-note', at: at - dayMs }],
		drafts: [{ key: 'note:full-waiting:gone', text: JSON.stringify(waiting), at: at - dayMs }],
		records: recordsOf(words, today, at)
	};
}
