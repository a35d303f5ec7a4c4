/** The parts of a telephone number that can be dialled, as a person typed or pasted it. */
export interface Phone {
	/** Digits only, with a leading '+' when a country code was given. */
	dial: string;
	/** Digits that are dialled after a pause. */
	extension?: string;
	/** The text holds another number after this one. */
	isFirst?: true;
}

/** A kind remark about a number. It never prevents saving it. */
export type PhoneRemark = 'not-a-number' | 'no-area' | 'costly' | 'odd' | 'first-of-two';

/** A number with fewer digits than this is not a full national number. */
const fewestOfOne = 7;

/** Digits, spaces and dashes of any script as plain ASCII; invisible characters are removed. */
function asPlainChars(typed: string): string {
	return (
		typed
			.normalize('NFKC')
			.replace(/[\p{Cf}\p{M}]/gu, '')
			.replace(/[^\P{Nd}0-9]/gu, (char) => {
				const code = char.codePointAt(0)!;
				let zero = code;
				while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
				return String(code - zero);
			})
			.replace(/\s+/gu, ' ')
			.replace(/[\p{Pd}\u2212\u2043]/gu, '-')
			.replace(/[·•]/g, '.')
			// a link that was copied
			.replace(/^\W*(?:tel|callto|sms):(?:\/\/)?/i, '')
			.replace(/%2B/i, '+')
			.replace(/%20/g, ' ')
	);
}

const kindOfLine =
	'(?:num[eé]ro|no|n[o°]|t[eé]l(?:[eé]phone)?|(?:tele)?phone|call|appelez|cell?(?:ulaire|phone)?|mobile|home|maison|work|bureau|office|travail)\\.?';
