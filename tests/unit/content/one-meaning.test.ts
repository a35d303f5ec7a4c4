import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { activityPictograms } from '$lib/content/activity-pictograms';
import { habitPictograms, formPictograms, itemPictograms, pictogramOfDrawing } from '$lib/content/pictograms';
import { dimensionPictograms } from '$lib/content/pillars';
import { drawingNames } from '$lib/domain/drawing';
import { pictogramNames, type PictogramName } from '$lib/domain/pictogram';
import { pictograms as tabPictograms, tabs } from '$lib/features/shell/tabs';
import { partPictograms } from '$lib/features/plan/plan-parts.svelte';
import { rolePictograms } from '$lib/features/plan/person-words';

/** Everything that has a pictogram from a table, by a name that says what it is. */
const shown: readonly (readonly [string, PictogramName])[] = [
	...tabs.map((tab, i) => [`tab ${tab}`, tabPictograms[i]!] as const),
	...drawingNames.map((name) => [`drawing ${name}`, pictogramOfDrawing(name)] as const),
	...Object.entries({ ...itemPictograms, ...activityPictograms }),
	...[habitPictograms, formPictograms, dimensionPictograms, partPictograms, rolePictograms].flatMap((table) =>
		Object.entries(table)
	)
].flatMap(([what, name]) => (name ? [[what, name] as const] : []));
const whatShows = (name: PictogramName) => shown.flatMap(([what, each]) => (each === name ? what : []));

test('the sunrise stands for Today, and for nothing else', () => {
	expect(whatShows('sunrise')).toEqual(['tab today']);
});

test('footprints stand for walking, and for nothing else', () => {
	const others = whatShows('footprints').filter(
		(what) => !/walk|laps|stairs|bus-stop-early|block|ten-slow-steps/.test(what)
	);
	expect(others).toEqual([]);
	expect(whatShows('footprints').length).toBeGreaterThan(8);
});

test('the feather is drawn for days with a step alone: it is no pictogram that anything could take', () => {
	expect(pictogramNames).not.toContain('feather');
	const drawn = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.svelte') && readFileSync(`src/${file}`, 'utf8').includes('C5 12 10 5 19 3')
	);
	expect(drawn.map((file) => file.split('/').at(-1)).toSorted()).toEqual([
		'DayPage.svelte',
		'Feathers.svelte'
	]);
});

test('no two tabs, habits, forms, pillars or parts of the plan share a picture, but for two that are one thing', () => {
	const parts: [string, PictogramName][] = [
		...tabs.map((tab, i): [string, PictogramName] => [`tab ${tab}`, tabPictograms[i]!]),
		...[habitPictograms, formPictograms, dimensionPictograms, partPictograms].flatMap(
			(table) => Object.entries(table) as [string, PictogramName][]
		)
	];
	const names = [...new Set(parts.map(([, name]) => name))]
		.map((name) => parts.flatMap(([what, each]) => (each === name ? what : [])))
		.filter((each) => each.length > 1);
	expect(names).toEqual([
		// being present, as a form and as a topic; people, as a form and as the part of the plan that has them
		['social', 'people'],
		['mindfulness', 'present']
	]);
});

test.each<[PictogramName, RegExp]>([
	['handshake', /^agreements$/],
	['anchor', /^trust$/],
	['cloud', /^signs$/],
	['flower-2', /^engage$/],
	['wind', /breath|fingers|sit-up|drawing breathe/],
	['moon', /sleep|moon|drawing/],
	['calendar-days', /routine|calendar|plan|week|drawing/]
])('%s means one thing', (name, what) => {
	expect(whatShows(name).filter((each) => !what.test(each))).toEqual([]);
});

test('every drawing has a small sign that exists', () => {
	expect(shown.filter(([, name]) => !pictogramNames.includes(name))).toEqual([]);
});
