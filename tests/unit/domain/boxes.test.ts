import { expect, test } from 'vitest';
import { boxesOf } from '$lib/domain/boxes';
import type { Weekday } from '$lib/domain/local-day';
import { frequencyKinds, type Frequency } from '$lib/domain/step';

const everyDay: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const meant: Record<Frequency['kind'], [Frequency, ReturnType<typeof boxesOf>][]> = {
	daily: [[{ kind: 'daily' }, { days: everyDay }]],
	'most-days': [[{ kind: 'most-days' }, { days: everyDay }]],
	weekly: [
		[{ kind: 'weekly', times: 1 }, { any: 1 }],
		[{ kind: 'weekly', times: 3 }, { any: 3 }],
		[{ kind: 'weekly', times: 6 }, { any: 6 }],
		[{ kind: 'weekly', times: 7 }, { days: everyDay }]
	],
	weekdays: [[{ kind: 'weekdays', days: [2, 4] }, { days: [2, 4] }]],
	'as-needed': [[{ kind: 'as-needed' }, { any: 0 }]],
	once: [[{ kind: 'once' }, { any: 1 }]]
};

test.each(frequencyKinds.flatMap((kind) => meant[kind]))(
	'the boxes on paper follow how often a step is meant: %j',
	(frequency, boxes) => {
		expect(boxesOf(frequency)).toEqual(boxes);
	}
);
