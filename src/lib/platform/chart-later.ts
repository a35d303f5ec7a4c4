import type { Drawing } from './draw-chart';

/** Draws once the library is there: it loads where the first picture is, after the words and the table. */
export async function drawLater(
	canvas: HTMLCanvasElement,
	drawing: Drawing,
	isOver: () => boolean
): Promise<(() => void) | undefined> {
	const { drawChart } = await import('./draw-chart');
	return isOver() ? undefined : drawChart(canvas, drawing);
}
