import type { MadeLink } from '$lib/app/sheet-code';
import type { Lang } from '$lib/domain/language';
import { isBlank, type Prescription, type SheetCode } from '$lib/domain/prescription';
import { site, siteInWords } from '$lib/platform/address';

/** The link and the QR code of a prescription, made again whenever it changes. */
export class CodeMaker {
	#turn = 0;
	made = $state.raw<MadeLink | undefined>();
	code = $state.raw<SheetCode | undefined>();
	/** Opens Envol, and holds nothing. */
	door = $state.raw<SheetCode | undefined>();

	makeDoor = async (): Promise<void> => {
		if (this.door) return;
		const { drawCode } = await import('$lib/platform/qr');
		this.door = await drawCode(`${site()}/`);
	};

	/** Makes no code for a blank sheet, nor for one that is too long to print well (`made.isTooLong`). */
	make = async (prescription: Prescription, lang: Lang): Promise<void> => {
		this.#turn += 1;
		const turn = this.#turn;
		if (isBlank(prescription)) {
			this.made = undefined;
			this.code = undefined;
			return;
		}
		const [{ makeLink, typedCode }, { drawCode }] = await Promise.all([
			import('$lib/app/sheet-code'),
			import('$lib/platform/qr')
		]);
		const made = await makeLink(prescription, lang, site());
		const drawn = made.isTooLong ? undefined : await drawCode(made.link);
		// a later change was faster
		if (turn !== this.#turn) return;
		this.made = made;
		this.code = drawn && { ...drawn, typed: typedCode(prescription), where: siteInWords() };
	};
}
