import type { Standing } from '$lib/domain/self-look';

const colours = ['--color-primary', '--color-physical', '--color-mental'];

/**
 * A picture of the numbers of a table: a corner for each part, a line for each column. Numbers stand at the corners, since titles
 * are longer than a phone is wide; a part without an answer lies in the middle, where no answer is.
 * @param heads what each column is called
 */
export function radarOf(standings: readonly Standing[], heads: readonly string[]) {
	return {
		kind: 'radar' as const,
		most: 4,
		labels: standings.map((_, i) => String(i + 1)),
		rows: heads.map((name, column) => ({
			name,
			colour: colours[column % colours.length]!,
			values: standings.map(({ values }) => values[column] ?? 0)
		}))
	};
}
