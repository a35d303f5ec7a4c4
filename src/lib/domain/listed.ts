import { fieldsOf, idOf, type Given } from './parse';

/** One entry of a list that the person writes and puts in order. */
export interface Listed {
	id: string;
	order: number;
}

/**
 * A list by id, so that two tabs that write two entries, or an undo, never affect each other's (see
 * `src/lib/storage/difference.ts`).
 */
export type Items<T extends Listed> = Readonly<Record<string, T>>;

const longestId = 60;

/** Reads a list from anywhere, entry by entry; what cannot be read is left out. */
export function parseItems<T extends Listed>(
	value: unknown,
	most: number,
	parse: (given: Given, listed: Listed) => T | undefined
): Items<T> {
	const items = Object.entries(fieldsOf(value)).flatMap(([key, entry]) => {
		const given = fieldsOf(entry);
		const id = idOf(key, longestId);
		if (!id) return [];
		// JSON knows one zero only
		const order = typeof given.order === 'number' && Number.isFinite(given.order) ? given.order + 0 : 0;
		return parse(given, { id, order }) ?? [];
	});
	return Object.fromEntries(
		items
			.sort(byOrder)
			.slice(0, most)
			.map((item) => [item.id, item])
	);
}

function byOrder(a: Listed, b: Listed): number {
	return a.order - b.order || (a.id < b.id ? -1 : 1);
}

export function inOrder<T extends Listed>(items: Items<T>): T[] {
	return Object.values(items).sort(byOrder);
}

/** The order value after all others. */
export function nextOrder(items: Items<Listed>): number {
	return Math.max(-1, ...Object.values(items).map(({ order }) => order)) + 1;
}

/** Adds or replaces an entry. */
export function withItem<T extends Listed>(items: Items<T>, item: T): Items<T> {
	return { ...items, [item.id]: item };
}

export function withoutItem<T extends Listed>(items: Items<T>, id: string): Items<T> {
	return Object.fromEntries(Object.entries(items).filter(([key]) => key !== id));
}

/**
 * Moves an entry up (-1) or down (+1) among those shown together; the same list when it is already at the end.
 * @param together their ids, in the person's order
 */
export function moved<T extends Listed>(
	items: Items<T>,
	id: string,
	by: -1 | 1,
	together: readonly string[]
): Items<T> {
	const there = together.flatMap((one) => items[one] ?? []);
	const from = there.findIndex((item) => item.id === id);
	const [item, other] = [there[from], there[from + by]];
	if (!item || !other) return items;
	const order = other.order === item.order ? item.order + by : other.order;
	return { ...items, [id]: { ...item, order }, [other.id]: { ...other, order: item.order } };
}

/** Merges both lists: the newer version of an entry in both; entries that only the second list has come last. */
export function joinedItems<T extends Listed>(kept: Items<T>, newer: Items<T>): Items<T> {
	const first = nextOrder(kept);
	const added = inOrder(newer).map((item, i) => [
		item.id,
		kept[item.id] ? { ...item, order: kept[item.id]!.order } : { ...item, order: first + i }
	]);
	return { ...kept, ...(Object.fromEntries(added) as Items<T>) };
}
