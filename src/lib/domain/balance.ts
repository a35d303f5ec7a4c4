import type { Form } from './activity';
import type { Day } from './day';

/** The three forms of activation; being here now is no form one must come back to. */
const forms: readonly Form[] = ['social', 'physical', 'mental'];
const enoughToSay = 3;

/** A form that was not there lately, when enough was done to say so; undefined for nothing to say. Never a count. */
export function quietForm(days: readonly Day[]): Form | undefined {
	const done = days.flatMap((day) => day.done ?? []);
	if (done.length < enoughToSay) return undefined;
	return forms.find((form) => !done.some((one) => one.form === form));
}
