import {
	inOrder,
	moved,
	nextOrder,
	withItem,
	withoutItem,
	type Items,
	type Listed
} from '$lib/domain/listed';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import { newId } from '$lib/platform/random';
import type { Kept } from '$lib/storage/kept-records';
import type { RecordRepository } from '$lib/storage/types';
import type { MessageKey } from '$lib/i18n';
import { followed, type Followed } from '$lib/app/keeping/followed.svelte';
import { Overlay } from '$lib/app/keeping/overlay.svelte';
import { RecordWriter } from './record-writer';
import type { Services } from '$lib/app/services.svelte';

/** The records that are lists of entries. */
export type ListName = 'people' | 'mySigns' | 'wants' | 'agreements' | 'questions' | 'visitLines';
export type Entry<K extends ListName> = Kept<K>[string];

/**
 * A list that the person writes, followed live, and every way to change it. An entry that was just begun, or emptied
 * while it is being edited, stays on screen until the page is left; it is stored from its first word on.
 */
export class ListKeeper<K extends ListName> {
	#writer: RecordWriter<K>;
	readonly #kept: Followed<Items<Entry<K>>>;
	readonly #shown: Overlay<Items<Entry<K>>>;
	readonly open: () => Promise<void>;
	/** Stops showing the entry being edited over what is stored. */
	#lift = (): void => undefined;
	/** The entry begun on this page: its card opens by itself. */
	#newest = $state.raw<string>();

	constructor(services: Services, name: K) {
		this.#writer = new RecordWriter(services, name);
		this.#kept = followed(
			() => services,
			(storage) => (storage[name] as RecordRepository<Items<Entry<K>>>).observe(),
			{}
		);
		this.#shown = new Overlay(() => this.#kept);
		this.open = () => services.gate.look();
	}

	get items(): Items<Entry<K>> {
		return this.#shown.value;
	}

	readonly all: readonly Entry<K>[] = $derived.by(() => inOrder(this.items));
	readonly isReady: boolean = $derived.by(() => this.#kept.isReady);

	isNew(id: string): boolean {
		return this.#newest === id;
	}

	/** Shows a new entry; nothing of it is stored before its first word. */
	begin = (fields: Omit<Entry<K>, keyof Listed>): void => {
		const entry = { ...fields, id: newId(), order: nextOrder(this.items) } as Entry<K>;
		this.#layBegun(entry);
		this.#newest = entry.id;
	};

	/** Shows the entry as the person has it, wherever it is not stored. */
	#layBegun(entry: Entry<K>): void {
		this.#lift();
		this.#lift = this.#shown.lay((kept) => (entry.id in kept ? kept : withItem(kept, entry)));
	}

	add = (fields: Omit<Entry<K>, keyof Listed>): Promise<Outcome> => {
		const id = newId();
		return this.#change(
			(items) => withItem(items, { ...fields, id, order: nextOrder(items) } as Entry<K>),
			'shell.status.added'
		);
	};

	/** Stores what is being typed; one undo takes back everything typed into that field. */
	type = (id: string, field: string, patch: Partial<Entry<K>>, over?: TypedOver): Promise<Outcome> =>
		this.#patch(id, patch, { name: field, over });

	/** Stores a choice: from a list, or a checkbox. */
	choose = (id: string, patch: Partial<Entry<K>>): Promise<Outcome> => this.#patch(id, patch);

	remove = (id: string): Promise<Outcome> => {
		this.#lift();
		this.#newest = undefined;
		return this.#change((items) => withoutItem(items, id), 'my-plan.status.removed');
	};

	move = (id: string, by: -1 | 1, together: readonly Listed[]): Promise<Outcome> =>
		this.#change(
			(items) =>
				moved(
					items,
					id,
					by,
					together.map((one) => one.id)
				),
			'shell.status.changed'
		);

	/** Any other change of the whole list. */
	rewrite = (change: (items: Items<Entry<K>>) => Items<Entry<K>>, key: MessageKey): Promise<Outcome> =>
		this.#change(change, key);

	#patch(id: string, patch: Partial<Entry<K>>, typed?: { name: string; over?: TypedOver }): Promise<Outcome> {
		const shown = this.items[id];
		if (!shown) return Promise.resolve('failed');
		const begun = { ...shown, ...patch };
		this.#layBegun(begun);
		return this.#change(
			(items) => {
				const { [typed?.name as keyof Entry<K>]: kept } = { ...items[id] } as Entry<K>;
				const joined = typed?.over?.(kept as string | undefined);
				return withItem(items, {
					...(items[id] ?? begun),
					...patch,
					...(typed && joined && { [typed.name]: joined })
				});
			},
			'shell.status.changed',
			typed && `${id} ${typed.name}`
		);
	}

	#change(
		change: (items: Items<Entry<K>>) => Items<Entry<K>>,
		key: MessageKey,
		field?: string
	): Promise<Outcome> {
		return this.#writer.change((items) => change(items as Items<Entry<K>>) as Kept<K>, {
			key,
			field,
			onUndo: () => this.#lift()
		});
	}
}
