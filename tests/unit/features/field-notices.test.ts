import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noticeFields } from '$lib/features/shell/field-notices';
import { loadMessages, setLang } from '$lib/i18n';

let stop: () => void;

beforeEach(async () => {
	await loadMessages('en', ['shell', 'fields']);
	setLang('en');
	vi.useFakeTimers();
	stop = noticeFields();
});
afterEach(() => {
	stop();
	vi.useRealTimers();
	document.body.replaceChildren();
});

function show(html: string): HTMLInputElement {
	document.body.innerHTML = `<div class="field">${html}</div><button></button>`;
	const field = document.querySelector<HTMLInputElement>('input, textarea')!;
	field.focus();
	return field;
}
/** As a browser does it: the field is asked first, and takes the words unless somebody else has. */
function type(field: HTMLInputElement, data: string, inputType = 'insertText'): void {
	const asked = new InputEvent('beforeinput', { data, inputType, bubbles: true, cancelable: true });
	if (!field.dispatchEvent(asked)) return;
	const at = [field.selectionStart ?? 0, field.selectionEnd ?? 0] as const;
	const room = field.maxLength - field.value.length + at[1] - at[0];
	field.setRangeText(data.slice(0, Math.max(0, room)), ...at, 'end');
	field.dispatchEvent(new InputEvent('input', { data, inputType, bubbles: true }));
}
const said = () => document.querySelector('[role="status"]')?.textContent;
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const full = 'That’s all the room there is here.';
const cut = 'There wasn’t room for all of it. The part that fit is here.';

test('the line is there before it speaks, and says nothing while there is room', async () => {
	const field = show('<input maxlength="10">');
	expect(said()).toBe('');
	type(field, 'a walk');
	await wait(2000);
	expect(said()).toBe('');
});

test('a full field says so once, at rest, and no more once a letter is gone', async () => {
	const field = show('<input maxlength="6">');
	type(field, 'a wal');
	type(field, 'k');
	expect(said()).toBe('');
	await wait(400);
	expect(said()).toBe(full);
	const line = document.querySelector('[role="status"]')!;
	let changes = 0;
	const watching = new MutationObserver((records) => (changes += records.length));
	watching.observe(line, { childList: true, characterData: true, subtree: true });
	type(field, 's');
	type(field, 's');
	await wait(2000);
	expect([field.value, said(), changes]).toEqual(['a walk', full, 0]);
	field.value = 'a wal';
	field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
	expect(said()).toBe('');
});

test('a paste without room for all of it is cut between two letters, and never in silence', async () => {
	const field = show('<input maxlength="8">');
	const heard = vi.fn();
	field.addEventListener('input', () => heard(field.value));
	type(field, 'to Léa👨‍👩‍👧 and Bo', 'insertFromPaste');
	await wait(400);
	expect(field.value).toBe('to Léa');
	expect(heard).toHaveBeenLastCalledWith('to Léa');
	expect(said()).toBe(cut);
});

test('what is pasted in the middle pushes nothing out', async () => {
	const field = show('<textarea maxlength="12">one\nthree</textarea>');
	field.setSelectionRange(4, 4);
	type(field, 'two\nand a half\n', 'insertFromPaste');
	await wait(400);
	expect(field.value).toBe('one\ntwothree');
	expect(said()).toBe(cut);
});

test('a field that its form has emptied is no longer full', async () => {
	const field = show('<input maxlength="3">');
	type(field, 'eat');
	await wait(400);
	expect(said()).toBe(full);
	field.value = '';
	await wait(1000);
	expect(said()).toBe('');
});

test('a day that cannot be taken says why and what stays; a good one says nothing', async () => {
	const field = show('<input type="date" max="2026-11-28" data-kept="2026-11-27" value="2026-11-27">');
	field.value = '2026-12-31';
	field.dispatchEvent(new Event('change', { bubbles: true }));
	await wait(1500);
	expect(said()).toBe(
		'The latest day you can choose here is November 28, 2026. For now, November 27, 2026 stays.'
	);
	field.value = '2026-11-20';
	field.dispatchEvent(new Event('change', { bubbles: true }));
	await wait(1500);
	expect(said()).toBe('');
});

test('a day too early says so when the field is left, and that none is kept', async () => {
	const field = show('<input type="date" min="2026-11-29">');
	field.value = '2026-11-01';
	document.querySelector('button')!.focus();
	await wait(0);
	expect(said()).toBe('The earliest day you can choose here is November 29, 2026. For now, no day is kept.');
});

test('a day that was left before this came says so too', async () => {
	stop();
	show('<input type="date" max="2026-11-28" data-kept="2026-11-27" value="2026-12-31">');
	stop = noticeFields();
	await wait(0);
	expect(said()).toContain('November 27, 2026 stays');
});

/** What the browser itself does with it, before anything of Envol listens. */
function before(field: HTMLInputElement, data: string, inputType: string): InputEvent {
	let last: InputEvent | undefined;
	const hear = (event: Event) => (last = event as InputEvent);
	document.addEventListener('beforeinput', hear);
	type(field, data, inputType);
	document.removeEventListener('beforeinput', hear);
	return last!;
}

test('a paste that was cut before this came says so too', async () => {
	stop();
	const field = show('<input maxlength="10">');
	stop = noticeFields(before(field, 'a walk by the river', 'insertFromPaste'));
	await wait(400);
	expect(said()).toBe(cut);
	type(field, '!');
	await wait(400);
	expect(said()).toBe(full);
});

test('what fitted before this came says nothing, and what filled the field says that it is full', async () => {
	stop();
	const field = show('<input maxlength="6">');
	stop = noticeFields(before(field, 'a wal', 'insertFromPaste'));
	await wait(2000);
	expect(said()).toBe('');
	stop();
	stop = noticeFields(before(field, 'k', 'insertText'));
	await wait(400);
	expect(said()).toBe(full);
});
