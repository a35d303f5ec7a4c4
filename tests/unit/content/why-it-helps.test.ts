import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import messages from '$messages/en/learn.json';

const folder = 'src/lib/features';
/** Each page of the app with a way to the short page that says why it helps. */
const pages = {
	'plan/wants/': 'plan/WantsPage.svelte',
	'plan/agreements/': 'plan/AgreementsPage.svelte',
	'plan/visit/': 'plan/VisitPage.svelte',
	'plan/people/': 'plan/PeoplePage.svelte',
	'plan/signs/': 'plan/SignsPage.svelte',
	'plan/crisis/': 'plan/CrisisPage.svelte',
	'prescription/': 'prescription/PrescriptionPage.svelte',
	'dice/': 'dice/DicePage.svelte',
	'hope/': 'hope/HopePage.svelte',
	'back/': 'back/BackPage.svelte'
};
const learn = readFileSync(`${folder}/alongside/LearnPage.svelte`, 'utf8');
/** Where each short page leads. */
const backTo = Object.fromEntries(
	[...learn.matchAll(/\['(\w+)', '[\w-]+', '([\w/]+)'\]/g)].map(([, topic, path]) => [topic, path])
);

test.each(Object.entries(pages))('%s leads to why it helps, and that page leads back', (path, file) => {
	const source = readFileSync(`${folder}/${file}`, 'utf8');
	const [, topic] = /learn\/#(\w+)|why="(\w+)"/.exec(source)?.filter((part) => part !== undefined) ?? [];
	expect(Object.keys(messages.topics)).toContain(topic);
	expect(backTo[topic!]).toBe(path);
});
