import type { PresetId } from '$lib/content/presets';
import { withTick } from '$lib/domain/day';
import type { HabitItem } from '$lib/domain/habit';
import { stepFromItem, withAdded, withItems } from '$lib/domain/new-step';
import type { Step } from '$lib/domain/step';
import { now, today } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { reasonOf } from '$lib/storage/storage-error';
import type { Services } from './services.svelte';

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

/** Puts a ready-made start into the plan; what is there stays. True once it is kept. */
export async function startWithPreset(services: Services, preset: PresetId): Promise<boolean> {
	const storage = await services.gate.open();
	try {
		const items = await itemsOf(preset);
		const undo = await storage.plan.change((steps) => withItems(steps, items, { newId, at: now() }));
		if (preset !== 'blank') services.status.say({ key: 'shell.status.started', undo });
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
		await storage.plan.change((steps) =>
			steps.some((step) => step.isExample) ? steps : withAdded(steps, example)
		);
		const [first] = example;
		if (first) await storage.days.change(today(), (day) => withTick(day, first, now()));
		return true;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}
