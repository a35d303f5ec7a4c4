import type { Page } from '@playwright/test';
import type { PaperHarness } from '../harness/paper-page.ts';
import { habitIds, type HabitId } from '../../src/lib/domain/habit.ts';
import type { PaperNote } from '../../src/lib/domain/booklet.ts';
import type { Frequency } from '../../src/lib/domain/step.ts';
import { asPrinted, troublesOnPaper, widthOf } from './paper-boxes.ts';
import { twelve } from './paper-page.ts';

declare const paperHarness: Promise<PaperHarness>;

export const names = [
	'L',
	'Jean-Guy Gagnon',
	'Marie-Antoinette Tremblay-Roy.',
	'W'.repeat(30),
	'عبد الرحمن بن محمد الخطيب'
] as const;
/** Sixty characters: ordinary words, and one without a space. */
export const sixty = {
	sentence: 'Être à l’heure au local, puis appeler ma sœur à Chicoutimi..',
	unbroken: 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsg'
} as const;
export const longPhone = '(514) 555-0123 poste 45678, demander Zoé';
const frequencies: readonly Frequency[] = [
	{ kind: 'daily' },
	{ kind: 'weekly', times: 1 },
	{ kind: 'weekdays', days: [2, 5] },
	{ kind: 'weekly', times: 4 },
	{ kind: 'once' },
	{ kind: 'as-needed' },
	{ kind: 'most-days' },
	{ kind: 'weekly', times: 6 },
	{ kind: 'weekly', times: 3 }
];

export const sheetKinds = ['list', 'pictures', 'large', 'flower', 'week', 'wallet', 'die'] as const;
export type SheetKind = (typeof sheetKinds)[number] | `habit-${HabitId}`;
/**
 * Own words appear on the habit page of their habit, as in {@link showSheet}; Envol's own words differ on all six.
 */
const habitsOf = ({ steps, words }: Filling): readonly HabitId[] =>
	steps === 'catalogue' || !words ? habitIds : ['engage'];
export const planParts = ['crisis', 'wallet', 'loved', 'signs', 'people', 'lists', 'visit'] as const;

/** How one paper is filled. */
export interface Filling {
	name: string | undefined;
	/** Own words everywhere; undefined for an empty sheet; 'catalogue' for steps as the catalogue suggests them. */
	words: string | undefined;
	steps: number | 'catalogue' | 'petals';
	langs: 'en' | 'fr' | 'en-fr' | 'fr-en';
	hasReview: boolean;
	phone: string | undefined;
}

export async function showSheet(page: Page, kind: SheetKind, filling: Filling): Promise<void> {
	const { words, steps, langs, name, hasReview, phone } = filling;
	const isLook = kind === 'large' || kind === 'flower';
	const petals = ['physical', 'social', 'mental', 'occupation', 'responsibilities', 'healthy-habits'];
	const count = typeof steps === 'number' ? steps : steps === 'petals' ? 6 : 0;
	const own = Array.from({ length: words ? count : 0 }, (_, i) => ({
		habit: 'engage',
		isSmall: false,
		moment: i % 2 ? 'any' : 'morning',
		times: i % 3 === 1 ? 3 : 1,
		frequency: frequencies[i % frequencies.length],
		words,
		...(kind === 'flower' && steps === 'petals' && { petal: petals[i] }),
		...(steps !== 'petals' &&
			i % 2 === 0 && { detail: words, tiny: words, reason: `${words} ${words}`.slice(0, 120) })
	}));
	const mention = words ? [{ words }] : [];
	await page.evaluate(
		async ([kind, prescription, paper, ids]) => {
			const { show, suggestedLine } = await paperHarness;
			const lines = [...ids.map((id) => suggestedLine(id)!), ...(prescription.lines as never[])];
			await show({ kind: kind as never, prescription: { ...prescription, lines } as never, paper });
		},
		[
			// of more than six steps, or with too much beside them, a sheet of pictures is a list
			isLook || kind === 'pictures' ? 'sheet' : kind,
			{
				langs,
				layout: isLook ? kind : 'list',
				lines: own,
				ideas: { physical: mention, social: [...mention, ...mention], mental: mention },
				agreements:
					steps === 'petals' || !words
						? { me: [], team: [], lovedOnes: [] }
						: { me: [words], team: [words], lovedOnes: [words] },
				signs: steps === 'petals' ? [] : mention,
				date: '2026-09-28',
				...(hasReview && { reviewOn: '2026-12-28' })
			},
			{ forName: name, teamPhone: phone, region: 'CA-QC' },
			steps === 'catalogue' ? twelve : []
		] as const
	);
}

