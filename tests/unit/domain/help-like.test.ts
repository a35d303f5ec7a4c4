import { expect, test } from 'vitest';
import { looksLikeHelp, quoted } from '$lib/domain/help-like';
import { aStep } from '../../support/builders';

test.each([
	'In crisis? Call 1-900-555-0199',
	'En crise? Appelez le 1 900 555-0199',
	'Call (514) 555-0199',
	'514.555.0199',
	'5145550199',
	'+33 (0)1 42 68 53 00',
	'555‑0199',
	'Text 9-8-8',
	'call 911 now',
	'2-1-1',
	'1 866 APPELLE',
	'tel:+19005550199',
	'javascript: see www.envol-help.example',
	'envol-help.ca',
	'aide@exemple.org',
	'HTTPS://EXAMPLE.COM',
	'Crisis line',
	'Ligne d’aide',
	'５１４５５５０１９９'
])('%s could be taken for help', (text) => {
	expect(looksLikeHelp(text)).toBe(true);
});

test.each([
	'Walk 10 minutes at 8:30',
	'Souper à 17 h 30',
	'2026-11-28, at 10:00',
	'Eat 3 times, 2 glasses of water',
	'Call my aunt',
	'Marcher 1 000 pas',
	'10 000 steps with Sam',
	'Room 2115',
	'Bus 211A',
	'Etc. and so on. Me too.',
	'Dr. Roy, p.m.',
	'Emergent care of plants',
	undefined
])('%s is a step like any other', (text) => {
	expect(looksLikeHelp(text)).toBe(false);
});

test('a step is marked when any of its words look like help', () => {
	const call = aStep({ words: 'In crisis? Call 1-900-555-0199' });
	expect(quoted(call)).toEqual({ ...call, isQuoted: true });
	const walk = aStep({ words: 'Walk', reason: 'or call 911' });
	expect(quoted(walk)).toEqual({ ...walk, isQuoted: true });
	expect(quoted(aStep())).toEqual(aStep());
});
