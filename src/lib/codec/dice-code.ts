import { efforts, forms } from '$lib/domain/activity';
import { faceCount } from '$lib/domain/die';
import { pick, readCatalogueNumber, words, type CatalogueNumbers } from './sheet-code';
import { createReader, createWriter, withChecksum, withoutChecksum, type Reader, type Writer } from './bytes';
import { damaged, newer } from './code-error';
import { faceKey, type SharedDie, type SharedFace } from '$lib/domain/shared-die';

/** Byte by byte: docs/the-code.md. Kind 1 is never used: old readers and their vectors call it newer. */
const dieKind = 2;
/** Face numbers below those of the catalogue. */
const ownFace = 0;
const restFace = 1;

/** Whether the first byte of this body says that it is a die. */
export function isDieBody(bytes: Uint8Array): boolean {
	return bytes[0] === dieKind;
}

function writeFace(out: Writer, face: SharedFace, numbers: CatalogueNumbers): void {
	if (face.kind === 'rest') out.number(restFace);
	else if (face.kind === 'unknown') out.number(face.number);
	else if (face.kind === 'activity') {
		const number = numbers.numberOf(face.id);
		if (number === undefined) throw new RangeError(`no number for ${face.id}`);
		out.number(number);
	} else {
		out.number(ownFace);
		out.byte(forms.indexOf(face.form) | (face.effort << 2));
		out.text(face.words);
	}
}

/** A die as bytes, its checksum last. */
export function writeDie(die: SharedDie, numbers: CatalogueNumbers): Uint8Array {
	const out = createWriter();
	out.byte(dieKind);
	out.byte(0);
	for (const face of die) writeFace(out, face, numbers);
	return withChecksum(out.bytes());
}

function readFace(input: Reader, numbers: CatalogueNumbers): SharedFace {
	const number = readCatalogueNumber(input);
	if (number === restFace) return { kind: 'rest' };
	if (number !== ownFace) return faceOfNumber(number, numbers);
	const about = input.byte();
	if (about >> 4) throw newer('own words of another form');
	const form = forms[about & 3]!;
	const effort = pick(efforts, (about >> 2) - 1);
	return { kind: 'own', form, effort, words: words(input) };
}

/** @throws CodeError when the number belongs to something other than an activity */
export function faceOfNumber(number: number, numbers: CatalogueNumbers): SharedFace {
	const found = numbers.find(number);
	if (!found) return { kind: 'unknown', number };
	if (found.kind !== 'activity') throw damaged('no idea');
	return { kind: 'activity', id: found.id };
}

/** @throws CodeError when these are not six different faces */
export function checkedDie(faces: readonly SharedFace[]): SharedDie {
	if (faces.length !== faceCount || new Set(faces.map(faceKey)).size !== faceCount)
		throw damaged('not six faces');
	return faces;
}

/**
 * Reads what `writeDie` wrote, field by field.
 * @throws CodeError
 */
export function readDie(bytes: Uint8Array, numbers: CatalogueNumbers): SharedDie {
	const input = createReader(withoutChecksum(bytes));
	if (input.byte() !== dieKind || input.byte() !== 0) throw newer('a die of another form');
	const faces = Array.from({ length: faceCount }, () => readFace(input, numbers));
	if (!input.isAtEnd()) throw damaged('more than there should be');
	return checkedDie(faces);
}
