import { get } from 'svelte/store';
import { partThatFits } from '$lib/domain/field-room';
import { isLocalDay } from '$lib/domain/local-day';
import { langOnScreen, loadMessages, t } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A screen reader speaks the words being typed first; a date is typed in parts, each of which changes it. */
const pauseMs = { words: 400, day: 1500 };
const looksAgainMs = 1000;

function fieldOf({ target }: Event): Field | undefined {
	const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
	return isField && (target.maxLength >= 0 || target.type === 'date') ? target : undefined;
}
const isDay = (field: Field): field is HTMLInputElement => field.type === 'date';
const isFull = (field: Field) => field.value.length >= field.maxLength;

function dayWords(day: string): string {
	return isLocalDay(day) ? dateInWords(langOnScreen(), day) : day;
}

/** Why a date is not accepted, and what stays instead; empty for a valid one. */
function wordsForDay(field: HTMLInputElement): string {
	const { valid, rangeOverflow, rangeUnderflow } = field.validity;
	if (valid) return '';
	const say = get(t);
	const { kept } = field.dataset;
	return [
		rangeOverflow
			? say('fields.day.late', { day: dayWords(field.max) })
			: rangeUnderflow
				? say('fields.day.early', { day: dayWords(field.min) })
				: say('fields.day.unclear'),
		kept ? say('fields.day.kept', { day: dayWords(kept) }) : say('fields.day.none')
	].join(' ');
}

/** The words that this input brings, as the field takes them. */
function wordsIn(event: InputEvent, field: Field): string {
	const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
	return field instanceof HTMLInputElement ? text.replace(/[\r\n]+/g, ' ') : text.replace(/\r\n?/g, '\n');
}

/** Why not all of these words went in. */
function wordsForCut(words: string): string {
	const isLetter = partThatFits(words, words.length - 1) === '';
	return get(t)(isLetter ? 'fields.full' : 'fields.cut');
}

/**
 * One rule for every field with a limit: when it is full, when part of a pasted text does not fit, or when a date
 * cannot be accepted, a quiet line right below the field says so.
 * @param missed the last `beforeinput` event before this: a paste can be faster than this code, and the browser cut it
 */
export function noticeFields(missed?: InputEvent): () => void {
	const lines = new Map<Field, HTMLElement>();
	let saying: ReturnType<typeof setTimeout> | undefined;
	let looking: ReturnType<typeof setInterval> | undefined;

	/** Created before it speaks: a screen reader announces changes inside it. */
	function lineOf(field: Field): HTMLElement {
		let line = lines.get(field);
		if (!line?.isConnected) {
			line = document.createElement('p');
			line.className = 'quiet field-notice';
			line.setAttribute('role', 'status');
			field.after(line);
			lines.set(field, line);
		}
		return line;
	}
	function put(field: Field, words: string): void {
		const line = lineOf(field);
		// repeated words are not announced
		if (line.textContent !== words) line.textContent = words;
		// resetting a form empties its fields without an input event
		looking ??= setInterval(look, looksAgainMs);
	}
	function say(field: Field, words: () => string, waitsMs: number): void {
		clearTimeout(saying);
		saying = setTimeout(async () => {
			await loadMessages(langOnScreen(), ['fields']);
			if (field.isConnected) put(field, words());
		}, waitsMs);
	}
	function look(): void {
		for (const [field, line] of lines) {
			const isOver = isDay(field) ? field.validity.valid : !isFull(field);
			if (isOver && line.textContent) line.textContent = '';
			if (!field.isConnected || (!line.textContent && field !== document.activeElement)) {
				line.remove();
				lines.delete(field);
			}
		}
		if (lines.size > 0) return;
		clearInterval(looking);
		looking = undefined;
	}

	function coming(event: InputEvent): void {
		const field = fieldOf(event);
		// during composition the browser itself enforces the limit
		if (!field || isDay(field) || event.isComposing) return;
		const words = wordsIn(event, field);
		if (!words) return;
		const { value, maxLength } = field;
		const from = field.selectionStart ?? value.length;
		const to = field.selectionEnd ?? value.length;
		const room = maxLength - value.length + (to - from);
		if (words.length <= room) return;
		event.preventDefault();
		const part = partThatFits(words, room);
		if (part) {
			field.setRangeText(part, from, to, 'end');
			field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: event.inputType, data: part }));
		}
		say(field, () => wordsForCut(words), pauseMs.words);
	}
	function changed(event: Event): void {
		const field = fieldOf(event);
		if (!field) return;
		if (isDay(field)) say(field, () => wordsForDay(field), pauseMs.day);
		else if (event.type === 'change') return;
		else if (isFull(field)) say(field, () => (isFull(field) ? get(t)('fields.full') : ''), pauseMs.words);
		else if (lines.get(field)?.textContent) put(field, '');
	}
	function met(event: Event): void {
		const field = fieldOf(event);
		if (field) lineOf(field);
	}
	function left(event: Event): void {
		const field = fieldOf(event);
		if (field && isDay(field)) say(field, () => wordsForDay(field), 0);
		looking ??= setInterval(look, looksAgainMs);
	}

	const listeners = { beforeinput: coming, input: changed, change: changed, focusin: met, focusout: left };
	for (const [name, listener] of Object.entries(listeners))
		document.addEventListener(name, listener as (event: Event) => void);
	if (document.activeElement) met({ target: document.activeElement } as unknown as Event);
	const late = missed && fieldOf(missed);
	if (missed && late && !isDay(late) && isFull(late)) {
		const words = wordsIn(missed, late);
		say(late, () => (late.value.includes(words) ? get(t)('fields.full') : wordsForCut(words)), pauseMs.words);
	}
	// a date field that was left before this code loaded
	const wrong = document.querySelector<HTMLInputElement>('input[type="date"]:invalid');
	if (wrong) say(wrong, () => wordsForDay(wrong), 0);
	return () => {
		for (const [name, listener] of Object.entries(listeners))
			document.removeEventListener(name, listener as (event: Event) => void);
		clearTimeout(saying);
		clearInterval(looking);
	};
}
