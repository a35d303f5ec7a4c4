import { mount } from 'svelte';
import { loadActivities } from '$lib/app/words/step-words';
import { suggestedLine } from '$lib/content/catalogue-numbers';
import { loadMessages, setLang } from '$lib/i18n';
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
	const { show, showPlan, showNotes } = mount(PaperPage, { target: document.body });
	return { show, showPlan, showNotes, suggestedLine };
}

export type PaperHarness = Awaited<ReturnType<typeof open>>;
Object.assign(globalThis, { paperHarness: open() });
