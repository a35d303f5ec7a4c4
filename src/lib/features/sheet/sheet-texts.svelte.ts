import { loadActivities } from '$lib/app/words/step-words';
import { langs, type Lang, type PaperLang } from '$lib/domain/language';
import { ideaForms, type Extras, type Line, type PaperKind } from '$lib/domain/prescription';
import { loadMessages } from '$lib/i18n';

type Group = 'dice' | 'sheet' | 'habits' | 'activities' | 'early-signs' | 'my-plan';
type Need = readonly [PaperLang, Group];

/**
 * The message groups that a sheet needs in each of its languages, and the screen beside it: no more than it uses.
 */
export function needsOf(
	{
		lines,
		ideas,
		signs,
		langs: sheetLangs
	}: Pick<Extras, 'langs' | 'ideas' | 'signs'> & { lines: readonly Line[] },
	screen: Lang,
	kind: PaperKind = 'sheet',
	beside?: PaperLang
): Need[] {
	const isDie = kind === 'die';
	const hasActivity =
		// the caution on a die is in the messages of activities
		isDie ||
		lines.some(({ activity }) => activity !== undefined) ||
		ideaForms.some((form) => ideas[form].some(({ id }) => id !== undefined));
	const hasSign = signs.some(({ id }) => id !== undefined);
	return [
		...langs.filter((lang) => lang === screen || sheetLangs.split('-').includes(lang)),
		...(beside ? [beside] : [])
	].flatMap((lang): Need[] => [
		[lang, 'sheet'],
		[lang, 'habits'],
		// in the languages of the app alone
		...(isDie && lang !== beside ? ([[lang, 'dice']] as const) : []),
		...(kind === 'pad-crisis' && lang !== beside ? ([[lang, 'my-plan']] as const) : []),
		...(hasActivity ? ([[lang, 'activities']] as const) : []),
		...(hasSign ? ([[lang, 'early-signs']] as const) : [])
	]);
}

/** The texts of sheets that are loaded. */
export class SheetTexts {
	#there = $state.raw<readonly string[]>([]);

	has(needs: readonly Need[]): boolean {
		return needs.every((need) => this.#there.includes(need.join()));
	}

	load = async (needs: readonly Need[]): Promise<void> => {
		const missing = needs.filter((need) => !this.has([need]));
		if (missing.length === 0) return;
		await Promise.all(
			missing.map(([lang, group]) =>
				group === 'activities' ? loadActivities(lang) : loadMessages(lang, [group])
			)
		);
		this.#there = [...this.#there, ...missing.map((need) => need.join())];
	};
}
