// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openCode, openWhole } from '$lib/app/sheet-code';
import { visitLinks } from '$lib/features/plan/visit/visit-code';
import { withChecksum } from '$lib/codec/bytes';
import { payloadOf } from '$lib/codec/code-link';
import { wholeOf, withCode, type Gathered } from '$lib/codec/code-row';
import { readBody } from '$lib/codec/sheet-code';
import { readVisit, writeVisit } from '$lib/codec/visit-code';
import { isCodeError } from '$lib/codec/code-error';
import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import { noBroughtParts, type BroughtVisit } from '$lib/domain/brought-visit';
import { localDay } from '$lib/domain/local-day';
import { aLine, aPrescription } from '../../support/prescriptions';
import { runs } from '../../support/property-runs';
import { anyVisit, aVisit } from '../../support/visits';
import given from '../../vectors/handover/visits.json';

/** Ten thousand in the longer run. */
const many = runs(1) > 1 ? 10_000 : 300;

const site = 'https://envol.example';
const day = localDay('2026-11-21');
const open = (text: string) => openCode(text, 'en', day);
const linksOf = async (visit: BroughtVisit) => (await visitLinks(visit, 'fr', site))!;

/** What comes of reading these codes, one after another. */
async function opened(links: readonly string[]): Promise<unknown> {
	let gathered: Gathered | undefined;
	for (const link of links) {
		const one = await open(link);
		if (one.kind !== 'part') return one;
		gathered = withCode(gathered, one.part);
	}
	const whole = gathered && wholeOf(gathered);
	return whole ? openWhole(whole) : gathered;
}

test('pages of every kind come back from their codes as they were, read in any order', async () => {
	await fc.assert(
		fc.asyncProperty(anyVisit, fc.nat(), async (visit, seed) => {
			const links = await linksOf(visit);
			const turned = [...links.slice(seed % links.length), ...links.slice(0, seed % links.length)].reverse();
			expect(await opened(turned)).toEqual({ kind: 'visit', visit });
			// read twice, or again from the start, they are the same page
			expect(await opened([...links, ...turned])).toEqual({ kind: 'visit', visit });
		}),
		{ numRuns: many }
	);
});

test('what happened to a code on its way is noticed, and never more than one kind sentence comes of it', async () => {
	const kinds = ['visit', 'part', 'damaged', 'newer', 'none', 'prescription', 'die'];
	await fc.assert(
		fc.asyncProperty(
			anyVisit,
			fc.array(fc.tuple(fc.nat(), fc.integer({ min: 32, max: 126 })), { minLength: 1, maxLength: 6 }),
			fc.nat(),
			async (visit, harms, cut) => {
				const [link] = await linksOf(visit);
				const letters = [...link!];
				for (const [at, code] of harms) letters[at % letters.length] = String.fromCharCode(code);
				const harmed = letters.join('').slice(0, cut % 3 === 0 ? cut % letters.length : undefined);
				const result = await open(harmed);
				expect(kinds).toContain(result.kind);
				// a page is never read wrong: what opens is what was sent
				if (result.kind === 'visit') expect(result.visit).toEqual(visit);
			}
		),
		{ numRuns: many }
	);
});

test('every bit that was turned and every byte that was cut off is noticed', () => {
	fc.assert(
		fc.property(anyVisit, fc.nat(), (visit, at) => {
			const bytes = writeVisit(visit, catalogueNumbers);
			const turned = Uint8Array.from(bytes);
			turned[at % bytes.length]! ^= 1 << (at % 8);
			for (const harmed of [turned, bytes.subarray(0, at % bytes.length)])
				expect(() => readVisit(harmed, catalogueNumbers)).toThrow();
		}),
		{ numRuns: many }
	);
});

test('an Envol from before the visits says that a newer one made it', () => {
	expect.assertions(1);
	try {
		readBody(writeVisit(aVisit(), catalogueNumbers), catalogueNumbers);
	} catch (error) {
		expect(isCodeError(error) && error.trouble).toBe('newer');
	}
});

