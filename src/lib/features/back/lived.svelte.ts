import { RecordWriter } from '$lib/app/keepers/record-writer';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import type { ActivityId, Chime } from '$lib/domain/activity';
import type { LocalDay } from '$lib/domain/local-day';
import { isNearnessDue, parseNearness, type Near, type Nearness } from '$lib/domain/nearness';
import type { Outcome } from '$lib/domain/outcome';
import { whereLife, type WhereLife } from '$lib/domain/where-life';
import type { Back } from './back.svelte';

/** Where life happened, from tags that are there already; and how near that is now, only for who wants to say so. */
export class Lived {
	#services: Services;
	#back: Back;
	#writer: RecordWriter<'nearness'>;
	#tags = $state.raw<Readonly<Record<ActivityId, readonly Chime[]>>>();
	readonly #notes = followed(
		() => this.#services,
		({ notes }) => notes.observe(),
		[]
	);
	readonly #nearness = followed(
		() => this.#services,
		({ nearness }) => nearness.observe(),
		{}
	);

	constructor(services: Services, back: Back) {
		this.#services = services;
		this.#back = back;
		this.#writer = new RecordWriter(services, 'nearness');
	}

	open = async (): Promise<void> => {
		const { activities } = await import('$lib/content/activities');
		this.#tags = Object.fromEntries(activities.map(({ id, chime }) => [id, chime]));
	};

	readonly isReady: boolean = $derived.by(
		() => this.#tags !== undefined && this.#notes.isReady && this.#nearness.isReady
	);
	readonly where: WhereLife = $derived.by(() =>
		whereLife(this.#back.days, this.#back.steps, this.#notes.value, (id) => this.#tags?.[id] ?? [])
	);
	readonly nearness: Nearness = $derived.by(() => parseNearness(this.#nearness.value));
	readonly isDue: boolean = $derived.by(() => isNearnessDue(this.nearness, this.#services.clock.today));
	/** What was said before today, the latest first. */
	readonly before: readonly { day: LocalDay; near: Near }[] = $derived.by(() =>
		Object.entries(this.nearness.at)
			.map(([day, near]) => ({ day: day as LocalDay, near }))
			.sort((a, b) => (a.day < b.day ? 1 : -1))
	);

	want = (wanted: boolean): Promise<Outcome> =>
		this.#change(({ at }) => ({ at, ...(wanted && { wanted: true as const }) }));

	/** A dot more or less is the same answer of the same day. */
	say = (chime: Chime, dot: number): Promise<Outcome> => {
		const { today } = this.#services.clock;
		return this.#change((kept) => ({
			...kept,
			at: { ...kept.at, [today]: { ...kept.at[today], [chime]: dot } }
		}));
	};

	#change(change: (kept: Nearness) => Nearness): Promise<Outcome> {
		return this.#writer.change((kept) => ({ ...change(parseNearness(kept)) }), {
			key: 'shell.status.changed'
		});
	}

	nearToday = (chime: Chime): number | undefined => this.nearness.at[this.#services.clock.today]?.[chime];
}
