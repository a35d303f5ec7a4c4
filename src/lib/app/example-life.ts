import { get } from 'svelte/store';
import {
	exampleAgreements,
	exampleDays,
	exampleNotes,
	examplePeople,
	exampleQuestions,
	exampleSigns,
	exampleWants
} from '$lib/content/example-life';
import type { Day } from '$lib/domain/day';
import { exampleId, isOfExample } from '$lib/domain/example';
import type { Items, Listed } from '$lib/domain/listed';
import { addDays, instantOf } from '$lib/domain/local-day';
import type { Agreement, MySign, Question, Want } from '$lib/domain/my-plan';
import { draftKeysOf, noteOfDraft, type Note } from '$lib/domain/note';
import type { Person } from '$lib/domain/people';
import type { Step } from '$lib/domain/step';
import { langOnScreen, loadMessages, tIn } from '$lib/i18n';
import { today } from '$lib/platform/clock';
import type { RecordName } from '$lib/storage/kept-records';
import type { RecordRepository, Repositories, Storage, Undo } from '$lib/storage/types';

/** The lists that the example writes in. */
const lists = [
	'people',
	'mySigns',
	'wants',
	'agreements',
	'questions'
] as const satisfies readonly RecordName[];
type List = (typeof lists)[number];
const repositories: readonly (keyof Repositories)[] = ['plan', 'days', 'notes', ...lists];

type AnyList = RecordRepository<Items<Listed>>;
const listOf = (storage: Storage, name: List) => storage[name] as unknown as AnyList;

function itemOf<T extends Listed>(name: string, order: number, said: Omit<T, keyof Listed>): T {
	return { ...said, id: exampleId(name, said), order } as T;
}

function itemsOf<T extends Listed>(items: readonly T[]): Items<T> {
	return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** Everything of the example beside its steps, in the language on screen. */
async function exampleLife(): Promise<{ notes: Note[]; lists: Record<List, Items<Listed>> }> {
	const lang = langOnScreen();
	await loadMessages(lang, ['people-form']);
	const t = get(tIn)(lang);
	const notes = exampleNotes.map(({ name, daysAgo, pillar, prompt }): Note => {
		const day = addDays(today(), -daysAgo);
		const written = {
			day,
			dimension: pillar,
			prompt,
			text: t(`people-form.example.notes.${name}`),
			tags: [],
			chimes: []
		};
		const at = instantOf(day);
		return { ...written, id: exampleId(name, written), at, changedAt: at };
	});
	const people = examplePeople.map(({ name, role }, order) =>
		itemOf<Person>(name, order, {
			name: t(`people-form.example.people.${name}`),
			role,
			when: t(`people-form.example.when.${name}`)
		})
	);
	const idOf = (name: string) => people[examplePeople.findIndex((each) => each.name === name)]!.id;
	return {
		notes,
		lists: {
			people: itemsOf(people),
			mySigns: itemsOf(
				exampleSigns.map(({ name, sign, tells }, order) =>
					itemOf<MySign>(name, order, {
						sign,
						does: t(`people-form.example.does.${name}`),
						tells: idOf(tells)
					})
				)
			),
			wants: itemsOf(
				exampleWants.map(({ name }, order) =>
					itemOf<Want>(name, order, { horizon: name, words: t(`people-form.example.wants.${name}`) })
				)
			),
			agreements: itemsOf(
				exampleAgreements.map(({ name }, order) =>
					itemOf<Agreement>(name, order, { side: name, words: t(`people-form.example.agreements.${name}`) })
				)
			),
			questions: itemsOf(
				exampleQuestions.map(({ name }, order) =>
					itemOf<Question>(name, order, { words: t(`people-form.example.questions.${name}`) })
				)
			)
		}
	};
}

/**
 * Adds the example, its steps first: all of it or nothing. Steps, days, notes and each list are filled only where
 * there is nothing yet, so that it never stands among what the person wrote.
 * @param added the plan with them
 * @param ticked the day with that step done; both are given, so that no page shares a file with this one
 */
export async function addLife(
	storage: Storage,
	steps: readonly Step[],
	added: (kept: readonly Step[]) => readonly Step[],
	ticked: (day: Day, step: Step) => Day
): Promise<void> {
	const life = await exampleLife();
	const [first] = steps;
	await storage.transaction(repositories, async () => {
		let [isAdded, isAlone] = [false, false];
		await storage.plan.change((kept) => {
			isAdded = !kept.some((step) => step.isExample);
			isAlone = kept.length === 0;
			return isAdded ? added(kept) : kept;
		});
		// on a second tap nothing was added: a tick would belong to no step
		if (!isAdded || !first) return;
		await storage.days.change(today(), (day) => ticked(day, first));
		if (isAlone)
			for (const [i, ago] of exampleDays.entries()) {
				const day = addDays(today(), -ago);
				const done = [first, ...steps.slice(1, 2 + (i % 3))];
				await storage.days.change(day, (kept) => done.reduce((now, step) => ticked(now, step), kept));
			}
		if ((await storage.notes.observeLatest(1).first()).length === 0)
			await storage.notes.exchange([], life.notes);
		for (const name of lists)
			await listOf(storage, name).change((kept) =>
				Object.keys(kept).length === 0 ? life.lists[name] : kept
			);
	});
}

/** The notes of the example that nobody changed, gave a photo or is writing in. */
async function untouchedNotes({ notes, photos, drafts }: Storage): Promise<Note[]> {
	const busy = new Set([
		...(await photos.observe().first()).map(({ note }) => note),
		...(await drafts.list(draftKeysOf())).map(({ key }) => noteOfDraft(key))
	]);
	return (await notes.observe().first()).filter((note) => isOfExample(note) && !busy.has(note.id));
}

/** Removes all of the example that the person did not make their own. One undo brings all of it back. */
export async function removeLife(storage: Storage): Promise<Undo> {
	const undos = await storage.transaction(repositories, async () => {
		const notes = await untouchedNotes(storage);
		await storage.notes.exchange(
			notes.map(({ id }) => id),
			[]
		);
		const done: Undo[] = [await storage.plan.removeExample(), () => storage.notes.exchange([], notes)];
		for (const name of lists)
			done.push(
				await listOf(storage, name).change((kept) =>
					itemsOf(Object.values(kept).filter((item) => !isOfExample(item)))
				)
			);
		return done;
	});
	return () =>
		storage.transaction(repositories, async () => {
			for (const undo of undos.toReversed()) await undo();
		});
}
