// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { openCode, typedCode, typedDie } from '$lib/app/sheet-code';
import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import type { Effort, Form } from '$lib/domain/activity';
import { writeBody } from '$lib/codec/sheet-code';
import { writeDie } from '$lib/codec/dice-code';
import { payloadOf } from '$lib/codec/code-link';
import { localDay } from '$lib/domain/local-day';
import type { SharedFace } from '$lib/domain/shared-die';
import { fromPlain, toPlain, type PlainPrescription } from '../../support/vectors';
import cleaned from '../../vectors/handover/cleaned.json';
import dice from '../../vectors/handover/dice.json';
import given from '../../vectors/handover/encode-and-decode.json';
import refused from '../../vectors/handover/refused.json';

interface Vector {
	name: string;
	prescription: PlainPrescription;
	/** As hex, its checksum last. */
	body: string;
	stored: string;
	deflated: string;
	typed?: string;
}
const vectors = given as unknown as Vector[];
const day = localDay('2026-11-21');
const open = (text: string) => openCode(text, 'en', day);

// the files are the contract: another program, or a later Envol, must agree with them to the byte
describe.each(vectors)('$name', ({ prescription: plain, body, stored, deflated, typed }) => {
	const prescription = fromPlain(plain);

	test('is written as the file says', () => {
		const bytes = writeBody(prescription, catalogueNumbers);
		expect(Buffer.from(bytes).toString('hex')).toBe(body);
		expect(payloadOf({ packing: 'stored', bytes })).toBe(stored);
		expect(typedCode(prescription)).toBe(typed);
		expect(toPlain(prescription)).toEqual(plain);
	});

	test('is read as the file says, stored or deflated', async () => {
		for (const payload of [stored, deflated])
			expect(await open(`https://envol.example/fr/receive/#${payload}`)).toEqual({
				kind: 'prescription',
				prescription
			});
	});

	test('is read on an old phone, which cannot unpack by itself', async () => {
		vi.stubGlobal('DecompressionStream', undefined);
		const opened = await open(`https://envol.example/fr/receive/#${deflated}`);
		vi.unstubAllGlobals();
		expect(opened).toEqual({ kind: 'prescription', prescription });
	});

	// short codes alone can be typed
	if (typed)
		test('is read when typed', async () => {
			const opened = await open(typed);
			expect(opened).toMatchObject({ kind: 'prescription', prescription: { lines: prescription.lines } });
		});
});

test.each(refused)('$name: $trouble', async ({ payload, trouble }) => {
	expect(await open(`https://envol.example/en/receive/#${payload}`)).toEqual({ kind: trouble });
});

test.each(cleaned)('$name', async ({ payload, words }) => {
	expect(await open(`https://envol.example/en/receive/#${payload}`)).toMatchObject({
		kind: 'prescription',
		prescription: { lines: [{ words }] }
	});
});

interface PlainFace {
	rest?: boolean;
	code?: number;
	words?: string;
	form?: string;
	effort?: number;
}

function faceFrom({ rest, code, words, form, effort }: PlainFace): SharedFace {
	if (rest) return { kind: 'rest' };
	if (words !== undefined) return { kind: 'own', words, form: form as Form, effort: effort as Effort };
	const found = catalogueNumbers.find(code!);
	return found ? { kind: 'activity', id: found.id } : { kind: 'unknown', number: code! };
}

describe.each(dice)('a die: $name', ({ die: plain, body, stored, deflated, typed }) => {
	const die = plain.map(faceFrom);

	test('is written as the file says', () => {
		const bytes = writeDie(die, catalogueNumbers);
		expect(Buffer.from(bytes).toString('hex')).toBe(body);
		expect(payloadOf({ packing: 'stored', bytes })).toBe(stored);
		expect(typedDie(die)).toBe(typed);
	});

	test('is read as the file says, stored, deflated or bare', async () => {
		for (const text of [
			stored,
			...[stored, deflated].map((each) => `https://envol.example/fr/receive/#${each}`)
		])
			expect(await open(text)).toEqual({ kind: 'die', die });
	});

	if (typed)
		test('is read when typed', async () => {
			for (const text of [typed, typed.toLowerCase().replaceAll('-', ' ')])
				expect(await open(text)).toEqual({ kind: 'die', die });
		});
});
