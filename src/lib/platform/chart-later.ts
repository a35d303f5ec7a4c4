import type { DrawnChart, Drawing } from './draw-chart';

let drawChart: ((canvas: HTMLCanvasElement, drawing: Drawing) => DrawnChart) | undefined;

/** Brings the library for who asks for pictures: nothing else on the page waits for it, or for its absence. */
export async function bringCharts(): Promise<void> {
	({ drawChart } = await import('./draw-chart'));
}

/** Draws at once where the library is there, and otherwise once it came: after the words and the table. */
export function drawLater(
	canvas: HTMLCanvasElement,
	drawing: () => Drawing
): DrawnChart | Promise<() => DrawnChart> {
	const draw = () => drawChart!(canvas, drawing());
	return drawChart ? draw() : bringCharts().then(() => draw);
}
