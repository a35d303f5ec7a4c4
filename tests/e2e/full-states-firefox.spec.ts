import { expect, test } from './fixtures.ts';
import { axeAndWalk } from './full-states.ts';

/** Where Firefox lays out or reads differently: fields, folds, lists, pictures, sound. */
const fullest = ['today/', 'hope/all/', 'plan/people/', 'plan/agreements/'];

test('in Firefox a person with something of everything sees where they are, and meets no barrier', async ({
	page
}) => {
	expect(await axeAndWalk(page, 'en', fullest)).toEqual([]);
});
