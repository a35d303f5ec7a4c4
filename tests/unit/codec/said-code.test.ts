// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSaidLink, openCode, openWhole } from '$lib/app/sheet-code';
import { payloadsIn } from '$lib/codec/code-link';
import { linkWithSaid, readSaid, readSaidBody, writeSaid, writeSaidBody } from '$lib/codec/said-code';
import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import { toBase64url, withChecksum } from '$lib/codec/bytes';
import { localDay } from '$lib/domain/local-day';
import { mostLines } from '$lib/domain/prescription';
import { longestSaid, saysSomething, stepWishes, type Said, type StepWish } from '$lib/domain/said';
import { tidyWords } from '$lib/domain/tidy-words';
import { aLine, anyPrescription, aPrescription } from '../../support/prescriptions';
import { runs } from '../../support/property-runs';
import vectors from '../../vectors/handover/said.json';

const site = 'https://envol.example';
const day = localDay('2026-11-21');
const anyWish = fc.option(fc.constantFrom<StepWish>(...stepWishes), { nil: undefined });
const anySaid: fc.Arbitrary<Said> = fc
	.record({
		wishes: fc.array(anyWish, { maxLength: mostLines }),
		words: fc.option(fc.string({ unit: 'grapheme', maxLength: longestSaid }), { nil: undefined })
	})
	.map(({ wishes, words }) => {
		const tidy = tidyWords(words, longestSaid);
		return { wishes, ...(tidy && { words: tidy }) };
	});
const marked = (said: Said) => `&said=${writeSaid(said)}`;
const made = (bytes: number[]) => `&said=${toBase64url(withChecksum(Uint8Array.from(bytes)))}`;

describe.each(vectors)('$name', ({ payload, wishes, words, said, link }) => {
	const says: Said = {
		wishes: wishes.map((wish) => (wish as StepWish | null) ?? undefined),
		...(words && { words })
	};
	test('is written and read as the file says', () => {
		expect(writeSaid(says)).toBe(said);
		expect(linkWithSaid(site, 'fr', payload, says)).toBe(link);
		expect(readSaid(link, wishes.length)).toEqual(says);
	});
	test('is a plan, whole, to a reader from before: in its link, and in what stands after #', async () => {
		for (const text of [link, link.slice(link.indexOf('#') + 1), link.replace('%23', '#')])
			expect(payloadsIn(text)).toEqual([payload]);
		expect(await openCode(link, 'fr', day)).toMatchObject({ kind: 'prescription', said: says });
	});
});

test('whatever is said comes out as it went in, and only with a plan of as many lines', () => {
	fc.assert(
		fc.property(anySaid, (said) => {
			const read = readSaid(marked(said), said.wishes.length);
			expect(read).toEqual(saysSomething(said) ? said : undefined);
			expect(readSaid(marked(said), said.wishes.length + 1)).toBeUndefined();
		})
	);
});

test('the plan comes out the same with it and without it', async () => {
	await fc.assert(
		fc.asyncProperty(anyPrescription, fc.array(anyWish), async (prescription, wishes) => {
			const said = { wishes: prescription.lines.map((_, i) => wishes[i]), words: 'Le soir, c’est long' };
			const { link } = await makeSaidLink(prescription, said, 'fr', site);
			expect(await openCode(link, 'en', day)).toEqual({ kind: 'prescription', prescription, said });
			const alone = await makeSaidLink(prescription, { wishes: [] }, 'fr', site);
			expect(await openCode(alone.link, 'en', day)).toEqual({ kind: 'prescription', prescription });
		}),
		{ numRuns: runs(40) }
	);
});

