import { describe, expect, test, vi } from 'vitest';
import { visitLinks } from '$lib/features/plan/visit/visit-code';
import { noBroughtParts, type BroughtVisit } from '$lib/domain/brought-visit';
import { VisitCodes } from '$lib/features/plan/visit/visit-codes.svelte';
import { makeDieLink, makeLink, typedCode } from '$lib/app/sheet-code';
import { presets } from '$lib/content/presets';
import { suggestedLine } from '$lib/content/catalogue-numbers';
import { localDay } from '$lib/domain/local-day';
import type { Prescription } from '$lib/domain/prescription';
import type { SharedDie } from '$lib/domain/shared-die';
import { CodeReader } from '$lib/features/sheet/code/code-reader.svelte';
import { CodeMaker } from '$lib/features/sheet/code/sheet-code.svelte';
import { needsOf, SheetTexts } from '$lib/features/sheet/sheet-texts.svelte';
import * as i18n from '$lib/i18n';
import { aLine, aPrescription } from '../../support/prescriptions';
import { aVisit } from '../../support/visits';

const site = 'https://envol.example';
const sheet = aPrescription({ lines: [aLine({ words: 'Feed the cat' })] });
const plain = aPrescription({ lines: presets['first-steps'].map((id) => suggestedLine(id)!) });
const die: SharedDie = [
	{ kind: 'rest' },
	...['Dance', 'Sing', 'Call Sam', 'Knit', 'Draw'].map((words) => ({
		kind: 'own' as const,
		words,
		form: 'physical' as const,
		effort: 1 as const
	}))
];

/** A reader, and what it opened. */
function aReader(takesDice = true) {
	const opened: [Prescription, boolean][] = [];
	const dice: SharedDie[] = [];
	const reader = new CodeReader(
		() => 'en',
		(prescription, isTyped) => opened.push([prescription, isTyped]),
		takesDice ? (each) => dice.push(each) : undefined
	);
	return { reader, opened, dice };
}

describe('a page for a visit', () => {
	const page = (lines: number) =>
		aVisit({
			parts: {
				...noBroughtParts,
				did: Array.from(
					{ length: lines },
					(_, i) => `${(i * 7919 + 13) ** 3} ${(i * 31 + 7) ** 4} ${Math.sin(i)}`
				)
			}
		});
	function aDesk() {
		const visits: BroughtVisit[] = [];
		const reader = new CodeReader(() => 'en', () => undefined, undefined, (visit) => visits.push(visit)); // prettier-ignore
		return { reader, visits };
	}

	test('opens where a sheet is made, from one code, from several in any order, or from all their links at once', async () => {
		const { reader, visits } = aDesk();
		const [one] = (await visitLinks(page(1), 'en', site))!;
		expect(await reader.read(one!)).toBe(true);
		const links = (await visitLinks(page(60), 'en', site))!;
		const { length } = links;
		expect(length).toBeGreaterThan(2);
		for (const [read, link] of links.toReversed().entries()) {
			expect(await reader.read(link)).toBe(read === length - 1);
			expect(reader.parts).toEqual(read === length - 1 ? undefined : { done: read + 1, count: length });
		}
		for (const between of ['\n', '', ' '])
			expect(await reader.read(`Here it is: ${links.join(between)}`), between).toBe(true);
		expect(visits).toEqual([page(1), page(60), page(60), page(60), page(60)]);
	});

	test('elsewhere it is said where it opens', async () => {
		const { reader } = aReader();
		for (const lines of [1, 60]) {
			expect(await reader.read((await visitLinks(page(lines), 'en', site))![0]!)).toBe(false);
			expect(reader.trouble).toBe('receive.trouble.visit');
		}
	});

	test('is drawn as codes again when it changes, and a slower drawing of before never comes over it', async () => {
		const codes = new VisitCodes();
		await Promise.all([codes.make(page(60), 'en'), codes.make(page(1), 'en')]);
		expect([codes.links.length, codes.drawn.length, codes.isTooMuch]).toEqual([1, 1, false]);
		await codes.make(page(61), 'en');
		expect([codes.drawn.length, codes.isTooMuch]).toEqual([0, true]);
	});
});

describe('a code that a person has', () => {
	test('opens from a link, from what stands after its #, and from letters typed by hand', async () => {
		const { reader, opened } = aReader();
		const { link } = await makeLink(sheet, 'en', site);
		expect(await reader.read(link)).toBe(true);
		expect(await reader.read(link.split('#')[1]!)).toBe(true);
		expect(await reader.read(typedCode(plain)!.toLowerCase())).toBe(true);
		expect(opened.map(([, isTyped]) => isTyped)).toEqual([false, false, true]);
		expect(opened[0]![0].lines).toEqual(sheet.lines);
		expect(opened[2]![0].lines).toEqual(plain.lines);
	});

	test('that is damaged, or none, says so and opens nothing; the next try begins anew', async () => {
		const { reader, opened } = aReader();
		const { link } = await makeLink(sheet, 'en', site);
		for (const wrong of [`${link.slice(0, -2)}zz`, 'hello', '']) {
			expect(await reader.read(wrong), wrong).toBe(false);
			expect(reader.trouble).toBe('receive.trouble.damaged');
		}
		expect(opened).toEqual([]);
		expect(await reader.read(link)).toBe(true);
		expect(reader.trouble).toBeUndefined();
	});

	test('of a die goes where dice are taken in; elsewhere it is told where it belongs', async () => {
		const { link } = await makeDieLink(die, 'en', site);
		const { reader, dice, opened } = aReader();
		expect(await reader.read(link)).toBe(true);
		expect(dice).toHaveLength(1);
		expect(dice[0]).toHaveLength(6);
		const clinic = aReader(false);
		expect(await clinic.reader.read(link)).toBe(false);
		expect(clinic.reader.trouble).toBe('receive.trouble.die');
		expect([...opened, ...clinic.opened]).toEqual([]);
	});

	test('in a photo that is none, or holds none, is said; the camera that does not start too', async () => {
		const { reader } = aReader();
		vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')));
		const reading = reader.readPhoto(new Blob(['no picture']));
		expect(reader.isLooking).toBe(true);
		await reading;
		expect(reader.isLooking).toBe(false);
		expect(reader.trouble).toBe('receive.trouble.photo');
		const close = vi.fn();
		vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 0, height: 0, close }));
		await reader.readPhoto(new Blob(['no code']));
		expect(reader.trouble).toBe('receive.trouble.noCode');
		expect(close).toHaveBeenCalled();
		reader.noCamera();
		expect(reader.trouble).toBe('receive.camera.denied');
		vi.unstubAllGlobals();
	});
});

