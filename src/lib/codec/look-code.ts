import {
	answers,
	answersOf,
	lookIds,
	statementsOf,
	type Answer,
	type AnsweredForm,
	type LookSheet
} from '$lib/domain/self-look';
import { fieldsOf, listOf, oneOf } from '$lib/domain/parse';
import { createReader, fromBase64url, toBase64url, withChecksum, withoutChecksum } from './bytes';
import { damaged, isCodeError, newer } from './code-error';

/** In the order of their bytes. */
const forms: readonly AnsweredForm[] = ['practice', 'services'];
const bitsOfOne = 3;
/** No answer is 0, the answers follow: there is room for two more. */
const none = 0;

const start = 'look';
const version = '1';

/**
 * The answers of one person as a short text, to hand on as a code or in a message: 'look1' and base64url of the form (a byte),
 * the id (three bytes, the high one first), three bits for each statement in order, and a CRC-16 over all of it.
 */
export function lookCode({ id, form, answers: given }: LookSheet): string {
	const bytes = [forms.indexOf(form), (id >> 16) & 255, (id >> 8) & 255, id & 255];
	let [held, bits] = [0, 0];
	for (const statement of statementsOf(form)) {
		const answer = given[statement];
		held = (held << bitsOfOne) | (answer ? answers.indexOf(answer) + 1 : none);
		bits += bitsOfOne;
		if (bits < 8) continue;
		bits -= 8;
		bytes.push((held >> bits) & 255);
		held &= (1 << bits) - 1;
	}
	if (bits > 0) bytes.push((held << (8 - bits)) & 255);
	return start + version + toBase64url(withChecksum(Uint8Array.from(bytes)));
}

/** The link whose page opens with these answers. @param site scheme and host, without a slash at the end */
export function lookLink(site: string, lang: string, sheet: LookSheet): string {
	return `${site}/${lang}/practice/#${lookCode(sheet)}`;
}

/** @throws CodeError when it is damaged */
function readOne(payload: string): LookSheet {
	const reader = createReader(withoutChecksum(fromBase64url(payload)));
	const form = forms[reader.byte()];
	if (!form) throw newer('another form');
	const id = (reader.byte() << 16) | (reader.byte() << 8) | reader.byte();
	if (id >= lookIds) throw damaged('no id');
	const given: Record<string, Answer> = {};
	let [held, bits] = [0, 0];
	for (const statement of statementsOf(form)) {
		if (bits < bitsOfOne) {
			held = (held << 8) | reader.byte();
			bits += 8;
		}
		bits -= bitsOfOne;
		const place = (held >> bits) & 7;
		held &= (1 << bits) - 1;
		if (place === none) continue;
		const answer = answers[place - 1];
		if (!answer) throw newer('another answer');
		given[statement] = answer;
	}
	if (held !== 0 || !reader.isAtEnd()) throw damaged('bits left over');
	return { id, form, answers: answersOf(form, given) };
}

/** A file of one set of answers, or of a whole team's. */
export function lookFile(sheets: readonly LookSheet[]): string {
	return `${JSON.stringify({ envol: 'answers', version: Number(version), sheets }, undefined, '\t')}\n`;
}

const mostSheets = 200;
const longestText = 400_000;

function fromFile(text: string): LookSheet[] {
	const given = fieldsOf(JSON.parse(text) as unknown);
	if (given.envol !== 'answers') throw damaged('another file');
	if (given.version !== Number(version)) throw newer('another version');
	return listOf(
		given.sheets,
		(one) => {
			const { id, form, answers: those } = fieldsOf(one);
			const known = oneOf(forms, form);
			if (!known || !Number.isInteger(id) || (id as number) < 0 || (id as number) >= lookIds)
				return undefined;
			return { id: id as number, form: known, answers: answersOf(known, those) };
		},
		mostSheets
	);
}

/**
 * Every set of answers in a text: a file that was saved, or codes and links among other words.
 * @throws CodeError when there is none, 'newer' when a newer Envol made it
 */
export function readLooks(text: string): LookSheet[] {
	if (text.length > longestText) throw damaged('too long');
	if (text.trimStart().startsWith('{'))
		try {
			const sheets = fromFile(text);
			if (sheets.length > 0) return sheets;
			throw damaged('nobody in it');
		} catch (error) {
			throw isCodeError(error) ? error : damaged('no file of ours');
		}
	const found = [...text.matchAll(/look(\d)([\w-]+)/g)].slice(0, mostSheets);
	if (found.length === 0) throw damaged('no code');
	return found.map(([, made, payload]) => {
		if (made !== version) throw newer('another version');
		return readOne(payload!);
	});
}
