// @vitest-environment node
import { expect, test } from 'vitest';
import { paperNumbers } from '$lib/app/words/paper-numbers';
import { bannerFor } from '$lib/content/crisis-banner';

const numbers = (region?: string) =>
	paperNumbers(bannerFor(region)).map(({ what, display }) => `${what} ${display}`);

test('help on paper: in Canada a number for calls and texts stands once', () => {
	expect(numbers()).toEqual(['emergency 9-1-1', 'callOrText 9-8-8']);
});

test('help on paper: in Quebec both lines stand beside that of Canada', () => {
	expect(numbers('CA-QC')).toEqual(['emergency 9-1-1', 'call 1 866 APPELLE', 'text 535353', 'call 9-8-8']);
});

test('help on paper: where there is an emergency number alone, it stands alone', () => {
	expect(numbers('WORLD')).toEqual(['emergency 112']);
});
