import { faceCount } from './die';
import { ideaForms, type Extras } from './prescription';
import { faceKey, type SharedFace } from './shared-die';
import type { DrawingName } from './drawing';
import type { PictogramName } from './pictogram';

/** One text in each language of the paper, the main one first. */
export type Said = readonly { locale: string; text: string }[];

/** One side of a paper die; without words it is left blank for a pen. */
export interface PaperFace {
	pictogram?: PictogramName;
	/** The large drawing that says the same, where there is one. */
	drawing?: DrawingName | undefined;
	said: Said;
}

/** Every text on the paper. */
export interface PaperDie {
	/** Six. */
	faces: readonly PaperFace[];
	title: Said;
	steps: readonly Said[];
	card: Said;
	chance: Said;
	net: string;
	cautions: readonly Said[];
}

/**
 * The ideas on a sheet as at most six faces: one of each form, then a second of each; then rest, where there is room.
 * Duplicates appear once.
 */
export function facesFromSheet(ideas: Extras['ideas']): SharedFace[] {
	const most = Math.max(...ideaForms.map((form) => ideas[form].length));
	const turns = Array.from({ length: most }, (_, turn) => turn);
	const faces = turns.flatMap((turn) =>
		ideaForms.flatMap((form): SharedFace[] => {
			const { id, words, unknown } = ideas[form][turn] ?? {};
			if (id !== undefined) return [{ kind: 'activity', id }];
			if (words !== undefined) return [{ kind: 'own', words, form, effort: 2 }];
			return unknown === undefined ? [] : [{ kind: 'unknown', number: unknown }];
		})
	);
	const known = faces.filter(({ kind }) => kind !== 'unknown');
	const distinct = known.filter((face, i) => known.findIndex((one) => faceKey(one) === faceKey(face)) === i);
	return [...distinct, { kind: 'rest' as const }].slice(0, faceCount);
}
