import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guessedDrawing } from '$lib/content/drawing-words';
import { drawingOfItem, drawingOfPictogram } from '$lib/content/drawings';
import { activities } from '$lib/content/activities';
import { habitItems } from '$lib/content/habits';
import { choosableDrawings, drawingNames, spotNames } from '$lib/domain/drawing';
import { pictogramNames } from '$lib/domain/pictogram';
import { spotSheet } from '../../../scripts/make-spots.mjs';

const file = readFileSync('src/lib/paper/drawings.svg', 'utf8');

test('every drawing that has a name is drawn once, and no other', () => {
	expect([...file.matchAll(/<g id="([a-z]+)"/g)].map(([, name]) => name).sort()).toEqual(
		[...drawingNames].sort()
	);
	expect(new Set(drawingNames).size).toBe(drawingNames.length);
});

test('every drawing is lines of ink alone: nothing grey, coloured, scripted or fetched', () => {
	expect(
		[
			...new Set([...file.matchAll(/(?:fill|stroke|stroke-width)="([^"]*)"/g)].map(([, value]) => value))
		].sort()
	).toEqual(
		['1.4', 'currentColor', 'none'] // prettier-ignore
	);
	expect(file).not.toMatch(/<(?!\/?(?:svg|g|path)\b|!--)/);
	expect(file).not.toMatch(/\b(?:on\w+|href|style|class)=/);
	// the only ink that fills a shape is a small dot
	for (const [, d = ''] of file.matchAll(/<path fill="currentColor" stroke="none" d="([^"]+)"/g))
		for (const [, radius] of d.matchAll(/a([\d.]+)/g)) expect(Number(radius)).toBeLessThan(5);
	expect(file.length).toBeLessThan(28_500);
});

// the numbers of the code: what was printed must show the same drawing for ever
test('the drawings that can be chosen keep their places', () => {
	expect(choosableDrawings.join(' ')).toBe(
		'cafe ball bus visit guitar tea train walk boots bike rink swim garden park dog phone talk people letter music book write paint knit cards film cook groceries tidy care work'
	);
});

test('what goes with the catalogue goes with something that is in it', () => {
	const ids = new Set([...habitItems, ...activities].map(({ id }) => id));
	expect(Object.keys(drawingOfItem).filter((id) => !ids.has(id))).toEqual([]);
	expect(Object.keys(drawingOfPictogram).filter((name) => !(pictogramNames as readonly string[]).includes(name))).toEqual([]); // prettier-ignore
});

test.each([
	['Prendre un café avec Luc', 'cafe'],
	['Coffee with Sam', 'cafe'],
	['Jouer au ballon', 'ball'],
	['Prendre l’autobus 80', 'bus'],
	['Take the bus to the drop-in', 'bus'],
	['Visite de l’infirmière', 'care'],
	['Rendre visite à ma mère', 'visit'],
	['Visit my brother', 'visit'],
	['Jouer de la guitare', 'guitar'],
	['Play guitar', 'guitar'],
	['Boire un thé', 'tea'],
	['THÉ avec Rose', 'tea'],
	['A cup of tea', 'tea'],
	['Regarder les trains', 'train'],
	['Harmonica, une toune', 'music'],
	['Écouter de la musique', 'music'],
	['Call my aunt', 'phone'],
	['Appeler ma tante', 'phone'],
	['Promener le chien', 'dog'],
	['Walk to the park with Sam', 'walk'],
	['Marcher dix minutes', 'walk'],
	['Aller au marché', 'groceries'],
	['Patiner au parc', 'rink'],
	['Mettre mes bottes et sortir', 'boots'],
	['Jouer aux cartes avec les gars', 'cards'],
	['Aller au groupe du jeudi', 'people'],
	['Épicerie avec maman', 'groceries'],
	['Le tour de la chose', undefined],
	['Open the box', undefined],
	['Lire deux pages', 'book'],
	['Faire mon lit', 'bed'],
	['Être à l’heure au local', undefined],
	['', undefined]
] as const)('"%s" names %s', (words, drawing) => {
	expect(guessedDrawing(words)).toBe(drawing);
});

test('the drawings of pages are those of paper, each on a page of its own, and few', () => {
	// written by scripts/make-spots.mjs
	expect(readFileSync('static/spots.svg', 'utf8')).toBe(spotSheet(spotNames, file));
	const pages = readdirSync('src/lib/features', { recursive: true, encoding: 'utf8' })
		.filter((each) => each.endsWith('.svelte'))
		.map((each) => readFileSync(`src/lib/features/${each}`, 'utf8'));
	const shown = (name: string) =>
		pages.filter((page) =>
			new RegExp(`(?:<Spot name=|<PartHead\\s[^>]*drawing=|/spots\\.svg#|spotAt\\(')"?${name}["']`).test(page)
		).length;
	expect(spotNames.filter((name) => shown(name) === 0)).toEqual([]);
	// the same page once with notes and once without
	expect(spotNames.filter((name) => shown(name) > 1)).toEqual(['write']);
});
