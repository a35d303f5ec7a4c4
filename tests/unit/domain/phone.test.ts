import { describe, expect, it } from 'vitest';
import { parsePhone, remarkOn, smsHref, telHref } from '$lib/domain/phone';

describe('a number as a person types it', () => {
	it.each([
		['514-555-0123', 'tel:5145550123'],
		['(514) 555.0123', 'tel:5145550123'],
		['+1 514 555 0123', 'tel:+15145550123'],
		['514\u00a0555\u20110123', 'tel:5145550123'],
		['811', 'tel:811'],
		['+33 1 23 45 67 89', 'tel:+33123456789']
	])('dials %s as %s', (typed, href) => expect(telHref(typed)).toBe(href));

	it.each(['514-555-0123 ext. 42', '514-555-0123 poste 42', '514 555 0123 x42', '514 555 0123, #42'])(
		'keeps the extension of %s apart from what is dialled',
		(typed) => expect(parsePhone(typed)).toEqual({ dial: '5145550123', extension: '42' })
	);

	it.each(['', '12', '1234567890123456', '*21*555#', 'Léa', '514;555', '+', 'javascript:1', '5+145550123'])(
		'makes no link of “%s”',
		(typed) => {
			expect(telHref(typed)).toBeUndefined();
			expect(smsHref(typed)).toBeUndefined();
			expect(remarkOn(typed)).toBe('not-a-number');
		}
	);

	it('says something kind about a number that may cost money, lacks its area, or looks odd', () => {
		expect(remarkOn('1-900-555-0123')).toBe('costly');
		expect(remarkOn('514-976-0123')).toBe('costly');
		expect(remarkOn('555-0123')).toBe('no-area');
		expect(remarkOn('114-555-0123')).toBe('odd');
		expect(remarkOn('514-555-01234')).toBe('odd');
	});

	it.each(['514-555-0123', '1-800-668-6868', '988', '310-6789', '+33 1 23 45 67 89', '01 23 45 67 89'])(
		'has nothing to say about %s',
		(typed) => expect(remarkOn(typed)).toBeUndefined()
	);

	it('writes the words of a text message so that none of them can become a part of the address', () => {
		expect(smsHref('514-555-0123', 'Ça ne va pas. Peux-tu rester avec moi? & 1+1')).toBe(
			'sms:5145550123?&body=%C3%87a%20ne%20va%20pas.%20Peux-tu%20rester%20avec%20moi%3F%20%26%201%2B1'
		);
		expect(smsHref('514-555-0123')).toBe('sms:5145550123');
	});
});
