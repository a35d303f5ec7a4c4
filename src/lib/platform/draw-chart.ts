import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	RadarController,
	RadialLinearScale
} from 'chart.js';
import { afterPaint } from './after-paint';

// only what is drawn here: the rest of the library stays out of the build
Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	RadarController,
	RadialLinearScale
);

export interface Drawing {
	kind: 'bar' | 'line' | 'radar';
	labels: readonly string[];
	/** Where the picture ends, on a scale of its own: a ring for each whole number below. */
	most?: number;
	/** `colour` is the name of a token; the place in the list decides the pattern. */
	rows: readonly { name: string; colour: string; values: readonly number[] }[];
}

/** A colour of the page as it is now: a token may hold one for light and one for dark. */
function colourOf(token: string, beside: Element): string {
	const probe = document.createElement('span');
	probe.style.color = `var(${token})`;
	beside.after(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}

/** Stripes, dots or a grid in the colour, so that nothing depends on colours alone. */
function patternOf(colour: string, kind: number): CanvasPattern | string {
	const tile = document.createElement('canvas');
	tile.width = tile.height = 8;
	const pen = tile.getContext('2d');
	if (!pen) return colour;
	pen.strokeStyle = pen.fillStyle = colour;
	pen.lineWidth = 2;
	pen.beginPath();
	if (kind === 0) pen.rect(0, 0, 8, 8);
	if (kind === 1)
		for (const at of [-8, 0, 8]) {
			pen.moveTo(at, 8);
			pen.lineTo(at + 8, 0);
		}
	if (kind === 2)
		for (const at of [2, 6]) {
			pen.moveTo(0, at);
			pen.lineTo(8, at);
		}
	if (kind === 3) pen.arc(4, 4, 2, 0, 7);
	if (kind === 0 || kind === 3) pen.fill();
	else pen.stroke();
	return pen.createPattern(tile, 'repeat') ?? colour;
}

/** A picture in a canvas. */
export interface DrawnChart {
	/** Shows other numbers in the same picture: at once, or when what is on the screen is painted, if the picture is not on it. */
	change: (drawing: Drawing) => void;
	/** Takes it away again. */
	remove: () => void;
}

/** Draws into the canvas, in the colours of the page as it is now. */
export function drawChart(canvas: HTMLCanvasElement, drawing: Drawing): DrawnChart {
	const { kind, most } = drawing;
	const colours = new Map<string, string>();
	/** Each is asked for once: what the browser must work out for it is most of what other numbers would cost. */
	const colour = (token: string): string => {
		const known = colours.get(token) ?? colourOf(token, canvas);
		colours.set(token, known);
		return known;
	};
	const patterns: (CanvasPattern | string)[] = [];
	const dataOf = ({ labels, rows }: Drawing) => ({
		labels: [...labels],
		datasets: rows.map(({ name, colour: token, values }, i) => {
			const paint = colour(token);
			return {
				label: name,
				data: [...values],
				borderColor: paint,
				borderWidth: 2,
				borderDash: kind !== 'bar' && i > 0 ? [4 + i * 2, 4] : [],
				backgroundColor: kind === 'bar' ? (patterns[i] ??= patternOf(paint, i % 4)) : paint,
				pointRadius: 4,
				pointStyle: 'rectRot',
				fill: false
			};
		})
	});
	const [ink, line] = [colour('--color-text'), colour('--color-line')];
	const font = { family: getComputedStyle(canvas).fontFamily, size: 14 };
	const ticks = { color: ink, font, precision: 0, backdropColor: 'transparent' };
	const chart = new Chart(canvas, {
		type: kind,
		data: dataOf(drawing),
		options: {
			animation: false,
			responsive: true,
			maintainAspectRatio: false,
			events: [],
			scales:
				kind === 'radar'
					? {
							r: {
								beginAtZero: true,
								...(most && { max: most }),
								ticks: { ...ticks, display: false, ...(most && { stepSize: 1 }) },
								grid: { color: line },
								angleLines: { color: line },
								pointLabels: { color: ink, font }
							}
						}
					: {
							x: { ticks, grid: { display: false }, border: { color: line } },
							y: { beginAtZero: true, ticks, grid: { color: line }, border: { color: line } }
						}
		}
	});
	const show = (now: Drawing) => {
		const { labels, datasets } = dataOf(now);
		chart.data.labels = labels;
		// where the rows stay, what the library worked out for them stays too
		if (datasets.length === chart.data.datasets.length)
			datasets.forEach((row, i) => Object.assign(chart.data.datasets[i]!, row));
		else chart.data.datasets = datasets;
		chart.update('none');
	};
	let isOnScreen = true;
	const sight = new IntersectionObserver((all) => (isOnScreen = all.at(-1)!.isIntersecting));
	sight.observe(canvas);
	/** What is shown soon, if nothing else is by then. */
	let next: Drawing | undefined;
	const showNext = () => {
		if (next) show(next);
		next = undefined;
	};
	return {
		change: (now) => {
			if (!next && !isOnScreen) void afterPaint().then(showNext);
			next = now;
			if (isOnScreen) showNext();
		},
		remove: () => {
			next = undefined;
			sight.disconnect();
			chart.destroy();
		}
	};
}
