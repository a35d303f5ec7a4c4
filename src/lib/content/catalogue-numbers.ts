import { frequencyFrom } from '$lib/domain/new-step';
import type { CatalogueNumbers } from '$lib/codec/sheet-code';
import type { Line } from '$lib/domain/prescription';
import { activities } from './activities';
import { earlySigns } from './early-signs';
import { habitItems } from './habits';

const items = new Map(habitItems.map((item) => [item.id, item]));
const byId = new Map([...habitItems, ...activities, ...earlySigns].map(({ id, number }) => [id, number]));
const byNumber = new Map<number, ReturnType<CatalogueNumbers['find']>>([
	...habitItems.map(({ number, id, habit }) => [number, { kind: 'item', id, habit }] as const),
	...activities.map(({ number, id }) => [number, { kind: 'activity', id }] as const),
	...earlySigns.map(({ number, id }) => [number, { kind: 'sign', id }] as const)
]);

/** Everything that has a catalogue number: habit items from 100, activities from 1000, early signs from 2000. */
export const catalogueNumbers: CatalogueNumbers = {
	numberOf: (id) => byId.get(id),
	find: (number) => byNumber.get(number)
};

/** The line that the catalogue suggests for a habit item or an activity; undefined for an unknown id. */
export function suggestedLine(id: string): Line | undefined {
	const item = items.get(id);
	if (item)
		return {
			item: id,
			habit: item.habit,
			isSmall: false,
			moment: item.moment,
			frequency: frequencyFrom(item.frequency),
			times: item.times ?? 1
		};
	if (byId.has(id) && activities.some((activity) => activity.id === id))
		return {
			activity: id,
			habit: 'engage',
			isSmall: false,
			moment: 'any',
			frequency: { kind: 'most-days' },
			times: 1
		};
	return undefined;
}

/** The suggested line for a catalogue number; a number that this version does not know is kept as it is. */
export function lineFromNumber(number: number): Line | undefined {
	const found = catalogueNumbers.find(number);
	if (found) return suggestedLine(found.id);
	return {
		unknown: number,
		habit: 'engage',
		isSmall: false,
		moment: 'any',
		frequency: { kind: 'daily' },
		times: 1
	};
}
