import type { PresetId } from '$lib/content/presets';
import { withTick } from '$lib/domain/day';
import type { HabitItem } from '$lib/domain/habit';
import { stepFromItem, withAdded, withItems } from '$lib/domain/new-step';
import type { Outcome } from '$lib/domain/outcome';
import type { Step } from '$lib/domain/step';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { commit } from '$lib/app/keeping/commit';
import type { Services } from './services.svelte';

/** The catalogue loads only when a start is chosen: the day's list works without it. */
async function itemsOf(start: PresetId | 'example'): Promise<HabitItem[]> {
	const [{ habitItems }, { exampleItems, presets }] = await Promise.all([
		import('$lib/content/habits'),
		import('$lib/content/presets')
	]);
	const ids = start === 'example' ? exampleItems : presets[start];
	return ids.flatMap((id) => habitItems.filter((item) => item.id === id));
}

/** Adds a ready-made start to the plan; what is there stays. */
export function startWithPreset(services: Services, preset: PresetId): Promise<Outcome> {
	return commit(
		services,
		async ({ plan }) => {
			const items = await itemsOf(preset);
			return plan.change((steps) => withItems(steps, items, { newId, at: now() }));
		},
		preset === 'blank' ? undefined : { key: 'shell.status.started' }
	);
}

/**
 * Adds a clearly marked example, with some of its steps done, notes, people, signs and a plan. One tap removes it, and
 * leaves what the person made of it. All of it loads only now.
 */
export function addExample(services: Services): Promise<Outcome> {
	return commit(
		services,
		async (storage) => {
			const [{ addLife, removeLife }, items] = await Promise.all([
				import('./example-life'),
				itemsOf('example')
			]);
			const steps = items.map((item): Step => ({
				...stepFromItem(item, { newId, at: now() }),
				isExample: true
			}));
			await addLife(
				storage,
				steps,
				(kept) => withAdded(kept, steps),
				(day, step) => withTick(day, step, now())
			);
			return () => removeLife(storage);
		},
		// the page itself says that this is an example; only a failure needs words
		{}
	);
}
