import { mount } from 'svelte';
import { addMessages } from 'svelte-i18n';
import { openCode } from '$lib/app/sheet-code';
import { loadActivities } from '$lib/app/words/step-words';
import { suggestedLine } from '$lib/content/catalogue-numbers';
import { loadMessages, setLang } from '$lib/i18n';
import activities from '../../messages/en/activities.json';
import signs from '../../messages/en/early-signs.json';
import habits from '../../messages/en/habits.json';
import sheet from '../../messages/en/sheet.json';
import { inMadeUp, madeUp } from '../support/made-up-language';
import PaperPage from './PaperPage.svelte';

/** The app's own papers, on a page with nothing else: for tests that print. */
async function open() {
	await Promise.all([
		loadActivities('en', 'fr'),
		...(['en', 'fr'] as const).map((lang) =>
			loadMessages(lang, [
				'sheet',
				'habits',
				'early-signs',
				'dice',
				'my-plan',
				'people',
				'people-form',
				'hope-paper'
			])
		)
	]);
	setLang('en');
	// what the guide asks of a language on paper, for two that nobody speaks
	for (const tag of Object.values(madeUp))
		addMessages(tag, inMadeUp({ activities, 'early-signs': signs, habits, sheet }, tag));
	const { show, showPlan, showNotes } = mount(PaperPage, { target: document.body });
	return { show, showPlan, showNotes, suggestedLine, openCode };
}

export type PaperHarness = Awaited<ReturnType<typeof open>>;
Object.assign(globalThis, { paperHarness: open() });
