import type { PresetId } from '$lib/content/presets';
import { withTick } from '$lib/domain/day';
import type { HabitItem } from '$lib/domain/habit';
import { stepFromItem, withAdded, withItems } from '$lib/domain/new-step';
import type { Step } from '$lib/domain/step';
import { now, today } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { reasonOf } from '$lib/storage/storage-error';
import type { Storage } from '$lib/storage/types';
import type { Services } from './services.svelte';
import type { StatusLine } from './status.svelte';

/** The catalogue comes only when a start is chosen: the day's list does without it. */
async function itemsOf(start: PresetId | 'example'): Promise<HabitItem[]> {
	const [{ habitItems }, { exampleItems, presets }] = await Promise.all([
		import('$lib/content/habits'),
		import('$lib/content/presets')
	]);
	const ids = start === 'example' ? exampleItems : presets[start];
	return ids.flatMap((id) => habitItems.filter((item) => item.id === id));
}

/** Says that a change of the plan could not be kept, and why. */
export function sayNotKept(services: Services, error: unknown): void {
	services.status.say({ key: `shell.storage.${reasonOf(error)}`, tone: 'trouble' });
}

/** Says what was done, and never that it is kept where it only shows until the page closes. */
export function sayDone({ status }: Services, { isDurable }: Storage, line: StatusLine): void {
	status.say(isDurable ? line : { key: 'shell.status.notKept', tone: 'trouble', undo: line.undo });
}

/** Puts a ready-made start into the plan; what is there stays. True once it is there. */
export async function startWithPreset(services: Services, preset: PresetId): Promise<boolean> {
	const storage = await services.gate.open();
	try {
		const items = await itemsOf(preset);
		const undo = await storage.plan.change((steps) => withItems(steps, items, { newId, at: now() }));
		if (preset !== 'blank') sayDone(services, storage, { key: 'shell.status.started', undo });
		return true;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}

/** Fills a clearly marked example, one of its steps done, that one tap removes. */
export async function showExample(services: Services): Promise<boolean> {
	const storage = await services.gate.open();
	try {
		const example: Step[] = (await itemsOf('example')).map((item) => ({
			...stepFromItem(item, { newId, at: now() }),
			isExample: true
		}));
		let isAdded = false;
		await storage.plan.change((steps) => {
			isAdded = !steps.some((step) => step.isExample);
			return isAdded ? withAdded(steps, example) : steps;
		});
		if (!storage.isDurable)
			sayDone(services, storage, {
				key: 'shell.status.notKept',
				undo: () => storage.plan.removeExample()
			});
		const [first] = example;
		// tapped twice, the second example is not there: a tick on it would belong to nothing
		if (first && isAdded) await storage.days.change(today(), (day) => withTick(day, first, now()));
		return true;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}