export function showPlan(
	page: Page,
	part: (typeof planParts)[number],
	filling: Pick<Filling, 'name' | 'words' | 'phone'> & { lang: 'en' | 'fr' }
): Promise<void> {
	const { name, words, phone, lang } = filling;
	const lines = words ? `${words}\n${words}` : undefined;
	const texts = [
		'crisisSigns',
		'alone',
		'distract',
		'safer',
		'want',
		'doNotWant',
		'pets',
		'home',
		'children',
		'work',
		'helps',
		'helpsNot',
		'whenToCall',
		'worse',
		'visitWho'
	];
	const notes = {
		asks: [],
		...(lines && Object.fromEntries(texts.map((field) => [field, lines]))),
		...(words && { visitOn: '2026-12-03' })
	};
	const person = (id: string, role: string, order: number) => ({
		id,
		order,
		name: name ?? '',
		role,
		phone,
		when: words,
		ask: words
	});
	const people = words
		? {
				a: person('a', 'friend', 0),
				b: person('b', 'employmentCounsellor', 1),
				c: person('c', 'occupationalTherapist', 2),
				d: person('d', 'family', 3)
			}
		: {};
	return page.evaluate(async ([planned]) => (await paperHarness).showPlan(planned as never), [
		{
			part,
			lang,
			title: words ?? 'My plan',
			region: 'CA-QC',
			notes,
			people,
			words: words ? [words, `${words.slice(1)}!`, `${words.slice(2)}?`] : []
		}
	] as const);
}

export function showNotes(
	page: Page,
	kind: 'page' | 'booklet',
	isLarge: boolean,
	filling: { name: string; words: string; lang: 'en' | 'fr' },
	notes?: readonly PaperNote[]
): Promise<number> {
	const { name, words, lang } = filling;
	return page.evaluate(async ([noted]) => (await paperHarness).showNotes(noted as never), [
		{
			lang,
			shape: { kind, isLarge, hasPhotos: true, title: words, line: words, name },
			notes: notes ?? [
				{
					id: 'a',
					day: '28 septembre 2026',
					prompt: words,
					text: `${words} `.repeat(9).trim(),
					photos: [{ id: 'p', width: 800, height: 600, alt: words }]
				}
			]
		}
	] as const);
}

/** Every paper that is made from what a person writes, filled in the same way, each measured. */
export async function troublesOnEveryPaper(
	page: Page,
	fillings: readonly Filling[],
	formats: readonly ('Letter' | 'A4')[]
): Promise<string[]> {
	const troubles: string[] = [];
	for (const [round, filling] of fillings.entries()) {
		const format = formats[round % formats.length]!;
		await page.setViewportSize({ width: widthOf[format], height: 1056 });
		if (round === 0) await asPrinted(page);
		const lang = filling.langs.startsWith('fr') ? 'fr' : 'en';
		const told = `${format} ${filling.langs} name ${filling.name?.length ?? 0}, ${filling.steps} steps of ${filling.words?.slice(0, 5) ?? 'nothing'}`;
		const look = async (what: string, paper: string, smallest: number) => {
			for (const trouble of await troublesOnPaper(page, { paper, smallest }))
				troubles.push(`${what}, ${told}: ${trouble}`);
		};
		const habits = habitsOf(filling).map((habit) => `habit-${habit}` as const);
		for (const kind of [...sheetKinds, ...habits]) {
			await showSheet(page, kind, filling);
			await look(kind, '.paper', kind === 'die' ? 7.5 : 10);
		}
		if (filling.steps === 'catalogue') continue;
		for (const part of planParts) {
			await showPlan(page, part, { ...filling, lang });
			await look(`plan ${part}`, '.plan-paper', 10);
		}
		for (const kind of ['page', 'booklet'] as const) {
			if (kind === 'booklet')
				await page.setViewportSize({ width: widthOf[`${format} on its side`], height: 1056 });
			await showNotes(page, kind, round % 2 === 1, {
				name: filling.name ?? '',
				words: filling.words ?? 'Rien',
				lang
			});
			await look(`notes ${kind}`, '.notes-paper', 10);
		}
	}
	return troubles;
}
