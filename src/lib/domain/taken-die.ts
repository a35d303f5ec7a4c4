import { looksLikeHelp } from './help-like';
import type { IdeaId } from './idea';
import { mostOwn, type KeptDice } from './kept-dice';
import { ownWordsKey, type SharedDie } from './shared-die';

/**
 * The dice with these six faces in place of the person's six. Own words are added to the person's own ideas, once
 * each; an unknown face is left out. Words that could be taken for help stay marked. Undefined when there is no room
 * for more own ideas.
 */
export function withSharedDie(kept: KeptDice, die: SharedDie, newId: () => string): KeptDice | undefined {
	const own = [...kept.own];
	const six = die.flatMap((face): (IdeaId | 'rest')[] => {
		if (face.kind === 'rest') return ['rest'];
		if (face.kind === 'activity') return [face.id];
		if (face.kind === 'unknown') return [];
		const known = own.find(({ words }) => ownWordsKey(words) === ownWordsKey(face.words));
		if (known) return [known.id];
		const { words, form, effort } = face;
		const id = `own-${newId()}`;
		own.push({ id, words, form, effort, ...(looksLikeHelp(words) && { isQuoted: true }) });
		return [id];
	});
	return own.length > mostOwn ? undefined : { ...kept, own, six, play: 'six' };
}

/**
 * The ideas in own words added to the person's own, once each; their six faces stay. Undefined when there is no room.
 */
export function withIdeasOf(kept: KeptDice, die: SharedDie, newId: () => string): KeptDice | undefined {
	const taken = withSharedDie(kept, die, newId);
	return taken && { ...kept, own: taken.own };
}
