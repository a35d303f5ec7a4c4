import { expect, test } from 'vitest';
import { codesHere, fileFromCodes } from '$lib/app/copies/codes';
import { kindOfCopy, openCopy } from '$lib/app/copies/copies';
import { readCode, wholeOf, withCode, type Gathered } from '$lib/codec/code-row';
import { aStep } from '../../support/builders';
import { givenServices } from '../../support/services';

const given = givenServices();

async function plan(): Promise<void> {
	await given.storage.plan.change(() => [aStep({ id: 'walk' }), aStep({ id: 'tea' })]);
	await given.storage.people.change(() => ({ a: { id: 'a', order: 0, name: 'Léa', role: 'friend' } }));
}

function gathered(codes: readonly string[]): Uint8Array<ArrayBuffer> {
	const all = codes
		.toReversed()
		.reduce<Gathered | undefined>((sum, code) => withCode(sum, readCode(code)!), undefined);
	return wholeOf(all!)!;
}

test('steps, plan and people go from one screen to another camera as a copy', async () => {
	await plan();
	const codes = await codesHere(given.services);
	if (typeof codes === 'string') throw new Error(codes);
	const file = await fileFromCodes(gathered(codes));
	expect(await kindOfCopy(file)).toBe('readable');
	const { summary } = await openCopy(file);
	expect(summary).toMatchObject({ steps: 2, notes: 0, photos: 0, days: 0 });
});

test('notes, days and choices of the look stay here', async () => {
	await plan();
	await given.storage.notes.save(
		{ id: 'n', day: '2026-11-20' as never, text: 'a word only for me', tags: [], chimes: [] },
		'note-n',
		5
	);
	await given.storage.settings.savePreferences({ look: 'dark', textSize: 150, motion: 'system' });
	const codes = await codesHere(given.services);
	const text = await (await fileFromCodes(gathered(codes as string[]))).text();
	expect(text).toContain('Léa');
	expect(text).not.toContain('only for me');
	expect(text).not.toContain('textSize');
});

test('with nothing to bring there are no codes, with too much neither', async () => {
	expect(await codesHere(given.services)).toBe('nothing');
	let seed = 1;
	const words = () =>
		Array.from({ length: 60 }, () =>
			String.fromCharCode(0x4e00 + ((seed = (seed * 48271) % 2147483647) % 20000))
		).join('');
	await given.storage.plan.change(() =>
		Array.from({ length: 200 }, (_, place) => aStep({ id: `step-${place}`, words: words() }))
	);
	expect(await codesHere(given.services)).toBe('tooMuch');
});

test('what cannot be unpacked is opened, and refused there', async () => {
	const file = await fileFromCodes(Uint8Array.from([1, 255, 255, 255]));
	await expect(openCopy(file)).rejects.toMatchObject({ problem: 'not-a-copy' });
});
