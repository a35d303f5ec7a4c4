import type { ActivityId, Effort, Form } from './activity';
import { faceCount, type Face } from './die';
import { tidyWords } from './step';

/** One face of a die that is shared between people. */
export type SharedFace =
	| { kind: 'rest' }
	| { kind: 'activity'; id: ActivityId }
	/** `isQuoted` as in Idea; it is never sent. */
	| { kind: 'own'; words: string; form: Form; effort: Effort; isQuoted?: true }
	/** Made by a newer Envol; known by its catalogue number only. */
	| { kind: 'unknown'; number: number };

/** Six faces, in order, no two the same. */
export type SharedDie = readonly SharedFace[];

/** A key that is equal for equal faces: own words are compared by what they say. */
export function faceKey(face: SharedFace): string {
	switch (face.kind) {
		case 'rest':
			return 'rest';
		case 'activity':
			return face.id;
		case 'own':
			return `own ${ownWordsKey(face.words)}`;
		case 'unknown':
			return `unknown ${face.number}`;
	}
}

/** Own words compare equal when only capitals and gaps differ. */
export function ownWordsKey(words: string): string {
	return tidyWords(words)?.toLowerCase() ?? '';
}

/** The faces as they can leave this device: without ids. */
export function sharedFaces(faces: readonly Face[]): SharedFace[] {
	return faces.flatMap((face): SharedFace[] => {
		if (face === 'rest') return [{ kind: 'rest' }];
		const { activity, words, form, effort, isQuoted } = face;
		if (activity !== undefined) return [{ kind: 'activity', id: activity }];
		const tidy = tidyWords(words);
		return tidy ? [{ kind: 'own', words: tidy, form, effort, ...(isQuoted && { isQuoted }) }] : [];
	});
}

/** The die ready to be sent; undefined unless it has six different faces. */
export function dieToShare(faces: readonly Face[]): SharedDie | undefined {
	const shared = sharedFaces(faces);
	return new Set(shared.map(faceKey)).size === faceCount ? shared : undefined;
}
