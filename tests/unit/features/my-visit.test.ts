import { expect, test } from 'vitest';
import { withTick } from '$lib/domain/day';
import { addDays, localDay } from '$lib/domain/local-day';
import { broughtOf } from '$lib/features/plan/visit/brought-of';
import { MyVisit } from '$lib/features/plan/visit/my-visit.svelte';
import { visitParts } from '$lib/domain/visit';
import { aStep, stepId } from '../../support/builders';
import { keys } from '../../support/keys';
import { givenServices } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');

async function visiting() {
	const { storage } = given;
	await storage.plan.change(() => [aStep({ id: 'a', words: 'Go outside' })]);
	for (const ago of [0, 3, 40])
		await storage.days.change(addDays(today, -ago), (day) => withTick(day, { id: stepId('a'), times: 6 }, ago + 1)); // prettier-ignore
	await storage.people.change(() => ({ p: { id: 'p', order: 0, name: 'Léa', role: 'friend', phone: '514 555-0123' } })); // prettier-ignore
	await storage.mySigns.change(() => ({ s: { id: 's', order: 0, words: 'I stop answering' } }));
	await storage.agreements.change(() => ({
		g: { id: 'g', order: 0, side: 'team', words: 'Call on Monday', went: 'They did', ended: 'done' }
	}));
	await storage.wants.change(() => ({ w: { id: 'w', order: 0, horizon: 'week', words: 'The library' } }));
	await storage.planNotes.change((notes) => ({ ...notes, helps: 'Music\nTea', worse: 'Noise', visitWho: 'Dr Roy' })); // prettier-ignore
	const visit = new MyVisit(given.services);
	given.watch(() => [
		visit.isReady,
		...visitParts.map((part) => [visit.linesOf(keys, part), visit.rowsOf(keys, part)]),
		visit.medicineRowsOf(keys, 'call'),
		visit.asked
	]);
	await visit.open();
	await given.until(() => visit.isReady);
	await visit.name('en');
	return visit;
}

test('nothing of what stands elsewhere is on the page before the person puts it there', async () => {
	const visit = await visiting();
	expect(visit.sectionsOf(keys)).toEqual([]);
	expect(visitParts.map((part) => visit.rowsOf(keys, part).length)).toEqual([1, 2, 1, 0, 0, 1, 1, 1]);
	expect(visit.medicineRowsOf(keys, 'call').map(({ isOn }) => isOn)).toEqual([false]);
});

test('what is switched on is on the page, in its part, and goes off again', async () => {
	const visit = await visiting();
	await visit.switch('step:a', true);
	await visit.switchAll(['sign:s', 'agreement:g'], true);
	await given.until(() => visit.sectionsOf(keys).length === 3);
	expect(visit.linesOf(keys, 'did')).toEqual(['visit.times what=Go outside times=3'].map(() => expect.stringContaining('Go outside'))); // prettier-ignore
	expect(visit.linesOf(keys, 'signs')).toEqual(['I stop answering']);
	await visit.switch('step:a', false);
	await given.until(() => visit.sectionsOf(keys).length === 2);
});

test('own lines and questions are on until they are switched off', async () => {
	const visit = await visiting();
	visit.write('hard');
	const [line] = visit.lines.all;
	await visit.lines.type(line!.id, 'words', { words: 'The nights' });
	await visit.questions.add({ words: 'Why so tired?' });
	await given.until(() => visit.asked.length === 1 && visit.linesOf(keys, 'hard').length === 1);
	await visit.lines.choose(line!.id, { isOff: true });
	await visit.questions.choose(visit.asked[0]!.id, { isOff: true });
	await given.until(() => visit.sectionsOf(keys).length === 0);
	expect(visit.asked).toHaveLength(1);
});

test('what was done is counted from the chosen day, and over the visit from then on; one undo brings all back', async () => {
	const visit = await visiting();
	await visit.notes.choose({ visitSince: addDays(today, -5) });
	await given.until(() => visit.notes.notes.visitSince !== undefined);
	expect(visit.rowsOf(keys, 'did')[0]!.words).toContain('2');
	await visit.switch('step:a', true);
	await visit.questions.add({ words: 'Why so tired?' });
	await given.until(() => visit.sectionsOf(keys).length === 2);
	await visit.putAway();
	await given.until(() => visit.asked.length === 0 && visit.notes.notes.visitSince === today);
	expect(visit.sectionsOf(keys)).toEqual([]);
	await given.services.status.undo();
	await given.until(() => visit.asked.length === 1 && visit.sectionsOf(keys).length === 2);
	expect(visit.notes.notes.visitSince).toBe(addDays(today, -5));
});

test('its code holds what is on the page; the steps come along only if they want, with what was done beside them', async () => {
	const visit = await visiting();
	await visit.switchAll(['step:a', 'sign:s'], true);
	await given.until(() => visit.sectionsOf(keys).length === 2);
	const alone = broughtOf(visit, keys, 'fr', today, false);
	expect(alone).toMatchObject({ lang: 'fr', date: today, told: [] });
	expect(alone.plan).toBeUndefined();
	expect(alone.parts.did).toEqual([expect.stringContaining('Go outside')]);
	const both = broughtOf(visit, keys, 'fr', today, true);
	expect(both.plan!.lines).toHaveLength(1);
	expect(both.told).toEqual([expect.stringContaining('3')]);
	expect([both.parts.did, both.parts.signs]).toEqual([[], ['I stop answering']]);
	await visit.switch('step:a', false);
	await given.until(() => visit.sectionsOf(keys).length === 1);
	expect(broughtOf(visit, keys, 'fr', today, true).told).toEqual(['']);
});
