import type { Line } from '$lib/domain/prescription';
import { damaged, newer } from './code-error';

/**
 * The typed code: for a plan made of catalogue items alone, read from paper and typed by hand. It uses the 32
 * characters of Crockford's base 32: no I, L, O or U; when one of these is typed, it is read as the character it
 * resembles.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const lookAlike: Record<string, string> = { I: '1', L: '1', O: '0', U: 'V' };
/** The first character says which form it is, so that later forms can use others. */
const forms = { plan: 1, die: 2 } as const;
type TypedForm = keyof typeof forms;
/** A prime, so that one wrong character or two swapped ones are always detected. */
const prime = 1021;
/** Habit items are 100 to 611 and activities 1000 to 1511, which fits in ten bits: two characters each. */
const firstItem = 100;
const firstActivity = 1000;
const half = 512;
/** Habit items never appear on a die, so rest uses the place of the first one. */
const restPlace = 0;
/** On a die, in place of a catalogue number. */
export const typedRest = 'rest';
const groupOf = 4;

/** Nobody types more items than this. */
export const mostTyped = 12;

function placeOf(number: number): number | undefined {
	if (number >= firstItem && number < firstItem + half) return number - firstItem;
	if (number >= firstActivity && number < firstActivity + half) return half + number - firstActivity;
	return undefined;
}

function codeAt(place: number): number {
	return place < half ? firstItem + place : firstActivity + place - half;
}

/** Weighs each character by its position, counted from 1. */
function checksum(values: readonly number[]): number {
	return values.reduce((sum, value, index) => (sum + (value + 1) * (index + 1)) % prime, 0);
}

/** Ten bits as two characters. */
const pair = (value: number): [number, number] => [value >> 5, value & 31];

/**
 * @param numbers catalogue numbers of the items, in the order of the plan
 * @returns groups of four, '1A2B-3C4D-5'; undefined when there are none, too many, or one out of range
 */
export function typedCodeOf(numbers: readonly number[]): string | undefined {
	if (numbers.length === 0 || numbers.length > mostTyped) return undefined;
	return written('plan', numbers.map(placeOf));
}

/** The same for a die: numbers of activities, and rest. Undefined when a face is out of range. */
export function typedDieOf(faces: readonly (number | typeof typedRest)[]): string | undefined {
	return written(
		'die',
		faces.map((face) => (face === typedRest ? restPlace : face < firstActivity ? undefined : placeOf(face)))
	);
}

function written(form: TypedForm, places: readonly (number | undefined)[]): string | undefined {
	const values: number[] = [forms[form]];
	for (const place of places) {
		if (place === undefined) return undefined;
		values.push(...pair(place));
	}
	const text = [...values, ...pair(checksum(values))].map((value) => alphabet[value]).join('');
	return text.match(new RegExp(`.{1,${groupOf}}`, 'g'))!.join('-');
}

/** Normalises what was typed: capitals, no gaps, look-alikes replaced. */
function meant(typed: string): string {
	return typed
		.toUpperCase()
		.replace(/[\s\-‐‑–—.·]/g, '')
		.replace(/[ILOU]/g, (char) => lookAlike[char]!);
}

/** Whether this could be a typed code, rather than a link. */
export function looksTyped(text: string): boolean {
	const tidy = meant(text);
	return tidy.length <= 1 + 2 * mostTyped + 2 && new RegExp(`^[${alphabet}]+$`).test(tidy);
}

/**
 * The catalogue numbers of the items, in the order of the plan.
 * @throws CodeError
 */
export function readTypedCode(typed: string): number[] {
	return readPlaces(typed, 'plan').map(codeAt);
}

/**
 * The faces of a die: numbers of activities, and rest.
 * @throws CodeError
 */
export function readTypedDie(typed: string): (number | typeof typedRest)[] {
	return readPlaces(typed, 'die').map((place) => {
		if (place === restPlace) return typedRest;
		if (place < half) throw damaged('a habit is no face');
		return codeAt(place);
	});
}

/** Whether the first character is that of a typed die. */
export function looksLikeDie(typed: string): boolean {
	return meant(typed).startsWith(String(forms.die));
}

function readPlaces(typed: string, form: TypedForm): number[] {
	const values = [...meant(typed)].map((char) => alphabet.indexOf(char));
	if (values.length < 5 || values.includes(-1)) throw damaged('no typed code');
	const sum = values.splice(-2);
	if (checksum(values) !== sum[0]! * 32 + sum[1]!) throw damaged('checksum');
	if (values[0] !== forms[form]) throw newer('a typed code of another form');
	if (values.length % 2 === 0 || values.length > 1 + 2 * mostTyped) throw damaged('length');
	return values
		.slice(1)
		.flatMap((value, index, all) => (index % 2 === 0 ? [value * 32 + all[index + 1]!] : []));
}

/** Whether a line is exactly as the catalogue suggests it, so that a typed code loses nothing of it. */
export function isPlain(line: Line, suggested: Line | undefined): boolean {
	return (
		suggested !== undefined &&
		!line.words &&
		!line.detail &&
		!line.tiny &&
		!line.reason &&
		!line.isSmall &&
		!line.petal &&
		line.moment === suggested.moment &&
		line.times === suggested.times &&
		JSON.stringify(line.frequency) === JSON.stringify(suggested.frequency)
	);
}
