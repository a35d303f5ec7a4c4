import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStart, startHash } from '$lib/codec/start-link';
import { toBase64url, utf8 } from '$lib/codec/bytes';
import { tidyWords } from '$lib/domain/tidy-words';
import { runs } from '../../support/property-runs';

const ours = {
	region: 'CA-QC',
	clinic: 'CLSC du Vieux-Port, 12, rue de l’Église',
	teamPhone: '418 555-0123, poste 4'
};

test('what a clinic prints on each sheet comes back from its link, with the steps or without', () => {
	for (const payload of ['1AAAE2xMAAQFsAAEAAAAAAAAAyB0', ''])
		expect(readStart(startHash(payload, ours))).toEqual({ payload, ours });
	expect(readStart(startHash('', {}))).toEqual({ payload: '', ours: {} });
});

test('any texts come back tidy, each in its place', () => {
	const text = fc.string({ unit: 'grapheme', maxLength: 40 });
	fc.assert(
		fc.property(text, text, (clinic, teamPhone) => {
			const read = readStart(startHash('', { clinic, teamPhone }));
			expect(read?.ours.clinic).toBe(tidyWords(clinic, 90));
			expect(read?.ours.teamPhone).toBe(tidyWords(teamPhone, 40));
		}),
		{ numRuns: runs(300) }
	);
});

test('nothing but the three is ever in it: no name, nothing that the person wants', () => {
	const paper = { ...ours, forName: 'Sam', goal: 'revoir ma sœur' };
	expect(startHash('1abc', paper)).toBe(startHash('1abc', ours));
});

test('a code of a sheet is no start; a damaged one keeps its steps', () => {
	expect(readStart('1AAAE2xMAAQFsAAEAAAAAAAAAyB0')).toBeUndefined();
	expect(readStart('')).toBeUndefined();
	expect(readStart('1abc&ours=*')).toEqual({ payload: '1abc', ours: {} });
	const long = toBase64url(utf8(`CA-QC\n${'a'.repeat(500)}\n\u202e1-900`));
	expect(readStart(`&ours=${long}`)?.ours).toEqual({
		region: 'CA-QC',
		clinic: 'a'.repeat(90),
		teamPhone: '1-900'
	});
});
