import { csvOf } from '$lib/codec/csv';
import type { Lang } from '$lib/domain/language';
import { localDay } from '$lib/domain/local-day';
import { loadMessages, type Translate } from '$lib/i18n';
import type { Storage } from '$lib/storage/types';
import { firstOf } from '$lib/app/keeping/live.svelte';
import { activityTitle, areActivitiesThere, loadActivities, titleOf } from '$lib/app/words/step-words';

/** What can be saved for other programs: see docs/open-formats.md. */
export const openTables = ['steps', 'days', 'notes'] as const;
export type OpenTable = (typeof openTables)[number];

const [firstDay, lastDay] = [localDay('2000-01-01'), localDay('9999-12-31')];

async function readAll({ plan, days, notes }: Storage) {
	const [steps, all, written] = await Promise.all([
		firstOf(plan.observe()),
		firstOf(days.observeBetween(firstDay, lastDay)),
		firstOf(notes.observe())
	]);
	return { steps: steps.filter(({ isExample }) => !isExample), days: all, notes: written };
}
type All = Awaited<ReturnType<typeof readAll>>;

function stepsOf({ steps }: All, t: Translate) {
	return steps.map((step) => ({
		id: step.id,
		name: titleOf(t, step),
		habit: step.habit,
		moment: step.moment,
		frequency: step.frequency.kind,
		times: step.times,
		created: new Date(step.createdAt).toISOString(),
		putAway: step.putAwayAt === undefined ? '' : new Date(step.putAwayAt).toISOString()
	}));
}

/** One row for each thing: a tick, an idea that was done, a rest, how it was, the words of the day. */
function daysOf({ steps, days }: All, t: Translate) {
	const names = Object.fromEntries(steps.map((step) => [step.id, titleOf(t, step)]));
	return days.flatMap(({ day, ticks, done = [], isRest, how, note }) => [
		...ticks
			.filter(({ step }) => Object.hasOwn(names, step))
			.map(({ step, at }) => ({
				day,
				what: 'step',
				name: names[step]!,
				at: new Date(at).toISOString(),
				form: ''
			})),
		...done.map(({ at, form, activity, words }) => ({
			day,
			what: 'idea',
			name: words ?? (activity ? activityTitle(t, activity) : ''),
			at: new Date(at).toISOString(),
			form
		})),
		...(isRest ? [{ day, what: 'rest', name: '', at: '', form: '' }] : []),
		...(how ? [{ day, what: 'how', name: t(`row.how.${how}`), at: '', form: '' }] : []),
		...(note ? [{ day, what: 'words', name: note, at: '', form: '' }] : [])
	]);
}

function notesOf({ notes }: All) {
	return notes.map(({ day, at, dimension, text, tags, openOn }) => ({
		day,
		at: new Date(at).toISOString(),
		about: dimension ?? '',
		text,
		tags: tags.join('; '),
		openOn: openOn ?? ''
	}));
}

async function named(lang: Lang): Promise<void> {
	await loadMessages(lang, ['habits', 'row']);
	if (!areActivitiesThere(lang)) await loadActivities(lang);
}

/** One table as CSV; only its header where there is nothing. */
export async function csvFile(storage: Storage, table: OpenTable, t: Translate, lang: Lang): Promise<string> {
	await named(lang);
	const all = await readAll(storage);
	const heads = {
		steps: ['id', 'name', 'habit', 'moment', 'frequency', 'times', 'created', 'putAway'],
		days: ['day', 'what', 'name', 'at', 'form'],
		notes: ['day', 'at', 'about', 'text', 'tags', 'openOn']
	}[table];
	const rows: Record<string, string | number>[] =
		table === 'steps' ? stepsOf(all, t) : table === 'days' ? daysOf(all, t) : notesOf(all);
	return csvOf([heads, ...rows.map((row) => heads.map((head) => row[head]))]);
}

/** All three as JSON, of the shape that docs/open-formats.md describes. */
export async function jsonFile(storage: Storage, t: Translate, lang: Lang): Promise<string> {
	await named(lang);
	const all = await readAll(storage);
	const content = {
		format: 'envol-open',
		version: 1,
		steps: stepsOf(all, t),
		days: daysOf(all, t),
		notes: notesOf(all)
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}
