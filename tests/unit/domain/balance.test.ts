import { expect, test } from 'vitest';
import { quietForm } from '$lib/domain/balance';
import type { Form } from '$lib/domain/activity';
import { withDone } from '$lib/domain/done';
import { aDay } from '../../support/builders';

const dayOf = (...forms: Form[]) =>
	forms.reduce((day, form, at) => withDone(day, { at, form, minutes: 5 }), aDay('2026-11-21'));

test('a soft line speaks only of a form that was not there, and only when there is something to look at', () => {
	expect(quietForm([])).toBeUndefined();
	expect(quietForm([dayOf('physical', 'mental')])).toBeUndefined();
	expect(quietForm([dayOf('physical', 'mental'), dayOf('physical')])).toBe('social');
	expect(quietForm([dayOf('social', 'mental', 'mindfulness')])).toBe('physical');
	expect(quietForm([dayOf('social', 'mental', 'physical')])).toBeUndefined();
	expect(quietForm([aDay('2026-11-20', ['a', 'b', 'c'])])).toBeUndefined();
});
