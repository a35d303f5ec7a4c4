import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { habitItems, habits } from '$lib/content/habits';
import { habitPictograms, itemPictograms } from '$lib/content/pictograms';
import { exampleItems, presetIds, presets } from '$lib/content/presets';
import { habitIds, hasReadyTiny, moments } from '$lib/domain/habit';
import { frequencyKinds } from '$lib/domain/step';
import { pictogramNames } from '$lib/domain/pictogram';
import { lineOf, pictogramSheet } from '../../../scripts/make-pictograms.mjs';
import frozen from '../../support/frozen-numbers.json';
import { frenchSlips, langs, wordsIn } from '../../support/message-files';

const ids = habitItems.map(({ id }) => id);
const itemOf = new Map(habitItems.map((item) => [item.id, item]));
const habitsOf = (items: readonly string[]) => items.map((id) => itemOf.get(id)?.habit);

test('a person can choose among 89 steps, each of them once', () => {
	expect(ids).toHaveLength(89);
	expect(new Set(ids).size).toBe(89);
});

test('a sheet printed years ago still means the same steps', () => {
	const numbers = Object.fromEntries(habitItems.map(({ id, number }) => [id, number]));
	expect(numbers).toEqual(frozen.habits);
	expect(new Set(Object.values(numbers)).size).toBe(habitItems.length);
});