const before = new RegExp(`^[^\\p{L}\\d+(]*(?:${kindOfLine}[ :.-]*)*`, 'iu');
const after = new RegExp(`(?:[ ,(-]+${kindOfLine}\\)?)?[^\\p{L}\\d)#]*$`, 'iu');
const extensionShape =
	/(?:[ ,;:.(-]*(?:extension|extn?|;ext=|poste|p|x|#|int(?:erne)?|local|option|opt|touche)[ .:#=°-]*|[,;pw]+)(\d{1,7})[)#]*$/i;
const between = / ?(?: ou | or | et | and |[/;,|&]) ?/i;
/** Country codes of one or two digits; all others have three. */
const shortCountry = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;
/** Countries where the 0 after the country code is part of the number. */
const keepsZero = /^(?:39|378|379|225|229|242)$/;

/**
 * The digits after '+', without a 0 that is only dialled inside that country; undefined when it cannot be a number.
 */
function abroad(digits: string): string | undefined {
	const country = shortCountry.exec(digits)?.[0] ?? digits.slice(0, 3);
	const rest = digits.slice(country.length);
	const own = keepsZero.test(country) ? rest : rest.replace(/^0/, '');
	if (country === '1' ? !/^[2-9]\d{9}$/.test(own) : country.startsWith('0') || own.length < 5)
		return undefined;
	return (country + own).length <= 15 ? `+${country}${own}` : undefined;
}

const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/**
 * Letters as digits, as in 1-866-APPELLE (277-3553): only toll-free numbers are written so, and digits in brackets
 * must match.
 */
function fromLetters(text: string): string | undefined {
	const [, head, word, said] =
		/^(?:\+?1[ .-]*)?\(?(8(?:00|[2-8]{2}))\)?[ .-]*((?=.*[a-z]{3})[a-z\d -]{7,12}?)(?: ?\(([\d .-]+)\))?$/i.exec(
			text
		) ?? [];
	const digits = word
		?.toLowerCase()
		.replace(/[ -]/g, '')
		.replace(/[a-z]/g, (letter) => String(2 + keys.findIndex((key) => key.includes(letter))));
	if (digits?.length !== fewestOfOne) return undefined;
	return !said || said.replace(/\D/g, '').endsWith(digits) ? `1${head}${digits}` : undefined;
}

function dialOf(text: string): string | undefined {
	if (/[a-z]/i.test(text)) return fromLetters(text);
	// '+33 (0)1', '(+33)', '+36 (06)'
	const number = text.replace(/^\( ?\+(\d+) ?\)/, '+$1').replace(/^(\+[ \d]*)\((?:0|06|8)\)/, '$1 ');
	if (!/^\+{0,2}[\d().\- /]+$/.test(number)) return undefined;
	const digits = number.replace(/\D/g, '');
	if (number.startsWith('+')) return abroad(digits.replace(/^0(?:0|11)/, ''));
	// the prefixes for calling abroad, from Canada and elsewhere
	const out = /^(?:0011(?=\d{9})|00(?=\d{8})|011(?=\d{10}))/.exec(digits)?.[0];
	if (out && (out !== '011' || digits.length > 13 || /^\(?011\b/.test(number)))
		return abroad(digits.slice(out.length));
	if (digits.length > 10 && !/^(?:0|1\d{10}$)/.test(digits)) return undefined;
	// '555-0199 24/7', '555-0199 123': a local number followed by something else
	if (
		/^\D*(?:\d\D*){6,}\//.test(number) ||
		(/^(?:\D*\d){5}\d\D*\d\D+(?:\d\D*){3}$/.test(number) && !/^(?:\D*\d){6}\D/.test(number))
	)
		return undefined;
	return digits.length >= 3 && digits.length <= 15 ? digits : undefined;
}

/** Reads one number with its extension; undefined when it has another form. */
function parseOne(text: string): Phone | undefined {
	const bare = text.replace(before, '').replace(after, '').trim();
	const found = extensionShape.exec(bare);
	// a number written in letters has no extension among them
	const main = found && dialOf(bare.slice(0, found.index).replace(before, '').replace(after, '').trim());
	if (main && main.length >= fewestOfOne) return { dial: main, extension: found[1]! };
	const dial = dialOf(bare);
	return dial ? { dial } : undefined;
}

/**
 * Reads a telephone number as people write and paste it, in Canada and abroad; undefined when it is not sure what to
 * dial. `libphonenumber-js` was tried: 26 kB, and it does not know « poste », letters, two numbers, 00 or short codes.
 */
export function parsePhone(typed: string): Phone | undefined {
	const text = asPlainChars(typed);
	const parts = text.split(between).filter((part) => /\d/.test(part));
	const each = parts.map(parseOne);
	const isFull = (one: Phone | undefined) => one && one.dial.length >= fewestOfOne;
	if (each.length > 1 && each.every(isFull)) return { ...each[0]!, isFirst: true };
	// one whole number, followed by what may be part of another, is not one longer number
	if (each.filter(isFull).length > 1) return undefined;
	return parseOne(text);
}

/** Undefined when there is nothing to remark. */
export function remarkOn(typed: string): PhoneRemark | undefined {
	const phone = parsePhone(typed);
	if (!phone) {
		const digits = asPlainChars(typed).replace(/[^\d+]/g, '');
		return /^\+?\d{8,15}$/.test(digits) ? 'odd' : 'not-a-number';
	}
	if (phone.isFirst) return 'first-of-two';
	const { dial } = phone;
	// other countries write numbers in their own ways
	if (/^(?:\+[^1]|0)/.test(dial)) return undefined;
	const local = dial.replace(/^(?:\+1|1(?=\d{10}$))/, '');
	// three-digit services and short codes are dialled as they are
	if (local.length < fewestOfOne) return undefined;
	if (local.length === fewestOfOne) return /^310/.test(local) ? undefined : 'no-area';
	if (local.length !== 10) return 'odd';
	if (/^900|^\d{3}976/.test(local)) return 'costly';
	return /^[2-9]\d{2}[2-9]/.test(local) ? undefined : 'odd';
}

/** The link that dials this number; undefined when it cannot be dialled. A comma waits two seconds. */
export function telHref(typed: string | undefined): string | undefined {
	const phone = typed === undefined ? undefined : parsePhone(typed);
	return phone && `tel:${phone.dial}${phone.extension ? `,${phone.extension}` : ''}`;
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

/** The number as typed, with no-break spaces, so that it never wraps on paper and nobody dials half of it. */
export function inOneLine(typed: string | undefined): string | undefined {
	return typed?.replace(/([\d)]) (?=[\d(])/g, '$1\u00a0');
}
