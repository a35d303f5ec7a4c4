import type { Page } from '@playwright/test';
import type { PaperHarness } from '../harness/paper-page.ts';
import type { LocalDay } from '../../src/lib/domain/local-day.ts';
import type { PaperKind, Prescription } from '../../src/lib/domain/prescription.ts';
import { blurred, copied, footOf, pgmOf } from '../support/copier.ts';
import type { Written } from '../support/ten-prescriptions.ts';
import { decodedByApp, decodedByZbar, keep, scanOf, shadesOf } from './paper-tools.ts';

declare const paperHarness: Promise<PaperHarness>;

/** Draws a prescription of the review, as it was written or in another shape. */
export function drawWritten(
	page: Page,
	{ payload, name, goal }: Written,
	{ kind = 'sheet', ...shape }: { kind?: PaperKind } & Partial<Pick<Prescription, 'layout' | 'langs'>> = {}
) {
	return page.evaluate(
		async ([payload, kind, shape, paper]) => {
			const { openCode, show } = await paperHarness;
			const opened = await openCode(payload, 'fr', '2026-11-28' as LocalDay);
			if (opened.kind !== 'prescription') throw new Error(opened.kind);
			return show({ kind, prescription: { ...opened.prescription, ...shape }, paper });
		},
		[
			payload,
			kind,
			shape,
			{ forName: name, teamPhone: '514 555-0123', region: 'CA-QC', ...(goal !== undefined && { goal }) }
		] as const
	);
}

/** The two ways in which a copier or a camera wears a sheet out, at 150 dots to an inch. */
export const worn = {
	'copied twice': (scan: Parameters<typeof copied>[0]) => copied(copied(scan)),
	'blurred by 1.2 dots': (scan: Parameters<typeof copied>[0]) => blurred(scan, 1.2)
} as const;

/** Who does not read the code of this print once it is worn out; empty when both decoders read the link. */
export function notReadBy(pdf: string, link: string, part: typeof footOf = footOf): string[] {
	const scan = part(shadesOf(scanOf(pdf, 'gray')));
	return Object.entries(worn).flatMap(([how, wear]) => {
		const file = keep(`${pdf}-${how.replaceAll(' ', '-')}.pgm`, pgmOf(wear(scan)));
		const read = (decode: (file: string) => string) => {
			try {
				return decode(file) === link;
			} catch {
				return false;
			}
		};
		return [
			...(read(decodedByApp) ? [] : [`${how}: the reader of the app`]),
			...(read(decodedByZbar) ? [] : [`${how}: zbarimg`])
		];
	});
}
