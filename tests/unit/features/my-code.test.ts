import { expect, test } from 'vitest';
import { openCode } from '$lib/app/sheet-code';
import { localDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import { MyCode } from '$lib/features/plan/code/my-code.svelte';
import { CodeReader } from '$lib/features/sheet/code/code-reader.svelte';
import type { Said } from '$lib/domain/said';
import { aStep } from '../../support/builders';
import { givenServices } from '../../support/services';

const given = givenServices();
const today = localDay('2026-11-21');

async function aCode() {
	const mine = new MyCode(given.services, 'en');
	given.watch(() => [mine.isReady, mine.sheet, mine.said, mine.isEmpty]);
	await mine.open();
	await given.until(() => mine.isReady);
	return mine;
}

test('holds my list as it is now, with what stands beside it, and neither an example nor what is put away', async () => {
	const { plan, sheet } = given.storage;
	await plan.change(() => [
		aStep({ id: 'a', words: 'Walk' }),
		aStep({ id: 'b', words: 'Look around', order: 1, isExample: true }),
		aStep({ id: 'c', words: 'Gone', order: 2, putAwayAt: 5 })
	]);
	const date = localDay('2026-10-01');
	await sheet.change(() => ({ ...noExtras('fr'), date, signs: [{ words: 'I hum' }], teamPhone: '514 555-0123' })); // prettier-ignore
	const mine = await aCode();
	await given.until(() => mine.sheet.signs.length > 0);
	await mine.make();
	expect(mine.codes[0]?.size).toBeGreaterThan(20);
	const opened = await openCode(mine.links[0]!, 'en', today);
	expect(opened).toEqual({ kind: 'prescription', prescription: mine.sheet });
	expect(mine.sheet).toMatchObject({
		date,
		langs: 'fr',
		lines: [{ words: 'Walk' }],
		signs: [{ words: 'I hum' }]
	});
	expect(JSON.stringify(opened)).not.toContain('514');
});

test('what I say goes along, each with its step, and my words come back on another day', async () => {
	await given.storage.plan.change(() => [
		aStep({ id: 'a', words: 'Walk' }),
		aStep({ id: 'b', words: 'Read', order: 1 })
	]);
	const mine = await aCode();
	expect(mine.said).toEqual({ wishes: [undefined, undefined] });
	mine.wish('b', 'smaller');
	mine.line.words = ' Mornings are hard ';
	mine.line.typed();
	const leave = mine.line.start();
	await mine.make();
	const heard: (Said | undefined)[] = [];
	const reader = new CodeReader(
		() => 'fr',
		(_sheet, _isTyped, said) => heard.push(said)
	);
	expect(await reader.read(mine.links[0]!)).toBe(true);
	expect(heard).toEqual([{ wishes: [undefined, 'smaller'], words: 'Mornings are hard' }]);
	mine.wish('b', undefined);
	expect(mine.said.wishes).toEqual([undefined, undefined]);
	leave();
	await expect.poll(() => given.storage.drafts.read('said-of-sheet')).toBeTruthy();
	const again = await aCode();
	given.watch(() => again.line.words);
	const stop = again.line.start();
	await given.until(() => again.line.words === ' Mornings are hard ');
	stop();
});

test('a list without a step has no code to show', async () => {
	expect((await aCode()).isEmpty).toBe(true);
});

/** Words that cannot be packed. */
const dense = (i: number) =>
	Array.from({ length: 60 }, (_, k) => String.fromCodePoint(0x4e00 + ((i * 9973 + k * k * 31) % 20000))).join(
		''
	);

test('a list too long for one code comes in several, with what I say of it, and is read in any order', async () => {
	await given.storage.plan.change(() =>
		Array.from({ length: 20 }, (_, i) => aStep({ id: `s${i}`, order: i, words: dense(i) }))
	);
	const mine = await aCode();
	await mine.make();
	expect(mine.links.length).toBeGreaterThan(1);
	expect([mine.codes.length, mine.isTooMuch, mine.typed]).toEqual([mine.links.length, false, undefined]);
	const opened: unknown[] = [];
	const reader = () =>
		new CodeReader(
			() => 'fr',
			(sheet, _isTyped, said) => opened.push([sheet, said]),
			undefined,
			() => undefined
		);
	const first = reader();
	for (const link of mine.links.toReversed()) await first.read(link);
	expect(opened).toEqual([[mine.sheet, undefined]]);
	// all links pasted at once, with a wish and a line
	mine.wish('s19', 'smaller');
	mine.line.words = 'Mornings are hard';
	await mine.make();
	expect(await reader().read(mine.links.join('\n'))).toBe(true);
	expect(opened[1]).toEqual([
		mine.sheet,
		{ wishes: [...Array<undefined>(19), 'smaller'], words: 'Mornings are hard' }
	]);
});
