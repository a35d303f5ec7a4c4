// @vitest-environment node
import { expect, test } from 'vitest';
import { loadMessages, tIn } from '$lib/i18n';
import { localDay } from '$lib/domain/local-day';
import { get } from 'svelte/store';
import { chartText } from '../../../src/lib/features/sheet/chart-text';
import { padOf } from '../../../src/lib/features/sheet/paper/pad';
import { aLine, aPrescription } from '../../support/prescriptions';

test('a sheet is plain text for the chart, in either language, without a name', async () => {
	await Promise.all((['en', 'fr'] as const).map((lang) => loadMessages(lang, ['sheet', 'habits'])));
	const sheet = aPrescription({
		date: localDay('2026-11-28'),
		reviewOn: localDay('2026-12-12'),
		lines: [
			aLine({ item: 'hyg-wake-make-bed', habit: 'wake', moment: 'morning' }),
			aLine({ words: 'Café avec Paul', frequency: { kind: 'weekdays', days: [4] }, tiny: 'un texto' })
		],
		agreements: { me: [], team: ['rappeler jeudi'], lovedOnes: [] }
	});
	expect(chartText(get(tIn)('fr'), 'fr', sheet).split('\n')).toEqual([
		'Prescription d’hygiène de vie',
		'Date\u00a0: 28 novembre 2026',
		'',
		'Mes pas',
		'- Faire son lit · Matin · Chaque jour',
		'- Café avec Paul · jeudi · En tout petit\u00a0: un texto',
		'',
		'Ce que fait mon équipe',
		'- rappeler jeudi',
		'',
		'On en reparle ensemble le\u00a0: 12 décembre 2026'
	]);
	expect(chartText(get(tIn)('en'), 'en', sheet)).toContain('- Make my bed · Morning');
});

test('a sheet of a pad holds what every sheet of a clinic has, and nothing of the person', () => {
	const sheet = aPrescription({
		langs: 'fr',
		lines: [aLine({ words: 'Marcher' })],
		reviewOn: localDay('2026-12-12')
	});
	const paper = {
		forName: 'Sam',
		goal: 'dormir',
		quoted: ['x'],
		region: 'CA-QC',
		teamPhone: '555',
		clinic: 'CLSC'
	};
	const pad = padOf('pad-flower', sheet, paper);
	expect(pad.paper).toEqual({
		isPad: true,
		isUndated: true,
		region: 'CA-QC',
		teamPhone: '555',
		clinic: 'CLSC'
	});
	expect(pad.written).toEqual(aPrescription({ langs: 'fr', layout: 'flower' }));
	expect(padOf('pad-week', sheet, paper).kind).toBe('week');
	expect(padOf('pad-pictures', sheet, {}).paper).toEqual({ isPad: true, isUndated: true });
});
