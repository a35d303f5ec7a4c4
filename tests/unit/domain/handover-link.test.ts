import { describe, expect, test } from 'vitest';
import { isCodeError } from '$lib/domain/handover-error';
import { linkTo, longestPayload, payloadIn, payloadOf, unpackPayload } from '$lib/domain/handover-link';

const bytes = Uint8Array.from([1, 2, 3, 250]);
const stored = payloadOf({ packing: 'stored', bytes });

function troubleOf(payload: string): string {
	try {
		unpackPayload(payload);
	} catch (error) {
		return isCodeError(error) ? error.trouble : String(error);
	}
	return 'none';
}

test('what is packed is unpacked, and says how', () => {
	expect(stored).toBe('1AAECA_o');
	for (const packing of ['stored', 'deflated'] as const)
		expect(unpackPayload(payloadOf({ packing, bytes }))).toEqual({ packing, bytes });
});

test('the plan stands behind the # alone, so that no host ever sees it', () => {
	const url = new URL(linkTo('https://envol.example', 'fr', stored));
	expect(url.pathname + url.search).toBe('/fr/receive/');
	expect(url.hash).toBe(`#${stored}`);
});

describe('a payload is found', () => {
	const payload = '1AAECA_oAAECA';
	test.each([
		`https://envol.example/en/receive/#${payload}`,
		`https://a-clinic.example/fr/receive/#${payload}`,
		`http://127.0.0.1:4173/fr/receive#${payload}`,
		`Here it is: https://envol.example/en/receive/#${payload}`,
		`https://envol.example/en/receive/#1AAE\n CA_oAA\r\nECA`,
		payload,
		` ${payload}\n`
	])('in "%s"', (text) => expect(payloadIn(text)).toBe(payload));

	test.each([
		'',
		'https://envol.example/en/receive/',
		'https://envol.example/en/help/#1AAECA_oAAECA',
		'https://envol.example/de/receive/#1AAECA_oAAECA',
		'https://envol.example/en/receive/#1AAE<b>',
		'https://envol.example/en/receive/#1AAE%41%41%41',
		'javascript:alert(1)',
		'tel:+19005550199',
		'I want to bring my plan to this phone',
		'bonjour'
	])('not in "%s"', (text) => expect(payloadIn(text)).toBeUndefined());
});

test('another version, or another way of packing, is newer', () => {
	expect(troubleOf(`2${stored.slice(1)}AAAAAA`)).toBe('newer');
	expect(troubleOf(`Z${stored.slice(1)}AAAAAA`)).toBe('newer');
	expect(troubleOf('1AgAA')).toBe('newer');
});

test.each(['', '1', '0AAECA_o', '1A', '1AA=', `1${'A'.repeat(longestPayload * 2)}`])(
	'"%s" is damaged',
	(payload) => expect(troubleOf(payload)).toBe('damaged')
);
