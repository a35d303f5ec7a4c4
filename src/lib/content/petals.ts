import type { HabitId, HabitItemId } from '$lib/domain/habit';
import type { Form } from '$lib/domain/activity';
import type { Petal } from '$lib/domain/petal';

/** The petal of an activity on the six-petal sheet. */
export const petalOfForm: Record<Form, Petal> = {
	physical: 'physical',
	social: 'social',
	mental: 'mental',
	mindfulness: 'healthy-habits'
};

/** The petal of a step's habit, unless its item has another. */
export const petalOfHabit: Record<HabitId, Petal> = {
	wake: 'healthy-habits',
	routine: 'responsibilities',
	eat: 'healthy-habits',
	engage: 'mental',
	substances: 'healthy-habits',
	sleep: 'healthy-habits'
};

export const petalOfItem: Partial<Record<HabitItemId, Petal>> = {
	'hyg-wake-move-gently-two-minutes': 'physical',
	'hyg-wake-get-ten-minutes-daylight': 'physical',
	'hyg-routine-pick-thing-thing-enjoy': 'mental',
	'hyg-routine-take-short-pause-middle-day': 'healthy-habits',
	'hyg-routine-take-shower-wash-sink': 'healthy-habits',
	'hyg-routine-brush-teeth-morning': 'healthy-habits',
	'hyg-routine-brush-teeth-night': 'healthy-habits',
	'hyg-routine-put-clean-clothes': 'healthy-habits',
	'hyg-routine-take-medication-as-agreed-care': 'healthy-habits',
	'hyg-eat-eat-someone': 'social',
	'hyg-engage-move-body-little': 'physical',
	'hyg-engage-say-few-words-person': 'social',
	'hyg-engage-go-outside-even-few-minutes': 'physical',
	'hyg-engage-useful-thing-home': 'responsibilities',
	'hyg-engage-stand-up-stretch-when-have': 'physical',
	'hyg-engage-walk-roll-twenty-minutes': 'physical',
	'hyg-engage-something-strength-such-as-lifting': 'physical',
	'hyg-engage-take-step-toward-work-study': 'occupation',
	'hyg-engage-see-someone-person': 'social',
	'hyg-substances-call-someone-go-walk-when': 'social'
};
