import { loadActivities } from '$lib/app/step-words';
import { langs } from '$lib/domain/language';
import { loadMessages } from '$lib/i18n';

/** A sheet can be in the other language than the screen: everything that it may say, in both. */
export async function loadSheetTexts(): Promise<void> {
	await Promise.all([
		loadActivities(...langs),
		...langs.map((lang) => loadMessages(lang, ['sheet', 'habits', 'early-signs']))
	]);
}
