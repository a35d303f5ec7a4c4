import { expect, test } from 'vitest';
import { csvFile, jsonFile, openTables } from '$lib/features/copies/open-formats';
import { withHow, withNote, withRest, withTick } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { newDraft } from '$lib/domain/note';
import { aStep, stepId } from '../../support/builders';
import { keys } from '../../support/keys';
import { givenServices } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');

test('steps, days and notes are saved as tables and as one file, with every word', async () => {
	const { storage } = given;
	expect((await csvFile(storage, 'days', keys, 'en')).split('\r\n')).toEqual([
		'\ufeffday,what,name,at,form',
		''
	]);
	await storage.plan.change(() => [aStep({ id: 'a', words: '=Walk, "far"' }), aStep({ id: 'x', words: 'Shown', isExample: true })]); // prettier-ignore
	await storage.days.change(
		today,
		(day) =>
		withNote(withHow(withRest(withTick(day, { id: stepId('a'), times: 1 }, 1_700_000_000_000), true), 'calm'), 'Slow\u00a0day') // prettier-ignore
	);
	await storage.notes.save({ ...newDraft('n', today), text: 'Line one\nline two', tags: ['tea', 'Léa'] }, 'k', 1_700_000_000_000); // prettier-ignore
	const [steps, days, notes] = await Promise.all(
		openTables.map((table) => csvFile(storage, table, keys, 'en'))
	);
	expect(steps).toContain(`a,"'=Walk, ""far""",wake,any,daily,1,`);
	expect(steps).not.toContain('Shown');
	expect(days!.split('\r\n').slice(1)).toEqual([
		`2026-11-21,step,"'=Walk, ""far""",2023-11-14T22:13:20.000Z,`,
		'2026-11-21,rest,,,',
		'2026-11-21,how,row.how.calm,,',
		'2026-11-21,words,Slow\u00a0day,,',
		''
	]);
	expect(notes).toContain('"Line one\nline two",tea; Léa,\r\n');
	expect(JSON.parse(await jsonFile(storage, keys, 'en'))).toMatchObject({
		format: 'envol-open',
		version: 1,
		steps: [{ id: 'a', name: '=Walk, "far"' }],
		days: [{ what: 'step' }, { what: 'rest' }, { what: 'how' }, { what: 'words', name: 'Slow\u00a0day' }],
		notes: [{ text: 'Line one\nline two' }]
	});
});
