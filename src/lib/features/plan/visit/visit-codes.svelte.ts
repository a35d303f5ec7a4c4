import type { BroughtVisit } from '$lib/domain/brought-visit';
import type { Lang } from '$lib/domain/language';
import { site } from '$lib/platform/address';
import type { DrawnCode } from '$lib/platform/qr';

/** The page as codes, drawn again whenever it changes. */
export class VisitCodes {
	#turn = 0;
	links = $state.raw<readonly string[]>([]);
	drawn = $state.raw<readonly DrawnCode[]>([]);
	/** The page is too long for codes. */
	isTooMuch = $state.raw(false);

	make = async (visit: BroughtVisit, lang: Lang): Promise<void> => {
		this.#turn += 1;
		const turn = this.#turn;
		const [{ visitLinks }, { drawCode }] = await Promise.all([
			import('./visit-code'),
			import('$lib/platform/qr')
		]);
		const links = await visitLinks(visit, lang, site());
		const drawn = await Promise.all((links ?? []).map((link) => drawCode(link)));
		// a later change was faster
		if (turn !== this.#turn) return;
		this.isTooMuch = links === undefined;
		this.links = links ?? [];
		this.drawn = drawn;
	};
}