describe('the code of a sheet', () => {
	test('is drawn, linked and, where all is as suggested, written to be typed; a reader opens it', async () => {
		const maker = new CodeMaker();
		await maker.make(plain, 'en');
		expect(maker.code).toMatchObject({ typed: typedCode(plain) });
		expect(maker.code!.path).toMatch(/^M\d/);
		const { reader, opened } = aReader();
		expect(await reader.read(maker.made!.link)).toBe(true);
		expect(opened[0]![0].lines).toEqual(plain.lines);
		await maker.make(sheet, 'en');
		expect(maker.code!.typed).toBeUndefined();
	});

	test('is not made for a blank sheet, and goes when the sheet is emptied', async () => {
		const maker = new CodeMaker();
		await maker.make(aPrescription(), 'en');
		expect([maker.made, maker.code]).toEqual([undefined, undefined]);
		await maker.make(sheet, 'en');
		expect(maker.code).toBeDefined();
		await maker.make(aPrescription(), 'en');
		expect([maker.made, maker.code]).toEqual([undefined, undefined]);
	});

	test('is not drawn when it is too long to print well, and says so', async () => {
		let word = 0;
		const long = aPrescription({
			lines: Array.from({ length: 20 }, () => {
				const words = Array.from({ length: 9 }, () => Math.sin(++word).toString(36).slice(3, 9)).join(' ');
				return aLine({ words, detail: words.toUpperCase(), reason: words });
			})
		});
		const maker = new CodeMaker();
		await maker.make(long, 'en');
		expect(maker.made?.isTooLong).toBe(true);
		expect(maker.code).toBeUndefined();
	});

	test('is always that of the last change, whichever was ready first', async () => {
		const maker = new CodeMaker();
		const later = aPrescription({ lines: [aLine({ words: 'Feed both cats' })] });
		const first = maker.make(sheet, 'en');
		const second = maker.make(later, 'en');
		await Promise.all([second, first]);
		const { reader, opened } = aReader();
		await reader.read(maker.made!.link);
		expect(opened[0]![0].lines[0]!.words).toBe('Feed both cats');
		// emptied while one is made: nothing comes after
		const making = maker.make(sheet, 'en');
		await maker.make(aPrescription(), 'en');
		await making;
		expect(maker.made).toBeUndefined();
	});
});

describe('the texts of a sheet', () => {
	const named = (langs: Prescription['langs'], more: Partial<Prescription> = {}, kind?: 'die') =>
		needsOf(aPrescription({ langs, ...more }), 'en', kind).map((need) => need.join(' '));

	test('are those of its languages and of the screen, and no more than it uses', () => {
		expect(named('en')).toEqual(['en sheet', 'en habits']);
		expect(named('fr')).toEqual(['en sheet', 'en habits', 'fr sheet', 'fr habits']);
		expect(named('fr-en')).toHaveLength(4);
		expect(named('en', { lines: [aLine({ activity: 'a' })] })).toContain('en activities');
		expect(named('en', { ideas: { physical: [{ id: 'a' }], social: [], mental: [] } })).toContain('en activities'); // prettier-ignore
		expect(named('en', { signs: [{ words: 'I hum' }] })).not.toContain('en early-signs');
		expect(named('en', { signs: [{ id: 'sign-a' }] })).toContain('en early-signs');
		expect(named('en', {}, 'die')).toEqual(['en sheet', 'en habits', 'en dice', 'en activities']);
	});

	test('come once each; what did not come is asked for again', async () => {
		const texts = new SheetTexts();
		const load = vi.spyOn(i18n, 'loadMessages').mockResolvedValue(undefined);
		const needs = needsOf(aPrescription({ langs: 'fr' }), 'en');
		expect(texts.has(needs)).toBe(false);
		load.mockRejectedValueOnce(new Error('no network'));
		await expect(texts.load(needs)).rejects.toThrow('no network');
		expect(texts.has(needs)).toBe(false);
		await texts.load(needs);
		expect(texts.has(needs)).toBe(true);
		const asked = load.mock.calls.length;
		await texts.load(needs);
		expect(load).toHaveBeenCalledTimes(asked);
		expect(texts.has([...needs, ['fr', 'dice']])).toBe(false);
		load.mockRestore();
	});
});

test('a sheet that travels keeps its day, and nothing of who wrote it', async () => {
	const { reader, opened } = aReader();
	const { link } = await makeLink({ ...sheet, date: localDay('2026-01-02') }, 'fr', site);
	expect(link.startsWith(`${site}/fr/receive/#`)).toBe(true);
	await reader.read(link);
	expect(opened[0]![0].date).toBe('2026-01-02');
	expect(Object.keys(opened[0]![0]).sort()).toEqual(
		['agreements', 'date', 'ideas', 'langs', 'layout', 'lines', 'signs'].sort()
	);
});
