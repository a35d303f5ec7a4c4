import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneLine, parsePhone, remarkOn, smsHref, telHref } from '$lib/domain/phone';
import { tidyWords } from '$lib/domain/tidy-words';

// one case a line, to be read as a table
// prettier-ignore
const written: [typed: string, dials: string][] = [
	// here
	['514-555-0199', '5145550199'],
	['514 555-0199', '5145550199'],
	['5145550199', '5145550199'],
	['(514) 555-0199', '5145550199'],
	['(514)555-0199', '5145550199'],
	['514.555.0199', '5145550199'],
	['514 555 01 99', '5145550199'],
	['51 45 55 01 99', '5145550199'],
	['514/555-0199', '5145550199'],
	['514 - 555 - 0199', '5145550199'],
	['1 514 555-0199', '15145550199'],
	['1-800-668-6868', '18006686868'],
	['1 (800) 668-6868', '18006686868'],
	['+1 514 555 0199', '+15145550199'],
	['+1 (514) 555-0199', '+15145550199'],
	['+1.514.555.0199', '+15145550199'],
	['+1514-555-0199', '+15145550199'],
	['555-0199', '5550199'],
	['310-6789', '3106789'],
	['811', '811'],
	['9-8-8', '988'],
	['9 1 1', '911'],
	['535353', '535353'],
	['686868', '686868'],
	// as it is pasted
	['514\u00a0555\u20110199', '5145550199'],
	['514\u202f555\u20130199', '5145550199'],
	['514\u2009555\u22120199', '5145550199'],
	['\u200b514 555-0199\u200b', '5145550199'],
	['\u202a514 555-0199\u202c', '5145550199'],
	['\u200e+1 514\u2060 555-0199\ufeff', '+15145550199'],
	['514\u00ad555\u00ad0199', '5145550199'],
	['tel:514-555-0199', '5145550199'],
	['tel:+15145550199', '+15145550199'],
	['tel:%2B1514%20555-0199', '+15145550199'],
	['callto:5145550199', '5145550199'],
	['<tel:5145550199>', '5145550199'],
	['« 514 555-0199 »', '5145550199'],
	['"514 555-0199"', '5145550199'],
	['514 555-0199.', '5145550199'],
	['514 555-0199,', '5145550199'],
	['\t514 555-0199\n', '5145550199'],
	['☎ 514 555-0199', '5145550199'],
	['📞514 555-0199', '5145550199'],
	// with what kind of line it is
	['Tél. : 514 555-0199', '5145550199'],
	['tél 514 555-0199', '5145550199'],
	['Phone: 514 555-0199', '5145550199'],
	['cell 514 555-0199', '5145550199'],
	['514 555-0199 (cell)', '5145550199'],
	['514 555-0199 cellulaire', '5145550199'],
	['514 555-0199 maison', '5145550199'],
	['Bureau : 514 555-0199', '5145550199'],
	['No de téléphone'.replace(' de ', ' ') + ' 514 555-0199', '5145550199'],
	// with an extension
	['514 555-0199, poste : 1234', '5145550199,1234'],
	['514 555-0199, poste 1234', '5145550199,1234'],
	['514 555-0199 poste 1234', '5145550199,1234'],
	['514 555-0199 POSTE 1234', '5145550199,1234'],
	['514 555-0199 (poste 1234)', '5145550199,1234'],
	['514 555-0199 p. 1234', '5145550199,1234'],
	['514 555-0199 p 1234', '5145550199,1234'],
	['514-555-0199 ext. 42', '5145550199,42'],
	['514-555-0199 ext 42', '5145550199,42'],
	['514-555-0199 Ext: 42', '5145550199,42'],
	['514-555-0199 extension 42', '5145550199,42'],
	['514-555-0199x42', '5145550199,42'],
	['514-555-0199 x 42', '5145550199,42'],
	['514 555 0199, #42', '5145550199,42'],
	['514 555-0199 # 42', '5145550199,42'],
	['514 555-0199 - poste 42', '5145550199,42'],
	['514 555-0199, local 42', '5145550199,42'],
	['514 555-0199, option 2', '5145550199,2'],
	['514 555-0199 (bureau), poste 12', '5145550199,12'],
	['tel:+15145550199;ext=42', '+15145550199,42'],
	['5145550199,,42#', '5145550199,42'],
	['5145550199,42', '5145550199,42'],
	['5145550199;42', '5145550199,42'],
	['5145550199p42', '5145550199,42'],
	['+33 (0)1 42 68 53 00 poste 7', '+33142685300,7'],
	// in another script
	['５１４－５５５－０１９９', '5145550199'],
	['＋１ ５１４ ５５５ ０１９９', '+15145550199'],
	['٥١٤ ٥٥٥-٠١٩٩', '5145550199'],
	['۵۱۴ ۵۵۵ ۰۱۹۹', '5145550199'],
	['५१४ ५५५ ०१९९', '5145550199'],
	['5️⃣1️⃣4️⃣ 555-0199', '5145550199'],
	// abroad
	['+33 (0)1 42 68 53 00', '+33142685300'],
	['+33(0)142685300', '+33142685300'],
	['+33 01 42 68 53 00', '+33142685300'],
	['+33 1 42 68 53 00', '+33142685300'],
	['(+33) 1 42 68 53 00', '+33142685300'],
	['+ 33 1 42 68 53 00', '+33142685300'],
	['++33 1 42 68 53 00', '+33142685300'],
	['00 33 1 42 68 53 00', '+33142685300'],
	['0033142685300', '+33142685300'],
	['00 33 (0)1 42 68 53 00'.replace('(0)', ''), '+33142685300'],
	['011 33 1 42 68 53 00', '+33142685300'],
	['011-33-1-42-68-53-00', '+33142685300'],
	['01133142685300', '+33142685300'],
	['+00 33 1 42 68 53 00', '+33142685300'],
	['0011 33 1 42 68 53 00', '+33142685300'],
	['01 42 68 53 00', '0142685300'],
	['01.42.68.53.00', '0142685300'],
	['+44 (0) 20 7946 0018', '+442079460018'],
	['+44 020 7946 0018', '+442079460018'],
	['020 7946 0018', '02079460018'],
	['0113 496 0000', '01134960000'],
	['+49 (0) 30/123456', '+4930123456'],
	['030/1234567', '0301234567'],
	['+36 (06) 1 234 5678', '+3612345678'],
	['+370 (8) 5 212 3456', '+37052123456'],
	['+39 06 1234 5678', '+390612345678'],
	['+225 07 12 34 56 78', '+2250712345678'],
	['+229 01 97 12 34 56', '+2290197123456'],
	['+213 (0) 551 23 45 67', '+213551234567'],
	['+509 34 10 1234', '+50934101234'],
	['+961 3 123 456', '+9613123456'],
	['+52 55 1234 5678', '+525512345678'],
	['+91 98765 43210', '+919876543210'],
	// letters
	['1-866-APPELLE', '18662773553'],
	['1 866 APPELLE', '18662773553'],
	['1-866-appelle', '18662773553'],
	['1 866 APPELLE (277-3553)', '18662773553'],
	['1 866 APPELLE (1 866 277-3553)', '18662773553'],
	['1-800-GO-FEDEX', '18004633339'],
	['(888) 555-HELP', '18885554357'],
	// two of them: the first, and it is said
	['514 555-0199 ou 438 555-0123', '5145550199'],
	['514 555-0199 or 438 555-0123', '5145550199'],
	['514 555-0199/438 555-0123', '5145550199'],
	['514 555-0199, 438 555-0123', '5145550199'],
	['555-0199 / 555-0123', '5550199'],
	['514 555-0199 poste 12, 438 555-0123', '5145550199,12']
];