test('what is damaged, newer or made to harm says nothing, and the plan is read all the same', async () => {
	const prescription = aPrescription({ lines: [aLine({ words: 'Walk' }), aLine({ words: 'Eat' })] });
	const { link } = await makeSaidLink(prescription, { wishes: [] }, 'en', site);
	const payload = link.slice(link.indexOf('#') + 1);
	const good = writeSaid({ wishes: ['suits', 'change'], words: 'Hello' });
	const text = (words: string) => [words.length, ...Buffer.from(words)];
	const hostile = [
		'&said=',
		`&said=${good.slice(0, -3)}`,
		`&said=${good}AAAA`,
		`&said=x${good.slice(1)}`,
		`&said=${'A'.repeat(5000)}`,
		// another form, another plan, a wish for a line that is not there, nothing said, more than there should be
		made([1, 2, 1, ...text('Hi')]),
		made([0, 3, 1, ...text('Hi')]),
		made([0, 2, 16, ...text('Hi')]),
		made([0, 2, 0, 0]),
		made([0, 2, 1, ...text('Hi'), 7]),
		// too long, no UTF-8, a length past the end, nothing to see
		made([0, 2, 1, 121, ...Buffer.from('x'.repeat(121))]),
		made([0, 2, 1, 2, 0xff, 0xfe]),
		made([0, 2, 1, 90, 65]),
		made([0, 2, 0, ...text('\u0001\u0002')])
	];
	for (const end of hostile) {
		const opened = await openCode(`${site}/en/prescribe/#/en/prescribe/%23${payload}${end}`, 'en', day);
		expect(opened, end.slice(0, 60)).toEqual({ kind: 'prescription', prescription });
	}
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (bytes, lines) => {
			readSaid(`&said=${toBase64url(withChecksum(bytes))}`, lines);
			readSaid(`&said=${toBase64url(bytes)}`, lines);
		})
	);
});

test('text stays text: marks that hide or turn it are gone, and so are line breaks', () => {
	const words = 'Call\u202e 911\nnow';
	const bytes = Buffer.from(words);
	expect(readSaid(made([0, 0, bytes.length, ...bytes]), 0)).toEqual({ wishes: [], words: 'Call 911 now' });
});

test('a mail program and a gateway may write the link in their way', () => {
	const said: Said = { wishes: ['smaller'], words: 'Moins' };
	const link = linkWithSaid(site, 'fr', '1AWNmuCLMAAUBgQA', said);
	for (const sent of [link.replace('&', '&amp;'), encodeURIComponent(link), `${link}\n`])
		expect(readSaid(sent, 1)).toEqual(said);
});

describe('a plan and what is said of it in one body', () => {
	test('come back as they were', () => {
		fc.assert(
			fc.property(anyPrescription, fc.array(anyWish), (prescription, some) => {
				const said = { wishes: prescription.lines.map((_, i) => some[i]), words: 'Le soir, c’est long' };
				const body = writeSaidBody(prescription, said, catalogueNumbers);
				expect(readSaidBody(body, catalogueNumbers)).toEqual({ prescription, said });
			}),
			{ numRuns: runs(100) }
		);
	});

	test('are these bytes, for ever', () => {
		const prescription = aPrescription({ lines: [aLine({ words: 'Walk' }), aLine({ words: 'Eat' })] });
		const body = writeSaidBody(prescription, { wishes: ['suits', 'change'], words: 'Hi' }, catalogueNumbers);
		expect(Buffer.from(body).toString('hex')).toMatchInlineSnapshot(
			`"0400200000d413000202030457616c6b0401020303456174040100000000000000659900020d0248696afb"`
		);
	});

	test('are refused where a bit is turned, an end is missing or the counts differ', async () => {
		const prescription = aPrescription({ lines: [aLine({ words: 'Walk' })] });
		const body = writeSaidBody(prescription, { wishes: ['suits'] }, catalogueNumbers);
		const opened = (bytes: Uint8Array) => openWhole(Uint8Array.from([0, ...bytes]));
		expect((await opened(body)).kind).toBe('prescription');
		for (let at = 0; at < body.length; at++) {
			const turned = body.slice();
			turned[at]! ^= 1;
			expect(['damaged', 'newer'], String(at)).toContain((await opened(turned)).kind);
			expect(['damaged', 'newer'], String(at)).toContain((await opened(body.slice(0, at))).kind);
		}
		for (const wishes of [[], ['suits', 'suits']] as const)
			expect(await opened(writeSaidBody(prescription, { wishes, words: 'Hi' }, catalogueNumbers))).toEqual({
				kind: 'damaged'
			});
	});
});