test('a part of another page begins that page; parts that do not belong together open nothing', async () => {
	const long = (letter: string) =>
		aVisit({
			parts: {
				...noBroughtParts,
				did: Array.from({ length: 60 }, (_, i) => `${letter} ${(i * 7919) ** 3} ${i ** 5} ${Math.sin(i)}`)
			}
		});
	const [one, other] = [await linksOf(long('a')), await linksOf(long('b'))];
	expect(one.length).toBeGreaterThan(1);
	expect(await opened([one[0]!, ...other])).toEqual({ kind: 'visit', visit: long('b') });
	expect(await opened([...one.slice(1)])).toMatchObject({ count: one.length });
});

test('far too much for codes is said, and nothing is left out', async () => {
	const lines = Array.from({ length: 61 }, (_, i) => `line ${i}`);
	expect(await visitLinks(aVisit({ parts: { ...noBroughtParts, did: lines } }), 'en', site)).toBeUndefined();
	const letters = fc.sample(fc.string({ unit: 'grapheme', minLength: 500, maxLength: 600 }), 50);
	expect(
		await visitLinks(aVisit({ parts: { ...noBroughtParts, did: letters } }), 'en', site)
	).toBeUndefined();
});

describe('a page that somebody made by hand', () => {
	const sealed = (...bytes: number[]) => withChecksum(Uint8Array.from(bytes));
	const none = [0, 0, 0, 0, 0, 0, 0, 0];
	test.each([
		['with nothing on it', [3, 0, 0, ...none], 'visit'],
		['of another form', [3, 4, 0, ...none], 'newer'],
		[
			'with 61 lines',
			[3, 0, 0, 61, ...Array<number[]>(61).fill([1, 97]).flat(), ...none.slice(1)],
			'damaged'
		],
		['with a line of nothing', [3, 0, 0, 1, 0, ...none.slice(1)], 'damaged'],
		['with a line of a space', [3, 0, 0, 1, 1, 32, ...none.slice(1)], 'damaged'],
		['with a plan that is none', [3, 2, 0, 4, 0, 0, 0, 0, ...none], 'damaged'],
		['with a plan longer than it is', [3, 2, 0, 120, 0, ...none], 'damaged'],
		['on a day that never comes', [3, 0, 255, 255, 127, ...none], 'damaged'],
		['with one part too few', [3, 0, 0, ...none.slice(1)], 'damaged'],
		['with something behind it', [3, 0, 0, ...none, 1], 'damaged']
	])('%s', async (_, bytes, kind) => {
		const payload = payloadOf({ packing: 'stored', bytes: sealed(...bytes) });
		expect((await open(payload)).kind).toBe(kind);
	});
});

// the file is the contract: another program, or a later Envol, must agree with it to the byte
describe.each(given)('$name', ({ visit, body, links }) => {
	const brought = visit as unknown as BroughtVisit;
	test('is written and read as the file says', async () => {
		expect(Buffer.from(writeVisit(brought, catalogueNumbers)).toString('hex')).toBe(body);
		expect(readVisit(Uint8Array.from(Buffer.from(body, 'hex')), catalogueNumbers)).toEqual(brought);
		expect(await opened(links)).toEqual({ kind: 'visit', visit: brought });
		vi.stubGlobal('DecompressionStream', undefined);
		const old = await opened(links);
		vi.unstubAllGlobals();
		expect(old).toEqual({ kind: 'visit', visit: brought });
	});
});

test('a line of the plan keeps what is told of it', async () => {
	const plan = aPrescription({ lines: [aLine({ words: 'Walk' }), aLine({ words: 'Cook' })] });
	const visit = aVisit({ plan, told: ['12 times', ''] });
	expect(await opened(await linksOf(visit))).toEqual({ kind: 'visit', visit });
});