test('the six habits come in their order, each with steps of its own', () => {
	expect(habits.map(({ id }) => id)).toEqual(habitIds);
	expect(habits.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(new Set(habitItems.map(({ habit }) => habit))).toEqual(new Set(habitIds));
});

test('a person who reads little finds a drawing beside every step and habit', () => {
	expect(Object.keys(habitPictograms)).toEqual([...habitIds]);
	expect(Object.keys(itemPictograms)).toEqual(ids);
	const drawn = [...Object.values(habitPictograms), ...Object.values(itemPictograms)];
	expect(drawn.filter((name) => !pictogramNames.includes(name))).toEqual([]);
});

test('the sheet of drawings that every list shares is up to date', () => {
	expect(readFileSync('static/pictograms.svg', 'utf8')).toBe(pictogramSheet(pictogramNames));
});

test.each([
	['path', { d: 'm19.07 10.93-1.41 1.41' }, 'M19.07 10.93l-1.41 1.41'],
	['path', { d: 'm8 6 4-4 4 4' }, 'M8 6l4-4 4 4'],
	['path', { d: 'm3 4v2m1 1h2' }, 'M3 4v2m1 1h2'],
	['path', { d: 'M12 2v8' }, 'M12 2v8'],
	['path', { d: 'M1 1', fill: 'currentColor' }, undefined],
	['line', { x1: '1', y1: '2', x2: '3', y2: '4' }, 'M 1 2 L 3 4'],
	['circle', { cx: '12', cy: '12', r: '2' }, 'M 10 12 a 2 2 0 1 0 4 0 a 2 2 0 1 0 -4 0 z'],
	['circle', { cx: '12', cy: '12', r: '2', fill: 'currentColor' }, undefined],
	['rect', { x: '2', y: '3', width: '8', height: '6', rx: '1', ry: '2' }, undefined],
	['ellipse', { cx: '1', cy: '1', rx: '1', ry: '2' }, undefined],
	['rect', { x: '8', y: '2', width: '8', height: '4', rx: '1', ry: '1' }, 'M 9 2 h 6 a 1 1 0 0 1 1 1 v 2 a 1 1 0 0 1 -1 1 h -6 a 1 1 0 0 1 -1 -1 v -2 a 1 1 0 0 1 1 -1 z'],
	['text', {}, undefined]
] as [string, Record<string, string>, string | undefined][])('a %s with %j is the line %s', (tag, attributes, line) => {
	expect(lineOf(tag, attributes)).toBe(line);
}); // prettier-ignore

test.each(pictogramNames)('the drawing "%s" exists', (name) => {
	expect(existsSync(join(process.cwd(), 'node_modules/@lucide/svelte/dist/icons', `${name}.js`))).toBe(true);
});

test('no drawing looks like being watched', () => {
	expect(
		pictogramNames.filter((name) => /eye|^ear$|scan|camera|cctv|radar|target|trophy|award/.test(name))
	).toEqual([]);
});

test('a step done several times a day is offered that often and no more than six times', () => {
	expect(itemOf.get('hyg-eat-eat-three-times-today-even')?.times).toBe(3);
	expect(habitItems.filter(({ times = 2 }) => times < 2 || times > 6)).toEqual([]);
});

describe.each(langs)('in %s', (lang) => {
	test.each([
		['habits', habitIds],
		['often', frequencyKinds.filter((kind) => kind !== 'weekdays')],
		['moments', moments],
		['items', ids]
	] as const)('every one of the %s has its words, and no words are left over', (part, expected) => {
		expect(Object.keys(wordsIn(lang, 'habits', part))).toEqual(expected);
	});

	test('a line fits on the sheet: one short sentence without a final period', () => {
		const lines = Object.entries(wordsIn(lang, 'habits', 'items'));
		expect(lines.filter(([, text]) => text.length > 60 || /[.!]/.test(text))).toEqual([]);
	});

	test('no two lines say the same thing', () => {
		const lines = Object.values(wordsIn(lang, 'habits', 'items'));
		expect(new Set(lines.map((text) => text.toLowerCase())).size).toBe(lines.length);
	});

	test('each habit has a name, a reason and a tiny version that fits on a line', () => {
		for (const words of Object.values(wordsIn(lang, 'habits', 'habits'))) {
			const { name, why, tiny } = words as unknown as Record<string, string>;
			expect([name, why, tiny].every(Boolean)).toBe(true);
			expect(tiny!.length).toBeLessThanOrEqual(30);
		}
	});

	test('nobody reads a dose', () => {
		const lines = [...Object.values(wordsIn(lang, 'habits', 'items')), ...notesOf(lang)];
		const dose =
			/\d\s*(?:mg|mcg|µg|ml|g)\b|milligram|\d\s*(?:pills?|tablets?|comprimés?|capsules?)|(?:double|skip|doubler|sauter)[^.]*dose/i;
		expect(lines.filter((line) => dose.test(line))).toEqual([]);
	});

	test('a note belongs to a step', () => {
		expect(Object.keys(wordsIn(lang, 'habits', 'notes')).filter((id) => !itemOf.has(id))).toEqual([]);
	});
});

function notesOf(lang: (typeof langs)[number]): string[] {
	return Object.values(wordsIn(lang, 'habits', 'notes'));
}

test('a safety remark stands beside the steps that need one, in both languages', () => {
	const english = Object.keys(wordsIn('en', 'habits', 'notes'));
	expect(Object.keys(wordsIn('fr', 'habits', 'notes'))).toEqual(english);
	expect(english).toEqual(
		expect.arrayContaining([
			'hyg-substances-choose-day-no-alcohol',
			'hyg-substances-tell-care-team-before-quit',
			'hyg-substances-drink-use-every-day-talk',
			'hyg-substances-if-use-drugs-not-use'
		])
	);
});

test('a French reader sees the typography of home', () => {
	const lines = [...Object.values(wordsIn('fr', 'habits', 'items')), ...notesOf('fr')];
	expect(lines.filter((line) => frenchSlips(line).length > 0)).toEqual([]);
	expect(frenchSlips("Trois points fixes : l'heure")).toHaveLength(2);
});

test.each(presetIds)('the start "%s" is a handful of known steps', (id) => {
	const preset = presets[id];
	expect(preset.filter((item) => !itemOf.has(item))).toEqual([]);
	expect(preset.length).toBeLessThanOrEqual(7);
	expect(new Set(preset).size).toBe(preset.length);
});

test('the first steps touch five habits and leave what a person uses for later', () => {
	expect(habitsOf(presets['first-steps']).toSorted()).toEqual(['eat', 'engage', 'routine', 'sleep', 'wake']);
});

test('a person who wants to use less is never told to stop at once, and is sent to the team', () => {
	expect(presets['use-less'][0]).toBe('hyg-substances-drink-use-every-day-talk');
	for (const abrupt of ['hyg-substances-choose-day-no-alcohol', 'hyg-substances-take-day-off-cannabis-can'])
		expect(presets['use-less']).not.toContain(abrupt);
});

test('looking around with an example shows one step of each habit', () => {
	expect(habitsOf(exampleItems).toSorted()).toEqual([...habitIds].sort());
});

test('no ready-made tiny version is offered where half of it could be unsafe', () => {
	const offered = habitItems.filter(hasReadyTiny);
	expect(offered.length).toBeGreaterThan(0);
	expect(offered.filter(({ habit, kind, hasNote }) => habit === 'substances' || kind || hasNote)).toEqual([]);
	for (const id of [
		'hyg-routine-take-medication-as-agreed-care',
		'hyg-substances-drink-use-every-day-talk',
		'hyg-substances-if-use-drugs-not-use',
		'hyg-eat-if-money-tight-call-211',
		'hyg-sleep-tell-team-if-hardly-sleep'
	])
		expect(hasReadyTiny(itemOf.get(id)!)).toBe(false);
});
