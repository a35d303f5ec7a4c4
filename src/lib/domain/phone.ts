/** What can be dialled of a number as a person typed it. */
export interface Phone {
	/** Digits only, and a '+' before them where it was typed. */
	dial: string;
	/** As digits; told to the person, never dialled by itself. */
	extension?: string;
}

/** A kind remark on a number; it never stands in the way of keeping it. */
export type PhoneRemark = 'not-a-number' | 'no-area' | 'costly' | 'odd';

const extensionShape = /[\s,;]*(?:extension|ext\.?|poste|p\.|x|#)\s*(\d{1,7})$/i;

/** Reads a telephone number of 3 to 15 digits; undefined when it has another form. */
export function parsePhone(typed: string): Phone | undefined {
	const found = extensionShape.exec(typed.trim());
	const number = (found ? typed.trim().slice(0, found.index) : typed)
		.replace(/[\s\u00a0\u202f]+/g, ' ')
		.trim();
	if (!/^\+?[\d().\- \u2010\u2011\u2013]+$/.test(number)) return undefined;
	const digits = number.replace(/\D/g, '');
	if (digits.length < 3 || digits.length > 15) return undefined;
	return {
		dial: (number.startsWith('+') ? '+' : '') + digits,
		...(found && { extension: found[1]! })
	};
}

/** Undefined when there is nothing to say about it. */
export function remarkOn(typed: string): PhoneRemark | undefined {
	const phone = parsePhone(typed);
	if (!phone) return 'not-a-number';
	const { dial } = phone;
	// another country's ways of writing are its own
	if (/^(?:\+[^1]|0)/.test(dial)) return undefined;
	const local = dial.replace(/^(?:\+1|1(?=\d{10}$))/, '');
	// services of three digits and short codes are dialled as they are
	if (local.length < 7) return dial.startsWith('+') ? 'odd' : undefined;
	if (local.length === 7) return /^310/.test(local) ? undefined : 'no-area';
	if (local.length !== 10) return 'odd';
	if (/^900|^\d{3}976/.test(local)) return 'costly';
	return /^[2-9]\d{2}[2-9]/.test(local) ? undefined : 'odd';
}

/** What a telephone opens for this number; undefined where it cannot be dialled. */
export function telHref(typed: string | undefined): string | undefined {
	const phone = typed === undefined ? undefined : parsePhone(typed);
	return phone && `tel:${phone.dial}`;
}

/**
 * A text message with its words already written. `?&body=` is read by both iOS and Android. Nothing is ever sent by
 * itself.
 */
export function smsHref(typed: string | undefined, words?: string): string | undefined {
	const phone = typed === undefined ? undefined : parsePhone(typed);
	if (!phone) return undefined;
	return `sms:${phone.dial}${words ? `?&body=${encodeURIComponent(words)}` : ''}`;
}
