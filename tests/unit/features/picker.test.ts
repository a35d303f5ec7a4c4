// @vitest-environment node
import { get } from 'svelte/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadActivities } from '$lib/app/words/step-words';
import { activities } from '$lib/content/activities';
import { habitItems } from '$lib/content/habits';
import { isListed } from '$lib/domain/activity';
import { anything, Picker } from '$lib/features/sheet/editor/picker.svelte';
import { loadMessages, setLang, t } from '$lib/i18n';

beforeAll(async () => {
	await Promise.all([loadMessages('en', ['habits']), loadActivities('en')]);
	setLang('en');
});
const aPicker = () => new Picker(() => get(t));
const wordsOf = ({ found }: Picker) => found.map(({ words }) => words);

describe('looking for something to add', () => {
	test('offers nothing until something is asked for', () => {
		const picker = aPicker();
		expect(picker.isAsked).toBe(false);
		expect(picker.found).toEqual([]);
		picker.type('   ');
		expect(picker.found).toEqual([]);
		picker.type('walk');
		expect(picker.found.length).toBeGreaterThan(0);
		picker.clear();
		expect(picker.found).toEqual([]);
	});

	test('finds steps and activities by parts of words, capitals and accents aside', () => {
		const picker = aPicker();
		picker.type('WÂLK');
		const found = wordsOf(picker);
		expect(found.length).toBeGreaterThan(3);
		expect(found.every((words) => /walk/i.test(words))).toBe(true);
	});

	test('finds a step by what people call it, after those that say it in their own words', () => {
		const picker = aPicker();
		picker.type('weed');
		expect(picker.found.map(({ id }) => id)).toContain('hyg-substances-take-day-off-cannabis-can');
		picker.type('cannabis');
		const says = wordsOf(picker).map((words) => /cannabis/i.test(words));
		expect(says).toContain(true);
		expect(says).toEqual([...says].sort((a, b) => Number(b) - Number(a)));
	});

	test.each([
		['medciation', 'hyg-routine-take-medication-as-agreed-care'],
		['cigarete', 'hyg-substances-have-cigarette-vape-less-today'],
		['canabis', 'hyg-substances-take-day-off-cannabis-can'],
		['medicamants', 'hyg-routine-fill-pill-box-set-reminder']
	])('%s, one letter off, still finds what is meant', (typed, id) => {
		const picker = aPicker();
		picker.type(typed);
		expect(picker.found.map((offer) => offer.id)).toContain(id);
	});

	test('shows a few at first, more once asked, and a few again after the next letter', () => {
		const picker = aPicker();
		picker.form = 'physical';
		const all = activities.filter(({ form, tags }) => form === 'physical' && isListed(tags)).length;
		expect(picker.found).toHaveLength(all);
		expect(picker.shown.length).toBeLessThan(all);
		expect(picker.hasMore).toBe(true);
		picker.showMore();
		expect(picker.shown).toHaveLength(all);
		expect(picker.hasMore).toBe(false);
		picker.type('a');
		expect(picker.shown.length).toBeLessThan(picker.found.length);
	});

	test('what waits for its communities is found by its words, not shown among what is offered', () => {
		const picker = aPicker();
		const isFound = () => picker.found.some(({ id }) => id === 'men-bead-few-rows');
		picker.form = 'mental';
		expect(isFound()).toBe(false);
		picker.type('bead');
		expect(isFound()).toBe(true);
	});

	test('of one habit shows its steps alone; of one form its activities alone', () => {
		const picker = aPicker();
		picker.form = 'sleep';
		const items = habitItems.filter(({ habit }) => habit === 'sleep').map(({ id }) => id);
		expect(picker.found.map(({ id }) => id)).toEqual(items);
		picker.form = 'social';
		expect(picker.found.every(({ activity }) => activity?.form === 'social')).toBe(true);
	});

	test('energy, cost and place leave out steps, which have none; any place fits every place', () => {
		const picker = aPicker();
		picker.energy = 'low';
		expect(picker.found.length).toBeGreaterThan(0);
		expect(picker.found.every(({ activity }) => activity?.energy === 'low')).toBe(true);
		picker.energy = anything;
		picker.cost = 'free';
		picker.place = 'outdoor';
		const places = new Set(picker.found.map(({ activity }) => activity?.place));
		expect([...places].sort()).toEqual(['any', 'outdoor']);
		expect(picker.found.every(({ activity }) => activity?.cost === 'free')).toBe(true);
	});

	test('each comes with the line it would be on the sheet', () => {
		const picker = aPicker();
		picker.form = 'wake';
		for (const { id, line } of picker.found) expect(line).toMatchObject({ item: id, habit: 'wake' });
		picker.form = 'mental';
		for (const { id, line } of picker.found) expect(line.activity).toBe(id);
	});
});
