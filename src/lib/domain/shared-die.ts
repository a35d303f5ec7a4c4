import type { ActivityId, Effort, Form } from './activity';
import { faceCount, type Face } from './die';
import { tidyWords } from './step';

/** One face of a die that goes from one person to another. */
export type SharedFace =
	| { kind: 'rest' }
	| { kind: 'activity'; id: ActivityId }
	/** `isQuoted` as in Idea: it stays on this device. */
	| { kind: 'own'; words: string; form: Form; effort: Effort; isQuoted?: true }
	/** Of a newer Envol, by its short code. */
	| { kind: 'unknown'; code: number };

/** Six faces, in order, no two the same. */
export type SharedDie = readonly SharedFace[];

/** Two faces are the same when this is: own words by what they say. */
export function sameness(face: SharedFace): string {
	switch (face.kind) {
		case 'rest':
			return 'rest';
		case 'activity':
			return face.id;
		case 'own':
			return `own ${saying(face.words)}`;
		case 'unknown':
			return `unknown ${face.code}`;
	}
}

/** Own words say the same when they differ by capitals and gaps alone. */
export function saying(words: string): string {
	return tidyWords(words)?.toLowerCase() ?? '';
}

/** Faces as they can leave this device: without the ids that it gave them. */
export function sharedFaces(faces: readonly Face[]): SharedFace[] {
	return faces.flatMap((face): SharedFace[] => {
		if (face === 'rest') return [{ kind: 'rest' }];
		const { activity, words, form, effort, isQuoted } = face;
		if (activity !== undefined) return [{ kind: 'activity', id: activity }];
		const tidy = tidyWords(words);
		return tidy ? [{ kind: 'own', words: tidy, form, effort, ...(isQuoted && { isQuoted }) }] : [];
	});
}

/** The die as it can be sent; undefined while it is not six different faces. */
export function dieToShare(faces: readonly Face[]): SharedDie | undefined {
	const shared = sharedFaces(faces);
	return new Set(shared.map(sameness)).size === faceCount ? shared : undefined;
}
