import type about from '$messages/en/about.json';
import type dice from '$messages/en/dice.json';
import type habits from '$messages/en/habits.json';
import type helpLines from '$messages/en/help-lines.json';
import type journalPrompts from '$messages/en/journal-prompts.json';
import type help from '$messages/en/help.json';
import type hope from '$messages/en/hope.json';
import type install from '$messages/en/install.json';
import type plan from '$messages/en/plan.json';
import type prescription from '$messages/en/prescription.json';
import type privacy from '$messages/en/privacy.json';
import type regions from '$messages/en/regions.json';
import type settings from '$messages/en/settings.json';
import type shell from '$messages/en/shell.json';
import type survival from '$messages/en/survival.json';
import type today from '$messages/en/today.json';
import type welcome from '$messages/en/welcome.json';
import type activities from '$messages/en/activities.json';
import type earlySigns from '$messages/en/early-signs.json';
import type prescribe from '$messages/en/prescribe.json';
import type receive from '$messages/en/receive.json';
import type sheet from '$messages/en/sheet.json';

/** Types only: the texts themselves come with the page that shows them. One group is one file in each language. */
export interface Catalogue {
	about: typeof about;
	dice: typeof dice;
	habits: typeof habits;
	'help-lines': typeof helpLines;
	help: typeof help;
	hope: typeof hope;
	'journal-prompts': typeof journalPrompts;
	install: typeof install;
	plan: typeof plan;
	prescription: typeof prescription;
	privacy: typeof privacy;
	regions: typeof regions;
	settings: typeof settings;
	shell: typeof shell;
	survival: typeof survival;
	today: typeof today;
	activities: typeof activities;
	'early-signs': typeof earlySigns;
	prescribe: typeof prescribe;
	receive: typeof receive;
	sheet: typeof sheet;
	welcome: typeof welcome;
}
export type MessageGroup = keyof Catalogue;
