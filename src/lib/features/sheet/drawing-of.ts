import { guessedDrawing } from '$lib/content/drawing-words';
import { drawingOfItem, drawingOfPictogram } from '$lib/content/drawings';
import { pictogramOfDrawing } from '$lib/content/pictograms';
import type { DrawingName } from '$lib/domain/drawing';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Line } from '$lib/domain/prescription';
import { pictogramOf } from '$lib/app/words/step-words';

/**
 * The large drawing of a step: for own words the one that was chosen, else the one that they name; for a step of the
 * catalogue the one that goes with it. Undefined where there is none. Activities need `loadActivities`.
 */
export function drawingOf(
	line: Pick<Line, 'item' | 'activity' | 'habit' | 'words' | 'drawing'>
): DrawingName | undefined {
	const { item, activity, words, drawing } = line;
	const id = item ?? activity;
	if (id === undefined) {
		if (drawing) return drawing === 'none' ? undefined : drawing;
		return words ? guessedDrawing(words) : undefined;
	}
	const sign = pictogramOf(line);
	return (
		(Object.hasOwn(drawingOfItem, id) ? drawingOfItem[id] : undefined) ?? (sign && drawingOfPictogram[sign])
	);
}

/** The small sign of a step, where there is no room for a drawing: for own words, one that says the same. */
export function signOf(line: Parameters<typeof drawingOf>[0]): PictogramName | undefined {
	const drawing = drawingOf(line);
	return pictogramOf(line) ?? (drawing && pictogramOfDrawing(drawing));
}
