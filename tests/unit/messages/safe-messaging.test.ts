import { describe, expect, test } from 'vitest';
import { earlySigns } from '$lib/content/early-signs';
import { helpLines } from '$lib/content/help-lines';
import { groupsOf, linesOf, langs, type Lang } from '../../support/message-files';

/** Means and methods are never named, not even to warn of them. Letters on either side make it another word. */
const methods: Record<Lang, readonly string[]> = {
	en: [
		'overdos(?:es?|ed|ing)',
		// to hang up a picture, a snowflake, laundry is welcome
		'hang(?:ed|ing)? (?:your|my|him|her|them)sel(?:f|ves)|hanged|noose|ropes?',
		'guns?|firearms?|weapons?|bullets?|shoot(?:ing)?',
		'kni(?:fe|ves)|razors?|blades?|scissors to|cut(?:ting)? (?:your|my|him|her)self|self[- ]?harm(?:ing)?|wrists?',
		'jump(?:ed|ing)? (?:off|from|in front)|bridges?|balcon(?:y|ies)|train tracks|ledge',
		'poison(?:s|ed|ing)?|carbon monoxide|bleach|lethal|fatal dose',
		'too many pills|all (?:your|my|the) pills|stash(?:ed|ing)? pills',
		'drown(?:ed|ing)? (?:your|my|him|her)self|suffocat(?:e|ed|ing|ion)|strangl\\p{L}+|bleed(?:ing)?',
		'open(?:ing)? (?:a|the|your) windows?'
	],
	fr: [
		'surdoses?',
		'pend(?:re|u|ue|aison)|corde(?! à sauter)s?',
		'armes?|fusils?|pistolets?|balles? de',
		'couteaux?|lames?|rasoirs?|s’ouvrir|se couper|me couper|vous couper|automutil\\p{L}+|poignets?',
		'sauter (?:du|de la|d’un|d’une|en bas|devant)|ponts?|balcons?|rails',
		'poisons?|empoisonn\\p{L}+|monoxyde|eau de javel|mortel(?:le)?s?|dose fatale',
		'trop de (?:pilules|comprimés)|tous (?:vos|mes|les) (?:médicaments|comprimés)',
		'se noyer|me noyer|étouff\\p{L}+|étrangl\\p{L}+|saign\\p{L}+',
		// in a crisis this word also means the other thing
		'(?:ouvr(?:ir|ez)|aérer par) (?:une|la|votre) fenêtre|sautez'
	]
};

/** It is no crime, no success and no failure; nobody "seeks attention". */
const judging: Record<Lang, readonly string[]> = {
	en: [
		'commit(?:s|ted|ting)?',
		'(?:successful|completed?|failed|unsuccessful) (?:suicide|attempts?)',
		'(?:suicide|attempt) (?:failed|succeeded)',
		'suicidal person|the suicidal',
		'cry for help|attention[- ]seek\\p{L}+|selfish',
		'easy way out|end (?:your|the) (?:pain|suffering)'
	],
	fr: [
		'comm(?:et(?:s|tre|tent|tez|tait)?|is(?:e|es)?)',
		'(?:suicide|tentative) (?:réussie?|ratée?|manquée?|échouée?|complétée?)',
		'réussi(?:r|s|t)? (?:son|leur|un) suicide',
		'suicidaires? (?:est|sont)|les? suicidaires?',
		'appel à l’aide|attirer l’attention|égoïstes?',
		'solution facile|mettre fin à (?:la|vos|mes) souffrances?'
	]
};

/** The name a service gave itself. */
const allowed = ['help-lines.ca-nors.name'];

/** Every text that names wanting to die, or being hurt on purpose. */
const naming: Record<Lang, RegExp> = {
	en: /suicid|end(?:ing)? (?:your|my|their) life|dying|want to die|hurt (?:your|my)self/iu,
	fr: /suicid|fin à (?:vos|mes|ses|leurs) jours|mourir|me blesser|vous blesser/iu
};

/** A way on that is in the same breath: someone to call, text, tell or ask. */
const nextStep: Record<Lang, RegExp> = {
	en: /\b(?:call|text|tell|ask|talk|reach|go to)\b/iu,
	fr: /(?<!\p{L})(?:appel(?:er?|ez)|text(?:er?|ez|o)|di(?:re|tes)|demand(?:er?|ez)|parl(?:er?|ez)|allez)(?!\p{L})/iu
};

const patternOf = (words: readonly string[]) =>
	new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'giu');

function foundIn(lang: Lang, group: string, words: readonly string[]) {
	return linesOf(lang, group)
		.map(({ key, text }) => ({ key: `${group}.${key}`, words: String(text).match(patternOf(words)) ?? [] }))
		.filter(({ key, words }) => words.length > 0 && !allowed.includes(key));
}

/** A heading over numbers, the name of a line, or a sign that always shows help: there the next step stands beside it. */
function standsWithHelp(key: string): boolean {
	const [group, part = '', id = ''] = key.split('.');
	if (group === 'help') return part === 'urgent' || part === 'wallet';
	if (group === 'help-lines')
		return part === 'needs' || helpLines.some((line) => line.id === part && line.channels.length > 0);
	return (
		group === 'early-signs' &&
		part === 'signs' &&
		earlySigns.some((sign) => sign.id === id && sign.level === 'urgent')
	);
}

describe.each(langs)('in %s', (lang) => {
	test.each(groupsOf(lang))('no text names a means or a method: %s', (group) => {
		expect(foundIn(lang, group, methods[lang])).toEqual([]);
	});

	test.each(groupsOf(lang))('no text judges a person who wanted to die: %s', (group) => {
		expect(foundIn(lang, group, judging[lang])).toEqual([]);
	});

	test('whatever names it gives a next step, and a human', () => {
		const named = groupsOf(lang).flatMap((group) =>
			linesOf(lang, group)
				.map(({ key, text }) => ({ key: `${group}.${key}`, text: String(text) }))
				.filter(({ text }) => naming[lang].test(text))
		);
		expect(named.length).toBeGreaterThan(8);
		expect(named.filter(({ key, text }) => !standsWithHelp(key) && !nextStep[lang].test(text))).toEqual([]);
	});
});

test.each([
	['en', 'She committed suicide', ['committed']],
	['en', 'The Mental Health Commission', []],
	['fr', 'Il a commis un suicide', ['commis']],
	['fr', 'La Commission de la santé mentale', []]
] as const)('a sentence that judges is told from one that does not (%s: %s)', (lang, text, words) => {
	expect(text.match(patternOf(judging[lang])) ?? []).toEqual(words);
});

test.each([
	['en', 'Do not jump off', ['jump off']],
	['en', 'My thoughts race or jump. Cut a paper snowflake and hang it.', []],
	['en', 'Open a window', ['Open a window']],
	['fr', 'Ouvrez une fenêtre', ['Ouvrez une fenêtre']],
	['fr', 'Sautez ce que vous voulez', ['Sautez']],
	['fr', 'Éloignez le fusil', ['fusil']],
	['fr', 'Vous pouvez sauter cette page, pendant une heure', []]
] as const)('a method is told from an everyday word (%s: %s)', (lang, text, words) => {
	expect(text.match(patternOf(methods[lang])) ?? []).toEqual(words);
});