/** Not sure: kept and shown, but nothing is dialled. */
const unsure = [
	'', ' ', '12', '+', 'x42', 'poste 1234', 'Léa', 'ask at the counter', 'demander au comptoir', 'javascript:1',
	'*21*555#', '*67 514 555-0199', '514;555', '5+145550123', '514-555-01234', '51455501991', '33142685300',
	'1234567890123456', '514 555-0199 438 555-0123', '514 555-0199 poste 12 ou 14', '514 555-0199 après 18 h',
	'+1 514 555 019', '+1 514 555 01999', '+0 514 555 0199', '+33 1', '1 866 APPELLE (277-3554)', '514 BONJOUR',
	'514 555-0199 ou 0123', 'https://example.org/5145550199', '½514 555-0199', '12:30', '555-9199 24/7', '514 555-9199 24/7', '555-9199 123', '514 555-0199, 24/7'
]; // prettier-ignore

describe('a number as a person types it', () => {
	it.each(written)('dials “%s” as %s', (typed, dials) => expect(telHref(typed)).toBe(`tel:${dials}`));

	it('dials the same of a number that was kept as of one just typed', () => {
		for (const [typed, dials] of written) expect(telHref(tidyWords(typed, 60))).toBe(`tel:${dials}`);
	});

	it.each(unsure)('makes no link of “%s”', (typed) => {
		expect(telHref(typed)).toBeUndefined();
		expect(smsHref(typed)).toBeUndefined();
		expect(remarkOn(typed)).toMatch(/^(?:not-a-number|odd)$/);
	});

	it('sends a text message to the number, not to its extension', () => {
		expect(smsHref('514 555-0199 poste 12')).toBe('sms:5145550199');
	});

	it('says something kind about a number that may cost money, lacks its area, looks odd, or is one of two', () => {
		expect(remarkOn('1-900-555-0123')).toBe('costly');
		expect(remarkOn('514-976-0123')).toBe('costly');
		expect(remarkOn('555-0123')).toBe('no-area');
		expect(remarkOn('114-555-0123')).toBe('odd');
		expect(remarkOn('514-555-01234')).toBe('odd');
		expect(remarkOn('514 555-0199 ou 438 555-0123')).toBe('first-of-two');
	});

	it.each(['514-555-0123', '1-800-668-6868', '988', '310-6789', '+33 1 23 45 67 89', '01 23 45 67 89'])(
		'has nothing to say about %s',
		(typed) => expect(remarkOn(typed)).toBeUndefined()
	);

	const pieces = fc.constantFrom(
		...'0123456789+-(). /,;#*xp', ' ou ', ' poste ', 'ext. ', '(0)', '00', '011', 'tel:', '\u200b', '٥', '５', 'é', 'APPELLE'
	); // prettier-ignore

	it('dials nothing but digits, a plus before them and a pause, whatever is typed', () => {
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
				const href = telHref(parts.join(''));
				if (href !== undefined) expect(href).toMatch(/^tel:\+?\d{3,15}(?:,\d{1,7})?$/);
			})
		);
	});

	it('dials every digit that was typed and no other, in their order, whatever stands between them', () => {
		const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011', ' - ', '\u200b', '\u202f');
		fc.assert(
			fc.property(
				fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/),
				fc.array(gap, { minLength: 10, maxLength: 10 }),
				(digits, gaps) => {
					// '555-0199 123' is a number here, and something behind it
					fc.pre(/[^\u200b]/.test(gaps[5]!) || !/[^\u200b]/.test(gaps[6]!));
					const typed = [...digits].map((digit, i) => digit + (i < 9 ? gaps[i]! : '')).join('');
					expect(parsePhone(typed)).toEqual({ dial: digits });
					expect(telHref(`${typed}, poste ${digits.slice(0, 4)}`)).toBe(
						`tel:${digits},${digits.slice(0, 4)}`
					);
					expect(telHref(`+1 ${typed}`)).toBe(`tel:+1${digits}`);
				}
			)
		);
	});

	it('keeps the digits of a number together on paper, and lets the words around it go to the next line', () => {
		expect(inOneLine('+33 1 42 68 53 00')).toBe('+33\u00a01\u00a042\u00a068\u00a053\u00a000');
		expect(inOneLine('1 (514) 555-0123, poste 4')).toBe('1\u00a0(514)\u00a0555-0123, poste 4');
		expect(inOneLine('demander Zoé')).toBe('demander Zoé');
		expect(inOneLine(undefined)).toBeUndefined();
	});

	it('never joins two numbers into one', () => {
		const seven = fc.stringMatching(/^[2-9]\d{6}$/);
		const between = fc.constantFrom(' ou ', ' or ', '/', ' / ', ', ', '; ', ' et ', ' & ', ' | ', ' ');
		fc.assert(
			fc.property(seven, seven, between, (one, other, char) => {
				const dial = parsePhone(one + char + other)?.dial;
				expect([undefined, one]).toContain(dial);
			})
		);
	});

	it('writes the words of a text message so that none of them can become a part of the address', () => {
		expect(smsHref('514-555-0123', 'Ça ne va pas. Peux-tu rester avec moi? & 1+1')).toBe(
			'sms:5145550123?&body=%C3%87a%20ne%20va%20pas.%20Peux-tu%20rester%20avec%20moi%3F%20%26%201%2B1'
		);
		expect(smsHref('514-555-0123')).toBe('sms:5145550123');
	});
});
