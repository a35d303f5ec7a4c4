import { describe, expect, test } from 'vitest';
import { activitiesWithCaution } from '$lib/content/activity-cautions';
import { activities } from '$lib/content/activities';
import { tinyActivities } from '$lib/content/tiny-activities';
import { activityTags, forms, isDrawn, isListed } from '$lib/domain/activity';
import frozen from '../../support/frozen-numbers.json';
import { frenchSlips, readMessages, langs, wordsIn } from '../../support/message-files';

const ids = activities.map(({ id }) => id);

test('the dice knows 275 things to do, each of them once', () => {
	expect(ids).toHaveLength(275);
	expect(new Set(ids).size).toBe(275);
});

test('what comes from one people waits for its communities: found by its words alone, and never on a hard day', () => {
	const waiting = activities.filter(({ tags }) => !isListed(tags));
	expect(waiting.map(({ tags }) => tags.includes('culture'))).toEqual(waiting.map(() => true));
	expect(waiting).toHaveLength(5);
	expect(tinyActivities.filter(({ tags }) => !isDrawn(tags))).toEqual([]);
});

test('a sheet printed years ago still means the same activities', () => {
	const numbers = Object.fromEntries(activities.map(({ id, number }) => [id, number]));
	expect(numbers).toEqual(frozen.activities);
	expect(new Set(Object.values(numbers)).size).toBe(activities.length);
});

test.each(forms)(
	'on a day with little energy there is something %s to do for nothing, in five minutes',
	(form) => {
		const within = activities.filter(
			({ form: own, energy, cost, minutes }) =>
				own === form && energy === 'low' && cost === 'free' && minutes <= 5
		);
		expect(within.length).toBeGreaterThanOrEqual(10);
	}
);

test.each(forms)('a person who uses a wheelchair has many %s things to do', (form) => {
	const within = activities.filter(({ form: own, tags }) => own === form && tags.includes('wheelchair-ok'));
	expect(within.length).toBeGreaterThanOrEqual(20);
});

test('no tag is left without an activity', () => {
	expect(new Set(activities.flatMap(({ tags }) => tags))).toEqual(new Set(activityTags));
});

test('an activity takes time, and more effort takes more of it', () => {
	const longest = { 1: 5, 2: 30, 3: 240 };
	expect(activities.filter(({ effort, minutes }) => minutes < 1 || minutes > longest[effort])).toEqual([]);
	expect(activities.filter(({ effort, minutes }) => effort === 3 && minutes < 30)).toEqual([]);
});

describe.each(langs)('in %s', (lang) => {
	const cautions = wordsIn(lang, 'activities', 'cautions');
	const items = wordsIn(lang, 'activities', 'items');

	test('every activity has its words, and no words are left over', () => {
		expect(Object.keys(items)).toEqual(ids);
	});

	test('the cautions for all stand there, and each other one belongs to an activity', () => {
		const { generalCaution, mindfulnessCaution } = readMessages(lang, 'activities');
		expect(generalCaution).toBeTypeOf('string');
		expect(mindfulnessCaution).toBeTypeOf('string');
		expect(Object.keys(cautions).filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('no caution is forgotten: the dice know which activities have one', () => {
		const own = Object.keys(cautions).filter((id) => ids.includes(id));
		expect(new Set(own)).toEqual(activitiesWithCaution);
	});

	test('the snow, the ice, the heat and the breath keep their caution', () => {
		expect(Object.keys(cautions)).toHaveLength(24);
		for (const id of [
			'phy-clear-small-path-snow-take',
			'phy-sweep-snow-off-steps-car',
			'phy-skate-outdoor-rink',
			'soc-go-fishing-ice-fishing-someone',
			'phy-spend-hour-community-garden',
			'soc-help-out-community-garden',
			'phy-take-easy-hike-park-someone',
			'phy-go-out-canoe-pedal-boat',
			'phy-pick-berries-apples',
			'min-take-three-slow-breaths-eyes'
		])
			expect(cautions[id]).toBeTypeOf('string');
	});

	test('an activity is told in one or two short sentences', () => {
		expect(Object.entries(items).filter(([, text]) => text.length > 115)).toEqual([]);
	});

	test('nobody reads a dose', () => {
		const dose = /\d\s*(?:mg|mcg|µg|ml)\b|milligram|comprimé|tablet\b/i;
		expect([...Object.values(items), ...Object.values(cautions)].filter((line) => dose.test(line))).toEqual(
			[]
		);
	});
});

test('nobody is asked to close their eyes, look in a mirror or count calories', () => {
	const words = [...Object.values(wordsIn('en', 'activities', 'items'))].join('\n');
	expect(words).not.toMatch(/close your eyes|eyes closed|mirror|calorie|weigh|alcohol|beer|wine/i);
});

test('a French reader sees the typography of home', () => {
	const lines = ['items', 'cautions'].flatMap((part) => Object.values(wordsIn('fr', 'activities', part)));
	expect(lines.filter((line) => frenchSlips(line).length > 0)).toEqual([]);
});

test('what a hard day offers is all there is of up to five minutes, and nothing else', () => {
	expect(activities.filter(({ effort }) => effort === 1)).toEqual(tinyActivities);
});
