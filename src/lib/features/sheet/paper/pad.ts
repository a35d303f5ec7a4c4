import {
	noExtras,
	type Pad,
	type PaperKind,
	type PaperOnly,
	type Prescription
} from '$lib/domain/prescription';

/**
 * A sheet to fill in by pen: only the languages, and what a clinic prints on every sheet. Its kind is that of the sheet it
 * is a blank of; pictures are tiles to draw in.
 */
export function padOf(
	pad: Pad,
	{ langs, date }: Pick<Prescription, 'langs' | 'date'>,
	{ region, teamPhone, clinic, beside }: PaperOnly
): { kind: PaperKind; written: Prescription; paper: PaperOnly } {
	return {
		kind: pad === 'pad-week' ? 'week' : 'sheet',
		written: { ...noExtras(langs), date, lines: [], layout: pad === 'pad-flower' ? 'flower' : 'list' },
		paper: {
			isPad: true,
			isUndated: true,
			...(region !== undefined && { region }),
			...(beside !== undefined && { beside }),
			...(clinic !== undefined && { clinic }),
			...(teamPhone !== undefined && { teamPhone })
		}
	};
}
