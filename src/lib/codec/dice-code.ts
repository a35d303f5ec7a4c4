import { efforts, forms } from '$lib/domain/activity';
import { faceCount } from '$lib/domain/die';
import { pick, readCode, words, type Codes } from './sheet-code';
import { createReader, createWriter, withChecksum, withoutChecksum, type Reader, type Writer } from './bytes';
import { damaged, newer } from './code-error';
import { sameness, type SharedDie, type SharedFace } from '$lib/domain/shared-die';

/** Byte by byte: docs/the-code.md. Kind 1 is never used: old readers and their vectors call it newer. */
const dieKind = 2;
/** Face numbers below those of the catalogue. */
const ownFace = 0;
const restFace = 1;

/** Whether the first byte of this body says that it is a die. */
export function isDieBody(bytes: Uint8Array): boolean {
	return bytes[0] === dieKind;
}

function writeFace(out: Writer, face: SharedFace, codes: Codes): void {
	if (face.kind === 'rest') out.number(restFace);
	else if (face.kind === 'unknown') out.number(face.code);
	else if (face.kind === 'activity') {
		const code = codes.codeOf(face.id);
		if (code === undefined) throw new RangeError(`no code for ${face.id}`);
		out.number(code);
	} else {
		out.number(ownFace);
		out.byte(forms.indexOf(face.form) | (face.effort << 2));
		out.text(face.words);
	}
}

/** A die as bytes, its checksum last. */
export function writeDie(die: SharedDie, codes: Codes): Uint8Array {
	const out = createWriter();
	out.byte(dieKind);
	out.byte(0);
	for (const face of die) writeFace(out, face, codes);
	return withChecksum(out.bytes());
}

function readFace(input: Reader, codes: Codes): SharedFace {
	const code = readCode(input);
	if (code === restFace) return { kind: 'rest' };
	if (code !== ownFace) return faceOfCode(code, codes);
	const about = input.byte();
	if (about >> 4) throw newer('own words of another form');
	const form = forms[about & 3]!;
	const effort = pick(efforts, (about >> 2) - 1);
	return { kind: 'own', form, effort, words: words(input) };
}

/** @throws CodeError when the number belongs to something other than an activity */
export function faceOfCode(code: number, codes: Codes): SharedFace {
	const found = codes.find(code);
	if (!found) return { kind: 'unknown', code };
	if (found.kind !== 'activity') throw damaged('no idea');
	return { kind: 'activity', id: found.id };
}

/** @throws CodeError when these are not six different faces */
export function checkedDie(faces: readonly SharedFace[]): SharedDie {
	if (faces.length !== faceCount || new Set(faces.map(sameness)).size !== faceCount)
		throw damaged('not six faces');
	return faces;
}

/**
 * Reads what `writeDie` wrote, field by field.
 * @throws CodeError
 */
export function readDie(bytes: Uint8Array, codes: Codes): SharedDie {
	const input = createReader(withoutChecksum(bytes));
	if (input.byte() !== dieKind || input.byte() !== 0) throw newer('a die of another form');
	const faces = Array.from({ length: faceCount }, () => readFace(input, codes));
	if (!input.isAtEnd()) throw damaged('more than there should be');
	return checkedDie(faces);
}
