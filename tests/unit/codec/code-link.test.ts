import { describe, expect, test } from 'vitest';
import { isCodeError } from '$lib/codec/code-error';
import { linkTo, longestPayload, payloadOf, payloadsIn, unpackPayload } from '$lib/codec/code-link';

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
	])('in "%s"', (text) => expect(payloadsIn(text)[0]).toBe(payload));

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
	])('not in "%s"', (text) => expect(payloadsIn(text)).toEqual([]));
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

describe('a link as mail and chat bring it', () => {
	const code = '1AAECA_oAAECA-b9';
	const link = `https://envol.example/fr/receive/#${code}`;
	const packed = encodeURIComponent(link);
	test.each([
		...['.', ',', ';', ')', '>', '»', ' »', '’', '”', '"', '!', '?', ').', '*'].map((char) => link + char),
		`<${link}>`,
		`« ${link} »`,
		`(${link})`,
		`[ma prescription](${link})`,
		`https://envol.example/fr/receive/?fbclid=IwAR0x_y#${code}`,
		`https://envol.example/fr/receive/?utm_source=mail&amp;utm_medium=x#${code}`,
		`https://envol.example/fr/receive#${code}`,
		`https://envol.example/fr/receive/%23${code}`,
		`https://envol.example/fr/receive/&#35;${code}`,
		`HTTPS://ENVOL.EXAMPLE/FR/RECEIVE/#${code}`,
		`http://envol.example/fr/receive/#${code}`,
		`https://envol.example/fr/receive/#1AAE=\r\nCA_oAAECA-b9`,
		`https://envol.example/fr/receive/#1AAE\r\n  CA_oAAECA-b9`,
		`https://envol.example/fr/receive/#1AAE\u00adCA_oA\u200bAECA-b9`,
		`https://can01.safelinks.protection.outlook.com/?url=${packed}&data=05%7C02%7Ca&reserved=0`,
		`https://can01.safelinks.protection.outlook.com/?url=${packed}&amp;data=05&amp;reserved=0`,
		`https://www.google.com/url?q=${packed}&sa=D&ust=1`,
		`https://l.facebook.com/l.php?u=${encodeURIComponent(packed)}`,
		`Bonjour,\nvoici ma prescription : ${link}`
	])('is read: %s', (text) => expect(payloadsIn(text)[0]).toBe(code));

	test.each([
		`${link}\nMerci`,
		`Bonjour\n${link} à demain`,
		`${link}\n\nMerci\nLéa`,
		`Voici ${link}, dis-moi.`
	])('is among what is tried, with words behind it: %j', (text) => expect(payloadsIn(text)).toContain(code));
});
