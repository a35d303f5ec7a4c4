import { describe, expect, test } from 'vitest';
import { groupsOf, linesOf, langs, type Lang } from '../../support/message-files';

/** Words that judge, count or label a person. Letters on either side make it another word. */
const banned: Record<Lang, readonly string[]> = {
	en: [
		'streaks?',
		'scor(?:es?|ed|ing)',
		'missed',
		'failed',
		'failures?',
		'commit(?:s|ted|ting)? suicide',
		'addict(?:s|ed)?',
		'non[- ]?complian(?:t|ce)',
		'the mentally ill',
		'percent(?:age)?s?|per cent',
		'badges?',
		'reward(?:s|ed|ing)?',
		"we(?:[’']ve| have)? noticed",
		'laz(?:y|iness)',
		// one of the dice is "dice" too
		'die',
		// nobody checked: see H3 in docs/safety.md
		'(?:words|wrote|saved|notes|have|steps|data) (?:is|are) safe|keeps? (?:it|them) safe|(?:nothing|not) (?:was|were|is) lost(?! any)',
		// there is no lock
		'nobody (?:else )?reads?',
		'never the end of the world'
	],
	fr: [
		'séries?',
		'scores?',
		'manquée?s?',
		'ratée?s?',
		'échouée?s?',
		// the game of chess, "les échecs", is welcome
		'(?<!aux |jeu d’)échecs?',
		's’(?:est|était|être) suicidée?s?|suicid(?:er|ée?s?)|commis un suicide',
		'toxicomanes?',
		'non[- ]observante?s?|non[- ]observance',
		'malades? menta(?:l|le|ux|les)',
		'pourcentages?|pour cent',
		'badges?|médailles?',
		'récompens(?:es?|er|ées?)',
		'nous avons (?:remarqué|constaté)|on a remarqué',
		'paress(?:e|eux|euse|euses)',
		// the law reserves the word
		'ordonnances?',
		'signes? précoces?',
		'personne d’autre que vous ne (?:l[ea]s? )?li(?:t|ra)',
		// nobody checked
		'(?:mots|notes|pas|données|écrit|enregistré|avez) (?:est|sont) en sécurité|à l’abri|rien n’(?:est|a été) perdu',
		'jamais la fin du monde',
		// "é(e)" and "é·e": epicene wording instead
		'\\p{L}+\\((?:e|es|s|ne|le|ve|trice|euse|x)\\)\\p{L}*',
		'\\p{L}+[·•‧]\\p{L}+'
	]
};

/** Lines that need such a word to say the opposite: the key, and the word it may use. */
const allowed: Record<string, string> = {
	'en survival.steps.sur-failing-something-does-not-make': 'failure',
	'fr survival.steps.sur-failing-something-does-not-make': 'échec'
};

const patterns: Record<Lang, RegExp> = { en: patternOf('en'), fr: patternOf('fr') };

function patternOf(lang: Lang): RegExp {
	return new RegExp(`(?<!\\p{L})(?:${banned[lang].join('|')})(?!\\p{L})|%`, 'giu');
}

function bannedIn(lang: Lang, text: string): string[] {
	return [...text.matchAll(patterns[lang])].map(([word]) => word.toLowerCase());
}

describe.each(langs)('in %s', (lang) => {
	test.each(groupsOf(lang))('nobody is counted, judged or labelled: %s', (group) => {
		const found = linesOf(lang, group).flatMap(({ key, text }) =>
			bannedIn(lang, String(text))
				.filter((word) => allowed[`${lang} ${group}.${key}`] !== word)
				.map((word) => ({ key, word }))
		);
		expect(found).toEqual([]);
	});
});

test('only a line that needs its exception has one', () => {
	const texts = new Map<string, string>(
		langs.flatMap((lang) =>
			groupsOf(lang).flatMap((group) =>
				linesOf(lang, group).map(({ key, text }) => [`${lang} ${group}.${key}`, String(text)] as const)
			)
		)
	);
	for (const [line, word] of Object.entries(allowed)) expect(texts.get(line)?.toLowerCase()).toContain(word);
});

test.each([
	['en', 'You missed a day', ['missed']],
	['en', 'Text 2 % of your friends', ['%']],
	['en', 'You miss someone, or feel lost', []],
	['en', 'Roll the die', ['die']],
	['en', 'Roll the dice', []],
	['en', 'Nobody reads this but you', ['nobody reads']],
	['en', 'What you wrote is safe.', ['wrote is safe']],
	['en', 'Is it safe to go out?', []],
	['fr', 'Imprimer une ordonnance', ['ordonnance']],
	['fr', 'Mes signes précoces', ['signes précoces']],
	['fr', 'Vos mots sont en sécurité.', ['mots sont en sécurité']],
	['fr', 'Journée manquée', ['manquée']],
	['fr', 'Si l’argent manque, appeler', []],
	['fr', 'Jouer aux échecs', []],
	['fr', 'Un échec de plus', ['échec']],
	['fr', 'Vous êtes inscrit(e)', ['inscrit(e)']],
	['fr', 'Un·e ami·e', ['un·e', 'ami·e']],
	['fr', 'Pièce jointe (en attente)', []]
] as const)('a word that hurts is told from one that does not (%s: %s)', (lang, text, words) => {
	expect(bannedIn(lang, text)).toEqual(words);
});
