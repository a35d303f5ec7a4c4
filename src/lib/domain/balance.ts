import type { Form } from './activity';
import type { Day } from './day';

/** The three forms of activation. Being here now is left out: nobody needs to be reminded to come back to it. */
const forms: readonly Form[] = ['social', 'physical', 'mental'];
const enoughToSay = 3;

/**
 * A form that was not there lately, once enough was done to tell; undefined when there is nothing to say. Never a
 * count.
 */
export function quietForm(days: readonly Day[]): Form | undefined {
	const done = days.flatMap((day) => day.done ?? []);
	if (done.length < enoughToSay) return undefined;
	return forms.find((form) => !done.some((one) => one.form === form));
}
